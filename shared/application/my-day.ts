import { caseListName } from '../domain/audit/view.ts';
import { addDays, type LocalDate } from '../domain/calendar/local-date.ts';
import type { CaseKind } from '../domain/case/case-kinds.ts';
import { caseServices } from '../domain/case/case-policy.ts';
import { type CaseRow, statusOfRow } from '../domain/case/case-row.ts';
import type { WaitingOn } from '../domain/case/case-type.ts';
import { caseTypeOf } from '../domain/case/case-types.ts';
import { can } from '../domain/permission/can.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { QueueRow } from '../domain/queue/queue-row.ts';
import { stageOf } from '../domain/queue/row.ts';
import type { DutyKind } from '../domain/referral/duties.ts';
import { authorise, placeSubject } from './authorise.ts';
import { type Call, todayOf } from './call.ts';
import { caseNotFound, caseSubject } from './case/case-subject.ts';
import type { Deps } from './deps.ts';
import { placePolicy } from './policy/place-policy.ts';
import { recordView } from './record-view.ts';

/** The most rows of one list that are looked at, and the most that are shown together. */
const LIST_CEILING = 10_000;
export const MOST_OF_A_DAY = 200;
/** How far ahead a day looks, unless it is asked to look further. */
export const DAYS_AHEAD = 7;

/** What is to be done for one person by a day: a case, or a duty of a referral. */
export type DayItem =
  | { readonly of: 'case'; readonly on: LocalDate; readonly waitingOn: WaitingOn | null; readonly row: CaseRow }
  | {
      readonly of: 'referral';
      readonly on: LocalDate;
      readonly waitingOn: 'us';
      readonly duty: DutyKind;
      readonly row: QueueRow;
    };

/** What a day is made of: `late` was due before it, `today` and `ahead` from it on, `waiting` is for somebody else to do. */
export const dayParts = ['late', 'today', 'ahead', 'waiting'] as const;
export type DayPart = (typeof dayParts)[number];

export interface DayFilter {
  readonly parts?: readonly DayPart[] | undefined;
  readonly kinds?: readonly (CaseKind | 'referral')[] | undefined;
  readonly service?: string | undefined;
  /** Days ahead that are looked at; 7 where absent. */
  readonly days?: number | undefined;
}

export interface MyDay {
  readonly policy: Policy;
  readonly day: LocalDate;
  /** In one order: the first due first. At most {@link MOST_OF_A_DAY}. */
  readonly items: readonly DayItem[];
  /** How many match, and how many there are of each part before `parts` is asked for. */
  readonly total: number;
  readonly counts: Readonly<Record<DayPart, number>>;
  /** False when a list is longer than can be looked at. */
  readonly complete: boolean;
  readonly services: readonly string[];
}

type DayDeps = Pick<Deps, 'cases' | 'caseTypes' | 'queues' | 'policies' | 'audit'>;

/**
 * Everything that is due, late or waited for of the services that the caller works with: one request to the store for each
 * service's due cases and one or two for each queue's list. One view is recorded for each list, of the people shown.
 * @throws `forbidden`.
 */
export async function myDay(deps: DayDeps, call: Call, filter: DayFilter = {}): Promise<MyDay> {
  const { place, services: own } = call.actor;
  authorise(call, 'case.list', { ...placeSubject(place), services: own }, caseNotFound);
  const policy = await placePolicy(deps.policies, place);
  const day = todayOf(call);
  const upTo = addDays(day, filter.days ?? DAYS_AHEAD);
  const [cases, referrals] = await Promise.all([
    dueCases(deps, call, policy, upTo, filter),
    dueReferrals(deps, call, policy, upTo, filter),
  ]);
  const all = [...cases.items, ...referrals.items].toSorted(inOrder);
  const counts: Record<DayPart, number> = { late: 0, today: 0, ahead: 0, waiting: 0 };
  for (const item of all) counts[partOf(item, day)] += 1;
  const { parts = [] } = filter;
  const wanted = parts.length === 0 ? all : all.filter((item) => parts.includes(partOf(item, day)));
  const items = wanted.slice(0, MOST_OF_A_DAY);
  await recordShown(deps, call, items);
  return {
    policy,
    day,
    items,
    total: wanted.length,
    counts,
    complete: cases.complete && referrals.complete,
    services: own,
  };
}

export function partOf({ on, waitingOn }: Pick<DayItem, 'on' | 'waitingOn'>, day: LocalDate): DayPart {
  if (on < day) return 'late';
  if (waitingOn === 'family' || waitingOn === 'other-body') return 'waiting';
  return on === day ? 'today' : 'ahead';
}

interface Found {
  readonly items: readonly DayItem[];
  readonly complete: boolean;
}

async function dueCases(deps: DayDeps, call: Call, policy: Policy, upTo: LocalDate, filter: DayFilter): Promise<Found> {
  const { place, services: own } = call.actor;
  const day = todayOf(call);
  const worked = new Set(caseServices(policy));
  const asked = own.filter((service) => worked.has(service) && isService(filter, service));
  const lists = await Promise.all(asked.map((service) => deps.cases.due(place, service, upTo, LIST_CEILING)));
  const items = lists
    .flatMap(({ rows }) => rows)
    .filter(
      (row) => isKind(filter, row.kind) && can(call.actor, 'case.list', caseSubject(place, row, policy)) === 'allowed',
    )
    .flatMap((row): readonly DayItem[] => {
      const status = statusOfRow(caseTypeOf(deps.caseTypes, row.kind), row, day);
      return row.due === null
        ? []
        : [{ of: 'case', on: row.due.on, waitingOn: row.waitingOn, row: { ...row, status } }];
    });
  return { items, complete: lists.every(({ complete }) => complete) };
}

async function dueReferrals(
  deps: DayDeps,
  call: Call,
  policy: Policy,
  upTo: LocalDate,
  filter: DayFilter,
): Promise<Found> {
  const { place, services: own } = call.actor;
  if (!isKind(filter, 'referral')) return { items: [], complete: true };
  const day = todayOf(call);
  const queues = policy.queues.filter(
    ({ service }) =>
      own.includes(service) &&
      isService(filter, service) &&
      can(call.actor, 'queue.read', { place, services: [service], restricted: false }) === 'allowed',
  );
  const lists = await Promise.all(
    queues.flatMap(({ code }) =>
      (['waiting', 'pathway'] as const).map((list) => deps.queues.all(place, code, list, LIST_CEILING)),
    ),
  );
  const items = lists
    .flatMap(({ rows }) => rows)
    .flatMap((row): readonly DayItem[] => {
      const { duty, dutyFrom, dutyBy } = row;
      // A return that nobody answered in time has closed by itself.
      if (duty === null || dutyFrom === null || dutyBy === null || stageOf(row, day) === 'removed') return [];
      return dutyFrom <= day || dutyBy <= upTo ? [{ of: 'referral', on: dutyBy, waitingOn: 'us', duty, row }] : [];
    });
  return { items, complete: lists.every(({ complete }) => complete) };
}

async function recordShown(deps: Pick<DayDeps, 'audit'>, call: Call, items: readonly DayItem[]): Promise<void> {
  const shown = new Map<string, string[]>();
  for (const { of, row } of items) {
    const list = of === 'case' ? caseListName(row.kind) : row.queue;
    shown.set(list, [...(shown.get(list) ?? []), row.personId]);
  }
  for (const [list, people] of shown)
    await recordView(deps, call, list.startsWith('cases:') ? 'case.list' : 'queue.read', people, list);
}

function isKind({ kinds = [] }: DayFilter, kind: CaseKind | 'referral'): boolean {
  return kinds.length === 0 || kinds.includes(kind);
}

function isService({ service }: DayFilter, one: string): boolean {
  return service === undefined || service === one;
}

function inOrder(a: DayItem, b: DayItem): number {
  const [first, second] = [a, b].map(({ on, of, row }) => `${on}#${of === 'case' ? row.caseId : row.referralId}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
