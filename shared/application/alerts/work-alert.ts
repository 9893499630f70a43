import * as z from 'zod';
import { type Alert, alertWatchDate } from '../../domain/alert/alert.ts';
import { type AlertCommand, acknowledgedAlert, snoozedAlert } from '../../domain/alert/record-alert.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { isDomainError } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { changedSince } from '../changed-since.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { alertNotFound, alertSubject } from './alert-subject.ts';

const text = z.string().trim().min(1).max(500);

export const acknowledgementSchema = z.strictObject({ note: text.optional() });
export type Acknowledgement = z.output<typeof acknowledgementSchema>;

/** Until when it is put off, and why. */
export const snoozeSchema = z.strictObject({ until: localDateSchema, reason: text });
export type Snooze = z.output<typeof snoozeSchema>;

type WorkingDeps = Pick<Deps, 'alerts' | 'policies' | 'ids' | 'hash'>;

/**
 * Takes an alert up. Sent twice with one key, it is recorded once.
 * @param seen the version that the caller decided on.
 * @throws `conflict` `already-acknowledged`, `alert-resolved`; `stale` `changed-since`; `not-found` `alert-not-found`; `forbidden`.
 */
export function acknowledgeAlert(
  deps: WorkingDeps,
  call: Call,
  alertId: string,
  { note }: Acknowledgement,
  seen: number,
  key: string,
): Promise<Alert> {
  const command = commandIdentity(deps, call, ['acknowledge-alert', alertId], key, { note });
  return work(deps, call, alertId, seen, command, (alert, recorder) => acknowledgedAlert(alert, note, recorder));
}

/** Puts an alert off. @throws `invalid` `snooze-day`, and as {@link acknowledgeAlert}. */
export function snoozeAlert(
  deps: WorkingDeps,
  call: Call,
  alertId: string,
  snooze: Snooze,
  seen: number,
  key: string,
): Promise<Alert> {
  const command = commandIdentity(deps, call, ['snooze-alert', alertId], key, snooze);
  return work(deps, call, alertId, seen, command, (alert, recorder, policy) =>
    snoozedAlert(alert, snooze, recorder, { today: todayOf(call), policy: policy.alerts }),
  );
}

async function work(
  deps: WorkingDeps,
  call: Call,
  alertId: string,
  seen: number,
  command: CommandIdentity,
  decide: (alert: Alert, recorder: AlertCommand, policy: Policy) => Alert,
): Promise<Alert> {
  const { place, id: actor, role } = call.actor;
  const [alert, policy] = await Promise.all([deps.alerts.get(place, alertId), placePolicy(deps.policies, place)]);
  if (alert === undefined) throw alertNotFound();
  authorise(call, 'alert.work', alertSubject(alert, policy), alertNotFound);
  const done = asWorked(alert, command);
  if (done !== undefined) return done;
  if (alert.version !== seen) throw alertChangedSince(alert, seen);
  const recorder: AlertCommand = { ...command, recordedAt: call.now, by: { actor, role }, hash: deps.hash };
  const after = decide(alert, recorder, policy);
  try {
    await deps.alerts.save({ alert: after, watchOn: alertWatchDate(after, policy.alerts) }, seen);
    return after;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    // Another writer was first; or this command was, and the answer of its write was lost on the way.
    const current = await deps.alerts.get(place, alertId);
    if (current === undefined) throw alertNotFound();
    const before = asWorked(current, command);
    if (before !== undefined) return before;
    throw alertChangedSince(current, seen);
  }
}

/** The alert as this command left it, when it was sent before. An event is a version. */
function asWorked(alert: Alert, command: CommandIdentity): Alert | undefined {
  const found = recordedBefore(alert.events, command);
  return found && { ...alert, version: found.at + 1, events: alert.events.slice(0, found.at + 1) };
}

function alertChangedSince(alert: Alert, seen: number) {
  return changedSince('This alert has been changed since you read it', alert, seen, ({ facts }) => ({
    kind: facts.kind,
  }));
}
