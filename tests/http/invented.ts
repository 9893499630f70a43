/** What tests send: people who do not exist, with numbers from the test range. */
import type { ApiService, Asker, Received } from './api-service.ts';

export const nhsNumbers = [
  '9990017336',
  '9990034664',
  '9990051992',
  '9990069328',
  '9990086656',
  '9990103984',
  '9990121311',
  '9990138648',
] as const;

export function person(more: Readonly<Record<string, unknown>> = {}) {
  return { familyName: 'Okafor', givenName: 'Wei', birthDate: '2018-10-16', ...more };
}

export function referral(more: Readonly<Record<string, unknown>> = {}) {
  return { queue: 'SALT', on: '2026-08-03', facts: { source: 'gp', tier: 'routine' }, ...more };
}

/** Somebody with one referral. */
export async function referred(
  api: ApiService,
  asker: Asker,
  { who = {}, what = {} }: { who?: Readonly<Record<string, unknown>>; what?: Readonly<Record<string, unknown>> } = {},
): Promise<{
  readonly personId: string;
  readonly referralId: string;
  readonly path: string;
  readonly answer: Received;
}> {
  const made = await api.post(asker, '/v1/people', person(who));
  if (made.status !== 201) throw new Error(`no person was made: ${made.text}`);
  const answer = await api.post(asker, `/v1/people/${made.body.id}/referrals`, referral(what));
  if (answer.status !== 201) throw new Error(`no referral was received: ${answer.text}`);
  const path = `/v1/people/${made.body.id}/referrals/${answer.body.id}`;
  return { personId: made.body.id, referralId: answer.body.id, path, answer };
}
