/** A seeded source of chance (mulberry32): the same seed gives the same place, person for person. Not for secrets. */
export interface Chance {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
  /** One of the list, as often as its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** True with this probability. */
  happens(probability: number): boolean;
  /** A wait in whole days, log-normal: half are shorter than `median`; `spread` is the sigma of the logarithm. */
  wait(median: number, spread: number): number;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[whole(0, list.length - 1)];
    if (chosen === undefined) throw new Error('Nothing to pick from');
    return chosen;
  };
  return {
    next,
    whole,
    pick,
    weighted(list) {
      let at = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        at -= weight;
        if (at < 0) return value;
      }
      return pick(list)[0];
    },
    happens: (probability) => next() < probability,
    wait: (median, spread) => Math.max(0, Math.round(median * Math.exp(spread * normal(next)))),
  };
}

/** A standard normal deviate (Box and Muller). */
function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
