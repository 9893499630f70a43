/** What the watch does about one alert: passes on what nobody took up, and brings back what was put off until now. */
import { alertWatchDate, standingOfAlert } from '../../domain/alert/alert.ts';
import { serviceItself, watchedAlert } from '../../domain/alert/record-alert.ts';
import { isDomainError } from '../../domain/error.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-run.ts';

/** Whoever works the alert at the same moment is before the watch: then it is looked at again at the next run, if it has to be. */
export async function watchAlert(
  deps: Pick<WatchDeps, 'alerts' | 'hash'>,
  { policy, day, time, tally }: WatchRun,
  alertId: string,
): Promise<void> {
  const alert = await deps.alerts.get(policy.place.id, alertId);
  if (alert === undefined) throw new Error('The watch is to look at an alert that is not there');
  const due = alertWatchDate(alert, policy.alerts);
  const { state } = standingOfAlert(alert);
  // Another run was first and the index is a moment behind; or the place has become more patient since.
  const isDue = due !== null && due <= day;
  const recorder = { recordedAt: time, by: serviceItself, hash: deps.hash };
  const after = isDue ? watchedAlert(alert, policy.alerts, recorder) : alert;
  try {
    await deps.alerts.save({ alert: after, watchOn: alertWatchDate(after, policy.alerts) }, alert.version);
    tally.add(!isDue ? 'not-due' : state === 'snoozed' ? 'snooze-ended' : 'escalated');
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    tally.add('not-due');
  }
}
