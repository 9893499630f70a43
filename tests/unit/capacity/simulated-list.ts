/** A list simulated event by event: people arrive, one after another is removed, nobody is removed from an empty list. */

/** What a run is made of. Rates are people a week; variations are those of the gaps between events. */
export interface SimulatedService {
  readonly queue: number;
  readonly demand: number;
  readonly capacity: number;
  readonly arrivals: number;
  readonly removals: number;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many are on the list at the end of each of some weeks, in order. */
export function simulatedQueue(service: SimulatedService, weeks: readonly number[], random: () => number): number[] {
  const { demand, capacity } = service;
  const gap = (rate: number, variation: number) => gamma(variation, random) / rate;
  let queue = service.queue;
  let arrival = demand === 0 ? Number.POSITIVE_INFINITY : gap(demand, service.arrivals);
  let removal = capacity === 0 ? Number.POSITIVE_INFINITY : gap(capacity, service.removals);
  return weeks.map((week) => {
    while (Math.min(arrival, removal) <= week) {
      if (arrival <= removal) {
        queue += 1;
        arrival += gap(demand, service.arrivals);
      } else {
        queue = Math.max(0, queue - 1);
        removal += gap(capacity, service.removals);
      }
    }
    return queue;
  });
}

/** A gamma-distributed number of mean 1 with a coefficient of variation (Marsaglia and Tsang, 2000). */
function gamma(variation: number, random: () => number): number {
  const shape = 1 / variation ** 2;
  if (shape === 1) return -Math.log(1 - random());
  const boost = shape < 1 ? random() ** (1 / shape) : 1;
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return (boost * d * v) / shape;
  }
}
