/** The pages of a budget whose early entries are archived: the recent history first, and every year a link away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importLedger, ledgerBatchSchema } from '../../../shared/application/budget/import-ledger.ts';
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../shared/domain/case/case.ts';
import { planOf } from '../../http/budgets/budget-service.ts';
import { madePerson } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { mainOf, textOf, travelling, typedDate } from '../sent-form.ts';

const TEAM = ['personal-health-budgets'];
let site: RunningSite;
let officer: SignedIn;
let path: string;

beforeAll(async () => {
  site = await RunningSite.open();
  officer = await site.signIn('administrator', { services: TEAM });
  path = await longBudget();
});
afterAll(() => site.close());

/** A budget of three years with 400 entries in each of the first two, brought in a year at a time. */
async function longBudget(): Promise<string> {
  const { id: personId } = await madePerson(site, officer, { nhsNumber: '9990017336', birthDate: '2014-02-11' });
  const actor = { id: officer.staffId, place: 'liverpool', role: 'administrator', services: TEAM } as const;
  const call = { actor, now: parseInstant(`${site.today}T09:00:00Z`), requestId: 'made-budget' };
  const said = (on: string, facts: CaseFacts & Readonly<Record<string, unknown>>) => ({ on: localDate(on), facts });
  const asked = said('2023-03-01', { kind: 'requested', right: 'continuing-care', askedBy: 'parent' });
  let { record } = await openCaseOf(site.deps, call, personId, 'budget', asked, site.deps.ids.fresh());
  const key = { personId, kind: 'budget', caseId: record.id } as const;
  const payments = { rhythm: 'monthly', firstOn: '2023-04-01' };
  for (const happened of [
    said('2023-03-02', { kind: 'found-eligible', reason: 'In continuing care' }),
    said('2023-03-03', { kind: 'indicative-set', annualPence: 1_200_000, allTypesOffered: true }),
    said('2023-03-03', { kind: 'planning-started' }),
    said('2023-03-10', {
      kind: 'agreed',
      plan: planOf(1_200_000, { startsOn: '2023-04-01', payments }),
      agreedWith: 'parent',
    }),
    said('2023-03-11', { kind: 'consent-given', by: 'representative', lacksCapacity: false }),
    said('2023-03-11', { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true }),
    said('2023-04-01', { kind: 'went-live' }),
  ])
    ({ record } = await recordCaseEvent(site.deps, call, key, happened, record.version, site.deps.ids.fresh()));
  for (const year of [2023, 2024]) {
    const day = (at: number) => new Date(Date.UTC(year, 3, 1 + Math.floor(at * 0.9))).toISOString().slice(0, 10);
    const person = { nhsNumber: '9990017336' };
    const spent = Array.from({ length: 399 }, (_, at) => ({
      ...{ ...person, reference: `S-${year}-${at}`, date: day(at), entry: 'spent', amount: '10.00' },
      ...{ purpose: 'Personal assistant', paidTo: 'personal assistant' },
    }));
    const rows = [{ ...person, reference: `P-${year}`, date: day(0), entry: 'payment', amount: '12000.00' }, ...spent];
    const batch = ledgerBatchSchema.parse({
      system: 'finance',
      rows: rows.map((cells, at) => ({ row: at + 1, cells })),
    });
    const results = await importLedger(site.deps, call, batch);
    if (results.some(({ outcome }) => outcome !== 'recorded')) throw new Error(JSON.stringify(results[0]));
  }
  return `/people/${personId}/cases/budget/${record.id}`;
}

const page = (address: string) => site.get(officer, address);

describe('the pages of a long budget', () => {
  it('show the recent history, the money to the penny, and the whole history by financial year', async () => {
    const recent = await page(path);
    expect(textOf(recent)).toContain('£16,020.00');
    expect(mainOf(recent).match(/id="event-/g)?.length).toBeLessThan(600);
    for (const year of [2022, 2023, 2024, 2025]) expect(mainOf(recent)).toContain(`?history=${year}#history`);
    const first = textOf(await page(`${path}?history=2022`));
    expect(first).toContain('History: 2022-23');
    expect(first).toContain('In continuing care');
    expect(mainOf(await page(`${path}?history=2023`)).match(/id="event-/g)).toHaveLength(401);
  });

  it('give the statement of an early year, to read and as a file', async () => {
    const statement = textOf(await page(`${path}/statement?year=2023`));
    expect(statement).toContain('Closing balance');
    expect(statement).toContain('£8,010.00');
    for (const label of ['2023-24', '2024-25']) expect(statement).toContain(label);
    const { html: file } = await page(`${path}/statement/statement.csv?type=direct-payment&year=2023`);
    expect(file.trim().split('\n')).toHaveLength(403);
    expect(file).toContain('S-2023-7');
  });

  it('check and record the reversal of an early entry, and judge an entry of an early day on its day', async () => {
    const reversing = `${path}/record/entry-reversed`;
    const form = await page(reversing);
    const [, entryId = ''] = /value="([\w-]{16})"[^>]*>[^<]*, S-2023-7</.exec(mainOf(form)) ?? [];
    const typed = { ...typedDate('on', '2024-07-01'), entryId, reason: 'Twice' };
    const checked = await site.post(officer, reversing, { ...travelling(form), ...typed });
    expect(textOf(checked)).toContain('Check your answers');
    expect((await site.post(officer, reversing, travelling(checked))).status).toBe(303);
    expect(textOf(await page(path))).toContain('£16,030.00');

    const paying = `${path}/record/payment-made`;
    const early = { ...typedDate('on', '2023-04-02'), amountPence: '0.01', type: 'direct-payment', reference: 'Late' };
    const refused = await site.post(officer, paying, { ...travelling(await page(paying)), ...early });
    expect(textOf(refused)).toContain('The plan leaves £0.00 to pay in 2023-24');
  });
});
