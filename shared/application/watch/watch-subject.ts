/** What the watch does about one referral or case: raises what is due, then moves it on to its next threshold. */

import { alertWatchDate } from '../../domain/alert/alert.ts';
import { raisedAlert, serviceItself } from '../../domain/alert/record-alert.ts';
import { alertSeverityOf } from '../../domain/alert/severity.ts';
import { owningTeam } from '../../domain/alert/teams.ts';
import { type Crossing, crossings, withTold } from '../../domain/alert/watch-plan.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-run.ts';
import type { WatchedSubject } from './watched-subject.ts';

/** How often a subject is read again when others write it at the same moment. */
const TRIES = 3;

/**
 * Alerts come first, under keys that follow from the deadline; then one conditional write moves the subject on. A run that
 * dies between the two leaves it due: the next one finds the alert there, and only moves on.
 * @throws `unavailable` `record-busy`, and whatever the store throws.
 */
export async function watchSubject(
  deps: Pick<WatchDeps, 'alerts' | 'hash'>,
  run: WatchRun,
  found: WatchedSubject,
): Promise<void> {
  let subject: WatchedSubject | undefined = found;
  for (let round = 1; subject !== undefined; round += 1) {
    const { alerted, watch } = subject;
    const due = crossings(subject.deadlines(run.policy, run.day), alerted, run.day);
    if (due.length === 0 && (watch === null || watch.on > run.day)) return run.tally.add('not-due');
    for (const crossing of due) await raise(deps, run, subject, crossing);
    try {
      await subject.moveOn(run, withTold(alerted, due));
      return run.tally.add('moved-on');
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      if (round === TRIES) throw unavailable('record-busy', 'Others keep changing this record');
      // Whoever was first may have ended the cause of what was just raised: following that alert resolves it then.
      subject = await subject.again();
    }
  }
}

async function raise(
  deps: Pick<WatchDeps, 'alerts' | 'hash'>,
  run: WatchRun,
  watched: WatchedSubject,
  { deadline, warning }: Crossing,
): Promise<void> {
  const { policy, time, tally } = run;
  const { place, personId, subject } = watched;
  const { kind, start, due } = deadline;
  const { threshold, on } = warning;
  const severity = alertSeverityOf(kind, warning.severity);
  const team = owningTeam(policy, watched.owner(run), { kind, severity });
  const about = { place, personId, subject, kind, start, due, threshold, severity, on, team };
  const alert = raisedAlert(about, { recordedAt: time, by: serviceItself, hash: deps.hash });
  const isNew = await deps.alerts.raise({ alert, watchOn: alertWatchDate(alert, policy.alerts) });
  tally.add(isNew ? 'raised' : 'already-had');
}
