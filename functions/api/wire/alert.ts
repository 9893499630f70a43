/** An alert as the API tells of it, and how alerts are asked for. */
import * as z from 'zod';
import type { BulkAcknowledged } from '../../../shared/application/alerts/bulk-acknowledge.ts';
import {
  type AlertFilter,
  type AlertPage,
  MOST_ALERT_PAGE_ROWS,
} from '../../../shared/application/alerts/list-alerts.ts';
import {
  type Alert,
  alertFactsSchema,
  alertStates,
  resolvedReasons,
  standingOfAlert,
} from '../../../shared/domain/alert/alert.ts';
import { teamCodeSchema } from '../../../shared/domain/alert/alert-policy.ts';
import type { AlertSubject } from '../../../shared/domain/alert/alert-subject.ts';
import { deadlineKinds } from '../../../shared/domain/alert/deadline-kinds.ts';
import { alertSeverities } from '../../../shared/domain/alert/severity.ts';
import { type Instant, instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { caseKindSchema } from '../../../shared/domain/case/case-kinds.ts';
import { serviceSchema } from '../../../shared/domain/case/case-policy.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { severalOf } from './queue.ts';

export const alertPageQuery = z.strictObject({
  team: teamCodeSchema.optional().meta({ description: 'One team’s own; those of all your teams where absent' }),
  severity: severalOf(alertSeverities).optional(),
  state: severalOf(alertStates)
    .optional()
    .meta({ description: 'Open ones where absent; `resolved` alone for those that have ended' }),
  kind: severalOf(deadlineKinds).optional(),
  queue: queueCodeSchema.optional(),
  cursor: z.string().min(1).max(2000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_ALERT_PAGE_ROWS))
    .optional(),
});

export function alertFilterOf({ severity, state, kind, queue }: z.output<typeof alertPageQuery>): AlertFilter {
  return { severities: severity, states: state, kinds: kind, queues: queue === undefined ? undefined : [queue] };
}

/** What is told of an alert wherever it is told of. */
const about = {
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  referralId: opaqueIdSchema.nullable().meta({ description: 'Where it is about a referral; so `queue`' }),
  queue: queueCodeSchema.nullable(),
  caseId: opaqueIdSchema.nullable().meta({ description: 'Where it is about a case; so `case` and `service`' }),
  case: caseKindSchema.nullable(),
  service: serviceSchema.nullable(),
  deadline: z.enum(deadlineKinds),
  start: localDateSchema.meta({ description: 'Day 0 of the deadline' }),
  due: localDateSchema.meta({ description: 'The last day in time' }),
  threshold: z.string(),
  severity: z.enum(alertSeverities),
  on: localDateSchema.meta({ description: 'The first day on which the threshold was crossed' }),
  team: teamCodeSchema,
  state: z.enum(alertStates),
  since: localDateSchema,
  until: localDateSchema.nullable().meta({ description: 'Put off until this day' }),
  escalatedTo: teamCodeSchema.nullable(),
  version: z.int().min(1),
};

export const alertPageSchema = z.strictObject({
  asAt: instantSchema.meta({ description: 'When the list was read and counted' }),
  alerts: z.array(z.strictObject({ ...about, familyName: z.string(), givenName: z.string() })),
  total: z.int().min(0),
  complete: z.boolean(),
  watchedAt: instantSchema
    .nullable()
    .meta({ description: 'When what falls due was last looked at whole; null if never' }),
  watchOverdue: z.boolean().meta({ description: 'That is too long ago: alerts may be missing' }),
  next: z.string().nullable(),
});

export function alertPageWire(
  { alerts, total, complete, watched, next }: AlertPage,
  asAt: Instant,
): z.output<typeof alertPageSchema> {
  return {
    asAt,
    alerts: alerts.map(({ row: { kind, order: _order, subject, ...row }, person: { details } }) => ({
      ...row,
      ...subjectWire(subject),
      deadline: kind,
      familyName: details.familyName,
      givenName: details.givenName,
    })),
    total,
    complete,
    watchedAt: watched.at,
    watchOverdue: watched.isOverdue,
    next: next ?? null,
  };
}

function subjectWire(subject: AlertSubject) {
  const none = { referralId: null, queue: null, caseId: null, case: null, service: null };
  return subject.of === 'referral'
    ? { ...none, referralId: subject.id, queue: subject.queue }
    : { ...none, caseId: subject.id, case: subject.kind, service: subject.service };
}

export const alertSchema = z.strictObject({
  ...about,
  resolved: z.enum(resolvedReasons).nullable(),
  history: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      seq: z.int().min(0),
      recordedAt: instantSchema,
      by: z.strictObject({ actor: z.string(), role: z.string() }),
      facts: alertFactsSchema,
    }),
  ),
});

export function alertWire(alert: Alert): z.output<typeof alertSchema> {
  const { place: _place, kind, events, subject, ...rest } = alert;
  return {
    ...rest,
    ...subjectWire(subject),
    ...standingOfAlert(alert),
    deadline: kind,
    history: events.map(({ id, seq, recordedAt, by, facts }) => ({ id, seq, recordedAt, by, facts })),
  };
}

export const bulkAcknowledgedSchema = z.strictObject({
  done: z.array(z.strictObject({ id: opaqueIdSchema, version: z.int().min(1) })),
  refused: z.array(z.strictObject({ id: opaqueIdSchema, code: z.string(), title: z.string() })),
});

export function bulkAcknowledgedWire({ done, refused }: BulkAcknowledged): z.output<typeof bulkAcknowledgedSchema> {
  return {
    done: done.map(({ id, version }) => ({ id, version })),
    refused: refused.map(({ id, problem: { code, title } }) => ({ id, code, title })),
  };
}
