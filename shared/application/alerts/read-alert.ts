import { type Alert, type AlertStanding, standingOfAlert } from '../../domain/alert/alert.ts';
import { type Team, teamsOf } from '../../domain/alert/teams.ts';
import { can } from '../../domain/permission/can.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';
import { alertNotFound, alertSubject } from './alert-subject.ts';

/** An alert with its history, whom it is about and whose it is. */
export interface AlertView {
  readonly alert: Alert;
  readonly standing: AlertStanding;
  readonly person: Person;
  readonly team: Team | undefined;
  /** Whether the caller may acknowledge it or put it off. */
  readonly mayWork: boolean;
  readonly longestSnoozeDays: number;
}

/** Reads an alert, recorded as a view before it is given. @throws `not-found` `alert-not-found`; `forbidden`. */
export async function readAlert(
  deps: Pick<Deps, 'alerts' | 'people' | 'policies' | 'audit'>,
  call: Call,
  alertId: string,
): Promise<AlertView> {
  const { place } = call.actor;
  const [alert, policy] = await Promise.all([deps.alerts.get(place, alertId), placePolicy(deps.policies, place)]);
  if (alert === undefined) throw alertNotFound();
  const subject = alertSubject(alert, policy);
  authorise(call, 'alert.read', subject, alertNotFound);
  const person = await deps.people.get(place, alert.personId);
  if (person === undefined) throw new Error('An alert is about a person who is not there');
  await recordView(deps, call, 'alert.read', [alert.personId]);
  return {
    alert,
    standing: standingOfAlert(alert),
    person,
    team: teamsOf(policy).find(({ code }) => code === alert.team),
    mayWork: can(call.actor, 'alert.work', subject) === 'allowed',
    longestSnoozeDays: policy.alerts.longestSnoozeDays,
  };
}
