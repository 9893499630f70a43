/** The raw counts of health assessments in care that were due in a period, whole and by placing authority, from the events of every record. */
import { earliest } from '../../domain/calendar/local-date.ts';
import type { Period } from '../../domain/calendar/period.ts';
import { careAssessment } from '../../domain/care-assessment/care-type.ts';
import {
  type InitialCounts,
  initialCounts,
  type ReviewCounts,
  reviewCounts,
} from '../../domain/care-assessment/counts.ts';
import type { CareState } from '../../domain/care-assessment/state.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import { invalid } from '../../domain/error.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseNotFound } from '../case/case-subject.ts';
import { statesOfKind } from '../case/states-of-kind.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';

export interface CareCounts {
  readonly initial: InitialCounts;
  readonly reviews: ReviewCounts;
}

export interface CareFigures {
  /** The days counted: the period asked for, up to today while it runs. */
  readonly period: Period;
  readonly whole: CareCounts;
  /** By who placed the child, in the order of their names. */
  readonly authorities: readonly { readonly authority: string; readonly counts: CareCounts }[];
  readonly policyVersion: number;
}

/**
 * Counts what was due in a period, as it stood on its last day or today: exact for every past period, corrections included. For
 * the teams that work with children in care; small numbers are not hidden, and nobody is named.
 * @throws `forbidden`; `invalid` `date-order`.
 */
export async function countCare(
  deps: Pick<Deps, 'cases' | 'policies'>,
  call: Call,
  { from, to }: Period,
): Promise<CareFigures> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, careAssessment.kind);
  authorise(call, 'case.list', { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  if (to < from) {
    const message = 'The last day is before the first';
    throw invalid('date-order', message, [{ pointer: '/to', code: 'date-order', message }]);
  }
  const period = { from, to: earliest(to, todayOf(call)) };
  const states = (await statesOfKind(deps.cases, careAssessment, policy, period.to)).map(({ state }) => state);
  const counted = (some: readonly CareState[]): CareCounts => ({
    initial: initialCounts(some, period),
    reviews: reviewCounts(some, period),
  });
  const byAuthority = [...Map.groupBy(states, ({ authority }) => authority)].map(([authority, ofOne]) => ({
    authority,
    counts: counted(ofOne),
  }));
  return {
    period,
    whole: counted(states),
    authorities: byAuthority.toSorted((a, b) => (a.authority < b.authority ? -1 : 1)),
    policyVersion: policy.version,
  };
}
