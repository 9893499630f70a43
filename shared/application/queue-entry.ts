import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Person } from '../domain/person/person.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { listOrderKey } from '../domain/queue/order.ts';
import { rowOfState } from '../domain/queue/row.ts';
import { foldReferral } from '../domain/referral/fold.ts';
import type { Referral } from '../domain/referral/referral.ts';
import type { ReferralStage, ReferralState } from '../domain/referral/state.ts';
import { queueOf } from './place-policy.ts';
import type { QueueEntry, QueueList } from './ports/referrals.ts';

/** Been seen, or watched instead of treated: on the pathway, and not waiting to be seen. */
const pathwayStages: ReadonlySet<ReferralStage> = new Set(['seen', 'monitored']);
/** The list of every stage, for whoever asks for stages. */
const closedStages: ReadonlySet<ReferralStage> = new Set(['discharged', 'removed', 'rejected', 'void']);

/** Which list a stage is found in. Whatever is neither seen nor ended waits, a clock that was nullified included. */
export function listOfStage(stage: ReferralStage): QueueList {
  if (closedStages.has(stage)) return 'closed';
  return pathwayStages.has(stage) ? 'pathway' : 'waiting';
}

/** What is kept beside a referral for its queue, as at a day. */
export function queueEntryOf(referral: Referral, person: Person, policy: Policy, asAt: LocalDate): QueueEntry {
  return entryAndState(referral, person, policy, asAt).entry;
}

/** As {@link queueEntryOf}, with the state it was made from. */
export function entryAndState(
  referral: Referral,
  person: Person,
  policy: Policy,
  asAt: LocalDate,
): { readonly entry: QueueEntry; readonly state: ReferralState } {
  const context = { policy, queue: queueOf(policy, referral.queue), asAt };
  const { birthDate, flags } = person.details;
  const { state } = foldReferral(referral.events, { ...context, birthDate, flags });
  const row = rowOfState(referral, state, person, context);
  return {
    state,
    entry: { list: listOfStage(state.stage), order: listOrderKey(row), row, personVersion: person.version },
  };
}
