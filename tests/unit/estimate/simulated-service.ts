/** A service simulated week by week: children come, are put in order, and are seen as there are appointments. */
import type { PastWait } from '../../../shared/domain/estimate/past-wait.ts';

export interface SimulatedService {
  readonly name: string;
  readonly seed: number;
  /** Children a week, by the week it is. */
  readonly demand: (week: number) => number;
  readonly capacity: (week: number) => number;
  readonly startList: number;
  /** Share of appointments given out of order, among the first third of the list. */
  readonly outOfOrder: number;
  /** Chance a week that a child leaves the list unseen. */
  readonly leaves: number;
}

type Simulated = { -readonly [K in keyof PastWait]: PastWait[K] };

/** Runs the service and answers with everybody who ever came. Days are counted from the first week. */
export function simulated(service: SimulatedService, weeks: number): readonly PastWait[] {
  const random = seeded(service.seed);
  const everybody: Simulated[] = [];
  let list: Simulated[] = [];
  const come = (day: number) => {
    const chance = random();
    const tier = chance < 0.05 ? 0 : chance < 0.2 ? 1 : 2;
    const child: Simulated = {
      tier,
      order: day,
      from: day,
      until: null,
      seen: false,
      group: random() < 0.4 ? '0-4' : '5-10',
    };
    everybody.push(child);
    list.push(child);
  };
  for (let n = 0; n < service.startList; n += 1)
    come(-Math.floor((random() * service.startList * 7) / service.capacity(0)));
  for (let week = 0; week < weeks; week += 1) {
    for (let n = poisson(service.demand(week), random); n > 0; n -= 1) come(week * 7 + Math.floor(random() * 7));
    list.sort((a, b) => a.tier - b.tier || a.order - b.order);
    for (let n = poisson(service.capacity(week), random); n > 0 && list.length > 0; n -= 1) {
      const at = random() < service.outOfOrder ? Math.floor((random() * list.length) / 3) : 0;
      const [child] = list.splice(at, 1);
      if (child !== undefined) Object.assign(child, { until: Math.max(child.from + 1, week * 7 + 6), seen: true });
    }
    const leaving = list.filter(() => random() < service.leaves);
    for (const child of leaving) child.until = Math.max(child.from + 1, week * 7 + 6);
    if (leaving.length > 0) list = list.filter((child) => !leaving.includes(child));
  }
  return everybody;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(mean: number, random: () => number): number {
  let count = -1;
  for (let left = Math.exp(-mean), product = 1; product > left; count += 1) product *= random();
  return count;
}
