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

/** Negative, zero or positive as `a` comes before, is, or comes after `b`. Zero only for one referral. */
export function compareRows(a: OrderFacts, b: OrderFacts): number {
  return (
    tierRank(a.tier) - tierRank(b.tier) ||
    compareText(a.orderingDate, b.orderingDate) ||
    // A receipt known only by its day comes before those of the day that have a time: as text it is their beginning.
    compareText(a.receivedAt, b.receivedAt) ||
    compareText(a.referralId, b.referralId)
  );
}

/** Plain text order, the same as that of bytes for everything that is compared here. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
