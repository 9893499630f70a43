/** Raising an alert and what may be recorded on it. Pure decisions that give the next version; nothing is ever taken away. */
import type { Instant } from '../calendar/instant.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { conflict, invalid } from '../error.ts';
import { canonicalJson } from '../referral/canonical-json.ts';
import {
  type Alert,
  type AlertEvent,
  type AlertFacts,
  MOST_ALERT_EVENTS,
  type ResolvedReason,
  standingOfAlert,
} from './alert.ts';
import type { AlertPolicy } from './alert-policy.ts';

/** Who records, and when. */
export interface AlertRecorder {
  readonly recordedAt: Instant;
  readonly by: { readonly actor: string; readonly role: string };
  /** SHA-256 of a text in base64url. */
  readonly hash: (text: string) => string;
}

/** A command of a person: its event gets an id that a repeat would get too. */
export interface AlertCommand extends AlertRecorder {
  readonly eventId: string;
  readonly requestHash: string;
}

/** What the service does by itself is done in its own name. */
export const serviceItself = { actor: 'service', role: 'service' } as const;

const CHAIN_START = '';

/** The id of the alert of one threshold of one deadline of a referral or a case: whoever raises it again raises the same. */
export function alertIdOf(
  subjectId: string,
  { kind, start, threshold }: { readonly kind: string; readonly start: LocalDate; readonly threshold: string },
  hash: AlertRecorder['hash'],
): string {
  return hash(JSON.stringify(['alert', subjectId, kind, start, threshold])).slice(0, 16);
}

/** A new alert, version 1. */
export function raisedAlert(about: Omit<Alert, 'id' | 'version' | 'events'>, recorder: AlertRecorder): Alert {
  const id = alertIdOf(about.subject.id, about, recorder.hash);
  const empty: Alert = { ...about, id, version: 1, events: [] };
  return { ...empty, events: [eventOf(empty, { kind: 'raised' }, recorder)] };
}

/** Somebody of the team has seen it and deals with it. @throws `conflict` `alert-resolved`, `already-acknowledged`. */
export function acknowledgedAlert(alert: Alert, note: string | undefined, command: AlertCommand): Alert {
  refuseResolved(alert);
  if (standingOfAlert(alert).state === 'acknowledged')
    throw conflict('already-acknowledged', 'This alert has been acknowledged already');
  return grown(alert, { kind: 'acknowledged', ...(note === undefined ? {} : { note }) }, command);
}

/**
 * Put off until a day, for a reason that is kept.
 * @throws `invalid` `snooze-day` when the day is not after today, or too far away; `conflict` `alert-resolved`.
 */
export function snoozedAlert(
  alert: Alert,
  { until, reason }: { readonly until: LocalDate; readonly reason: string },
  command: AlertCommand,
  { today, policy }: { readonly today: LocalDate; readonly policy: Pick<AlertPolicy, 'longestSnoozeDays'> },
): Alert {
  refuseResolved(alert);
  const last = addDays(today, policy.longestSnoozeDays);
  if (until <= today || until > last) {
    const message = `Choose a day after today, and at most ${policy.longestSnoozeDays} days away`;
    throw invalid('snooze-day', message, [{ pointer: '/until', code: 'snooze-day', message }]);
  }
  return grown(alert, { kind: 'snoozed', until, reason }, command);
}

/** What the watch makes of an alert on a day: passed on, back from its snooze, or as it is. */
export function watchedAlert(alert: Alert, policy: AlertPolicy, recorder: AlertRecorder): Alert {
  switch (standingOfAlert(alert).state) {
    case 'raised':
      return grown(alert, { kind: 'escalated', to: policy.escalateTo }, recorder);
    case 'snoozed':
      return grown(alert, { kind: 'snooze-ended' }, recorder);
    default:
      return alert;
  }
}

/** Its cause has ended. The same alert when it was resolved already. */
export function resolvedAlert(alert: Alert, why: ResolvedReason, recorder: AlertRecorder): Alert {
  return standingOfAlert(alert).state === 'resolved' ? alert : grown(alert, { kind: 'resolved', why }, recorder);
}

/** Its cause is back: what had ended it was recorded in error. The same alert when it is open. */
export function reopenedAlert(alert: Alert, recorder: AlertRecorder): Alert {
  return standingOfAlert(alert).state === 'resolved' ? grown(alert, { kind: 'reopened' }, recorder) : alert;
}

/** Whether the chain of an alert's events is whole. */
export function alertChainHolds({ id, events }: Pick<Alert, 'id' | 'events'>, hash: AlertRecorder['hash']): boolean {
  return events.every((event, at) => {
    const previous = at === 0 ? CHAIN_START : events[at - 1]?.hash;
    return event.seq === at && event.previousHash === previous && event.hash === alertEventHash(id, event, hash);
  });
}

/** The hash that an event of an alert has to carry. */
export function alertEventHash(alertId: string, event: AlertEvent, hash: AlertRecorder['hash']): string {
  const { hash: _carried, ...linked } = event;
  return hash(hashedText(alertId, linked));
}

function refuseResolved(alert: Alert): void {
  if (standingOfAlert(alert).state === 'resolved')
    throw conflict('alert-resolved', 'This alert has ended: what it was about is no longer so');
}

function grown(alert: Alert, facts: AlertFacts, recorder: AlertRecorder | AlertCommand): Alert {
  // The last places are kept for the service, so that an alert can always come to its end.
  const most = 'eventId' in recorder ? MOST_ALERT_EVENTS - 20 : MOST_ALERT_EVENTS;
  if (alert.events.length >= most) throw conflict('record-full', 'This alert cannot hold any more');
  return { ...alert, version: alert.version + 1, events: [...alert.events, eventOf(alert, facts, recorder)] };
}

function eventOf({ id, events }: Alert, facts: AlertFacts, recorder: AlertRecorder | AlertCommand): AlertEvent {
  const { recordedAt, by, hash } = recorder;
  const seq = events.length;
  const command =
    'eventId' in recorder
      ? { id: recorder.eventId, requestHash: recorder.requestHash }
      : // What the service does by itself follows from what was there: done again, it is the same event.
        { id: hash(JSON.stringify(['alert-event', id, seq, facts.kind])).slice(0, 16) };
  const linked = { ...command, seq, recordedAt, by, facts, previousHash: events.at(-1)?.hash ?? CHAIN_START };
  return { ...linked, hash: hash(hashedText(id, linked)) };
}

/** The alert's id is in the text, so that a history cannot be put under another alert. */
function hashedText(alertId: string, event: Omit<AlertEvent, 'hash'>): string {
  return canonicalJson([alertId, event]);
}
