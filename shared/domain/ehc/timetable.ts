/** The authority's timetable: what is due by when after a request, and how each step stood against its limit (domain.md 6). */
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { type EhcLimit, type EhcRuleSet, ehcLimits } from './rule-set.ts';

/** The last day of each limit. It does not move for weekends and bank holidays: weeks are calendar weeks. */
export function limitDates(requestedOn: LocalDate, { limitDays }: EhcRuleSet): Readonly<Record<EhcLimit, LocalDate>> {
  const due = (limit: EhcLimit) => addDays(requestedOn, limitDays[limit]);
  return { decision: due('decision'), 'no-plan-notice': due('no-plan-notice'), 'final-plan': due('final-plan') };
}

/** How a step stands: `lifted` means past its day while an exception lifts the limit, done or not. */
export const limitStandings = [
  'met',
  'open',
  'late',
  'overdue',
  'late-lifted',
  'overdue-lifted',
  'not-needed',
] as const;
export type LimitStanding = (typeof limitStandings)[number];

/** One step against its limit. */
export interface LimitStep {
  readonly limit: EhcLimit;
  readonly due: LocalDate;
  readonly doneOn: LocalDate | null;
  /** Days from the request to the step, or to the day asked about. */
  readonly day: number;
  readonly of: number;
  /** Whether an exception lifts it. It adds no days, and the count does not pause. */
  readonly lifted: boolean;
  readonly standing: LimitStanding;
}

/** What has been done of the timetable. */
export interface LimitsDone {
  readonly requestedOn: LocalDate;
  readonly done: Readonly<Partial<Record<EhcLimit, LocalDate>>>;
  /** Limits that an exception lifts. */
  readonly lifted: ReadonlySet<EhcLimit>;
  /** Limits that the course of things has made empty: a refusal to assess leaves no plan to be due. */
  readonly notNeeded: ReadonlySet<EhcLimit>;
}

/** Every step as at a day. */
export function limitSteps(done: LimitsDone, asAt: LocalDate, rules: EhcRuleSet): readonly LimitStep[] {
  const dates = limitDates(done.requestedOn, rules);
  return ehcLimits.map((limit) => {
    const due = dates[limit];
    const doneOn = done.done[limit] ?? null;
    const lifted = done.lifted.has(limit);
    const day = daysBetween(done.requestedOn, doneOn ?? asAt);
    const standing = standingOf({ due, doneOn, lifted, notNeeded: done.notNeeded.has(limit) }, asAt);
    return { limit, due, doneOn, day, of: rules.limitDays[limit], lifted, standing };
  });
}

function standingOf(
  step: Pick<LimitStep, 'due' | 'doneOn' | 'lifted'> & { readonly notNeeded: boolean },
  asAt: LocalDate,
): LimitStanding {
  const { due, doneOn, lifted, notNeeded } = step;
  if (doneOn !== null) return doneOn <= due ? 'met' : lifted ? 'late-lifted' : 'late';
  if (notNeeded) return 'not-needed';
  if (asAt <= due) return 'open';
  return lifted ? 'overdue-lifted' : 'overdue';
}
