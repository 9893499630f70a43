import { type Alerted, nextWatchDate, type WatchedDeadline, watchedDeadlines } from '../../domain/alert/watch-plan.ts';
import { type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { listOrderKey } from '../../domain/queue/order.ts';
import { type CopiedForQueue, copiedOf, rowOfState } from '../../domain/queue/row.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { ReferralStage, ReferralState } from '../../domain/referral/state.ts';
import { queueOf } from '../policy/place-policy.ts';
import type { KeptReferral, QueueEntry, QueueList } from '../ports/referrals.ts';

/** Been seen, or watched instead of treated: on the pathway, and not waiting to be seen. */
const pathwayStages: ReadonlySet<ReferralStage> = new Set(['seen', 'monitored']);
/** The list of every stage, for whoever asks for stages. */
const closedStages: ReadonlySet<ReferralStage> = new Set(['discharged', 'removed', 'rejected', 'void']);

/** Which list a stage is found in. Whatever is neither seen nor ended waits, a clock that was nullified included. */
export function listOfStage(stage: ReferralStage): QueueList {
  if (closedStages.has(stage)) return 'closed';
  return pathwayStages.has(stage) ? 'pathway' : 'waiting';
}

/**
 * What is kept beside a referral for its queue and for the watch, as at a day: every write plans the next alert anew.
 * @param alerted how far its alerts had come: that of the entry that is replaced.
 */
export function queueEntryOf(
  referral: Referral,
  person: Person,
  policy: Policy,
  asAt: LocalDate,
  alerted: readonly Alerted[] = [],
): QueueEntry {
  return entryAndState(referral, person, policy, asAt, alerted).entry;
}

/** As {@link queueEntryOf}, with the state it was made from. */
export function entryAndState(
  referral: Referral,
  person: Person,
  policy: Policy,
  asAt: LocalDate,
  alerted: readonly Alerted[] = [],
): Planned {
  return planned(referral, copiedOf(person), person.version, policy, asAt, alerted);
}

/** An entry, the state it was made from, and the deadlines that stand. */
export interface Planned {
  readonly entry: QueueEntry;
  readonly state: ReferralState;
  readonly deadlines: readonly WatchedDeadline[];
}

/** The entry anew from what the present one copies of the person: for whoever changes nothing about either. */
export function plannedAnew(
  { referral, entry }: KeptReferral,
  policy: Policy,
  asAt: LocalDate,
  alerted: readonly Alerted[] = entry.alerted,
): Planned {
  return planned(referral, entry.row, entry.personVersion, policy, asAt, alerted);
}

function planned(
  referral: Referral,
  who: CopiedForQueue,
  personVersion: number,
  policy: Policy,
  asAt: LocalDate,
  alerted: readonly Alerted[],
): Planned {
  const context = { policy, queue: queueOf(policy, referral.queue), asAt: notBefore(referral, asAt) };
  const { birthDate, flags, hasAdjustments } = who;
  const { state } = foldReferral(referral.events, { ...context, birthDate, flags });
  const row = rowOfState(referral, state, who, context);
  const deadlines = watchedDeadlines(state, { ...context, birthDate, flags, hasAdjustments });
  const on = nextWatchDate(deadlines, alerted);
  return {
    state,
    deadlines,
    entry: {
      list: listOfStage(state.stage),
      order: listOrderKey(row),
      row,
      personVersion,
      alerted,
      watch: on === null ? null : { service: context.queue.service, on },
    },
  };
}

/** The day, or that of a later event: a clock that was set back takes nobody off a list, and leaves nobody unwatched. */
function notBefore({ events }: Referral, asAt: LocalDate): LocalDate {
  return latest(asAt, ...events.map(({ on }) => on));
}
