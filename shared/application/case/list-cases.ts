import { caseListName } from '../../domain/audit/view.ts';
import type { CaseKind } from '../../domain/case/case-kinds.ts';
import { type CaseFilter, type CaseSort, filteredCases, sortedCases } from '../../domain/case/case-list.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import { can } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { CaseList } from '../ports/cases.ts';
import { recordView } from '../record-view.ts';
import { caseNotFound, caseSubject } from './case-subject.ts';

/** The most rows of a list that are looked at. More are said to be there (`complete` is false). */
export const CASE_CEILING = 10_000;
export const CASE_PAGE_ROWS = 50;
export const MOST_CASE_PAGE_ROWS = 200;

/** Which page of which cases of a kind, in which order. */
export interface CaseQuestion {
  readonly kind: CaseKind;
  /** What is open, where absent. */
  readonly list?: CaseList | undefined;
  readonly filter?: CaseFilter | undefined;
  /** By due date, where absent. */
  readonly sort?: CaseSort | undefined;
  /** `next` or `previous` of a page that was shown. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface CasePage {
  readonly rows: readonly CaseRow[];
  /** All rows that match, on every page; and how many come before these. */
  readonly total: number;
  readonly before: number;
  /** False when the list is longer than can be looked at. */
  readonly complete: boolean;
  readonly previous?: string;
  readonly next?: string;
  /** Every group and service that the list has, for its filters. */
  readonly groups: readonly string[];
  readonly services: readonly string[];
  readonly policyVersion: number;
}

type ListingDeps = Pick<Deps, 'cases' | 'caseTypes' | 'policies' | 'audit' | 'cursors'>;

/**
 * A page of the cases of a kind that the caller may know of, by due date unless asked otherwise; totals are exact. A row that
 * nobody touches while somebody pages appears exactly once. One view is recorded, of the people shown.
 * @throws `not-found` `case-kind-not-found`; `forbidden`; `invalid` `cursor-unknown`.
 */
export async function listCases(deps: ListingDeps, call: Call, question: CaseQuestion): Promise<CasePage> {
  const { kind, list = 'open', filter = {}, sort = usualSort(list), cursor, limit = CASE_PAGE_ROWS } = question;
  const { rows, complete, all, policy } = await chosenCases(deps, call, 'case.list', question);
  const scope = JSON.stringify(['cases', call.actor.place, call.actor.id, kind, list, filter, sort]);
  const edge = cursor === undefined ? undefined : (deps.cursors.open(scope, cursor) as Edge);
  const from = edge === undefined ? 0 : startOf(rows, sort, limit, edge);
  const shown = rows.slice(from, from + limit);
  await recordView(
    deps,
    call,
    'case.list',
    shown.map(({ personId }) => personId),
    caseListName(kind),
  );
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown,
    total: rows.length,
    before: from,
    complete,
    ...(first === undefined || from === 0 ? {} : { previous: deps.cursors.seal(scope, { before: first }) }),
    ...(last === undefined || from + limit >= rows.length ? {} : { next: deps.cursors.seal(scope, { after: last }) }),
    groups: distinct(all.flatMap(({ group }) => group ?? [])),
    services: distinct(all.map(({ service }) => service)),
    policyVersion: policy.version,
  };
}

/**
 * The same list whole, for a file.
 * @throws `not-found` `case-kind-not-found`; `forbidden`.
 */
export async function exportCases(
  deps: Omit<ListingDeps, 'cursors'>,
  call: Call,
  question: Omit<CaseQuestion, 'cursor' | 'limit'>,
): Promise<{ readonly rows: readonly CaseRow[]; readonly complete: boolean }> {
  const { rows, complete } = await chosenCases(deps, call, 'case.export', question);
  await recordView(
    deps,
    call,
    'case.export',
    rows.map(({ personId }) => personId),
    caseListName(question.kind),
  );
  return { rows, complete };
}

/** What is open comes first due first, what has ended last ended first. */
function usualSort(list: CaseList): CaseSort {
  return list === 'open' ? { column: 'due', direction: 'ascending' } : { column: 'ended', direction: 'descending' };
}

interface Chosen {
  readonly rows: readonly CaseRow[];
  /** Everything that the caller may know of, before the filter. */
  readonly all: readonly CaseRow[];
  readonly complete: boolean;
  readonly policy: Policy;
}

async function chosenCases(
  deps: Omit<ListingDeps, 'cursors'>,
  call: Call,
  action: 'case.list' | 'case.export',
  { kind, list = 'open', filter = {}, sort = usualSort(list) }: Omit<CaseQuestion, 'cursor' | 'limit'>,
): Promise<Chosen> {
  const { place } = call.actor;
  const type = caseTypeOf(deps.caseTypes, kind);
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, kind);
  authorise(call, action, { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  const found = await deps.cases.list(place, kind, list, CASE_CEILING);
  const all = found.rows.filter((row) => can(call.actor, action, caseSubject(place, row, policy)) === 'allowed');
  const kept = filteredCases(type, all, filter, todayOf(call));
  return { rows: sortedCases(kept, sort), all, complete: found.complete, policy };
}

/** As it was when it was shown. Sealed by this service, so its shape is known. */
type Edge = { readonly after: CaseRow } | { readonly before: CaseRow };

/** Where a page begins that lies next to a row: the row may have moved since, and is then sought where it stood. */
function startOf(rows: readonly CaseRow[], sort: CaseSort, limit: number, edge: Edge): number {
  const shown = 'after' in edge ? edge.after : edge.before;
  const same = rows.findIndex((row) => JSON.stringify(row) === JSON.stringify(shown));
  const others = rows.filter(({ caseId }) => caseId !== shown.caseId);
  const at = same === -1 ? sortedCases([...others, shown], sort).indexOf(shown) : same;
  if ('before' in edge) return Math.max(0, at - limit);
  return same === -1 ? at : at + 1;
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted();
}
