/** Addresses of the pages about a queue. What they hold besides its code is in list-query.ts. */
import { type ListQuery, listSearch } from './list-query.ts';

export function listAddress(queue: string, query?: ListQuery): string {
  return `/queues/${queue}${query === undefined ? '' : listSearch(query)}`;
}

/** The same rows for paper: all of them, from the first. */
export function printAddress(queue: string, query: ListQuery): string {
  return `/queues/${queue}/print${listSearch({ ...query, cursor: null })}`;
}

/** The same rows as a file. */
export function downloadAddress(queue: string, query: ListQuery): string {
  return `/queues/${queue}/download${listSearch({ ...query, cursor: null })}`;
}

export function figuresAddress(queue: string): string {
  return `/queues/${queue}/figures`;
}

export function bulkAddress(queue: string): string {
  return `/queues/${queue}/bulk`;
}
