/**
 * What a list's address asks for: filters, order and page, in codes. It holds nothing about a person: a name that work is
 * assigned under is sealed. One address is one list, so it can be kept, sent and gone back to.
 */
import type { Cursors } from '../../../../shared/application/ports/cursors.ts';
import { ageBands } from '../../../../shared/domain/bands/age-bands.ts';
import { communityBands } from '../../../../shared/domain/bands/waiting-bands.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { personFlags } from '../../../../shared/domain/person/person.ts';
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import { tiers } from '../../../../shared/domain/policy/tier.ts';
import type { QueueFilter } from '../../../../shared/domain/queue/filter.ts';
import { type SortBy, type SortColumn, sortColumns } from '../../../../shared/domain/queue/sort.ts';
import { referralStages } from '../../../../shared/domain/referral/state.ts';

/** What to keep only rows with: all of those asked for. */
export const onlyCodes = ['needs-action', 'over-standard', 'adjustments', 'interpreter'] as const;
export type OnlyCode = (typeof onlyCodes)[number];

/** The filters and the codes that each takes, in the order of the form. */
const codes = {
  only: onlyCodes,
  tier: tiers,
  age: ageBands.map(({ code }) => code),
  stage: referralStages,
  wait: communityBands.map(({ code }) => code),
  flag: personFlags,
} as const satisfies Record<string, readonly string[]>;

export type CodeFilter = keyof typeof codes;

export interface ListQuery {
  readonly chosen: { readonly [F in CodeFilter]: readonly (typeof codes)[F][number][] };
  /** `me`, `nobody`, or a sealed name; null for anyone. */
  readonly assigned: string | null;
  /** Null is the order of the policy. */
  readonly sort: SortBy | null;
  readonly cursor: string | null;
}

/** The whole list from its beginning, in the order of the policy. */
export const everybody: ListQuery = {
  chosen: { only: [], tier: [], age: [], stage: [], wait: [], flag: [] },
  assigned: null,
  sort: null,
  cursor: null,
};

/**
 * Reads the query of an address.
 * @throws `invalid` `filter-unknown` for a code that is not known: a list that silently shows more than was asked is a hazard.
 */
export function readListQuery(query: URLSearchParams): ListQuery {
  return {
    chosen: {
      only: severalOf(query, 'only'),
      tier: severalOf(query, 'tier'),
      age: severalOf(query, 'age'),
      stage: severalOf(query, 'stage'),
      wait: severalOf(query, 'wait'),
      flag: severalOf(query, 'flag'),
    },
    assigned: query.get('assigned') || null,
    sort: sortOf(query.get('sort')),
    cursor: query.get('cursor') || null,
  };
}

/** The query as text, `?` included; empty for the whole list. Reading it gives the same query. */
export function listSearch(query: ListQuery): string {
  const search = new URLSearchParams();
  for (const [name, values] of filterFields(query)) search.append(name, values);
  if (query.sort !== null) search.set('sort', sortText(query.sort));
  if (query.cursor !== null) search.set('cursor', query.cursor);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The fields and values of the filters alone. */
export function filterFields(query: ListQuery): readonly (readonly [string, string])[] {
  return [
    ...codeFilters.flatMap((name) => query.chosen[name].map((code) => [name, code] as const)),
    ...(query.assigned === null ? [] : [['assigned', query.assigned] as const]),
  ];
}

export const codeFilters = Object.keys(codes) as readonly CodeFilter[];

export function isFiltered(query: ListQuery): boolean {
  return filterFields(query).length > 0;
}

/** Another query from its first page: whatever is filtered or sorted anew begins at the beginning. */
export function fromTheStart(query: ListQuery, changes: Partial<ListQuery> = {}): ListQuery {
  return { ...query, ...changes, cursor: null };
}

export function sortText({ column, direction }: SortBy): string {
  return direction === 'descending' ? `-${column}` : column;
}

/** The seal of names that work is assigned under. */
const ASSIGNED_SCOPE = 'assigned-to';

export function sealedAssignee(cursors: Cursors, name: string): string {
  return cursors.seal(ASSIGNED_SCOPE, name);
}

/** The name that a query's `assigned` means; null for nobody, undefined for anyone. @throws `invalid` when it was not sealed here. */
export function assigneeOf(query: ListQuery, cursors: Cursors, me: string): string | null | undefined {
  switch (query.assigned) {
    case null:
      return undefined;
    case 'nobody':
      return null;
    case 'me':
      return me;
    default:
      return String(cursors.open(ASSIGNED_SCOPE, query.assigned));
  }
}

/** The query as the list's use case is asked. */
export function questionOf(
  query: ListQuery,
  queue: QueuePolicy,
  assignee: string | null | undefined,
): { readonly queue: string; readonly filter: QueueFilter; readonly sort: readonly SortBy[] } {
  const { only, tier, age, stage, wait, flag } = query.chosen;
  return {
    queue: queue.code,
    filter: {
      ...(stage.length > 0 && { stages: stage }),
      ...(wait.length > 0 && { waitBands: wait }),
      ...(tier.length > 0 && { tiers: tier }),
      ...(age.length > 0 && { ageBands: age }),
      ...(flag.length > 0 && { flags: flag }),
      ...(only.includes('over-standard') && { overDays: queue.standard.days }),
      ...(only.includes('needs-action') && { needsAction: true }),
      ...(only.includes('adjustments') && { hasAdjustments: true }),
      ...(only.includes('interpreter') && { needsInterpreter: true }),
      ...(assignee !== undefined && { assignedTo: assignee }),
    },
    sort: query.sort === null ? [] : [query.sort],
  };
}

function severalOf<F extends CodeFilter>(query: URLSearchParams, name: F): (typeof codes)[F][number][] {
  const known: readonly (typeof codes)[F][number][] = codes[name];
  const asked = query.getAll(name).filter((value) => value !== '');
  if (asked.some((value) => !known.some((code) => code === value))) throw unknownFilter();
  // In the order of the form, each once: one list has one address.
  return known.filter((code) => asked.includes(code));
}

function sortOf(text: string | null): SortBy | null {
  if (!text) return null;
  const column = text.replace(/^-/, '');
  if (!isSortColumn(column)) throw unknownFilter();
  return { column, direction: text.startsWith('-') ? 'descending' : 'ascending' };
}

function isSortColumn(text: string): text is SortColumn {
  return sortColumns.some((column) => column === text);
}

function unknownFilter() {
  return invalid('filter-unknown', 'This list was asked for by a filter or an order that is not known here');
}
