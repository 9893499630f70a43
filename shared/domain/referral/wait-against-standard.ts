/** How a wait stands against the standard of its queue: inside or over, and on which days that turns. */
import { bandOf } from '../bands/band.ts';
import { communityBands } from '../bands/waiting-bands.ts';
import { formatDate } from '../calendar/format-date.ts';
import { addDays, addMonths, type LocalDate } from '../calendar/local-date.ts';
import { counted, firstBreachDay, lastCompliantDay, weeksAndDays, wholeWeeks } from '../calendar/weeks.ts';
import { amberDay } from '../deadline/ladder.ts';
import type { Policy, QueuePolicy } from '../policy/policy.ts';
import { clockFamilies } from './clock-families/clock-families.ts';
import type { Clock, ReferralState } from './state.ts';

/** `nearing` is past the first warning and not over: what a tag on a page says. */
export type WaitStanding = 'within' | 'nearing' | 'breached';

export interface WaitAgainstStandard {
  readonly days: number;
  readonly weeks: number;
  readonly standing: WaitStanding;
  readonly within: boolean;
  readonly standardDays: number;
  /** How many days over; 0 when inside. */
  readonly daysOver: number;
  readonly lastDayInside: LocalDate;
  readonly firstDayOver: LocalDate;
  /** Label of the community band: `12-18 wk`. */
  readonly band: string;
  /** The same standard said in months, where its source says it so. It decides nothing. */
  readonly months?: { readonly number: number; readonly lastDay: LocalDate; readonly within: boolean };
}

/** How a number of days stands against the standard of a queue. */
export function standingOf(days: number, { standard, warnDays }: QueuePolicy): WaitStanding {
  if (days > standard.days) return 'breached';
  return days >= (warnDays?.amber ?? amberDay(standard.days)) ? 'nearing' : 'within';
}

/** The wait of a clock of so many days. */
export function waitAgainstStandard(clock: Clock, days: number, queue: QueuePolicy): WaitAgainstStandard {
  const limit = queue.standard.days;
  const day = addDays(clock.startOn, days);
  const months = queue.standard.alsoMonths;
  const monthsDue = months === undefined ? undefined : addMonths(clock.startOn, months);
  return {
    days,
    weeks: wholeWeeks(days),
    standing: standingOf(days, queue),
    within: days <= limit,
    standardDays: limit,
    daysOver: Math.max(0, days - limit),
    lastDayInside: lastCompliantDay(clock.startOn, limit),
    firstDayOver: firstBreachDay(clock.startOn, limit),
    band: bandOf(communityBands, days)?.label ?? '',
    ...(months !== undefined &&
      monthsDue !== undefined && { months: { number: months, lastDay: monthsDue, within: day <= monthsDue } }),
  };
}

/** In words: `126 days = 18 weeks 0 days; within 18 weeks (126 days); last day inside: 12 May 2025; …`. */
export function waitInWords(wait: WaitAgainstStandard, queue: QueuePolicy): string {
  const standard = `${queue.standard.name} (${counted(wait.standardDays, 'day')})`;
  const against = wait.within ? `within ${standard}` : `over ${standard} by ${counted(wait.daysOver, 'day')}`;
  return [
    `${counted(wait.days, 'day')} = ${weeksAndDays(wait.days)}`,
    against,
    `last day inside: ${formatDate(wait.lastDayInside)}`,
    `first day over: ${formatDate(wait.firstDayOver)}`,
    `band ${wait.band}`,
  ].join('; ');
}

/** The days to first contact aimed at for the priority: shown beside the wait, and never part of "breached". */
export interface TierTarget {
  readonly days: number;
  readonly by: LocalDate;
  readonly standing: 'met' | 'missed' | 'pending' | 'overdue';
}

/**
 * The target of a referral's priority, from its receipt to first contact (where the queue is for a diagnosis, to the first
 * contact too). Undefined where nothing was received.
 */
export function tierTarget(state: ReferralState, policy: Policy, queue: QueuePolicy): TierTarget | undefined {
  const { received, firstContact, assessmentStarted } = state.stamps;
  if (received === undefined) return undefined;
  const days = policy.tierTargetDays[state.tier];
  const by = addDays(received, days);
  const seenOn = clockFamilies[queue.clockFamily].diagnostic ? (firstContact ?? assessmentStarted) : firstContact;
  if (seenOn !== undefined) return { days, by, standing: seenOn <= by ? 'met' : 'missed' };
  return { days, by, standing: state.asAt > by ? 'overdue' : 'pending' };
}
