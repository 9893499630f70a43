/** The one deadline of a health check record: the next check, warned of 56 and 14 days before, late the day after. */
import { compareDates, type LocalDate, latest } from '../calendar/local-date.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, type Ladder, ladders } from '../deadline/ladder.ts';
import { nextCheck, reofferFrom, standingDecline } from './due-date.ts';
import type { Tracked } from './tracked.ts';

/**
 * The deadline of the next check as known on a day; undefined for somebody who has left the register by then. After a
 * decline nobody is told before the check is offered again: the deadline then starts on that day, so that what was told of
 * it before has ended, and what is crossed by then is told anew.
 */
export function healthCheckDeadline(
  tracked: Tracked,
  asAt: LocalDate,
  ladder: Ladder = ladders.healthCheck,
): Deadline | undefined {
  if (tracked.registerTo !== null && asAt >= tracked.registerTo) return undefined;
  const { start, due } = nextCheck(tracked, asAt);
  const deadline = deadlineFrom(ladder, { kind: 'health-check', start, due });
  const declined = standingDecline(tracked, asAt);
  if (declined === undefined) return deadline;
  const offered = latest(start, reofferFrom(declined));
  const warnOn = deadline.warnOn.map((warning) => ({ ...warning, on: latest(warning.on, offered) }));
  return { ...deadline, start: offered, warnOn: warnOn.toSorted((a, b) => compareDates(a.on, b.on)) };
}
