/** What the address of the list asks for, in codes. One address is one list, so it can be kept, sent and gone back to. */
import type { CaseQuestion } from '../../../../shared/application/case/list-cases.ts';
import type { CaseList } from '../../../../shared/application/ports/cases.ts';
import { budgetTypes } from '../../../../shared/domain/budget/budget-type.ts';
import { budgetStages } from '../../../../shared/domain/budget/state.ts';
import {
  type CaseSort,
  type CaseSortColumn,
  caseSortColumns,
  dueWithins,
} from '../../../../shared/domain/case/case-list.ts';
import { waitingOns } from '../../../../shared/domain/case/case-type.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { budgetsCsvPath, budgetsPath } from './addresses.ts';

const codes = { status: budgetStages, type: budgetTypes, waiting: waitingOns } as const;
export type CodeFilter = keyof typeof codes;
export const codeFilters = Object.keys(codes) as readonly CodeFilter[];

export interface BudgetQuery {
  readonly list: CaseList;
  readonly chosen: { readonly [F in CodeFilter]: readonly (typeof codes)[F][number][] };
  /** Null for any. */
  readonly due: (typeof dueWithins)[number] | null;
  /** Null for the usual order of the list. */
  readonly sort: CaseSort | null;
  readonly cursor: string | null;
}

/** @throws `invalid` `filter-unknown`: a list that silently shows more than was asked is a hazard. */
export function readBudgetQuery(query: URLSearchParams): BudgetQuery {
  return {
    list: query.get('list') === 'closed' ? 'closed' : 'open',
    chosen: {
      status: severalOf(query, 'status'),
      type: severalOf(query, 'type'),
      waiting: severalOf(query, 'waiting'),
    },
    due: dueOf(query.get('due') ?? ''),
    sort: sortOf(query.get('sort') ?? ''),
    cursor: query.get('cursor') || null,
  };
}

export function budgetsAddress(query: BudgetQuery): string {
  return `${budgetsPath}${searchOf(query)}`;
}

export function budgetsCsvAddress(query: BudgetQuery): string {
  return `${budgetsCsvPath}${searchOf({ ...query, cursor: null })}`;
}

/** The list from its beginning, with something changed. */
export function changedQuery(query: BudgetQuery, change: Partial<BudgetQuery>): BudgetQuery {
  return { ...query, cursor: null, ...change };
}

export const noFilters: Pick<BudgetQuery, 'chosen' | 'due'> = {
  chosen: { status: [], type: [], waiting: [] },
  due: null,
};

export function isFiltered({ chosen, due }: BudgetQuery): boolean {
  return due !== null || codeFilters.some((name) => chosen[name].length > 0);
}

export function questionOf({ list, chosen, due, sort }: BudgetQuery): Omit<CaseQuestion, 'cursor' | 'limit'> {
  return {
    kind: 'budget',
    list,
    filter: { statuses: chosen.status, groups: chosen.type, waitingOn: chosen.waiting, due: due ?? undefined },
    sort: sort ?? undefined,
  };
}

/** The list sorted by a column, and the other way round where it is already. */
export function sortedBy(query: BudgetQuery, column: CaseSortColumn): BudgetQuery {
  const isAscending = query.sort?.column === column && query.sort.direction === 'ascending';
  return changedQuery(query, { sort: { column, direction: isAscending ? 'descending' : 'ascending' } });
}

/** What of the address travels with the form of the filters. */
export function keptWithFilters({ list, sort }: BudgetQuery): Readonly<Record<string, string>> {
  return { ...(list === 'closed' ? { list } : {}), ...(sort === null ? {} : { sort: sortText(sort) }) };
}

function searchOf({ list, chosen, due, sort, cursor }: BudgetQuery): string {
  const search = new URLSearchParams();
  if (list === 'closed') search.set('list', list);
  for (const name of codeFilters) for (const code of chosen[name]) search.append(name, code);
  if (due !== null) search.set('due', due);
  if (sort !== null) search.set('sort', sortText(sort));
  if (cursor !== null) search.set('cursor', cursor);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function sortText({ column, direction }: CaseSort): string {
  return direction === 'descending' ? `-${column}` : column;
}

function sortOf(text: string): CaseSort | null {
  if (text === '') return null;
  const column = caseSortColumns.find((one) => one === text.replace(/^-/, ''));
  if (column === undefined) throw unknownFilter();
  return { column, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}

function dueOf(text: string): BudgetQuery['due'] {
  if (text === '') return null;
  const due = dueWithins.find((one) => one === text);
  if (due === undefined) throw unknownFilter();
  return due;
}

function severalOf<F extends CodeFilter>(query: URLSearchParams, name: F): readonly (typeof codes)[F][number][] {
  const known: readonly string[] = codes[name];
  const asked = [...new Set(query.getAll(name))].filter((code) => code !== '');
  if (asked.some((code) => !known.includes(code))) throw unknownFilter();
  return asked as readonly (typeof codes)[F][number][];
}

function unknownFilter() {
  return invalid(
    'filter-unknown',
    'This address asks for the list in a way that is not known. Start from the list again',
  );
}
