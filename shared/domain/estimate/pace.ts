/**
 * How long those on a list would wait if it went on at its pace: as many as come before them in the policy's order, at the rate at
 * which the list lost people lately. It is no estimate yet: how waits came out against it is measured (estimate.ts).
 */
import { type PastWait, waitsOn } from './past-wait.ts';

/** Days over which the pace is taken: half a year, so that holidays even out. */
export const PACE_DAYS = 182;
/** Days between being next and being seen: letters and notice. Keeps the pace of those at the front from being nothing. */
const LEAD_DAYS = 7;

/** The list on a day, in its order. */
export interface ListOnDay {
  readonly day: number;
  readonly waiting: readonly PastWait[];
  /** Children seen in the days before. Who leaves unseen is as often behind somebody as before them, and is left out. */
  readonly seen: number;
  /** Children who came in the days before, by priority. */
  readonly came: readonly number[];
}

export function listOn(waits: readonly PastWait[], day: number): ListOnDay {
  const came: number[] = [];
  let seen = 0;
  const isLately = (on: number) => on > day - PACE_DAYS && on <= day;
  for (const wait of waits) {
    if (wait.seen && wait.until !== null && isLately(wait.until)) seen += 1;
    if (isLately(wait.from)) came[wait.tier] = (came[wait.tier] ?? 0) + 1;
  }
  return {
    day,
    waiting: waits.filter((wait) => waitsOn(wait, day)).sort(inOrder),
    seen,
    came,
  };
}

/** How long somebody would wait at a list's pace. */
export interface Guess {
  readonly days: number;
  /** How far off it may be for all who wait alike, in parts of it: that of the pace, and that of a wait as long as this. */
  readonly doubt: { readonly pace: number; readonly wait: number };
}

/**
 * The guess for somebody of a priority with so many before them; null when the list stands still for them. Those of higher
 * priorities who come meanwhile are seen first. Children come and are seen one by one, so that counts scatter by their roots.
 */
export function guessAt({ seen, came }: ListOnDay, tier: number, before: number): Guess | null {
  let higher = 0;
  for (let first = 0; first < tier; first += 1) higher += came[first] ?? 0;
  const theirs = seen - higher;
  if (theirs <= 0) return null;
  const scatter = (seen + higher) / theirs;
  return {
    days: LEAD_DAYS + ((before + 1) * PACE_DAYS) / theirs,
    doubt: { pace: Math.sqrt(scatter / theirs), wait: Math.sqrt(scatter / (before + 1)) },
  };
}

/** How many come before somebody of a priority and ordering date. */
export function numberBefore({ waiting }: ListOnDay, at: Pick<PastWait, 'tier' | 'order'>): number {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = waiting[middle];
    if (there !== undefined && inOrder(there, at) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(a: Pick<PastWait, 'tier' | 'order'>, b: Pick<PastWait, 'tier' | 'order'>): number {
  return a.tier - b.tier || a.order - b.order;
}
