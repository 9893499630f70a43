/**
 * Which cells of a row must be hidden so that none of the small ones can be worked out from the others and their sum.
 *
 * Hiding a small cell alone is not enough: the sum less the others gives it away, rounded or not. So more cells are hidden,
 * the smallest first, until the hidden ones could stand in for one another: people could be moved among them so that each
 * small cell holds anything that the rule hides, with every figure that is shown as it is. Whoever knows all that is shown, even exactly,
 * then learns of a small cell what the star says and nothing more (docs/adr/0051).
 */
import { isProtected, type SuppressionRule } from './rule.ts';

/** Which cells to hide, or that hiding all of them would not be enough. */
export type Hidden = readonly boolean[] | 'not-enough';

/**
 * @param forced cells that are hidden whatever they hold, for another reason.
 */
export function hiddenCells(counts: readonly number[], rule: SuppressionRule, forced: readonly boolean[] = []): Hidden {
  const hidden = counts.map((count, at) => isProtected(count, rule) || forced[at] === true);
  while (hidden.includes(true) && !standInForEachOther(counts, hidden, rule)) {
    const next = smallestShown(counts, hidden, rule);
    if (next === undefined) return 'not-enough';
    hidden[next] = true;
  }
  return hidden;
}

/** Whether each small cell among the hidden could hold all that the rule hides, the other hidden ones making up for it. */
export function standInForEachOther(
  counts: readonly number[],
  hidden: readonly boolean[],
  rule: SuppressionRule,
): boolean {
  const chosen = counts.filter((_, at) => hidden[at]);
  if (chosen.length < 2) return false;
  const spare = chosen.reduce((sum, count) => sum + canGive(count, rule), 0);
  return chosen.every((count) => !isProtected(count, rule) || spare - canGive(count, rule) >= mustTake(count, rule));
}

/** How many a hidden cell can lose and still be one that would be hidden. */
export function canGive(count: number, { hides }: SuppressionRule): number {
  return Math.max(0, count - hides.from);
}

/** How many a small cell would gain to hold the most that the rule hides. */
function mustTake(count: number, { hides }: SuppressionRule): number {
  return hides.to - count;
}

/** The smallest cell that is shown, the first of equals in the order shown. A nought that may be told helps nobody. */
export function smallestShown(
  counts: readonly number[],
  hidden: readonly boolean[],
  rule: SuppressionRule,
): number | undefined {
  let found: number | undefined;
  for (const [at, count] of counts.entries()) {
    if (hidden[at] || canGive(count, rule) === 0) continue;
    if (found === undefined || count < (counts[found] ?? 0)) found = at;
  }
  return found;
}
