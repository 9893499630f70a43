import { servicesOfCase } from '../../domain/case/case-policy.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { type DomainError, notFound } from '../../domain/error.ts';
import type { Subject } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';

/**
 * A case as a subject: it belongs to its service and to those that oversee its kind. Whoever else asks is answered as if it
 * were not there: that a child has a budget, or is looked after, is for those who work with it.
 */
export function caseSubject(
  place: string,
  { kind, service }: Pick<CaseRow, 'kind' | 'service'>,
  policy: Policy,
): Subject {
  return { place, services: servicesOfCase(policy, kind, service), restricted: true };
}

/** The answer for a case that is not there, and for one that the caller may not know of. */
export function caseNotFound(): DomainError {
  return notFound('case-not-found', 'There is no such record');
}
