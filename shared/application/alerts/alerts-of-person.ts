import { type Alert, standingOfAlert } from '../../domain/alert/alert.ts';
import { alertIdOf } from '../../domain/alert/record-alert.ts';
import { severityRank } from '../../domain/alert/severity.ts';
import { can } from '../../domain/permission/can.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise, subjectOfRecord } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { personNotFound } from '../person/read-person.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';
import { alertSubject } from './alert-subject.ts';
import { type Alertable, alertableCase, alertableReferral } from './alertable.ts';

/**
 * The open alerts of a person, the most serious first: two requests to the store.
 * @throws `not-found` `person-not-found`; `forbidden`.
 */
export async function alertsOfPerson(
  deps: Pick<Deps, 'people' | 'alerts' | 'caseTypes' | 'policies' | 'hash' | 'audit'>,
  call: Call,
  personId: string,
): Promise<readonly Alert[]> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  authorise(call, 'person.read', subjectOfRecord(record, policy), personNotFound);
  await recordView(deps, call, 'alert.read', [personId]);
  const alertable = [
    ...record.referrals.map(alertableReferral),
    ...record.cases.map((kept) => alertableCase(deps.caseTypes, kept)),
  ];
  return openAlerts(deps, call, alertable, policy);
}

/** The same beside a record that is open, whose view was recorded: one request at most. None of those that the caller may not see. */
export async function alertsBesideRecord(
  deps: Pick<Deps, 'alerts' | 'policies' | 'hash'>,
  call: Call,
  alertable: readonly AlertableBeside[],
): Promise<readonly Alert[]> {
  return openAlerts(deps, call, alertable, await placePolicy(deps.policies, call.actor.place));
}

/** What alerts there can be of something follows from how far they have come. */
export type AlertableBeside = Pick<Alertable, 'place' | 'subject' | 'alerted'>;

async function openAlerts(
  deps: Pick<Deps, 'alerts' | 'hash'>,
  call: Call,
  alertable: readonly AlertableBeside[],
  policy: Policy,
): Promise<readonly Alert[]> {
  const ids = alertable
    .filter((one) => can(call.actor, 'alert.read', alertSubject(one, policy)) === 'allowed')
    .flatMap(({ subject, alerted }) => alerted.map((position) => alertIdOf(subject.id, position, deps.hash)));
  const alerts = ids.length === 0 ? [] : await deps.alerts.many(call.actor.place, ids);
  return alerts
    .filter((alert) => standingOfAlert(alert).state !== 'resolved')
    .toSorted((a, b) => severityRank(a.severity) - severityRank(b.severity) || (a.on < b.on ? -1 : 1));
}
