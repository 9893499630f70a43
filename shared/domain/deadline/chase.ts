import * as z from 'zod';
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';

/**
 * The days on which a body that owes an answer is chased, counted from the day it was asked. Apart from the alert
 * ladder: that one tells our own staff.
 */
export const chaseLadderSchema = z.object({
  /** Days, in any order. */
  days: z.array(z.int().min(1).max(3650)).max(50),
  /** From this day on it is chased every day; null for never. */
  dailyFrom: z.int().min(1).max(3650).nullable(),
});

/** See {@link chaseLadderSchema}. */
export type ChaseLadder = Readonly<z.output<typeof chaseLadderSchema>>;

/** Health and social care advice for an EHC assessment: days 14, 28, 35 and 40, then daily from day 43. */
export const ehcAdviceChases: ChaseLadder = { days: [14, 28, 35, 40], dailyFrom: 43 };

/**
 * The first day of the ladder after the last chase, or the first of all when there was none; undefined when no more is
 * to come. The chase is due once that day has come: several missed days make one chase, not several.
 */
export function nextChase(ladder: ChaseLadder, start: LocalDate, lastChased?: LocalDate): LocalDate | undefined {
  const chasedDay = lastChased === undefined ? 0 : daysBetween(start, lastChased);
  const listed = ladder.days.filter((day) => day > chasedDay);
  const daily = ladder.dailyFrom === null ? [] : [Math.max(ladder.dailyFrom, chasedDay + 1)];
  const next = Math.min(...listed, ...daily);
  return Number.isFinite(next) ? addDays(start, next) : undefined;
}
