/** Where one waiting list stands, and what it needs: every figure of queue mathematics about it, with what limits each. */
import { compareFractions, type Fraction, fraction, subtract } from '../number/fraction.ts';
import { LOAD_BEYOND_STEADY_STATE, steadyStateAssumptions } from './assumptions.ts';
import {
  isQueueTooBig,
  loadOf,
  pressure,
  queueRatio,
  reliefCapacity,
  targetCapacity,
  targetMeanWait,
  targetQueueSize,
  USUAL_FACTOR,
  USUAL_RELIEF_WEEKS,
  USUAL_VARIATION,
  type Variation,
  weeksToTarget,
} from './queue-mathematics.ts';

/** What is known of a list. Rates are people a week, waits weeks. */
export interface ListMeasured {
  readonly demand: number;
  readonly capacity: number;
  readonly queue: number;
  readonly targetWeeks: number;
  /** Of those who wait now; null when nobody does. */
  readonly meanWaitWeeks: number | Fraction | null;
  readonly factor?: number;
  readonly variation?: Variation;
  readonly reliefWeeks?: number;
}

/** `no-capacity`: nothing is removed; `growing`: more come than go; `beyond-steady-state`: by far; `too-big`: relief comes first. */
export type PositionFlag = 'no-capacity' | 'growing' | 'beyond-steady-state' | 'too-big';

export interface ListPosition {
  readonly load: Fraction | null;
  readonly targetMeanWait: Fraction;
  readonly targetQueue: Fraction;
  readonly queueRatio: Fraction | null;
  /** While the list is too big; null otherwise. */
  readonly reliefCapacity: Fraction | null;
  /** While the list is not too big and a steady state is in sight; null otherwise. */
  readonly targetCapacity: Fraction | null;
  readonly pressure: Fraction | null;
  readonly weeksToTarget: Fraction | null;
  /** People a week by which the list grows; negative when it shrinks. */
  readonly growth: Fraction;
  readonly flags: readonly PositionFlag[];
  /** What has to hold for these figures to hold: shown with them. */
  readonly assumptions: readonly string[];
}

export function positionOf(list: ListMeasured): ListPosition {
  const { demand, capacity, queue, targetWeeks, meanWaitWeeks } = list;
  const factor = list.factor ?? USUAL_FACTOR;
  const variation = list.variation ?? { arrivals: USUAL_VARIATION, removals: USUAL_VARIATION };
  const targetQueue = targetQueueSize(demand, targetWeeks, factor);
  const load = loadOf(demand, capacity);
  const isTooBig = isQueueTooBig(queue, targetQueue);
  const isBeyond = load === null || compareFractions(load, fraction(LOAD_BEYOND_STEADY_STATE)) > 0;
  return {
    load,
    targetQueue,
    targetMeanWait: targetMeanWait(targetWeeks, factor),
    queueRatio: queueRatio(queue, targetQueue),
    reliefCapacity: reliefCapacity(demand, queue, targetQueue, list.reliefWeeks ?? USUAL_RELIEF_WEEKS),
    targetCapacity: isTooBig || isBeyond ? null : targetCapacity(demand, targetWeeks, factor, variation),
    pressure: meanWaitWeeks === null ? null : pressure(meanWaitWeeks, targetWeeks),
    weeksToTarget: weeksToTarget(queue, targetQueue, demand, capacity),
    growth: subtract(fraction(demand), fraction(capacity)),
    assumptions: steadyStateAssumptions,
    flags: [
      ...(capacity === 0 ? ['no-capacity' as const] : []),
      ...(demand > capacity ? ['growing' as const] : []),
      ...(capacity > 0 && isBeyond ? ['beyond-steady-state' as const] : []),
      ...(isTooBig ? ['too-big' as const] : []),
    ],
  };
}
