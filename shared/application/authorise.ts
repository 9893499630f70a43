import { servicesOfCase } from '../domain/case/case-policy.ts';
import type { CaseRow } from '../domain/case/case-row.ts';
import { type DomainError, forbidden } from '../domain/error.ts';
import { can, type Subject } from '../domain/permission/can.ts';
import type { Action } from '../domain/permission/grants.ts';
import type { Person } from '../domain/person/person.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Call } from './call.ts';
import type { PersonRecord } from './ports/people.ts';

/**
 * Goes on only if the caller may do this to the subject.
 * @param absent what is thrown when the subject is not there: it is thrown too when the caller may not know of it, so that the two answers are alike.
 * @throws `forbidden` `not-allowed`, or `absent`.
 */
export function authorise(call: Call, action: Action, subject: Subject, absent: () => DomainError): void {
  const verdict = can(call.actor, action, subject);
  if (verdict === 'hidden') throw absent();
  if (verdict === 'forbidden') throw forbidden('not-allowed', 'You may not do this in the role you act in');
}

/** A whole place as a subject. */
export function placeSubject(place: string): Subject {
  return { place, services: [], restricted: false };
}

/** A person as a subject: they belong to every service that they have been referred to, or that has a case of theirs. */
export function personSubject(
  person: Person,
  referrals: readonly Pick<Referral, 'queue'>[],
  cases: readonly Pick<CaseRow, 'kind' | 'service'>[],
  policy: Policy,
): Subject {
  const queues = new Set(referrals.map(({ queue }) => queue));
  const services = [
    ...policy.queues.filter(({ code }) => queues.has(code)).map(({ service }) => service),
    ...cases.flatMap(({ kind, service }) => servicesOfCase(policy, kind, service)),
  ];
  return {
    place: person.place,
    services: [...new Set(services)],
    restricted: person.details.flags.includes('restricted'),
  };
}

/** The same of a record that was read whole. */
export function subjectOfRecord({ person, referrals, cases }: PersonRecord, policy: Policy): Subject {
  return personSubject(
    person,
    referrals.map(({ referral }) => referral),
    cases.map(({ entry }) => entry.row),
    policy,
  );
}
