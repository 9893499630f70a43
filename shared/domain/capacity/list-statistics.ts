/**
 * What a plain list of referrals and removals says of its demand, capacity and size, as NHSRwaitinglist defines them
 * (`wl_referral_stats`, `wl_removal_stats`, `wl_queue_size`, `wl_stats`), with its three faults put right (domain.md 11): waits
 * are in weeks, nobody referred after the last day is counted, and the factor is a factor. One pass over typed arrays into
 * counts by day, and nothing is sorted: a million rows take a few milliseconds.
 */

/** Days since 1970. A referral that was not removed has {@link STILL_WAITING}; both arrays are of one length. */
export interface DatedList {
  readonly referred: Int32Array;
  readonly removed: Int32Array;
}

/** Larger than any day. */
export const STILL_WAITING = 0x7f_ff_ff_ff;

/** A rate of events: a week, with how much the gaps between them vary. Null where too little happened to say. */
export interface Rate {
  readonly weekly: number;
  readonly variation: number;
  readonly count: number;
}

export interface ListStatistics {
  readonly demand: Rate | null;
  readonly capacity: Rate | null;
  /** Who waits at the end of the last day. */
  readonly queue: number;
  /** Weeks; of those who wait. Null when nobody does. */
  readonly meanWaitWeeks: number | null;
}

/** @param last the last day; the latest referral's where absent. Whatever comes after it is not seen. */
export function listStatistics(list: DatedList, last: number = latestOf(list.referred)): ListStatistics {
  const counts = countedByDay(list, last);
  const { arrivals, removals, queue } = counts;
  if (arrivals.length === 0) return { demand: null, capacity: null, queue: 0, meanWaitWeeks: null };
  return {
    demand: demandOf(arrivals),
    capacity: capacityOf(arrivals, removals),
    queue,
    meanWaitWeeks: queue === 0 ? null : counts.waitedDays / queue / 7,
  };
}

/** How many wait at the end of each day, from the first referral to the last day. */
export function queueSizes(
  list: DatedList,
  last: number = latestOf(list.referred),
): { readonly first: number; readonly sizes: Int32Array } {
  const { first, arrivals, removals } = countedByDay(list, last);
  let queue = 0;
  const sizes = arrivals.map((come, day) => {
    queue += come - (removals[day] ?? 0);
    return queue;
  });
  return { first, sizes };
}

interface DayCounts {
  /** The day of the first referral: that of the first entry of both. */
  readonly first: number;
  readonly arrivals: Int32Array;
  readonly removals: Int32Array;
  /** Who waits at the end of the last day, and how long all of them together have. */
  readonly queue: number;
  readonly waitedDays: number;
}

function countedByDay({ referred, removed }: DatedList, last: number): DayCounts {
  let first = last + 1;
  for (const day of referred) if (day < first) first = day;
  const arrivals = new Int32Array(last - first + 1);
  const removals = new Int32Array(last - first + 1);
  let queue = 0;
  let waitedDays = 0;
  for (let at = 0; at < referred.length; at += 1) {
    const from = referred[at] ?? STILL_WAITING;
    if (from > last) continue;
    arrivals[from - first] = (arrivals[from - first] ?? 0) + 1;
    const until = removed[at] ?? STILL_WAITING;
    if (until <= last) {
      removals[until - first] = (removals[until - first] ?? 0) + 1;
    } else {
      queue += 1;
      waitedDays += last - from;
    }
  }
  return { first, arrivals, removals, queue, waitedDays };
}

/** Gaps between the first day, each referral and the last day: the package counts both ends as arrivals. */
function demandOf(arrivals: Int32Array): Rate | null {
  const gaps = new Gaps();
  let before = 0;
  for (let day = 0; day < arrivals.length; day += 1) {
    const come = arrivals[day] ?? 0;
    if (come === 0) continue;
    gaps.add(day - before, come);
    before = day;
  }
  gaps.add(arrivals.length - 1 - before, 1);
  return gaps.rate();
}

/**
 * Gaps between removals while somebody waited: a day on which nobody does starts the gap anew, so that an idle service is not
 * taken for a slow one.
 */
function capacityOf(arrivals: Int32Array, removals: Int32Array): Rate | null {
  const gaps = new Gaps();
  let before = 0;
  let queue = 0;
  for (let day = 0; day < arrivals.length; day += 1) {
    const gone = removals[day] ?? 0;
    queue += (arrivals[day] ?? 0) - gone;
    // An empty day comes before the removals of that day.
    if (queue === 0) before = day;
    if (gone === 0) continue;
    gaps.add(day - before, gone);
    before = day;
  }
  return gaps.rate();
}

/** Mean and standard deviation (n - 1) of whole days, in one pass and exactly: sums of whole numbers stay whole. */
class Gaps {
  #count = 0;
  #sum = 0;
  #squares = 0;

  /** @param events on the day that ends the gap: those after the first follow it at once. */
  add(days: number, events: number): void {
    this.#count += events;
    this.#sum += days;
    this.#squares += days * days;
  }

  rate(): Rate | null {
    if (this.#sum === 0) return null;
    const mean = this.#sum / this.#count;
    const spread = this.#count < 2 ? 0 : (this.#squares - this.#sum * mean) / (this.#count - 1);
    return { weekly: 7 / mean, variation: Math.sqrt(Math.max(0, spread)) / mean, count: this.#count };
  }
}

function latestOf(days: Int32Array): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const day of days) if (day > latest) latest = day;
  return latest === Number.NEGATIVE_INFINITY ? -1 : latest;
}
