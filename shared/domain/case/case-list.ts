/** Which rows of a kind's list to show, and in which order. Every criterion given must hold; within one, any of its values will do. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { nameMatches, searchWords } from '../queue/name-search.ts';
import { type CaseRow, isOverdue, statusOfRow } from './case-row.ts';
import type { CaseType, WaitingOn } from './case-type.ts';

/** When what is to be done next is due. */
export const dueWithins = ['overdue', '7-days', '28-days', '90-days'] as const;
export type DueWithin = (typeof dueWithins)[number];

export interface CaseFilter {
  readonly services?: readonly string[] | undefined;
  readonly statuses?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly waitingOn?: readonly WaitingOn[] | undefined;
  readonly due?: DueWithin | undefined;
  /** Words that begin words of the name. */
  readonly text?: string | undefined;
}

/** The columns that a list can be sorted by. */
export const caseSortColumns = ['due', 'name', 'status', 'opened', 'ended', 'group', 'service'] as const;
export type CaseSortColumn = (typeof caseSortColumns)[number];

export interface CaseSort {
  readonly column: CaseSortColumn;
  readonly direction: 'ascending' | 'descending';
}

const withinDays: Readonly<Record<Exclude<DueWithin, 'overdue'>, number>> = {
  '7-days': 7,
  '28-days': 28,
  '90-days': 90,
};

/** The rows that a filter keeps on a day, each with its status of that day, in the order they came. */
export function filteredCases(
  type: CaseType,
  rows: readonly CaseRow[],
  filter: CaseFilter,
  asAt: LocalDate,
): CaseRow[] {
  const words = searchWords(filter.text ?? '');
  return rows
    .map((row) => ({ ...row, status: statusOfRow(type, row, asAt) }))
    .filter(
      (row) =>
        isAny(filter.services, row.service) &&
        isAny(filter.statuses, row.status) &&
        isAny(filter.groups, row.group) &&
        isAny(filter.waitingOn, row.waitingOn) &&
        isDue(row, filter.due, asAt) &&
        (words.length === 0 || nameMatches(words, searchWords(`${row.givenName} ${row.familyName}`))),
    );
}

function isDue(row: CaseRow, within: DueWithin | undefined, asAt: LocalDate): boolean {
  if (within === undefined) return true;
  if (within === 'overdue') return isOverdue(row, asAt);
  return row.due !== null && row.due.on <= addDays(asAt, withinDays[within]);
}

/** An empty list asks for nothing, like an absent one: a form with no box ticked. */
function isAny<T>(wanted: readonly T[] | undefined, value: T | null): boolean {
  return wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));
}

const names = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });
type Compare = (a: CaseRow, b: CaseRow) => number;
const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const comparisons: Readonly<Record<CaseSortColumn, Compare>> = {
  due: (a, b) => text(a.due?.on ?? '', b.due?.on ?? ''),
  name: (a, b) => names.compare(a.familyName, b.familyName) || names.compare(a.givenName, b.givenName),
  status: (a, b) => text(a.status, b.status),
  opened: (a, b) => text(a.openedOn, b.openedOn),
  ended: (a, b) => text(a.lastEventOn, b.lastEventOn),
  group: (a, b) => names.compare(a.group ?? '', b.group ?? ''),
  service: (a, b) => text(a.service, b.service),
};
/** Rows that have nothing in a column come last, whichever way it is sorted. */
const isBlank: Readonly<Partial<Record<CaseSortColumn, (row: CaseRow) => boolean>>> = {
  due: ({ due }) => due === null,
  group: ({ group }) => group === null,
};

/** A sorted copy. Equal rows go by due date and then by id, so that the order is total. */
export function sortedCases(rows: readonly CaseRow[], { column, direction }: CaseSort): CaseRow[] {
  const compare = compareBy(column, direction);
  const byDue = compareBy('due', 'ascending');
  return rows.toSorted((a, b) => compare(a, b) || byDue(a, b) || text(a.caseId, b.caseId));
}

function compareBy(column: CaseSortColumn, direction: CaseSort['direction']): Compare {
  const compare = comparisons[column];
  const blank = isBlank[column];
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    const blanks = blank === undefined ? 0 : Number(blank(a)) - Number(blank(b));
    return blanks || sign * compare(a, b);
  };
}
