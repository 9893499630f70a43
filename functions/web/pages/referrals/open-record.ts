/** What every page about a referral begins with: the person, the referral, and what may be done with it today. */
import { authorise } from '../../../../shared/application/authorise.ts';
import type { PersonView, ReferralOfPerson } from '../../../../shared/application/person/person-view.ts';
import { readPerson } from '../../../../shared/application/person/read-person.ts';
import { queueOf } from '../../../../shared/application/policy/place-policy.ts';
import { referralNotFound, referralSubject } from '../../../../shared/application/referral/record-referral-event.ts';
import { recordContextOf } from '../../../../shared/application/referral/referral-context.ts';
import type { Alerted } from '../../../../shared/domain/alert/watch-plan.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import type { Action } from '../../../../shared/domain/permission/grants.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import type { RecordContext } from '../../../../shared/domain/referral/record-context.ts';
import type { Referral } from '../../../../shared/domain/referral/referral.ts';
import type { ReferralState } from '../../../../shared/domain/referral/state.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { ReferralAddress } from './addresses.ts';

/** A referral open on a page. */
export interface OpenRecord {
  readonly person: Person;
  readonly referral: Referral;
  /** As at today. */
  readonly state: ReferralState;
  readonly queue: QueuePolicy;
  readonly context: RecordContext;
  readonly address: ReferralAddress;
  /** How far its alerts have come. */
  readonly alerted: readonly Alerted[];
}

/**
 * The referral that the address names, with its person: one request to the store, recorded as a view of the person.
 * @throws `not-found` also for whoever may not know of it; `forbidden`.
 */
export async function openRecord(visit: ActingVisit): Promise<OpenRecord> {
  const { deps, call, params } = visit;
  const view = await readPerson(deps, call, params['personId'] ?? '');
  const found = view.referrals.find(({ referral }) => referral.id === params['referralId']);
  if (found === undefined) throw referralNotFound();
  const record = recordOf(visit, view, found);
  const emergency = view.emergencyUntil !== undefined;
  authorise(call, 'referral.read', { ...subjectOf(visit, record), emergency }, referralNotFound);
  return record;
}

/** A referral of a person whose record is open already. */
export function recordOf(
  visit: ActingVisit,
  { person }: PersonView,
  { referral, state, alerted }: ReferralOfPerson,
): OpenRecord {
  return {
    person,
    referral,
    state,
    queue: queueOf(visit.policy, referral.queue),
    context: recordContextOf(visit.call, person, visit.policy, referral.queue),
    address: { personId: person.id, referralId: referral.id },
    alerted,
  };
}

/** Whether the reader may do something to this very referral. */
export function mayDo(visit: ActingVisit, action: Action, record: Pick<OpenRecord, 'person' | 'referral'>): boolean {
  return can(visit.actor, action, subjectOf(visit, record)) === 'allowed';
}

export function subjectOf(visit: ActingVisit, { person, referral }: Pick<OpenRecord, 'person' | 'referral'>) {
  return referralSubject(referral, person.details.flags.includes('restricted'), visit.policy);
}
