import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { tellsAsAt, tellsFrom } from '../../domain/case/checkpoint.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { emergencyGrant } from '../emergency/emergency-grant.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { CaseKey } from '../ports/cases.ts';
import { recordView } from '../record-view.ts';
import { caseNotFound, caseSubject } from './case-subject.ts';
import { type CaseOfPerson, caseView } from './case-view.ts';

/** A case with its history, what it is on a day, and whom it is about. */
export interface CaseRead extends CaseOfPerson {
  readonly person: Person;
  /** Version of the policy that it was worked out with. */
  readonly policyVersion: number;
}

/**
 * Reads a case, recorded as a view before it is given.
 * @param asAt any day; today where absent.
 * @param since the first day whose events are wanted one by one, `opening` for all; where absent, of a case that has grown heavy a
 * checkpoint may stand for the early ones.
 * @throws `not-found` `case-not-found`, also for whoever may not know of it; `forbidden`.
 */
export async function readCase(
  deps: Pick<Deps, 'people' | 'cases' | 'caseTypes' | 'policies' | 'audit' | 'breakGlasses'>,
  call: Call,
  key: CaseKey,
  asAt?: LocalDate,
  since?: LocalDate | 'opening',
): Promise<CaseRead> {
  const { place } = call.actor;
  const day = asAt ?? todayOf(call);
  const [kept, person, policy] = await Promise.all([
    deps.cases.get(place, key),
    deps.people.get(place, key.personId),
    placePolicy(deps.policies, place),
  ]);
  const subject = kept && caseSubject(place, kept.entry.row, policy);
  const grant = await emergencyGrant(deps, call, 'case.read', key.personId, subject);
  if (kept === undefined || person === undefined || subject === undefined) throw caseNotFound();
  authorise(call, 'case.read', { ...subject, emergency: grant !== undefined }, caseNotFound);
  await recordView(deps, call, 'case.read', [key.personId], null, {
    // Every case is kept to those who work with it: only the person's own flag says something of the look.
    marks: person.details.flags.includes('restricted') ? ['restricted'] : [],
    grantId: grant?.id,
  });
  const isEnough = since === undefined || (since !== 'opening' && tellsFrom(kept.record, since));
  const { record } = isEnough && tellsAsAt(kept.record, day) ? kept : await deps.cases.whole(kept);
  const view = caseView({ types: deps.caseTypes, policy }, record, person, day);
  return { ...view, person, alerted: kept.entry.alerted, policyVersion: policy.version };
}
