/**
 * Honest estimates: a range of weeks that a family may still wait, from the queue's own waits. Where a child stands in the
 * policy's order and the queue's pace give a first guess; how waits of the last year came out against such guesses, those still
 * waiting included, gives the range. So a queue that gets slower, or takes some out of order, shows in the range by itself.
 * Where there is too little to go by, it says so.
 */
import { type Guess, guessAt, type ListOnDay, listOn, numberBefore, PACE_DAYS } from './pace.ts';
import type { PastWait } from './past-wait.ts';
import { type SurvivalStep, survival, timeOfShare, type Watched } from './survival.ts';

/** Days between two lists that guesses are looked back on from. */
const STEP_DAYS = 28;
/** How far back guesses are looked at; and how much of what happened since is used: the newest tells most of today. */
const BACK_DAYS = 728;
const USED_DAYS = 364;
/** Children seen, at least, for a group to have ratios of its own, and for anything to be said at all. */
const ENOUGH = 50;

/** The shares at which a range is given: one in ten is seen sooner than the first, one in ten later than the last. */
export const estimateShares = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Days more to wait at {@link estimateShares}, in that order. */
export type EstimatedDays = readonly [number, number, number, number, number];

/** Why there is no estimate. */
export type NoEstimate = 'too-few-seen' | 'standing-still' | 'too-long-to-say';

export type Estimate = { readonly days: EstimatedDays } | { readonly none: NoEstimate };

/** All that estimates about a queue are made from on a day. */
export interface EstimateModel {
  readonly list: ListOnDay;
  /** Children seen in the days used. */
  readonly seen: number;
  readonly ratios: ReadonlyMap<string, readonly SurvivalStep[]>;
}

export function estimateModel(waits: readonly PastWait[], today: number): EstimateModel {
  const byKey = new Map<string, Watched[]>();
  for (let day = today - BACK_DAYS; day < today; day += STEP_DAYS) {
    const list = listOn(waits, day);
    // Of a list that was not there half a year before, nobody knows the pace.
    if (!waits.some(({ from }) => from <= day - PACE_DAYS)) continue;
    for (const [before, wait] of list.waiting.entries()) {
      const guess = guessAt(list, wait.tier, before);
      if (guess === null) continue;
      const watched = against(wait, day, guess.days, today);
      if (watched === null) continue;
      for (const key of keysOf(wait, guess.days)) {
        const others = byKey.get(key);
        if (others === undefined) byKey.set(key, [watched]);
        else others.push(watched);
      }
    }
  }
  return { list: listOn(waits, today), seen: seenIn(waits, today - USED_DAYS, today), ratios: ratiosOf(byKey) };
}

/** What is said to somebody of a priority, ordering date and group. */
export function estimateFor(model: EstimateModel, who: Pick<PastWait, 'tier' | 'order' | 'group'>): Estimate {
  if (model.seen < ENOUGH) return { none: 'too-few-seen' };
  const guess = guessAt(model.list, who.tier, numberBefore(model.list, who));
  if (guess === null) return { none: 'standing-still' };
  const steps = keysOf(who, guess.days)
    .map((key) => model.ratios.get(key))
    .find((ratios) => ratios !== undefined);
  if (steps === undefined) return { none: 'too-few-seen' };
  const middle = timeOfShare(steps, 0.5);
  const doubt = sharedDoubt(guess);
  const days: number[] = [];
  for (const [at, share] of estimateShares.entries()) {
    const ratio = timeOfShare(steps, share);
    if (ratio === null || middle === null) return { none: 'too-long-to-say' };
    days.push(widened(ratio, middle, (normalQuantiles[at] ?? 0) * doubt) * guess.days);
  }
  const [p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0] = days;
  return { days: [p10, p25, p50, p75, p90] };
}

/** Where the shares lie on a standard normal distribution. */
const normalQuantiles = [-1.2816, -0.6745, 0, 0.6745, 1.2816] as const;

/**
 * How far off a guess may be for all who wait today alike, beyond what past ratios hold: one year holds few paces, and of waits of
 * a year's length only one.
 */
function sharedDoubt({ days, doubt }: Guess): number {
  return Math.hypot(doubt.pace, doubt.wait * Math.sqrt(Math.min(1, days / USED_DAYS)));
}

/**
 * A ratio moved away from the middle one by a doubt. Two independent causes add up as squares, in parts of the wait.
 */
function widened(ratio: number, middle: number, doubt: number): number {
  const away = Math.hypot(Math.log(ratio / middle), doubt);
  return middle * Math.exp(doubt < 0 ? -away : away);
}

/** How a guess made on a day came out, in parts of it: only what happened in the days that are used. Null when none of it did. */
function against({ until, seen }: PastWait, day: number, guess: number, today: number): Watched | null {
  const end = Math.min(until ?? today, today);
  const from = Math.max(0, today - USED_DAYS - day) / guess;
  const to = (end - day) / guess;
  return to <= from ? null : { from, to, ended: seen && until !== null && until <= today };
}

/** Guesses are told apart by how far they reach: at the front of a list a week is much, at its end it is nothing. In days. */
const REACHES = [28, 91, 182, 364];

/** The groups that somebody's wait tells of, the closest first. */
function keysOf({ tier, group }: Pick<PastWait, 'tier' | 'group'>, guess: number): readonly string[] {
  const reach = REACHES.filter((days) => guess >= days).length;
  return [`${tier} ${reach} ${group}`, `${tier} ${reach}`, `${tier}`, 'all'];
}

function ratiosOf(byKey: ReadonlyMap<string, readonly Watched[]>): ReadonlyMap<string, readonly SurvivalStep[]> {
  const enough = [...byKey].filter(([, watched]) => watched.filter(({ ended }) => ended).length >= ENOUGH * 3);
  return new Map(enough.map(([key, watched]) => [key, survival(watched)]));
}

function seenIn(waits: readonly PastWait[], after: number, upTo: number): number {
  let count = 0;
  for (const { seen, until } of waits) if (seen && until !== null && until > after && until <= upTo) count += 1;
  return count;
}
