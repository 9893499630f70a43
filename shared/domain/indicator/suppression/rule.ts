/** The rules of small numbers (domain.md 2.3), as data: which counts are hidden, and how the others are rounded. */

/** How small numbers are kept from telling of anybody. */
export interface SuppressionRule {
  readonly code: SuppressionCode;
  readonly name: string;
  readonly source: string;
  /** Counts from `from` to `to` are hidden, both included. */
  readonly hides: { readonly from: number; readonly to: number };
  /** Other counts are rounded to the nearest of these. */
  readonly roundTo: number;
}

export const suppressionCodes = ['under-5', '1-to-7'] as const;
export type SuppressionCode = (typeof suppressionCodes)[number];

export const suppressionRules: Readonly<Record<SuppressionCode, SuppressionRule>> = {
  'under-5': {
    code: 'under-5',
    name: 'Counts under 5 are hidden, nought included; the rest are rounded to 5',
    source: 'NHS England, MHSDS published code (domain.md 2.3)',
    hides: { from: 0, to: 4 },
    roundTo: 5,
  },
  '1-to-7': {
    code: '1-to-7',
    name: 'Counts from 1 to 7 are hidden; the rest are rounded to 5',
    source: 'Hospital Episode Statistics disclosure rule (domain.md 2.3)',
    hides: { from: 1, to: 7 },
    roundTo: 5,
  },
};

/** Whether a count is one that the rule hides. */
export function isProtected(count: number, { hides }: SuppressionRule): boolean {
  return count >= hides.from && count <= hides.to;
}

/** The least count that can be told: what a side of a rate needs at least. */
export function leastTold({ hides }: SuppressionRule): number {
  return hides.to + 1;
}

/** A count rounded as the rule rounds, half up. */
export function roundedCount(count: number, { roundTo }: SuppressionRule): number {
  return Math.floor((count + roundTo / 2) / roundTo) * roundTo;
}
