import * as z from 'zod';
import { type BankHolidays, englandAndWales } from '../calendar/bank-holidays.ts';
import { addDays, compareDates, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { assertNever } from '../error.ts';
import { type Deadline, type Severity, severities, type Warning } from './deadline.ts';

const count = z.int().min(0).max(3650);

/** A limit in calendar days, with its warnings at 75% and 90% unless the ladder names other days. */
const inDays = z.object({
  count: z.literal('days'),
  limit: count,
  amber: count.optional(),
  approaching: count.optional(),
});

/** A limit in working days, likewise. */
const inWorkingDays = inDays.extend({ count: z.literal('working-days') });

/** A due date that something else works out, with warnings so many days before it. */
const beforeDue = z.object({ count: z.literal('before-due'), amber: count, approaching: count });

/** Days waited on which somebody is told, with no due date between them; the first is the first day past the limit. */
const milestones = z.object({
  count: z.literal('milestones'),
  days: z
    .array(z.object({ threshold: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), day: count.min(1) }))
    .min(1)
    .max(20),
});

/** How a deadline follows from its start: data that a place can change. */
export const ladderSchema = z.discriminatedUnion('count', [inDays, inWorkingDays, beforeDue, milestones]);

/** See {@link ladderSchema}. */
export type Ladder = Readonly<z.output<typeof ladderSchema>>;

/** The ladders of the standards this service knows. Limits in days take the 75% and 90% rule. */
export const ladders = {
  eighteenWeeks: { count: 'days', limit: 126 },
  thirteenWeeks: { count: 'days', limit: 91 },
  fourWeeks: { count: 'days', limit: 28 },
  ehcAdvice: { count: 'days', limit: 42 },
  // The local targets stand in for percentages: booked by working day 10, seen by 15.
  initialHealthAssessment: { count: 'working-days', limit: 20, amber: 10, approaching: 15 },
  healthCheck: { count: 'before-due', amber: 56, approaching: 14 },
  budgetReview: { count: 'before-due', amber: 28, approaching: 7 },
  accessReview: { count: 'before-due', amber: 28, approaching: 7 },
  // From six months before the 16th birthday a young person is to be invited (domain.md 9.1): the shortest six months have 181 days.
  accessInvite: { count: 'before-due', amber: 181, approaching: 28 },
  // A family that messages do not reach is told of by the next morning [D].
  familyUnreached: { count: 'working-days', limit: 5, amber: 0, approaching: 3 },
  longWaits: {
    count: 'milestones',
    days: [
      { threshold: 'over-52-weeks', day: 365 },
      { threshold: 'over-65-weeks', day: 456 },
      { threshold: 'over-78-weeks', day: 547 },
      { threshold: 'over-104-weeks', day: 729 },
    ],
  },
} as const satisfies Record<string, Ladder>;

/** The day of a 75% warning, `ceil(0.75 N)`, in whole numbers. */
export function amberDay(limit: number): number {
  return Math.floor((3 * limit + 3) / 4);
}

/** The day of a 90% warning, `ceil(0.9 N)`, in whole numbers. */
export function approachingDay(limit: number): number {
  return Math.floor((9 * limit + 9) / 10);
}

/** What a ladder starts from. */
export type DeadlineStart = {
  /** See {@link Deadline}. */
  readonly kind: string;
  readonly start: LocalDate;
  /** Only for ladders counted `before-due`, which need it. */
  readonly due?: LocalDate;
  /** Only for ladders counted in working days. */
  readonly holidays?: BankHolidays;
};

/**
 * The deadline that a ladder makes of a start. Throws `unavailable` (`bank-holidays-unknown`) when working days leave
 * the years of the list, and a `RangeError` when a `before-due` ladder is given no due date.
 */
export function deadlineFrom(ladder: Ladder, from: DeadlineStart): Deadline {
  const { kind, start, holidays = englandAndWales } = from;
  switch (ladder.count) {
    case 'days': {
      const { limit, amber = amberDay(limit), approaching = approachingDay(limit) } = ladder;
      return ladderTo(kind, start, addDays(start, limit), addDays(start, amber), addDays(start, approaching));
    }
    case 'working-days': {
      const { limit, amber = amberDay(limit), approaching = approachingDay(limit) } = ladder;
      const after = (days: number) => addWorkingDays(start, days, holidays);
      return ladderTo(kind, start, after(limit), after(amber), after(approaching));
    }
    case 'before-due': {
      if (from.due === undefined) throw new RangeError('This ladder counts back from a due date, and none was given');
      const { amber, approaching } = ladder;
      return ladderTo(kind, start, from.due, addDays(from.due, -amber), addDays(from.due, -approaching));
    }
    case 'milestones': {
      const warnOn = ladder.days.map(({ threshold, day }) => warning('breach', addDays(start, day), threshold));
      warnOn.sort((a, b) => compareDates(a.on, b.on));
      const first = Math.min(...ladder.days.map(({ day }) => day));
      return { kind, start, due: addDays(start, first - 1), warnOn };
    }
    default:
      return assertNever(ladder, 'ladder');
  }
}

// The breach is the calendar day after the due date for every ladder: on a Saturday after a Friday due date a duty is
// late, although its working-day number has not moved.
function ladderTo(kind: string, start: LocalDate, due: LocalDate, amber: LocalDate, approaching: LocalDate): Deadline {
  const days: Record<Severity, LocalDate> = { amber, approaching, breach: addDays(due, 1) };
  const warnOn = severities.map((severity) => warning(severity, days[severity]));
  return { kind, start, due, warnOn: warnOn.sort((a, b) => compareDates(a.on, b.on)) };
}

function warning(severity: Severity, on: LocalDate, threshold: string = severity): Warning {
  return { threshold, severity, on };
}
