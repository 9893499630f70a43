import { type DomainError, forbidden } from '../domain/error.ts';
import { can, type Subject } from '../domain/permission/can.ts';
import type { Action } from '../domain/permission/grants.ts';
import type { Person } from '../domain/person/person.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { Call } from './call.ts';

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

/** A person as a subject: they belong to every service that they have been referred to. */
export function personSubject(person: Person, referrals: readonly Referral[], policy: Policy): Subject {
  const queues = new Set(referrals.map(({ queue }) => queue));
  return {
    place: person.place,
    services: policy.queues.filter(({ code }) => queues.has(code)).map(({ service }) => service),
    restricted: person.details.flags.includes('restricted'),
  };
}
