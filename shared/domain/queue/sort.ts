/** Sorting a queue by the columns of its page. Whatever is chosen, equal rows keep the order of the policy: the order is total. */
import { compareDates } from '../calendar/local-date.ts';
import { tierRank } from '../policy/tier.ts';
import { referralStages } from '../referral/state.ts';
import { compareRows, compareText } from './order.ts';
import type { QueueRow } from './queue-row.ts';

export const sortColumns = [
  'policy',
  'name',
  'age',
  'wait',
  'tier',
  'stage',
  'received',
  'appointment',
  'next-step',
  'assigned',
] as const;
export type SortColumn = (typeof sortColumns)[number];

/** One column to sort by; the first of several matters most. */
export interface SortBy {
  readonly column: SortColumn;
  readonly direction: 'ascending' | 'descending';
}

const names = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

type Compare = (a: QueueRow, b: QueueRow) => number;

const comparisons: Readonly<Record<SortColumn, Compare>> = {
  policy: compareRows,
  name: (a, b) => names.compare(a.familyName, b.familyName) || names.compare(a.givenName, b.givenName),
  // The youngest was born last; the longest wait began first.
  age: (a, b) => compareDates(b.birthDate, a.birthDate),
  wait: (a, b) => compareDates(b.clockStart ?? b.orderingDate, a.clockStart ?? a.orderingDate),
  tier: (a, b) => tierRank(a.tier) - tierRank(b.tier),
  stage: (a, b) => referralStages.indexOf(a.stage) - referralStages.indexOf(b.stage),
  received: (a, b) => compareText(a.receivedAt, b.receivedAt),
  appointment: (a, b) => compareText(a.appointmentOn ?? '', b.appointmentOn ?? ''),
  'next-step': (a, b) => compareText(a.dutyBy ?? '', b.dutyBy ?? ''),
  assigned: (a, b) => names.compare(a.assignedTo ?? '', b.assignedTo ?? ''),
};

/** Whether a row has nothing in a column: such rows come last, whichever way it is sorted. */
const isBlank: Readonly<Partial<Record<SortColumn, (row: QueueRow) => boolean>>> = {
  wait: (row) => row.clockStart === null,
  appointment: (row) => row.appointmentOn === null,
  'next-step': (row) => row.dutyBy === null,
  assigned: (row) => row.assignedTo === null,
};

/** A sorted copy of the rows. */
export function sortRows(rows: readonly QueueRow[], by: readonly SortBy[]): QueueRow[] {
  const compares = by.map(comparisonOf);
  return [...rows].sort((a, b) => {
    for (const compare of compares) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return compareRows(a, b);
  });
}

function comparisonOf({ column, direction }: SortBy): Compare {
  const compare = comparisons[column];
  const blank = isBlank[column];
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    const blanks = blank === undefined ? 0 : Number(blank(a)) - Number(blank(b));
    return blanks !== 0 ? blanks : sign * compare(a, b);
  };
}
