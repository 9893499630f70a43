import * as z from 'zod';
import type { Policy, QueuePolicy } from '../../domain/policy/policy.ts';
import { filterRows, type QueueFilter } from '../../domain/queue/filter.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import { type SortBy, sortRows } from '../../domain/queue/sort.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy, queueNotFound, queueOf } from '../policy/place-policy.ts';
import type { ListPosition, PageEdge } from '../ports/queues.ts';
import type { QueueList } from '../ports/referrals.ts';
import { recordView } from '../record-view.ts';
import { listOfStage } from './queue-entry.ts';

/** The most rows of a list that are filtered or sorted. More are said to be there (`complete` is false). */
export const LIST_CEILING = 10_000;
export const PAGE_ROWS = 50;
export const MOST_PAGE_ROWS = 200;

/** Which page of which rows of a queue, in which order. */
export interface QueueQuestion {
  readonly queue: string;
  readonly filter?: QueueFilter;
  /** The policy's order where absent or empty. */
  readonly sort?: readonly SortBy[];
  /** Of the page before or after: `next` or `previous` of the one that was shown. */
  readonly cursor?: string | undefined;
  /** Rows of a page, 1 to 200; 50 where absent. */
  readonly limit?: number | undefined;
  /** Whether to count: the count of an unfiltered list is a question of its own to the store. True where absent. */
  readonly total?: boolean | undefined;
}

export interface QueuePage {
  readonly queue: QueuePolicy;
  readonly policyVersion: number;
  readonly rows: readonly QueueRow[];
  /** All rows that match, on every page; null when it was not asked for. */
  readonly total: number | null;
  /** False when the list is longer than can be filtered and sorted: what is shown and counted is of its first 10,000. */
  readonly complete: boolean;
  /** Rows that come before these; null where the list is not read whole, in the policy's order. */
  readonly before: number | null;
  /** Leads to the page before; absent on the first. */
  readonly previous?: string;
  /** Leads to the next page; absent on the last. */
  readonly next?: string;
}

type ListingDeps = Pick<Deps, 'queues' | 'policies' | 'audit' | 'cursors'>;

/**
 * One page of a queue. In the policy's order it is one request to the store; filtered or sorted otherwise, the slim list is
 * read whole. Rows that nobody touches while somebody pages appear exactly once.
 * @throws `not-found` `queue-not-found`; `forbidden`; `invalid` `cursor-unknown`.
 */
export async function listQueue(deps: ListingDeps, call: Call, question: QueueQuestion): Promise<QueuePage> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const queue = authorisedQueue(call, policy, question.queue, 'queue.read');
  const filtered = isFiltered(question.filter) || (question.sort ?? []).length > 0;
  const page = filtered ? await chosenPage(deps, call, question) : await policyPage(deps, call, question);
  await recordView(
    deps,
    call,
    'queue.read',
    page.rows.map(({ personId }) => personId),
    queue.code,
  );
  return { queue, policyVersion: policy.version, ...page };
}

/** A queue, if the caller may do this with its list. */
export function authorisedQueue(
  call: Call,
  policy: Policy,
  code: string,
  action: 'queue.read' | 'queue.export' | 'queue.summary',
): QueuePolicy {
  const queue = queueOf(policy, code);
  authorise(call, action, { place: call.actor.place, services: [queue.service], restricted: false }, queueNotFound);
  return queue;
}

/** The rows of a queue that a filter keeps, sorted; and whether the whole list was looked at. */
export async function chosenRows(
  deps: Pick<Deps, 'queues'>,
  call: Call,
  { queue, filter = {}, sort = [] }: Pick<QueueQuestion, 'queue' | 'filter' | 'sort'>,
): Promise<{ readonly rows: readonly QueueRow[]; readonly complete: boolean }> {
  const lists = await Promise.all(
    listsOf(filter).map((list) => deps.queues.all(call.actor.place, queue, list, LIST_CEILING)),
  );
  const rows = lists.flatMap((list) => list.rows);
  const complete = lists.every((list) => list.complete);
  return { rows: sortRows(filterRows(rows, filter, todayOf(call)), sort), complete };
}

function isFiltered(filter: QueueFilter | undefined): boolean {
  return Object.values(filter ?? {}).some(
    (wanted) => wanted !== undefined && !(Array.isArray(wanted) && wanted.length === 0),
  );
}

/** Those who wait, unless stages are asked for. A return nobody answered is removed by the day, and still on that list. */
function listsOf({ stages = [] }: QueueFilter): readonly QueueList[] {
  if (stages.length === 0) return ['waiting'];
  const lists = new Set(stages.map(listOfStage));
  if (stages.includes('removed')) lists.add('waiting');
  return [...lists];
}

type Page = Omit<QueuePage, 'queue' | 'policyVersion'>;

async function policyPage(deps: ListingDeps, call: Call, question: QueueQuestion): Promise<Page> {
  const { place } = call.actor;
  const { queue, cursor, limit = PAGE_ROWS, total = true } = question;
  const scope = JSON.stringify(['policy', place, queue]);
  const edge = cursor === undefined ? undefined : policyEdgeSchema.parse(deps.cursors.open(scope, cursor));
  const [{ rows, start, end }, counted] = await Promise.all([
    deps.queues.page(place, queue, limit, edge),
    total ? deps.queues.count(place, queue) : null,
  ]);
  return {
    rows,
    total: counted,
    complete: true,
    before: edge === undefined ? 0 : null,
    ...(start === undefined ? {} : { previous: deps.cursors.seal(scope, { before: start }) }),
    ...(end === undefined ? {} : { next: deps.cursors.seal(scope, { after: end }) }),
  };
}

const positionSchema: z.ZodType<ListPosition> = z.record(z.string(), z.string());
const policyEdgeSchema: z.ZodType<PageEdge> = z.union([
  z.strictObject({ after: positionSchema }),
  z.strictObject({ before: positionSchema }),
]);

/** As it was when it was shown. Sealed by this service, so its shape is known. */
type ChosenEdge = { readonly after: QueueRow } | { readonly before: QueueRow };

async function chosenPage(deps: ListingDeps, call: Call, question: QueueQuestion): Promise<Page> {
  const { queue, filter = {}, sort = [], cursor, limit = PAGE_ROWS } = question;
  const scope = JSON.stringify(['chosen', call.actor.place, queue, filter, sort]);
  const { rows, complete } = await chosenRows(deps, call, question);
  const edge = cursor === undefined ? undefined : (deps.cursors.open(scope, cursor) as ChosenEdge);
  const [from, to] = rangeAt(rows, sort, limit, edge);
  const shown = rows.slice(from, to);
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown,
    total: rows.length,
    complete,
    before: from,
    ...(first === undefined || from === 0 ? {} : { previous: deps.cursors.seal(scope, { before: first }) }),
    ...(last === undefined || to >= rows.length ? {} : { next: deps.cursors.seal(scope, { after: last }) }),
  };
}

/** Which rows a page holds: from the first, up to but not including the second. */
function rangeAt(
  rows: readonly QueueRow[],
  sort: readonly SortBy[],
  limit: number,
  edge: ChosenEdge | undefined,
): readonly [number, number] {
  if (edge === undefined) return [0, limit];
  if ('before' in edge) {
    const to = placeOf(edge.before, rows, sort).at;
    return [Math.max(0, to - limit), to];
  }
  const { at, isThere } = placeOf(edge.after, rows, sort);
  const from = isThere ? at + 1 : at;
  return [from, from + limit];
}

/**
 * Where a row that was shown stands among the rows as they are. It may have moved since, so its place then is found by
 * sorting it, as it was, among the others.
 */
function placeOf(
  shown: QueueRow,
  rows: readonly QueueRow[],
  sort: readonly SortBy[],
): { readonly at: number; readonly isThere: boolean } {
  const others = rows.filter(
    (row) => row.referralId !== shown.referralId || JSON.stringify(row) !== JSON.stringify(shown),
  );
  return { at: sortRows([...others, shown], sort).indexOf(shown), isThere: others.length < rows.length };
}
