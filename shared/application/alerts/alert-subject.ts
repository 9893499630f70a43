import type { Alert } from '../../domain/alert/alert.ts';
import { servicesOfSubject } from '../../domain/alert/alert-subject.ts';
import { type DomainError, notFound } from '../../domain/error.ts';
import type { Subject } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';

/**
 * An alert as a subject: it belongs to the services of what it is about. Whether the person's record is restricted decides nothing
 * here: whoever may see an alert works with its service, or with the whole place.
 */
export function alertSubject({ place, subject }: Pick<Alert, 'place' | 'subject'>, policy: Policy): Subject {
  return { place, services: servicesOfSubject(subject, policy), restricted: true };
}

/** The answer for an alert that is not there, and for one that the caller may not know of. */
export function alertNotFound(): DomainError {
  return notFound('alert-not-found', 'There is no such alert');
}
