/** Where somebody stands with the annual health check on a day: one of six statuses, and the facts beside it (domain.md 3). */
import { financialYearOf } from '../calendar/financial-year.ts';
import { addDays, daysBetween, type LocalDate, localDate } from '../calendar/local-date.ts';
import { type PlanStanding, planOfYear } from './action-plan.ts';
import { countedChecks, nextCheck, reofferFrom } from './due-date.ts';
import { eligibleFrom, isEligible } from './eligibility.ts';
import { missedYears } from './missed-years.ts';
import type { Tracked } from './tracked.ts';

/** In the order in which they are asked: the first that holds is the status. */
export const healthCheckStatuses = [
  'NOT_ELIGIBLE',
  'COMPLETED_THIS_FY',
  'DECLINED_THIS_FY',
  'OVERDUE',
  'DUE_SOON',
  'UP_TO_DATE',
] as const;
export type HealthCheckStatus = (typeof healthCheckStatuses)[number];

/** A check is due soon so many days before its day, and from 1 January to the end of every financial year. */
export const dueSoonDays = 56;

export interface HealthCheckStanding {
  readonly status: HealthCheckStatus;
  readonly eligibleFrom: LocalDate;
  /** The financial year of the day, as `2025-26`. */
  readonly year: string;
  /** The last check that counts; null when there was none. */
  readonly lastCheck: LocalDate | null;
  /** By when the next check is due, whatever the status. */
  readonly due: LocalDate;
  /** The first day after it, once that has come and the check is still due; null otherwise. */
  readonly overdueSince: LocalDate | null;
  /** Whether a check of this year has its plan; null when there was no check this year. */
  readonly plan: PlanStanding | null;
  /** Declined this year: the first day it is offered again. */
  readonly reofferFrom: LocalDate | null;
  /** Years that are over, in all of which they were eligible, without a check; oldest first. */
  readonly missedYears: readonly string[];
}

/** Where somebody stands on a day. Nothing dated after that day is looked at. */
export function healthCheckStanding(tracked: Tracked, asAt: LocalDate): HealthCheckStanding {
  const year = financialYearOf(asAt);
  const checks = countedChecks(tracked, asAt);
  const { due } = nextCheck(tracked, asAt);
  const plan = planOfYear(checks, tracked.plans, asAt);
  const declined = tracked.declines.find((on) => on >= year.first && on <= asAt);
  const status = statusOn({
    isEligible: isEligible(tracked, asAt),
    isChecked: plan !== null,
    isDeclined: declined !== undefined,
    due,
    asAt,
  });
  return {
    status,
    eligibleFrom: eligibleFrom(tracked),
    year: year.label,
    lastCheck: checks.at(-1) ?? null,
    due,
    overdueSince: status === 'OVERDUE' ? addDays(due, 1) : null,
    plan: status === 'NOT_ELIGIBLE' ? null : plan,
    reofferFrom: status === 'DECLINED_THIS_FY' && declined !== undefined ? reofferFrom(declined) : null,
    missedYears: missedYears(tracked, asAt),
  };
}

/** What the status follows from. */
export interface StatusFacts {
  readonly isEligible: boolean;
  readonly isChecked: boolean;
  readonly isDeclined: boolean;
  readonly due: LocalDate;
  readonly asAt: LocalDate;
}

/** The status on a day: the first of the six that holds. */
export function statusOn(facts: StatusFacts): HealthCheckStatus {
  const { due, asAt } = facts;
  if (!facts.isEligible) return 'NOT_ELIGIBLE';
  if (facts.isChecked) return 'COMPLETED_THIS_FY';
  if (facts.isDeclined) return 'DECLINED_THIS_FY';
  if (asAt > due) return 'OVERDUE';
  return daysBetween(asAt, due) <= dueSoonDays || asAt >= lastQuarter(asAt) ? 'DUE_SOON' : 'UP_TO_DATE';
}

/** 1 January of the financial year of a day. */
function lastQuarter(asAt: LocalDate): LocalDate {
  return localDate(`${financialYearOf(asAt).last.slice(0, 4)}-01-01`);
}
