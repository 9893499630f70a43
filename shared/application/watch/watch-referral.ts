/** What the watch does about one referral: raises what is due, then moves the referral on to its next threshold. */

import { alertWatchDate } from '../../domain/alert/alert.ts';
import { raisedAlert, serviceItself } from '../../domain/alert/record-alert.ts';
import { alertSeverityOf } from '../../domain/alert/severity.ts';
import { owningTeam } from '../../domain/alert/teams.ts';
import { type Crossing, crossings, withTold } from '../../domain/alert/watch-plan.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { queueOf } from '../place-policy.ts';
import type { KeptReferral } from '../ports/referrals.ts';
import { plannedAnew } from '../queue-entry.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchTally } from './watch-tally.ts';

/** What a run of the watch works by. */
export interface WatchRun {
  readonly policy: Policy;
  /** The day of the run, and the instant it was due: what it records is recorded as at then, however late it runs. */
  readonly day: LocalDate;
  readonly time: Instant;
  readonly tally: WatchTally;
  /** Told of whatever could not be done, for the log. */
  readonly onFailure: (failed: unknown) => void;
}

/** How often a referral is read again when others write it at the same moment. */
const TRIES = 3;

/**
 * Alerts come first, under keys that follow from the deadline; then one conditional write moves the referral on. A run that
 * dies between the two leaves the referral due: the next one finds the alert there, and only moves on.
 * @throws `unavailable` `referral-busy`, and whatever the store throws.
 */
export async function watchReferral(
  deps: Pick<WatchDeps, 'referrals' | 'alerts' | 'hash'>,
  run: WatchRun,
  found: KeptReferral,
): Promise<void> {
  let kept: KeptReferral | undefined = found;
  for (let round = 1; kept !== undefined; round += 1) {
    const { referral, entry } = kept;
    const { deadlines } = plannedAnew(kept, run.policy, run.day);
    const due = crossings(deadlines, entry.alerted, run.day);
    if (due.length === 0 && (entry.watch === null || entry.watch.on > run.day)) return run.tally.add('not-due');
    for (const crossing of due) await raise(deps, run, referral, crossing);
    const moved = plannedAnew(kept, run.policy, run.day, withTold(entry.alerted, due));
    try {
      await deps.referrals.save(referral, moved.entry, referral.version);
      return run.tally.add('moved-on');
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      if (round === TRIES) throw unavailable('referral-busy', 'Others keep changing this referral');
      // Whoever was first may have ended the cause of what was just raised: following that alert resolves it then.
      kept = await deps.referrals.get(referral.place, { personId: referral.personId, referralId: referral.id });
    }
  }
}

async function raise(
  deps: Pick<WatchDeps, 'alerts' | 'hash'>,
  { policy, time, tally }: WatchRun,
  referral: Referral,
  { deadline, warning }: Crossing,
): Promise<void> {
  const { place, personId, id: referralId, queue: code } = referral;
  const { kind, start, due } = deadline;
  const { threshold, on } = warning;
  const severity = alertSeverityOf(kind, warning.severity);
  const team = owningTeam(policy, queueOf(policy, code), { kind, severity });
  const about = { place, personId, referralId, queue: code, kind, start, due, threshold, severity, on, team };
  const alert = raisedAlert(about, { recordedAt: time, by: serviceItself, hash: deps.hash });
  const isNew = await deps.alerts.raise({ alert, watchOn: alertWatchDate(alert, policy.alerts) });
  tally.add(isNew ? 'raised' : 'already-had');
}
