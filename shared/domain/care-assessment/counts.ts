/** The raw counts of health assessments that were due in a period (domain.md 5): initial ones seen and returned in time, twice over; reviews seen in time. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { type DelayOwner, delayOwners } from './facts.ts';
import { type CareState, reviewsDue } from './state.ts';

/** How one child's initial assessment counts. Late paperwork from the authority is no exclusion. */
export type InitialCount =
  | { readonly counted: false; readonly why: 'short-breaks' | 'assessed-before' | 'care-ended' | 'refused' }
  | {
      readonly counted: true;
      /** By the law's twenty working days, and by the strategy's twenty days. */
      readonly seen: boolean;
      readonly returned: boolean;
      readonly seenStretch: boolean;
      readonly returnedStretch: boolean;
      readonly delayOwner: DelayOwner | null;
    };

export function initialCount(state: CareState): InitialCount {
  const { timetable, initial, careEndedOn } = state;
  if (state.isShortBreaks) return { counted: false, why: 'short-breaks' };
  if (state.assessedBefore !== null) return { counted: false, why: 'assessed-before' };
  // Ended on the due day or later: in the measure. Before it: out, even with the assessment done.
  if (careEndedOn !== null && careEndedOn < timetable.due) return { counted: false, why: 'care-ended' };
  if (state.refusedOn !== null && initial === null) return { counted: false, why: 'refused' };
  const by = (on: LocalDate | null | undefined, limit: LocalDate) => on !== null && on !== undefined && on <= limit;
  return {
    counted: true,
    seen: by(initial?.seenOn, timetable.due),
    returned: by(initial?.returnedOn, timetable.due),
    seenStretch: by(initial?.seenOn, timetable.stretch),
    returnedStretch: by(initial?.returnedOn, timetable.stretch),
    delayOwner: state.delays.at(-1)?.owner ?? null,
  };
}

export interface InitialCounts {
  readonly denominator: number;
  readonly seen: number;
  /** The headline: the plan must serve the first review. */
  readonly returned: number;
  readonly seenStretch: number;
  readonly returnedStretch: number;
  readonly excluded: Readonly<Record<'short-breaks' | 'assessed-before' | 'care-ended', number>>;
  /** In neither side, and shown apart. */
  readonly refused: number;
  /** Of those not returned in time, who caused the delay. */
  readonly lateBy: Readonly<Record<DelayOwner | 'not-recorded', number>>;
}

/** Of the assessments due from one day to another, both included. */
export function initialCounts(states: readonly CareState[], { from, to }: Period): InitialCounts {
  const due = states.filter(({ timetable }) => timetable.due >= from && timetable.due <= to).map(initialCount);
  const counted = due.filter((one) => one.counted);
  const left = (why: string) => due.filter((one) => !one.counted && one.why === why).length;
  const late = counted.filter(({ returned }) => !returned);
  const lateBy = (owner: DelayOwner | null) => late.filter(({ delayOwner }) => delayOwner === owner).length;
  return {
    denominator: counted.length,
    seen: counted.filter(({ seen }) => seen).length,
    returned: counted.filter(({ returned }) => returned).length,
    seenStretch: counted.filter(({ seenStretch }) => seenStretch).length,
    returnedStretch: counted.filter(({ returnedStretch }) => returnedStretch).length,
    excluded: {
      'short-breaks': left('short-breaks'),
      'assessed-before': left('assessed-before'),
      'care-ended': left('care-ended'),
    },
    refused: left('refused'),
    lateBy: {
      ...(Object.fromEntries(delayOwners.map((owner) => [owner, lateBy(owner)])) as Record<DelayOwner, number>),
      'not-recorded': lateBy(null),
    },
  };
}

export interface ReviewCounts {
  /** Due in the period, without those whose care ended first and those refused. */
  readonly denominator: number;
  /** Seen by the day it was due. */
  readonly seen: number;
  readonly seenLate: number;
  readonly notSeen: number;
  readonly careEnded: number;
  /** In neither side, and shown apart. */
  readonly refused: number;
}

/** Of the reviews due from one day to another, both included. @param states folded as at the last day, or later. */
export function reviewCounts(states: readonly CareState[], { from, to }: Period): ReviewCounts {
  const counts = { seen: 0, seenLate: 0, notSeen: 0, careEnded: 0, refused: 0 };
  for (const state of states) {
    const dueThen = reviewsDue(state).filter(({ due }) => due >= from && due <= to);
    for (const { due, seenOn } of dueThen) counts[reviewOutcome(state, due, seenOn)] += 1;
  }
  return { denominator: counts.seen + counts.seenLate + counts.notSeen, ...counts };
}

function reviewOutcome(
  state: CareState,
  due: LocalDate,
  seenOn: LocalDate | null,
): Exclude<keyof ReviewCounts, 'denominator'> {
  // As with the initial one: care that ended on the due day or later is in the measure.
  if (state.careEndedOn !== null && state.careEndedOn < due) return 'careEnded';
  if (seenOn !== null) return seenOn <= due ? 'seen' : 'seenLate';
  return state.refusedOn === null ? 'notSeen' : 'refused';
}
