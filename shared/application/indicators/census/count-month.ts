/** Counts months of a queue from every history it has, and holds what comes out against the list and the months before. */
import type { Instant } from '../../../domain/calendar/instant.ts';
import { daysBetween, earliest, type LocalDate } from '../../../domain/calendar/local-date.ts';
import type { PastWait } from '../../../domain/estimate/past-wait.ts';
import type { Counted } from '../../../domain/indicator/cut/counted.ts';
import {
  type Month,
  MonthCount,
  type MonthTally,
  type PublishedBefore,
  whatChanged,
} from '../../../domain/indicator/month/month-tally.ts';
import { nationalAgeLines } from '../../../domain/indicator/returns/national-ages.ts';
import type { ReturnCode, ReturnLine } from '../../../domain/indicator/returns/return-figures.ts';
import { returnCountsOf } from '../../../domain/indicator/returns/returns-of-queue.ts';
import { RULES_VERSION } from '../../../domain/indicator/stamp.ts';
import type { Policy, QueuePolicy } from '../../../domain/policy/policy.ts';
import { foldReferral } from '../../../domain/referral/fold.ts';
import type { MonthOfQueue } from '../../ports/published-figures.ts';
import type { KeptReferral, QueueList } from '../../ports/referrals.ts';
import type { CensusDeps } from './census-deps.ts';
import { countedOf, countList } from './count-list.ts';
import { pastWaitOf } from './past-wait.ts';

/** Figures that do not add up: nothing is published, and the run ends as failed. It names a queue, and numbers that are nobody's. */
export class DoesNotReconcile extends Error {
  constructor(queue: string, what: string, numbers: Readonly<Record<string, number>>) {
    const told = Object.entries(numbers).map(([name, number]) => `${name} ${number}`);
    super(`${queue} does not reconcile: ${what} (${told.join(', ')})`);
    this.name = 'DoesNotReconcile';
  }
}

/** A month to be counted, and what was published before that it is held against. */
export interface MonthAsked {
  readonly month: Month;
  /** The month before, as published in full. */
  readonly before: MonthOfQueue | undefined;
  /** The edition before of this month. */
  readonly edition: MonthOfQueue | undefined;
}

export interface MonthsQuestion {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  /** In order. */
  readonly months: readonly MonthAsked[];
  /** The month that counts whether or not the queue had a referral by then; the others only if it had. */
  readonly latest: Month;
  readonly knownAt: Instant;
  readonly today: LocalDate;
}

export interface CountedMonth extends MonthAsked {
  readonly tally: MonthTally;
  /** Those whose clock ran at the end of the month. */
  readonly people: readonly Counted[];
  /** What national collections ask of the queue. */
  readonly returns: readonly { readonly code: ReturnCode; readonly lines: readonly ReturnLine[] }[];
}

export interface CountedMonths {
  /** Those asked for, without those that ended before the queue had a referral. */
  readonly months: readonly CountedMonth[];
  /** How everybody waited, as known today: what estimates are made from. */
  readonly waits: readonly PastWait[];
}

const lists: readonly QueueList[] = ['waiting', 'pathway', 'closed'];

/**
 * Reads every history once, however many months it is counted for.
 * @throws {DoesNotReconcile} when the histories say that others wait than the list has, when opening, additions and removals do not
 * come to the closing, or when what was published of the month before cannot be found again in what was known then.
 */
export async function countMonths(deps: CensusDeps, question: MonthsQuestion): Promise<CountedMonths> {
  const { policy, queue, today } = question;
  const counts = question.months.map((asked) => ({
    asked,
    count: countOf(asked, question),
    people: [] as Counted[],
    returns: returnCountsOf(queue, asked.month),
  }));
  const waiting = new Set<string>();
  const waits: PastWait[] = [];
  let first = today;
  for await (const { referral, entry } of everyReferral(deps, policy.place.id, queue.code)) {
    const { birthDate, flags } = entry.row;
    for (const { on } of referral.events) first = earliest(first, on);
    for (const { asked, count, people, returns } of counts) {
      const state = count.add({ events: referral.events, birthDate, flags });
      for (const each of returns) each.add(state, birthDate);
      const { running } = state;
      const { to } = asked.month;
      if (running !== undefined)
        people.push(countedOf(entry.row, daysBetween(running.startOn, to), to, deps.deprivation));
    }
    const now = foldReferral(referral.events, { policy, queue, birthDate, flags, asAt: today });
    if (now.state.running !== undefined) waiting.add(referral.id);
    const wait = pastWaitOf(now.state, birthDate);
    if (wait !== undefined) waits.push(wait);
  }
  const onList = await countList(deps, policy.place.id, queue.code, today);
  if (onList.length !== waiting.size) {
    const numbers = { listed: onList.length, histories: waiting.size };
    throw new DoesNotReconcile(queue.code, 'the list and the histories', numbers);
  }
  const months = counts
    .filter(({ asked }) => asked.month.code === question.latest.code || asked.month.to >= first)
    .map(({ asked, count, people, returns }) => ({
      ...asked,
      ...{ tally: count.tally(), people },
      returns: [
        ...returns.map((each) => ({ code: each.code, lines: each.lines() })),
        { code: 'national-ages' as const, lines: nationalAgeLines(people, asked.month) },
      ],
    }));
  for (const month of months) reconcile(question, month);
  return { months, waits };
}

function countOf({ month, before, edition }: MonthAsked, { policy, queue, knownAt }: MonthsQuestion): MonthCount {
  const opening = before === undefined ? null : publishedBefore(before);
  const since = edition === undefined ? opening : publishedBefore(edition);
  return new MonthCount({ policy, queue, month, knownAt, rules: RULES_VERSION, opening, since });
}

function reconcile({ policy, queue }: MonthsQuestion, { tally, people, before }: CountedMonth): void {
  const { opening, additions, removed, closing } = tally.flow;
  const counted = people.length;
  if (opening + additions - removed !== closing || closing !== counted) {
    const numbers = { opening, additions, removed, closing, counted };
    throw new DoesNotReconcile(queue.code, 'the flow and the census', numbers);
  }
  if (before === undefined || whatChanged(before.month.stamp, { rules: RULES_VERSION, policy }) !== undefined) return;
  const published = before.month.closing;
  if (typeof published === 'number' && tally.openingAsPublished !== published) {
    const numbers = { published, known: tally.openingAsPublished ?? 0 };
    throw new DoesNotReconcile(queue.code, 'the month before as published and as known then', numbers);
  }
}

function publishedBefore({ month }: MonthOfQueue): PublishedBefore {
  const { takenAt, rules, policy } = month.stamp;
  return { asAt: month.to, takenAt, closing: Number(month.closing), rules, policy };
}

/** Every referral that a queue ever had, each once. */
async function* everyReferral(deps: CensusDeps, place: string, queue: string): AsyncGenerator<KeptReferral> {
  const met = new Set<string>();
  for (const list of lists) {
    for await (const rows of deps.queues.each(place, queue, list)) {
      const fresh = rows.filter(({ referralId }) => !met.has(referralId));
      for (const { referralId } of fresh) met.add(referralId);
      yield* await deps.referrals.many(place, fresh);
    }
  }
}
