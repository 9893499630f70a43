import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { QueuePolicy } from '../../domain/policy/policy.ts';
import { type Period, type QueueSummary, queueSummary } from '../../domain/queue/summary.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { QueueList } from '../ports/referrals.ts';
import { authorisedQueue } from './list-queue.ts';

/** The figures of a queue, and what they were worked out with. */
export interface QueueFigures extends QueueSummary {
  readonly asAt: LocalDate;
  readonly policyVersion: number;
  /** Referrals looked at. */
  readonly referrals: number;
}

const lists: readonly QueueList[] = ['waiting', 'pathway', 'closed'];

/**
 * The figures of a queue at the end of any day: every referral it ever had, folded from its events to that day. Exact for
 * every past day, corrections included, because nothing about the past is kept but the events.
 * @param period which stops to count; all up to the day where absent.
 * @throws `not-found` `queue-not-found`; `forbidden`.
 */
export async function summariseQueue(
  deps: Pick<Deps, 'queues' | 'referrals' | 'policies'>,
  call: Call,
  code: string,
  asAt: LocalDate = todayOf(call),
  period?: Period,
): Promise<{ readonly figures: QueueFigures; readonly queue: QueuePolicy }> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const queue = authorisedQueue(call, policy, code, 'queue.summary');
  // A referral that moves from list to list while they are read is met twice: it counts once.
  const folded = new Map<string, Pick<ReferralState, 'clocks'>>();
  for (const list of lists) {
    for await (const rows of deps.queues.each(place, queue.code, list)) {
      for (const { referral, entry } of await deps.referrals.many(place, rows)) {
        const { birthDate, flags } = entry.row;
        const { state } = foldReferral(referral.events, { policy, queue, birthDate, flags, asAt });
        folded.set(referral.id, { clocks: state.clocks });
      }
    }
  }
  const figures = queueSummary(folded.values(), queue, asAt, period);
  return { figures: { ...figures, asAt, policyVersion: policy.version, referrals: folded.size }, queue };
}
