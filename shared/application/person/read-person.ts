import { notFound } from '../../domain/error.ts';
import { askOf } from '../../domain/permission/break-glass.ts';
import { can } from '../../domain/permission/can.ts';
import { authorise, subjectOfRecord } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseSubject } from '../case/case-subject.ts';
import { caseView } from '../case/case-view.ts';
import { toldAsAt } from '../case/told-as-at.ts';
import type { Deps } from '../deps.ts';
import { emergencyGrant } from '../emergency/emergency-grant.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { marksOf, recordView } from '../record-view.ts';
import { type PersonView, referralView } from './person-view.ts';

/**
 * Everything about a person, in one request to the store, recorded as a view before it is given. A checkpoint may stand for the
 * early events of a case that has grown heavy. Whoever may not know of
 * them sees them while an emergency access lasts.
 * @throws `not-found` `person-not-found`, also for whoever may not know of them; `forbidden`.
 */
export async function readPerson(
  deps: Pick<Deps, 'people' | 'cases' | 'caseTypes' | 'policies' | 'audit' | 'breakGlasses'>,
  call: Call,
  personId: string,
): Promise<PersonView> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  const subject = record && subjectOfRecord(record, policy);
  const grant = await emergencyGrant(deps, call, 'person.read', personId, subject);
  if (record === undefined || subject === undefined) throw personNotFound();
  authorise(call, 'person.read', { ...subject, emergency: grant !== undefined }, personNotFound);
  await recordView(deps, call, 'person.read', [personId], null, {
    marks: marksOf(call, subject),
    grantId: grant?.id,
  });
  const today = todayOf(call);
  const rules = { types: deps.caseTypes, policy };
  const emergency = grant !== undefined;
  const readable = record.cases.filter(
    ({ entry }) => can(call.actor, 'case.read', { ...caseSubject(place, entry.row, policy), emergency }) === 'allowed',
  );
  return {
    person: record.person,
    subject,
    cases: (await toldAsAt(deps.cases, readable, today)).map(({ record: one, entry }) => ({
      ...caseView(rules, one, record.person, today),
      alerted: entry.alerted,
    })),
    referrals: record.referrals.map(({ referral, entry: { alerted } }) => ({
      ...referralView(referral, record.person, policy, today),
      alerted,
    })),
    ...(grant === undefined ? {} : { emergencyUntil: askOf(grant).endsAt }),
  };
}

/** The answer for a person who is not there, and for one whom the caller may not know of. */
export function personNotFound() {
  return notFound('person-not-found', 'There is no such person');
}
