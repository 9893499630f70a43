/** Budgets over the API, for tests: somebody whose budget has come some way, and what happened to it. */
import type { ApiService, Asker, Received } from '../api-service.ts';
import { person } from '../invented.ts';

export const BUDGET_TEAM = ['personal-health-budgets'];

export interface Followed {
  readonly personId: string;
  readonly budgetId: string;
  readonly path: string;
}

type Said = readonly [on: string, facts: Readonly<Record<string, unknown>>];

/** Somebody for whom a budget is asked for on a day. */
export async function asked(
  api: ApiService,
  asker: Asker,
  who: Readonly<Record<string, unknown>> = {},
): Promise<Followed> {
  const made = await api.post(asker, '/v1/people', person({ birthDate: '2014-02-11', ...who }));
  if (made.status !== 201) throw new Error(`no person was made: ${made.text}`);
  const opened = await api.post(asker, `/v1/people/${made.body.id}/budgets`, {
    on: '2026-03-02',
    facts: { kind: 'requested', right: 'continuing-care', askedBy: 'parent' },
  });
  if (opened.status !== 201) throw new Error(`no budget was opened: ${opened.text}`);
  return { personId: made.body.id, budgetId: opened.body.id, path: opened.headers['location'] ?? '' };
}

/** Records what happened, each on the version that stands. @throws when one is refused. */
export async function happened(
  api: ApiService,
  asker: Asker,
  { path }: Pick<Followed, 'path'>,
  ...said: readonly Said[]
): Promise<Received> {
  let answer = await api.get(asker, path);
  for (const [on, facts] of said) {
    answer = await say(api, asker, path, answer.body.version, on, facts);
    if (answer.status !== 201) throw new Error(`not recorded: ${answer.text}`);
  }
  return answer;
}

/** Records one thing on a version, and answers with what comes back. */
export function say(
  api: ApiService,
  asker: Asker,
  path: string,
  version: number,
  on: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<Received> {
  return api.post(asker, `${path}/events`, { on, facts }, { 'if-match': `"${version}"` });
}

/** A plan of direct payments for one purpose. */
export function planOf(annualPence: number, more: Readonly<Record<string, unknown>> = {}) {
  return {
    annualPence,
    startsOn: '2026-04-01',
    endsOn: null,
    oneOff: false,
    parts: [{ type: 'direct-payment', annualPence }],
    payments: { rhythm: 'monthly', firstOn: '2026-04-01' },
    goals: [{ code: 'goal-1', text: 'Swims with friends each week' }],
    categories: [{ code: 'assistant', name: 'Personal assistant', annualPence, goals: ['goal-1'] }],
    ...more,
  };
}

const agreed: readonly Said[] = [
  ['2026-03-10', { kind: 'found-eligible', reason: 'In continuing care' }],
  ['2026-03-12', { kind: 'indicative-set', annualPence: 1_300_000, allTypesOffered: true }],
  ['2026-03-12', { kind: 'planning-started' }],
];

/** Somebody with a live direct payment since April 2026. */
export async function live(
  api: ApiService,
  asker: Asker,
  annualPence = 1_300_000,
  who: Readonly<Record<string, unknown>> = {},
): Promise<Followed> {
  const budget = await asked(api, asker, who);
  await happened(
    api,
    asker,
    budget,
    ...agreed,
    ['2026-03-25', { kind: 'agreed', plan: planOf(annualPence), agreedWith: 'parent' }],
    ['2026-03-26', { kind: 'consent-given', by: 'representative', lacksCapacity: false }],
    ['2026-03-26', { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true }],
    ['2026-04-01', { kind: 'went-live' }],
  );
  return budget;
}

export const route = 'Write to the budgets team within 28 days';
export const paid = (amountPence: number) => ({ kind: 'payment-made', type: 'direct-payment', amountPence });
export const spent = (amountPence: number, category: string | null = 'assistant') => ({
  kind: 'spent',
  type: 'direct-payment',
  amountPence,
  category,
  payee: 'provider',
});
