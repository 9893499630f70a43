import { type Alert, standingOfAlert } from '../../domain/alert/alert.ts';
import { alertIdOf } from '../../domain/alert/record-alert.ts';
import { severityRank } from '../../domain/alert/severity.ts';
import { can } from '../../domain/permission/can.ts';
import { authorise, personSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../place-policy.ts';
import { personNotFound } from '../read-person.ts';
import { recordView } from '../record-view.ts';
import { alertSubject } from './alert-subject.ts';

/**
 * The open alerts of a person that the caller may see, the most serious first: two requests to the store. Which there can be
 * follows from how far the alerts of each referral have come.
 * @param referralId of one referral only.
 * @throws `not-found` `person-not-found`; `forbidden`.
 */
export async function alertsOfPerson(
  deps: Pick<Deps, 'people' | 'alerts' | 'policies' | 'audit' | 'hash'>,
  call: Call,
  personId: string,
  referralId?: string,
): Promise<readonly Alert[]> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  const referrals = record.referrals.map(({ referral }) => referral);
  authorise(call, 'person.read', personSubject(record.person, referrals, policy), personNotFound);
  const ids = record.referrals
    .filter(({ referral }) => referralId === undefined || referral.id === referralId)
    .filter(({ referral }) => can(call.actor, 'alert.read', alertSubject(referral, policy)) === 'allowed')
    .flatMap(({ referral, entry }) => entry.alerted.map((position) => alertIdOf(referral.id, position, deps.hash)));
  if (ids.length === 0) return [];
  await recordView(deps, call, 'alert.read', [personId]);
  const alerts = await deps.alerts.many(place, ids);
  return alerts
    .filter((alert) => standingOfAlert(alert).state !== 'resolved')
    .toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || (a.on < b.on ? -1 : 1));
}
