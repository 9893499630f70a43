/**
 * Queue mathematics of one waiting list (domain.md 11: Fong, Mushtaq, House and others, 2022, and the NHS-R package
 * NHSRwaitinglist, without its faults). Time is in weeks throughout, demand and capacity are people a week, and every result is
 * exact: what people read is rounded from it. Each figure holds under the assumptions in assumptions.ts, which are shown beside it.
 */
import { add, compareFractions, divide, type Fraction, fraction, multiply, subtract } from '../number/fraction.ts';

/** How many times the mean wait the target is: 4 means that 98.2% are seen within it, 6 that 99.8% are. */
export const USUAL_FACTOR = 4;
/** Coefficient of variation of gaps between arrivals, and between removals, where nobody has measured it. */
export const USUAL_VARIATION = 1;
/** Weeks in which a list that is too big is brought down, where nobody says otherwise. */
export const USUAL_RELIEF_WEEKS = 26;

const ZERO = fraction(0);

/** Demand over capacity: from 1 on the list grows without end. Null when there is no capacity. */
export function loadOf(demand: number, capacity: number): Fraction | null {
  return capacity === 0 ? null : fraction(demand, capacity);
}

/** Mean wait, in weeks, of a list that keeps its target. */
export function targetMeanWait(targetWeeks: number, factor: number = USUAL_FACTOR): Fraction {
  return fraction(targetWeeks, factor);
}

/** How many wait on a list that keeps its target (Little's law). */
export function targetQueueSize(demand: number, targetWeeks: number, factor: number = USUAL_FACTOR): Fraction {
  return multiply(fraction(demand), targetMeanWait(targetWeeks, factor));
}

/** The list over the target list; null when nobody is referred. */
export function queueRatio(queue: number, targetQueue: Fraction): Fraction | null {
  return targetQueue.numerator === 0n ? null : divide(fraction(queue), targetQueue);
}

/** Whether a list is more than twice what its target allows: then it needs relief before anything else. */
export function isQueueTooBig(queue: number, targetQueue: Fraction): boolean {
  return compareFractions(fraction(queue), multiply(fraction(2), targetQueue)) > 0;
}

/** People a week to be seen so that the list comes down to its target in so many weeks. Null when the list is not too big. */
export function reliefCapacity(
  demand: number,
  queue: number,
  targetQueue: Fraction,
  weeks: number = USUAL_RELIEF_WEEKS,
): Fraction | null {
  if (!isQueueTooBig(queue, targetQueue)) return null;
  return add(fraction(demand), divide(subtract(fraction(queue), targetQueue), fraction(weeks)));
}

/** Coefficients of variation: standard deviation over mean. */
export interface Variation {
  readonly arrivals: number;
  readonly removals: number;
}

/** People a week to be seen so that a list keeps its target for good (Kingman's approximation of heavy traffic). */
export function targetCapacity(
  demand: number,
  targetWeeks: number,
  factor: number = USUAL_FACTOR,
  { arrivals, removals }: Variation = { arrivals: USUAL_VARIATION, removals: USUAL_VARIATION },
): Fraction {
  const squared = (value: number) => multiply(fraction(value), fraction(value));
  const variation = divide(add(squared(arrivals), squared(removals)), fraction(2));
  return add(fraction(demand), multiply(variation, fraction(factor, targetWeeks)));
}

/** Twice the mean wait over the target: above 1 the list will most likely miss. For ranking lists, not a figure to be held to. */
export function pressure(meanWaitWeeks: number | Fraction, targetWeeks: number): Fraction {
  const mean = typeof meanWaitWeeks === 'number' ? fraction(meanWaitWeeks) : meanWaitWeeks;
  return divide(multiply(fraction(2), mean), fraction(targetWeeks));
}

/** How many wait on a stable list (Little's law). */
export function meanQueueSize(arrivals: number, meanWaitWeeks: number): Fraction {
  return multiply(fraction(arrivals), fraction(meanWaitWeeks));
}

/** The list after some weeks of more, or fewer, people seen than referred. Never below nobody. */
export function queueAfter(queue: number, demand: number, capacity: number, weeks: number): Fraction {
  const after = add(fraction(queue), multiply(subtract(fraction(demand), fraction(capacity)), fraction(weeks)));
  return compareFractions(after, ZERO) < 0 ? ZERO : after;
}

/** Weeks until the list is at its target: 0 when it is there, null when it never will be. */
export function weeksToTarget(queue: number, targetQueue: Fraction, demand: number, capacity: number): Fraction | null {
  const over = subtract(fraction(queue), targetQueue);
  if (compareFractions(over, ZERO) <= 0) return ZERO;
  return capacity === 0 || capacity <= demand ? null : divide(over, subtract(fraction(capacity), fraction(demand)));
}

/** The factor with which a share (0 to 1) of a stable list is seen within the target: `-ln(1 - share)`. */
export function factorOfShare(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError('A share lies between 0 and 1');
  return -Math.log1p(-share);
}

/** The share of a stable list that waits longer than its target: `e^-factor`. */
export function missedShare(factor: number): number {
  return Math.exp(-factor);
}

/**
 * Demand that was estimated from few referrals, put up by two standard errors so that capacity is not planned too small.
 * Null when there were too few to say: the estimate then stands as it is, and that is said.
 */
export function cautiousDemand(demand: number, referrals: number, arrivalsVariation: number): number | null {
  const error = referrals === 0 ? Number.POSITIVE_INFINITY : (2 * arrivalsVariation) / Math.sqrt(referrals);
  return error < 1 ? demand / (1 - error) : null;
}
