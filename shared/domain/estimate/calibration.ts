/**
 * How estimates came out: made again for past days from what was known then, and held against what has happened since. For a page
 * that anybody may read. Children who still wait are not left out: as soon as the range has passed them by they count as longer.
 */
import { type EstimatedDays, estimateFor, estimateModel } from './estimate.ts';
import { knownOn, type PastWait, waitsOn } from './past-wait.ts';

/** What became of the estimates of one day. A range is to hold 80 in 100: one in ten is seen sooner, one in ten later. */
export interface CalibrationCount {
  /** The day they were made for, in days since 1970. */
  readonly day: number;
  readonly sooner: number;
  readonly within: number;
  readonly later: number;
  /** Neither seen nor past their range yet. */
  readonly undecided: number;
}

/** Days between two days looked back at, and how many. */
const EVERY_DAYS = 91;
const TIMES = 8;

/** The oldest day first; days on which nothing could be said are left out. */
export function calibration(waits: readonly PastWait[], today: number): readonly CalibrationCount[] {
  const counts: CalibrationCount[] = [];
  for (let time = TIMES; time >= 1; time -= 1) {
    const day = today - time * EVERY_DAYS;
    const count = calibrationOn(waits, day, today);
    if (count.sooner + count.within + count.later + count.undecided > 0) counts.push(count);
  }
  return counts;
}

function calibrationOn(waits: readonly PastWait[], day: number, today: number): CalibrationCount {
  const model = estimateModel(knownOn(waits, day), day);
  const became = { sooner: 0, within: 0, later: 0, undecided: 0 };
  for (const wait of waits) {
    if (!waitsOn(wait, day)) continue;
    const estimate = estimateFor(model, wait);
    if ('none' in estimate) continue;
    const what = outcomeOf(wait, day, today, estimate.days);
    if (what !== null) became[what] += 1;
  }
  return { day, ...became };
}

/** Null for a child who left the list unseen: how long they would have waited nobody knows. */
function outcomeOf(
  { until, seen }: PastWait,
  day: number,
  today: number,
  [low, , , , high]: EstimatedDays,
): 'sooner' | 'within' | 'later' | 'undecided' | null {
  const hasLeft = until !== null && until <= today;
  if (hasLeft && !seen) return null;
  const waited = (hasLeft ? until : today) - day;
  if (waited > high) return 'later';
  if (!hasLeft) return 'undecided';
  return waited < low ? 'sooner' : 'within';
}
