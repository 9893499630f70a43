/**
 * Alerts end by themselves when what they tell of is no longer so, and come back when it is again. Follows from committed
 * changes alone, so that it is done whoever changed what, and done twice it changes nothing.
 */
import { type Alert, alertWatchDate, type ResolvedReason, standingOfAlert } from '../../domain/alert/alert.ts';
import {
  type AlertRecorder,
  alertIdOf,
  reopenedAlert,
  resolvedAlert,
  serviceItself,
} from '../../domain/alert/record-alert.ts';
import { type Alerted, toldThresholds, type WatchedDeadline } from '../../domain/alert/watch-plan.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { PublishingDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { type Alertable, alertableCase, alertableReferral } from './alertable.ts';

type SettlingDeps = Pick<PublishingDeps, 'alerts' | 'referrals' | 'cases' | 'caseTypes' | 'policies' | 'hash'>;
type Verdict = ResolvedReason | 'stands';

/** How often an alert is read again when somebody works it at the same moment. */
const TRIES = 5;

/** Brings the alerts of a referral or a case into line with a change of it. Where the change touches none of them, nothing is read. */
export async function settleSubject(
  deps: SettlingDeps,
  after: Alertable,
  before: Alertable | undefined,
  at: Instant,
): Promise<void> {
  const positions = [...(before?.alerted ?? []), ...after.alerted];
  if (positions.length === 0) return;
  const policy = await placePolicy(deps.policies, after.place);
  const day = localDateOf(at);
  const now = after.deadlines(policy, day);
  const then = before?.deadlines(policy, before.plannedOn ?? day) ?? [];
  const settled = new Set<string>();
  for (const position of positions) {
    const key = `${position.kind} ${position.start}`;
    if (settled.has(key)) continue;
    settled.add(key);
    const changes = changesOf(position, toldOf(now, after, position), before && toldOf(then, before, position));
    for (const [threshold, verdict] of changes) {
      await settle(deps, policy, after, { ...position, threshold }, verdict, at);
    }
    if (changes.length === 0 && isForgotten(position, after)) await settleMoved(deps, policy, now, after, position, at);
  }
}

/**
 * Holds an alert against what is so now, whatever has changed: one that has just been raised, for its cause may have ended between the decision
 * and the write, or one that hangs on a change that was not followed in its time.
 */
export async function settleAlert(deps: SettlingDeps, alert: Alert, at: Instant): Promise<void> {
  const [subject, policy] = await Promise.all([subjectOf(deps, alert), placePolicy(deps.policies, alert.place)]);
  if (subject === undefined) throw new Error('An alert is about something that is not there');
  const verdict = verdictOn(alert, subject, policy, later(localDateOf(at), alert.on));
  const isOpen = standingOfAlert(alert).state !== 'resolved';
  if (verdict === undefined || (verdict === 'stands') === isOpen) return;
  await settle(deps, policy, subject, alert, verdict, at);
}

/** What is so of an alert on a day; undefined when it is as it was left, because what was told was forgotten with a policy. */
function verdictOn(alert: Alert, subject: Alertable, policy: Policy, day: LocalDate): Verdict | undefined {
  const deadline = deadlineOf(subject.deadlines(policy, day), alert);
  if (deadline === undefined) return 'cause-ended';
  const told = toldThresholds(deadline, subject.alerted);
  if (told.includes(alert.threshold)) return told.at(-1) === alert.threshold ? 'stands' : 'superseded';
  return isPutOff(deadline, alert.threshold, day) ? 'cause-ended' : undefined;
}

async function subjectOf(deps: SettlingDeps, { place, personId, subject }: Alert): Promise<Alertable | undefined> {
  if (subject.of === 'referral') {
    const kept = await deps.referrals.get(place, { personId, referralId: subject.id });
    return kept && alertableReferral(kept);
  }
  const kept = await deps.cases.get(place, { personId, kind: subject.kind, caseId: subject.id });
  return kept && alertableCase(deps.caseTypes, kept);
}

/** The thresholds of a deadline that were told of; undefined when it does not stand. */
function toldOf(deadlines: readonly WatchedDeadline[], { alerted }: Alertable, position: Alerted) {
  const deadline = deadlineOf(deadlines, position);
  return deadline && toldThresholds(deadline, alerted);
}

function deadlineOf(deadlines: readonly WatchedDeadline[], { kind, start }: Pick<Alerted, 'kind' | 'start'>) {
  return deadlines.find((one) => one.kind === kind && one.start === start);
}

/** What a change makes of the alerts of one deadline, by their thresholds. */
function changesOf(
  { threshold }: Alerted,
  now: readonly string[] | undefined,
  then: readonly string[] | undefined,
): readonly (readonly [string, Verdict])[] {
  if (now === undefined) return then === undefined ? [] : [[threshold, 'cause-ended']];
  const last = now.at(-1);
  if (last === undefined || last === then?.at(-1)) return [];
  const settledBefore = new Set(then?.slice(0, -1));
  const behind = now.slice(0, -1).filter((earlier) => !settledBefore.has(earlier));
  return [...behind.map((earlier) => [earlier, 'superseded'] as const), [last, 'stands']];
}

/** Whether what was told was forgotten, because the place changed its policy and everything was planned anew. */
function isForgotten({ kind, start }: Alerted, { alerted }: Alertable): boolean {
  return !alerted.some((one) => one.kind === kind && one.start === start);
}

/** A threshold that a new policy puts off is not crossed any more; when it is again, its alert comes back. */
async function settleMoved(
  deps: SettlingDeps,
  policy: Policy,
  deadlines: readonly WatchedDeadline[],
  subject: Alertable,
  position: Alerted,
  at: Instant,
): Promise<void> {
  const deadline = deadlineOf(deadlines, position);
  if (deadline !== undefined && isPutOff(deadline, position.threshold, localDateOf(at)))
    await settle(deps, policy, subject, position, 'cause-ended', at);
}

function isPutOff({ warnOn }: WatchedDeadline, threshold: string, day: LocalDate): boolean {
  const warning = warnOn.find((one) => one.threshold === threshold);
  return warning !== undefined && warning.on > day;
}

async function settle(
  deps: SettlingDeps,
  policy: Policy,
  { place, subject }: Alertable,
  position: Pick<Alerted, 'kind' | 'start' | 'threshold'>,
  verdict: Verdict,
  at: Instant,
): Promise<void> {
  const id = alertIdOf(subject.id, position, deps.hash);
  const recorder: AlertRecorder = { recordedAt: at, by: serviceItself, hash: deps.hash };
  for (let round = 1; round <= TRIES; round += 1) {
    const alert = await deps.alerts.get(place, id);
    // A threshold that another one was told in the place of has no alert.
    if (alert === undefined) return;
    const after = verdict === 'stands' ? reopenedAlert(alert, recorder) : resolvedAlert(alert, verdict, recorder);
    if (after === alert) return;
    try {
      return await deps.alerts.save({ alert: after, watchOn: alertWatchDate(after, policy.alerts) }, alert.version);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
  throw unavailable('alert-busy', 'Others keep changing this alert');
}

/** Whether an alert that was changed may have lost its cause meanwhile: it is raised, and has just become so. */
export function isNewlyRaised(after: Alert, before: Alert | undefined): boolean {
  if (standingOfAlert(after).state !== 'raised') return false;
  return before === undefined || standingOfAlert(before).state === 'resolved';
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
