/** Raw counts of the indicator for a financial year (domain.md 3): no percentage, no rounding, no suppression. */
import type { FinancialYear } from '../calendar/financial-year.ts';
import { earliest, type LocalDate } from '../calendar/local-date.ts';
import { planOfYear } from './action-plan.ts';
import { countedChecks } from './due-date.ts';
import { isEligible } from './eligibility.ts';
import type { Tracked } from './tracked.ts';

/** One person as the indicator counts them: who they are is nobody's business here. */
export interface Counted {
  readonly tracked: Tracked;
  /** Whether an ethnic category, or that it was not stated, is recorded: without it a check misses the incentive. */
  readonly ethnicityRecorded: boolean;
}

export interface HealthCheckCounts {
  /** `2025-26` */
  readonly year: string;
  /** The day counted to: the last of the year, or `asAt` while the year runs. */
  readonly to: LocalDate;
  /** Eligible on that day with a check in the year; a second check adds nothing. */
  readonly checked: number;
  /** Of those, with a health action plan that is valid. */
  readonly withPlan: number;
  /** Of those, with an ethnic category recorded as well. */
  readonly withPlanAndEthnicity: number;
  /** Eligible on that day, declines included: the headline's denominator. */
  readonly eligible: number;
  /** Of those, declined in the year and not checked. */
  readonly declined: number;
  /** The incentive's denominator: without those. */
  readonly eligibleWithoutDeclined: number;
}

/** Counts a list for a financial year, as known on a day. */
export function healthCheckCounts(list: Iterable<Counted>, year: FinancialYear, asAt: LocalDate): HealthCheckCounts {
  const to = earliest(asAt, year.last);
  const counts = { checked: 0, withPlan: 0, withPlanAndEthnicity: 0, eligible: 0, declined: 0 };
  for (const { tracked, ethnicityRecorded } of list) {
    if (to < year.first || !isEligible(tracked, to)) continue;
    counts.eligible += 1;
    const plan = planOfYear(countedChecks(tracked, to), tracked.plans, to);
    if (plan !== null) counts.checked += 1;
    else if (tracked.declines.some((on) => on >= year.first && on <= to)) counts.declined += 1;
    if (plan !== 'complete') continue;
    counts.withPlan += 1;
    if (ethnicityRecorded) counts.withPlanAndEthnicity += 1;
  }
  return { year: year.label, to, ...counts, eligibleWithoutDeclined: counts.eligible - counts.declined };
}
