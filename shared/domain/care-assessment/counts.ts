/** The raw counts of initial health assessments that were due in a period (domain.md 5): seen and returned in time, twice over. */
import type { LocalDate } from '../calendar/local-date.ts';
import { type DelayOwner, delayOwners } from './facts.ts';
import type { CareState } from './state.ts';

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
export function initialCounts(
  states: readonly CareState[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): InitialCounts {
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
