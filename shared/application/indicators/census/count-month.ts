/** Counts a month of a queue from every history it has, and holds what comes out against the list and the month before. */
import type { Instant } from '../../../domain/calendar/instant.ts';
import { daysBetween, type LocalDate } from '../../../domain/calendar/local-date.ts';
import type { PastWait } from '../../../domain/estimate/past-wait.ts';
import type { Counted } from '../../../domain/indicator/cut/counted.ts';
import {
  type Month,
  MonthCount,
  type MonthTally,
  type PublishedBefore,
} from '../../../domain/indicator/month/month-tally.ts';
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

export interface MonthQuestion {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly month: Month;
  readonly knownAt: Instant;
  readonly today: LocalDate;
  /** The month before, as published in full. */
  readonly before: MonthOfQueue | undefined;
  /** The edition before of this month. */
  readonly edition: MonthOfQueue | undefined;
}

export interface CountedMonth {
  readonly tally: MonthTally;
  /** Those whose clock ran at the end of the month. */
  readonly people: readonly Counted[];
  /** How everybody waited, as known today: what estimates are made from. */
  readonly waits: readonly PastWait[];
}

const lists: readonly QueueList[] = ['waiting', 'pathway', 'closed'];

/**
 * @throws {DoesNotReconcile} when the histories say that others wait than the list has, when opening, additions and removals do not
 * come to the closing, or when what was published of the month before cannot be found again in what was known then.
 */
export async function countMonth(deps: CensusDeps, question: MonthQuestion): Promise<CountedMonth> {
  const { policy, queue, month, knownAt, today, before, edition } = question;
  const opening = before === undefined ? null : publishedBefore(before);
  const since = edition === undefined ? opening : publishedBefore(edition);
  const count = new MonthCount({ policy, queue, month, knownAt, opening, since });
  const people: Counted[] = [];
  const waiting = new Set<string>();
  const waits: PastWait[] = [];
  for await (const kept of everyReferral(deps, policy.place.id, queue.code)) {
    const { referral, entry } = kept;
    const { birthDate, flags } = entry.row;
    const { running } = count.add({ events: referral.events, birthDate, flags });
    if (running !== undefined) {
      people.push(countedOf(entry.row, daysBetween(running.startOn, month.to), month.to, deps.deprivation));
    }
    const now = foldReferral(referral.events, { policy, queue, birthDate, flags, asAt: today });
    if (now.state.running !== undefined) waiting.add(referral.id);
    const wait = pastWaitOf(now.state, birthDate);
    if (wait !== undefined) waits.push(wait);
  }
  const tally = count.tally();
  const onList = await countList(deps, policy.place.id, queue.code, today);
  if (onList.length !== waiting.size) {
    const numbers = { listed: onList.length, histories: waiting.size };
    throw new DoesNotReconcile(queue.code, 'the list and the histories', numbers);
  }
  reconcile(queue.code, tally, people.length, before);
  return { tally, people, waits };
}

function reconcile(queue: string, tally: MonthTally, counted: number, before: MonthOfQueue | undefined): void {
  const { opening, additions, removed, closing } = tally.flow;
  if (opening + additions - removed !== closing || closing !== counted) {
    throw new DoesNotReconcile(queue, 'the flow and the census', { opening, additions, removed, closing, counted });
  }
  const published = before?.month.closing;
  if (typeof published === 'number' && tally.openingAsPublished !== published) {
    const numbers = { published, known: tally.openingAsPublished ?? 0 };
    throw new DoesNotReconcile(queue, 'the month before as published and as known then', numbers);
  }
}

function publishedBefore({ month }: MonthOfQueue): PublishedBefore {
  return { asAt: month.to, takenAt: month.stamp.takenAt };
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
