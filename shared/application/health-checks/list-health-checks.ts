/** The health check records that a caller may know of, a page at a time: filtered, sorted, with exact totals. */
import { caseListName } from '../../domain/audit/view.ts';
import { kindPolicyOf } from '../../domain/case/case-policy.ts';
import { statusOfRow } from '../../domain/case/case-row.ts';
import { healthCheckType } from '../../domain/health-check/health-check-type.ts';
import {
  filterHealthChecks,
  type HealthCheckFilter,
  type HealthCheckOrder,
  type HealthCheckRow,
  healthCheckRow,
  sortHealthChecks,
} from '../../domain/health-check/list.ts';
import type { ListStatus } from '../../domain/health-check/summary.ts';
import { can } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { caseNotFound, caseSubject } from '../case/case-subject.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';

/** The most rows that are looked at. More are said to be there (`complete` is false). */
export const HEALTH_CHECK_CEILING = 10_000;
export const HEALTH_CHECK_PAGE_ROWS = 50;
export const MOST_HEALTH_CHECK_PAGE_ROWS = 200;

export interface HealthCheckQuestion {
  readonly filter?: HealthCheckFilter | undefined;
  /** The first due first, where absent. */
  readonly order?: HealthCheckOrder | undefined;
  /** `next` or `previous` of a page that was shown. */
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface HealthCheckPage {
  readonly rows: readonly HealthCheckRow[];
  /** All rows that match, on every page; and how many come before these. */
  readonly total: number;
  readonly before: number;
  readonly complete: boolean;
  readonly previous?: string;
  readonly next?: string;
  /** The practices of the list, by code, and how many records stand in each status: before any filter. */
  readonly practices: readonly string[];
  readonly tally: Readonly<Partial<Record<ListStatus, number>>>;
  readonly policyVersion: number;
}

export const firstDueFirst: HealthCheckOrder = { by: 'due', descending: false };

/** @throws `forbidden`; `not-found` `case-not-found`; `invalid` `cursor-unknown`. */
export async function listHealthChecks(
  deps: Pick<Deps, 'cases' | 'policies' | 'audit' | 'cursors'>,
  call: Call,
  question: HealthCheckQuestion,
): Promise<HealthCheckPage> {
  const { filter = {}, order = firstDueFirst, cursor, limit = HEALTH_CHECK_PAGE_ROWS } = question;
  const { rows, all, complete, policy } = await chosenHealthChecks(deps, call, 'case.list', question);
  const scope = JSON.stringify(['health-checks', call.actor.place, call.actor.id, filter, order]);
  const edge = cursor === undefined ? undefined : (deps.cursors.open(scope, cursor) as Edge);
  const from = edge === undefined ? 0 : startOf(rows, order, limit, edge);
  const shown = rows.slice(from, from + limit);
  const personIds = shown.map(({ personId }) => personId);
  await recordView(deps, call, 'case.list', personIds, caseListName('health-check'));
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown,
    total: rows.length,
    before: from,
    complete,
    ...(first === undefined || from === 0 ? {} : { previous: deps.cursors.seal(scope, { before: first }) }),
    ...(last === undefined || from + limit >= rows.length ? {} : { next: deps.cursors.seal(scope, { after: last }) }),
    practices: [...new Set(all.map(({ practice }) => practice))].toSorted(),
    tally: tallyOf(all),
    policyVersion: policy.version,
  };
}

export interface ChosenHealthChecks {
  readonly rows: readonly HealthCheckRow[];
  /** Everything the caller may know of that is open, before the filter; closed ones too where the filter asks for them. */
  readonly all: readonly HealthCheckRow[];
  readonly complete: boolean;
  readonly policy: Policy;
}

/** The rows of a list or a file. @throws as {@link listHealthChecks}. */
export async function chosenHealthChecks(
  deps: Pick<Deps, 'cases' | 'policies'>,
  call: Call,
  action: 'case.list' | 'case.export',
  { filter = {}, order = firstDueFirst }: Pick<HealthCheckQuestion, 'filter' | 'order'>,
): Promise<ChosenHealthChecks> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { services, overseers } = kindPolicyOf(policy, 'health-check');
  authorise(call, action, { place, services: [...services, ...overseers], restricted: false }, caseNotFound);
  const wantsLeft = filter.statuses?.includes('left') ?? false;
  const lists = await Promise.all(
    (wantsLeft ? (['open', 'closed'] as const) : (['open'] as const)).map((list) =>
      deps.cases.list(place, 'health-check', list, HEALTH_CHECK_CEILING),
    ),
  );
  const today = todayOf(call);
  const all = lists
    .flatMap(({ rows }) => rows)
    .filter((row) => can(call.actor, action, caseSubject(place, row, policy)) === 'allowed')
    .map((row) => healthCheckRow(row, statusOfRow(healthCheckType, row, today), today));
  const rows = sortHealthChecks(filterHealthChecks(all, filter), order);
  return { rows, all, complete: lists.every(({ complete }) => complete), policy };
}

function tallyOf(rows: readonly HealthCheckRow[]): Partial<Record<ListStatus, number>> {
  const tally: Partial<Record<ListStatus, number>> = {};
  for (const { status } of rows) tally[status] = (tally[status] ?? 0) + 1;
  return tally;
}

/** As it was when it was shown. Sealed by this service, so its shape is known. */
type Edge = { readonly after: HealthCheckRow } | { readonly before: HealthCheckRow };

/** Where a page begins that lies next to a row: the row may have moved since, and is then sought where it stood. */
function startOf(rows: readonly HealthCheckRow[], order: HealthCheckOrder, limit: number, edge: Edge): number {
  const shown = 'after' in edge ? edge.after : edge.before;
  const same = rows.findIndex((row) => JSON.stringify(row) === JSON.stringify(shown));
  const others = rows.filter(({ caseId }) => caseId !== shown.caseId);
  const at = same === -1 ? sortHealthChecks([...others, shown], order).indexOf(shown) : same;
  if ('before' in edge) return Math.max(0, at - limit);
  return same === -1 ? at : at + 1;
}
