/** A figure of a queue's waits as people read it: an unrounded number of days in weeks and days. */
import { weeksAndDays } from '../../../../shared/domain/calendar/weeks.ts';

/** `16 weeks 3 days`; a percentile between two days is told by the whole day it has reached. `None` where nobody waits. */
export function waitFigure(days: number | null): string {
  return days === null ? 'None' : weeksAndDays(Math.floor(days));
}
