/**
 * How a list may go on from today, week by week, with how sure that is. The list is taken as a reflected Brownian motion, the
 * heavy-traffic limit of a single queue (Kingman 1962; Harrison 1985): arrivals and removals scatter around their rates, and
 * nobody is removed from an empty list. Its distribution on any day has a closed form, so a what-if answers at once; a
 * discrete-event simulation holds it to account in the tests.
 */
import { normalDistribution } from './normal-distribution.ts';
import { targetQueueSize, USUAL_FACTOR, USUAL_VARIATION, type Variation } from './queue-mathematics.ts';

/** What is asked. Rates are people a week. */
export interface WhatIf {
  /** People on the list on day 0. */
  readonly queue: number;
  readonly demand: number;
  /** Appointments a week that a new person could be given. */
  readonly slots: number;
  /** Share of them that is missed, 0 to 1. */
  readonly missedShare: number;
  readonly variation?: Variation;
}

export interface ForecastWeek {
  readonly week: number;
  /** People on the list: the middle, and the band that 95 of 100 such lists stay in. */
  readonly queue: { readonly low: number; readonly middle: number; readonly high: number };
  /** Weeks that somebody who joins then would wait, at the rate of removals then; null when nobody is removed. */
  readonly waitWeeks: { readonly low: number; readonly middle: number; readonly high: number } | null;
}

/** The share of lists below and above the band. */
const TAIL = 0.025;

/** People a week who are removed: missed appointments see nobody. */
export function effectiveCapacity({ slots, missedShare }: Pick<WhatIf, 'slots' | 'missedShare'>): number {
  return slots * (1 - missedShare);
}

/** The forecast at some weeks from now, each above 0. */
export function forecast(asked: WhatIf, weeks: readonly number[]): readonly ForecastWeek[] {
  const capacity = effectiveCapacity(asked);
  return weeks.map((week) => {
    const at = (share: number) => Math.round(queueQuantile(asked, week, share));
    const queue = { low: at(TAIL), middle: at(0.5), high: at(1 - TAIL) };
    const wait = (people: number) => people / capacity;
    return {
      week,
      queue,
      waitWeeks: capacity === 0 ? null : { low: wait(queue.low), middle: wait(queue.middle), high: wait(queue.high) },
    };
  });
}

/** The share of such lists that hold no more than so many people after some weeks. */
export function queueShareUpTo(asked: WhatIf, week: number, people: number): number {
  if (people < 0) return 0;
  const { drift, spread } = motionOf(asked);
  const scale = Math.sqrt(spread * week);
  if (scale === 0) return asked.queue + drift * week <= people ? 1 : 0;
  const free = normalDistribution((people - asked.queue - drift * week) / scale);
  const mirrored = normalDistribution((-people - asked.queue - drift * week) / scale);
  const weight = Math.exp((2 * drift * people) / spread);
  // The mirrored part is the smaller the larger its weight: where one overflows the other is 0.
  return Math.min(1, Math.max(0, free - (mirrored === 0 ? 0 : weight * mirrored)));
}

/** How many people such a list holds after some weeks, at a share of all that may happen. */
export function queueQuantile(asked: WhatIf, week: number, share: number): number {
  const { drift, spread } = motionOf(asked);
  let low = 0;
  let high = Math.max(asked.queue, asked.queue + drift * week) + 12 * Math.sqrt(spread * week) + 1;
  for (let step = 0; step < 60 && high - low > 1e-6; step += 1) {
    const middle = (low + high) / 2;
    if (queueShareUpTo(asked, week, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What it takes to be at a target by a day: the answer in people, and in appointments when some are missed. */
export interface WhatItTakes {
  /** People on the list of a service that keeps the target. */
  readonly targetQueue: number;
  /** People a week to remove until then, and the appointments that takes; null when nothing but more time would do. */
  readonly removals: number;
  readonly slots: number | null;
  /** Appointments a week more, or fewer, than there are. */
  readonly moreSlots: number | null;
}

/** @param weeks until the day, above 0. @param factor by which the target is kept: see queue-mathematics.ts. */
export function whatItTakes(
  asked: WhatIf,
  targetWeeks: number,
  weeks: number,
  factor: number = USUAL_FACTOR,
): WhatItTakes {
  const { numerator, denominator } = targetQueueSize(asked.demand, targetWeeks, factor);
  const targetQueue = Number(numerator) / Number(denominator);
  const removals = asked.demand + Math.max(0, asked.queue - targetQueue) / weeks;
  const slots = asked.missedShare >= 1 ? null : removals / (1 - asked.missedShare);
  return { targetQueue, removals, slots, moreSlots: slots === null ? null : slots - asked.slots };
}

function motionOf(asked: WhatIf): { readonly drift: number; readonly spread: number } {
  const { demand, variation = { arrivals: USUAL_VARIATION, removals: USUAL_VARIATION } } = asked;
  const capacity = effectiveCapacity(asked);
  return {
    drift: demand - capacity,
    spread: demand * variation.arrivals ** 2 + capacity * variation.removals ** 2,
  };
}
