/** People whose health checks are followed, for tests of pages: made by the use cases, as a nurse does. */
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../shared/domain/case/case.ts';
import { madePerson } from '../people/made-people.ts';
import type { RunningSite, SignedIn } from '../running-site.ts';

export const NURSES = ['learning-disability'];
type Said = readonly [on: string, facts: CaseFacts & Readonly<Record<string, unknown>>];

export interface FollowedPerson {
  readonly personId: string;
  readonly caseId: string;
  /** The address of the record. */
  readonly path: string;
}

function callOf(site: RunningSite, who: SignedIn) {
  const actor = { id: who.staffId, place: 'liverpool', role: 'clinician', services: NURSES } as const;
  return { actor, now: parseInstant(`${site.today}T09:00:00Z`), requestId: site.deps.ids.fresh() };
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
  const { deps } = site;
  const opening = { on: localDate(on), facts: { kind: 'registered', practice } as CaseFacts };
  let { record } = await openCaseOf(deps, callOf(site, who), personId, 'health-check', opening, deps.ids.fresh());
  const key = { personId, kind: 'health-check', caseId: record.id } as const;
  for (const [day, facts] of said) {
    const happened = { on: localDate(day), facts };
    ({ record } = await recordCaseEvent(deps, callOf(site, who), key, happened, record.version, deps.ids.fresh()));
  }
  return { personId, caseId: record.id, path: `/people/${personId}/cases/health-check/${record.id}` };
}
