/** People whose health checks are followed, for tests of pages: made by the use cases, as a nurse does. */
import { madeCase, type Said } from '../cases/made-case.ts';
import { madePerson } from '../people/made-people.ts';
import type { RunningSite, SignedIn } from '../running-site.ts';

export const NURSES = ['learning-disability'];
export interface FollowedPerson {
  readonly personId: string;
  readonly caseId: string;
  /** The address of the record. */
  readonly path: string;
}

/** Somebody on the register of a practice since a day, with what happened since. */
export async function followedPerson(
  site: RunningSite,
  who: SignedIn,
  {
    on = '2023-04-01',
    practice = 'N82001',
    ...person
  }: Parameters<typeof madePerson>[2] & { readonly on?: string; readonly practice?: string },
  ...said: readonly Said[]
): Promise<FollowedPerson> {
  const { id: personId } = await madePerson(site, who, { birthDate: '2008-10-14', ...person });
  const kind = 'health-check' as const;
  const made = { personId, kind, service: 'learning-disability' } as const;
  const caseId = await madeCase(site, who, made, [[on, { kind: 'registered', practice }], ...said]);
  return { personId, caseId, path: `/people/${personId}/cases/${kind}/${caseId}` };
}
