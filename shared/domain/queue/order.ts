/**
 * The order of a queue by policy: urgent, soon, routine; then the earliest ordering date; then the earliest receipt; then
 * the id as text. Flags move nobody. Said twice, for memory and for the store, and tested to be one order.
 */
import { tierRank } from '../policy/tier.ts';
import type { QueueRow } from './queue-row.ts';

/** The facts a row is ordered by. */
export type OrderFacts = Pick<QueueRow, 'tier' | 'orderingDate' | 'receivedAt' | 'referralId'>;

/** The order as text that compares byte by byte: the sort key of the store's list. 1 + 1 + 10 + 1 + 10 to 24 + 1 + 16 bytes. */
export function listOrderKey(row: OrderFacts): string {
  return `${tierRank(row.tier)}#${row.orderingDate}#${row.receivedAt}#${row.referralId}`;
}

/** What puts one child before another. Families are told the rules by these names (ADR 0101). */
export type OrderRule = 'need' | 'time-waited' | 'came-first' | 'by-chance';

/** The rules, the first that tells two apart decides. The last always does: an id is given by chance. */
export const orderRules: readonly {
  readonly rule: OrderRule;
  readonly compare: (a: OrderFacts, b: OrderFacts) => number;
}[] = [
  { rule: 'need', compare: (a, b) => tierRank(a.tier) - tierRank(b.tier) },
  { rule: 'time-waited', compare: (a, b) => compareText(a.orderingDate, b.orderingDate) },
  // A receipt known only by its day comes before those of the day that have a time: as text it is their beginning.
  { rule: 'came-first', compare: (a, b) => compareText(a.receivedAt, b.receivedAt) },
  { rule: 'by-chance', compare: (a, b) => compareText(a.referralId, b.referralId) },
];

/** Negative, zero or positive as `a` comes before, is, or comes after `b`. Zero only for one referral. */
export function compareRows(a: OrderFacts, b: OrderFacts): number {
  for (const { compare } of orderRules) {
    const difference = compare(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Plain text order, the same as that of bytes for everything that is compared here. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
