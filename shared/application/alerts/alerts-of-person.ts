import { type Alert, standingOfAlert } from '../../domain/alert/alert.ts';
import { alertIdOf } from '../../domain/alert/record-alert.ts';
import { severityRank } from '../../domain/alert/severity.ts';
import type { Alerted } from '../../domain/alert/watch-plan.ts';
import { can } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { authorise, personSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../place-policy.ts';
import { personNotFound } from '../read-person.ts';
import { recordView } from '../record-view.ts';
import { alertSubject } from './alert-subject.ts';

/**
 * The open alerts of a person, the most serious first: two requests to the store.
 * @throws `not-found` `person-not-found`; `forbidden`.
 */
export async function alertsOfPerson(
  deps: Pick<Deps, 'people' | 'alerts' | 'policies' | 'hash' | 'audit'>,
  call: Call,
  personId: string,
): Promise<readonly Alert[]> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  const referrals = record.referrals.map(({ referral }) => referral);
  authorise(call, 'person.read', personSubject(record.person, referrals, policy), personNotFound);
  await recordView(deps, call, 'alert.read', [personId]);
  const alertable = record.referrals.map(({ referral, entry }) => ({ referral, alerted: entry.alerted }));
  return openAlerts(deps, call, alertable, policy);
}

/** The same beside a record that is open, whose view was recorded: one request at most. None of those that the caller may not see. */
export async function alertsBesideRecord(
  deps: Pick<Deps, 'alerts' | 'policies' | 'hash'>,
  call: Call,
  referrals: readonly Alertable[],
): Promise<readonly Alert[]> {
  return openAlerts(deps, call, referrals, await placePolicy(deps.policies, call.actor.place));
}

/** A referral, and how far its alerts have come: which alerts there can be follows from that. */
export interface Alertable {
  readonly referral: Referral;
  readonly alerted: readonly Alerted[];
}

async function openAlerts(
  deps: Pick<Deps, 'alerts' | 'hash'>,
  call: Call,
  referrals: readonly Alertable[],
  policy: Policy,
): Promise<readonly Alert[]> {
  const ids = referrals
    .filter(({ referral }) => can(call.actor, 'alert.read', alertSubject(referral, policy)) === 'allowed')
    .flatMap(({ referral, alerted }) => alerted.map((position) => alertIdOf(referral.id, position, deps.hash)));
  const alerts = ids.length === 0 ? [] : await deps.alerts.many(call.actor.place, ids);
  return alerts
    .filter((alert) => standingOfAlert(alert).state !== 'resolved')
    .toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || (a.on < b.on ? -1 : 1));
}
