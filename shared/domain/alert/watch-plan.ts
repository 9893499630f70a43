/**
 * When a referral or a case is next to be looked at by the watch, and how far its alerts have come. Of each deadline only the last
 * threshold told of is kept: those before it are told of by it. Losing this loses nothing, for alerts are kept under keys
 * that follow from the deadline: the watch then finds each alert there, and only moves on.
 */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Deadline, Warning } from '../deadline/deadline.ts';
import type { Policy } from '../policy/policy.ts';
import type { DutyContext } from '../referral/duties.ts';
import { referralDeadlines } from '../referral/referral-deadlines.ts';
import type { ReferralState } from '../referral/state.ts';
import { type DeadlineKind, isDeadlineKind } from './deadline-kinds.ts';
import { alertSeverityOf } from './severity.ts';

/** The last threshold told of, of the deadline of a kind that started on a day. */
export interface Alerted {
  readonly kind: DeadlineKind;
  readonly start: LocalDate;
  readonly threshold: string;
}

/** A deadline with those of its warnings that raise alerts in its place. */
export type WatchedDeadline = Deadline & { readonly kind: DeadlineKind };

/** A deadline that is to be told of: the last threshold crossed stands for those crossed before it and not told of. */
export interface Crossing {
  readonly deadline: WatchedDeadline;
  readonly warning: Warning;
}

/** The deadlines of a referral that stand, with the warnings that the place's policy does not leave silent. */
export function watchedDeadlines(state: ReferralState, context: DutyContext): readonly WatchedDeadline[] {
  return toldBy(context.policy, referralDeadlines(state, context));
}

/** Deadlines of kinds that are watched, with the warnings that the place's policy does not leave silent. */
export function toldBy(policy: Policy, deadlines: readonly Deadline[]): readonly WatchedDeadline[] {
  return deadlines.flatMap((deadline) => {
    const { kind } = deadline;
    if (!isDeadlineKind(kind)) return [];
    const warnOn = deadline.warnOn.filter(({ severity }) => !isSilent(policy, kind, severity));
    return [{ ...deadline, kind, warnOn }];
  });
}

/** What is to be told of on a day: at most one crossing of each deadline, however many days nobody looked. */
export function crossings(
  deadlines: readonly WatchedDeadline[],
  alerted: readonly Alerted[],
  asAt: LocalDate,
): readonly Crossing[] {
  return deadlines.flatMap((deadline) => {
    const warning = untold(deadline, alerted).findLast(({ on }) => on <= asAt);
    return warning === undefined ? [] : [{ deadline, warning }];
  });
}

/** The positions after some crossings were told of: one of each kind, the latest. */
export function withTold(alerted: readonly Alerted[], told: readonly Crossing[]): readonly Alerted[] {
  const kinds = new Set(told.map(({ deadline }) => deadline.kind));
  return [
    ...alerted.filter(({ kind }) => !kinds.has(kind)),
    ...told.map(({ deadline: { kind, start }, warning: { threshold } }) => ({ kind, start, threshold })),
  ];
}

/** The first day on which a threshold is crossed that nobody was told of; null when none is left. It may have passed. */
export function nextWatchDate(deadlines: readonly WatchedDeadline[], alerted: readonly Alerted[]): LocalDate | null {
  let next: LocalDate | null = null;
  for (const deadline of deadlines) {
    const on = untold(deadline, alerted)[0]?.on;
    if (on !== undefined && (next === null || on < next)) next = on;
  }
  return next;
}

/** The thresholds of a deadline up to and with the one it has come to, in order: all that an alert may have been raised of. */
export function toldThresholds(deadline: WatchedDeadline, alerted: readonly Alerted[]): readonly string[] {
  const told = deadline.warnOn.slice(0, deadline.warnOn.length - untold(deadline, alerted).length);
  return told.map(({ threshold }) => threshold);
}

function untold(deadline: WatchedDeadline, alerted: readonly Alerted[]): readonly Warning[] {
  const position = alerted.find(({ kind, start }) => kind === deadline.kind && start === deadline.start);
  // A threshold that the ladder no longer has is found nowhere: everything is looked at again, and found told of.
  const at = deadline.warnOn.findIndex(({ threshold }) => threshold === position?.threshold);
  return deadline.warnOn.slice(at + 1);
}

function isSilent({ alerts }: Policy, kind: DeadlineKind, severity: Warning['severity']): boolean {
  const told = alertSeverityOf(kind, severity);
  return alerts.silent.some(({ kinds, severities }) => kinds.includes(kind) && severities.includes(told));
}
