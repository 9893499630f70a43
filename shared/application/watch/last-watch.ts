import { epochMillisecondsOf, type Instant } from '../../domain/calendar/instant.ts';
import type { ScheduleRuns } from '../ports/schedule-runs.ts';
import { WATCH_SCHEDULE } from './watch-deadlines.ts';

/** Hours within which the watch is to have run: a day, and two for a run that is late or long. */
export const WATCHED_WITHIN_HOURS = 26;
/** A run that was cut short is followed by one that goes on: the last whole one is not far back. */
const RUNS_LOOKED_AT = 5;

/** When what falls due was last looked at whole; null where it never was. */
export interface LastWatch {
  readonly at: Instant | null;
  /** Too long ago, or never: a list of alerts may lack some then, and must say so. */
  readonly isOverdue: boolean;
}

export async function lastWatch(
  { scheduleRuns }: { readonly scheduleRuns: Pick<ScheduleRuns, 'latest'> },
  now: Instant,
): Promise<LastWatch> {
  const runs = await scheduleRuns.latest(WATCH_SCHEDULE, RUNS_LOOKED_AT);
  const at = runs.find(({ complete }) => complete)?.time ?? null;
  const hours = at === null ? Infinity : (epochMillisecondsOf(now) - epochMillisecondsOf(at)) / 3_600_000;
  return { at, isOverdue: hours > WATCHED_WITHIN_HOURS };
}
