/**
 * Raw counts of what was in time, and the two rates that are always given together: with every case, and without those
 * late under an exception. A waiting list, a holiday and staff leave are no exceptions, so they stay in both.
 */
import { percentage } from '../number/proportion.ts';
import type { AdviceStanding } from './advice-limit.ts';
import type { LimitStanding } from './timetable.ts';

/** What came in time, what did not, and what did not under an exception. Whatever is not due yet is in none of them. */
export interface TimelinessCounts {
  readonly onTime: number;
  readonly late: number;
  readonly lateException: number;
}

/** The two rates; null when there is nothing to share. */
export interface OnTimeRates {
  readonly withExceptions: number | null;
  readonly withoutExceptions: number | null;
}

const adviceCountedAs: Readonly<Record<AdviceStanding, keyof TimelinessCounts | null>> = {
  awaited: null,
  withdrawn: null,
  'on-time': 'onTime',
  late: 'late',
  overdue: 'late',
  'late-exception': 'lateException',
  'overdue-exception': 'lateException',
};

const limitCountedAs: Readonly<Record<LimitStanding, keyof TimelinessCounts | null>> = {
  open: null,
  'not-needed': null,
  met: 'onTime',
  late: 'late',
  overdue: 'late',
  'late-lifted': 'lateException',
  'overdue-lifted': 'lateException',
};

/** Counts of some advice. */
export function countAdvice(standings: readonly AdviceStanding[]): TimelinessCounts {
  return counted(standings.map((standing) => adviceCountedAs[standing]));
}

/** Counts of one of the authority's limits. */
export function countLimits(standings: readonly LimitStanding[]): TimelinessCounts {
  return counted(standings.map((standing) => limitCountedAs[standing]));
}

/** The rates of some counts, as percentages to one decimal place. */
export function onTimeRates({ onTime, late, lateException }: TimelinessCounts): OnTimeRates {
  return {
    withExceptions: percentage(onTime, onTime + late + lateException),
    withoutExceptions: percentage(onTime, onTime + late),
  };
}

/**
 * How all the advice of one assessment stands together: on time only when every service's is. The worst of them says it;
 * null while any is still awaited in time and none is late, and when none is owed.
 */
export function adviceTogether(standings: readonly AdviceStanding[]): 'on-time' | 'late' | 'late-exception' | null {
  const kinds = new Set(standings.map((standing) => adviceCountedAs[standing]));
  if (kinds.has('late')) return 'late';
  if (kinds.has('lateException')) return 'late-exception';
  return kinds.has('onTime') && !standings.includes('awaited') ? 'on-time' : null;
}

function counted(kinds: readonly (keyof TimelinessCounts | null)[]): TimelinessCounts {
  const count = (kind: keyof TimelinessCounts) => kinds.filter((one) => one === kind).length;
  return { onTime: count('onTime'), late: count('late'), lateException: count('lateException') };
}
