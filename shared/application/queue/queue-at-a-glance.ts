import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { QueuePolicy } from '../../domain/policy/policy.ts';
import { needsAction } from '../../domain/queue/next-step.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import { waitDaysOf } from '../../domain/queue/row.ts';
import { type QueueSummary, queueSummary } from '../../domain/queue/summary.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { authorisedQueue, LIST_CEILING } from './list-queue.ts';

/** A queue today, as far as its slim rows tell: how many wait, how long, and what is to be done. No names. */
export interface QueueAtAGlance
  extends Pick<
    QueueSummary,
    'open' | 'withinStandard' | 'breached' | 'bands' | 'longestDays' | 'medianDays' | 'p92Days'
  > {
  readonly queue: QueuePolicy;
  readonly asAt: LocalDate;
  /** The referrals on the list in the policy's order, also those whose clock does not run just now: opaque ids. */
  readonly order: readonly string[];
  /** Those on the list about whom staff have something to do today. */
  readonly needsAction: number;
  /** Those whom nobody is assigned to. */
  readonly unassigned: number;
  /** Those assigned to the name asked about. */
  readonly assignedToMe: number;
  /** Seen already, still on the pathway; and those of them about whom there is something to do. */
  readonly onPathway: number;
  readonly onPathwayNeedsAction: number;
  /** False when the list is longer than can be counted this way: the figures are of its first 10,000 rows. */
  readonly complete: boolean;
}

/**
 * The figures of a queue today, from its slim rows alone: two requests to the store for most queues, where folding every
 * referral (summarise-queue.ts) reads them all. Both give the same figures for today.
 * @param me the name that work is assigned under to whoever asks.
 * @throws `not-found` `queue-not-found`; `forbidden`.
 */
export async function queueAtAGlance(
  deps: Pick<Deps, 'queues' | 'policies'>,
  call: Call,
  code: string,
  me: string,
): Promise<QueueAtAGlance> {
  const { place } = call.actor;
  const queue = authorisedQueue(call, await placePolicy(deps.policies, place), code, 'queue.summary');
  const asAt = todayOf(call);
  const [waiting, pathway] = await Promise.all([
    deps.queues.all(place, queue.code, 'waiting', LIST_CEILING),
    deps.queues.all(place, queue.code, 'pathway', LIST_CEILING),
  ]);
  const { rows } = waiting;
  const { open, withinStandard, breached, bands, longestDays, medianDays, p92Days } = queueSummary(
    rows.flatMap((row) => runningClock(row, asAt)),
    queue,
    asAt,
  );
  return {
    queue,
    asAt,
    open,
    withinStandard,
    breached,
    bands,
    longestDays,
    medianDays,
    p92Days,
    order: rows.map(({ referralId }) => referralId),
    needsAction: countOf(rows, (row) => needsAction(row, asAt)),
    unassigned: countOf(rows, (row) => row.assignedTo === null),
    assignedToMe: countOf(rows, (row) => row.assignedTo === me),
    onPathway: pathway.rows.length,
    onPathwayNeedsAction: countOf(pathway.rows, (row) => needsAction(row, asAt)),
    complete: waiting.complete && pathway.complete,
  };
}

/** What the summary counts: the clock that runs, if one does. */
function runningClock(row: QueueRow, asAt: LocalDate): Pick<ReferralState, 'clocks'>[] {
  if (row.clockStart === null || waitDaysOf(row, asAt) === null) return [];
  return [{ clocks: [{ startOn: row.clockStart, startEventId: row.referralId }] }];
}

function countOf(rows: readonly QueueRow[], isCounted: (row: QueueRow) => boolean): number {
  let count = 0;
  for (const row of rows) if (isCounted(row)) count += 1;
  return count;
}
