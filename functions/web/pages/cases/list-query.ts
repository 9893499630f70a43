/** What the address of a list of cases asks for, in codes. One address is one list, so it can be kept and gone back to. */
import type { CaseQuestion } from '../../../../shared/application/case/list-cases.ts';
import {
  type CaseSort,
  type CaseSortColumn,
  caseSortColumns,
  type DueWithin,
  dueWithins,
} from '../../../../shared/domain/case/case-list.ts';
import { type WaitingOn, waitingOns } from '../../../../shared/domain/case/case-type.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { caseListPath } from './addresses.ts';
import type { CasePages } from './case-pages.ts';

export interface CaseListQuery {
  readonly list: 'open' | 'closed';
  readonly status: readonly string[];
  readonly waiting: readonly WaitingOn[];
  readonly due: DueWithin | null;
  readonly service: string | null;
  readonly group: string | null;
  /** Null for the usual order. */
  readonly sort: CaseSort | null;
  readonly cursor: string | null;
}

/** @throws `invalid` `filter-unknown`: a list that silently shows more than was asked is a hazard. */
export function readCaseListQuery(query: URLSearchParams, { statuses }: CasePages): CaseListQuery {
  const column = oneOf(query, 'sort', caseSortColumns);
  const direction = oneOf(query, 'direction', ['ascending', 'descending'] as const) ?? 'ascending';
  return {
    list: oneOf(query, 'list', ['open', 'closed'] as const) ?? 'open',
    status: severalOf(query, 'status', [...Object.keys(statuses), 'void']),
    waiting: severalOf(query, 'waiting', waitingOns),
    due: oneOf(query, 'due', dueWithins),
    service: query.get('service') || null,
    group: query.get('group') || null,
    sort: column === null ? null : { column, direction },
    cursor: query.get('cursor') || null,
  };
}

export function questionOf(kind: CaseQuestion['kind'], query: CaseListQuery): CaseQuestion {
  return {
    kind,
    list: query.list,
    filter: {
      statuses: query.status,
      waitingOn: query.waiting,
      due: query.due ?? undefined,
      services: query.service === null ? [] : [query.service],
      groups: query.group === null ? [] : [query.group],
    },
    sort: query.sort ?? undefined,
    cursor: query.cursor ?? undefined,
  };
}

/** The list with something changed, from its beginning. @param path another page of the same list. */
export function caseListAddress(
  kind: string,
  query: Partial<CaseListQuery>,
  path: string = caseListPath(kind),
): string {
  const search = new URLSearchParams();
  if (query.list === 'closed') search.set('list', 'closed');
  for (const code of query.status ?? []) search.append('status', code);
  for (const code of query.waiting ?? []) search.append('waiting', code);
  for (const name of ['due', 'service', 'group', 'cursor'] as const) {
    const value = query[name];
    if (value !== null && value !== undefined) search.set(name, value);
  }
  if (query.sort !== null && query.sort !== undefined) {
    search.set('sort', query.sort.column);
    if (query.sort.direction === 'descending') search.set('direction', 'descending');
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function isFiltered({ status, waiting, due, service, group }: CaseListQuery): boolean {
  return status.length > 0 || waiting.length > 0 || due !== null || service !== null || group !== null;
}

/** How a column's heading sorts: the way round that it is not. */
export function sortedBy(kind: string, query: CaseListQuery, column: CaseSortColumn) {
  const usual: CaseSort =
    query.list === 'open' ? { column: 'due', direction: 'ascending' } : { column: 'ended', direction: 'descending' };
  const now = query.sort ?? usual;
  const direction = now.column === column ? now.direction : ('none' as const);
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  return { direction, href: caseListAddress(kind, { ...query, cursor: null, sort: { column, direction: next } }) };
}

function oneOf<T extends string>(query: URLSearchParams, name: string, codes: readonly T[]): T | null {
  return severalOf(query, name, codes)[0] ?? null;
}

function severalOf<T extends string>(query: URLSearchParams, name: string, codes: readonly T[]): readonly T[] {
  const asked = [...new Set(query.getAll(name))].filter((code) => code !== '');
  if (asked.some((code) => !codes.some((one) => one === code)))
    throw invalid(
      'filter-unknown',
      'This address asks for a list in a way that is not known. Start from the list again',
    );
  return codes.filter((code) => asked.includes(code));
}
