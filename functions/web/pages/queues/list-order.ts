/** The order of a list in words, and what each heading of its table offers. */
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import type { SortBy, SortColumn } from '../../../../shared/domain/queue/sort.ts';
import type { ColumnSort } from '../../../../shared/http/html/components/table.ts';
import { listAddress } from './addresses.ts';
import { fromTheStart, type ListQuery } from './list-query.ts';

type Direction = SortBy['direction'];

/** Which way a column is sorted first, and how each way is said. */
const words: Readonly<Record<SortColumn, { readonly first: Direction } & Readonly<Record<Direction, string>>>> = {
  policy: { first: 'ascending', ascending: 'as the policy orders it', descending: 'last of the policy’s order first' },
  name: { first: 'ascending', ascending: 'by name', descending: 'by name, from the end' },
  age: { first: 'ascending', ascending: 'youngest first', descending: 'oldest first' },
  wait: { first: 'descending', ascending: 'shortest wait first', descending: 'longest wait first' },
  tier: { first: 'ascending', ascending: 'most urgent first', descending: 'least urgent first' },
  stage: { first: 'ascending', ascending: 'by status', descending: 'by status, from the end' },
  received: { first: 'ascending', ascending: 'received earliest first', descending: 'received latest first' },
  appointment: { first: 'ascending', ascending: 'next appointment first', descending: 'last appointment first' },
  'next-step': { first: 'ascending', ascending: 'next step due first', descending: 'next step due last' },
  assigned: {
    first: 'ascending',
    ascending: 'by whom it is assigned to',
    descending: 'by whom it is assigned to, from the end',
  },
};

/** `urgent, soon, routine, then longest waiting`, or the order that was chosen. */
export function orderInWords({ sort }: ListQuery): string {
  return sort === null ? 'urgent, soon, routine; then longest waiting' : words[sort.column][sort.direction];
}

/** What a heading says of the order and where it leads: the list by its column, or the other way round. */
export function columnSort(query: ListQuery, queue: QueuePolicy, column: SortColumn): ColumnSort {
  const now = query.sort?.column === column ? query.sort.direction : 'none';
  const next: Direction = now === 'none' ? words[column].first : now === 'ascending' ? 'descending' : 'ascending';
  return {
    direction: now,
    href: listAddress(queue.code, fromTheStart(query, { sort: { column, direction: next } })),
  };
}
