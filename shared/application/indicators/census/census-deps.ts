import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import type { DeprivationTable } from '../../../domain/indicator/deprivation/deprivation.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { FigureKeeping } from '../../ports/figure-keeping.ts';
import type { Policies } from '../../ports/policies.ts';
import type { PublishedFigures } from '../../ports/published-figures.ts';
import type { Queues } from '../../ports/queues.ts';
import type { Referrals } from '../../ports/referrals.ts';
import type { ScheduleRuns } from '../../ports/schedule-runs.ts';
import type { ReturnSource } from './return-sources.ts';

/** How many of those who should have, have: what a duty is told by. */
export interface DutyCount {
  /** The indicator of the catalogue that it is a count of. */
  readonly indicator: string;
  readonly label: string;
  readonly period: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A duty whose figures the census publishes: each counts its own. */
export type DutySource = (policy: Policy, asAt: LocalDate) => Promise<readonly DutyCount[]>;

/** What a census reaches the world through. It reads no person: a referral's row copies what figures are cut by. */
export interface CensusDeps {
  readonly queues: Pick<Queues, 'each'>;
  readonly referrals: Pick<Referrals, 'many'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly figures: PublishedFigures;
  readonly keeping: FigureKeeping;
  readonly duties: readonly DutySource[];
  readonly returns: readonly ReturnSource[];
  readonly deprivation: DeprivationTable;
  readonly scheduleRuns: Pick<ScheduleRuns, 'keep'>;
}
