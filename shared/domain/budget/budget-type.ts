/** The ways in which a budget is held, and which of several is counted (domain.md 4, types and national collection). */

/** Strongest first: a budget that was held in several ways in a year is counted under the first of these. */
export const budgetTypes = ['direct-payment', 'third-party', 'notional'] as const;
export type BudgetType = (typeof budgetTypes)[number];

/** The strongest of some types; undefined of none. */
export function strongestType(types: Iterable<BudgetType>): BudgetType | undefined {
  const held = new Set(types);
  return budgetTypes.find((type) => held.has(type));
}

/** Whether money is paid out: with a notional budget none moves. */
export function isPaidOut(type: BudgetType): boolean {
  return type !== 'notional';
}
