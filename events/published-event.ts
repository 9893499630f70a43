/**
 * A published event: a CloudEvents 1.0 envelope around ids that say nothing about anybody. Whoever needs to know more
 * asks the API, which asks whether they may. Versions only ever grow: a new field is additive, anything else is a new type.
 */
import * as z from 'zod';
import { alertSchema } from '../shared/domain/alert/alert.ts';
import { instantSchema } from '../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../shared/domain/calendar/local-date.ts';
import { caseKindSchema } from '../shared/domain/case/case-kinds.ts';
import { serviceSchema } from '../shared/domain/case/case-policy.ts';
import { opaqueIdSchema } from '../shared/domain/identifiers/opaque-id.ts';
import { channels } from '../shared/domain/message/channel.ts';
import { placeIdSchema } from '../shared/domain/policy/place-id.ts';
import { queueCodeSchema } from '../shared/domain/policy/policy.ts';

/** Who publishes, on every event. */
export const EVENT_SOURCE = 'send-waiting-lists';

/** What every event's type ends in. */
export const EVENT_VERSION = 'v1';

/** What is told of an event in a referral's history. */
export const referralDataSchema = z.strictObject({
  place: placeIdSchema,
  personId: opaqueIdSchema,
  referralId: opaqueIdSchema,
  queue: queueCodeSchema,
  /** Number of the event in the referral's history, from 0. */
  seq: z.int().min(0),
  /** The local day it concerns. */
  on: localDateSchema,
  /** The import that wrote it, if one did. */
  importId: opaqueIdSchema.optional(),
});

/** What is told of an event in the history of a case. */
export const caseDataSchema = z.strictObject({
  place: placeIdSchema,
  personId: opaqueIdSchema,
  caseId: opaqueIdSchema,
  case: caseKindSchema,
  /** The service it belongs to. */
  service: serviceSchema,
  /** The grant of the one of the family whom it is for, where it is for one of them alone. */
  grantId: opaqueIdSchema.optional(),
  /** Number of the event in the history, from 0. */
  seq: z.int().min(0),
  /** The local day it concerns. */
  on: localDateSchema,
  importId: opaqueIdSchema.optional(),
});

/** What is told of an event in a person's history. */
export const personDataSchema = z.strictObject({
  place: placeIdSchema,
  personId: opaqueIdSchema,
  seq: z.int().min(0),
  importId: opaqueIdSchema.optional(),
});

/** What is told of an emergency access: who asked, and which one it is. Whose record it was, the audit knows. */
export const accessDataSchema = z.strictObject({
  place: placeIdSchema,
  accessId: opaqueIdSchema,
  /** The member of staff who asked. */
  actor: opaqueIdSchema,
  /** When it ends, or ended. */
  endsAt: instantSchema,
});

const { kind: deadlineKind, severity, threshold, team } = alertSchema.shape;

const alertData = {
  place: placeIdSchema,
  personId: opaqueIdSchema,
  alertId: opaqueIdSchema,
  /** Number of the event in the alert's history, from 0. */
  seq: z.int().min(0),
  deadline: deadlineKind,
  severity,
  threshold,
  /** The team that owns the alert. */
  team,
  /** The team it was passed on to, as long as nobody has taken it up. */
  escalatedTo: team.optional(),
};

/**
 * What is told of an event in an alert's history: which threshold of which deadline, how serious, whose it is. It is about a
 * referral in a queue, or about a case that belongs to a service.
 */
export const alertDataSchema = z.union([
  z.strictObject({ ...alertData, referralId: opaqueIdSchema, queue: queueCodeSchema }),
  z.strictObject({ ...alertData, caseId: opaqueIdSchema, case: caseKindSchema, service: serviceSchema }),
]);

/** What is told of a message: how it went, and about which alert, if about one. To whom, its own record knows. */
export const messageDataSchema = z.strictObject({
  place: placeIdSchema,
  messageId: opaqueIdSchema,
  channel: z.enum(channels),
  alertId: opaqueIdSchema.optional(),
});

/** What is told of a webhook. */
export const webhookDataSchema = z.strictObject({ place: placeIdSchema, webhookId: opaqueIdSchema });

/** What is told of somebody's places at an event for families: which event, and the token that they are known by there. */
export const bookingDataSchema = z.strictObject({
  place: placeIdSchema,
  meetingId: opaqueIdSchema,
  bookingId: opaqueIdSchema,
});

/** The envelope. `id` is the recorded event's own id: publishing it twice is publishing it once. */
const envelope = {
  specversion: z.literal('1.0'),
  id: opaqueIdSchema,
  source: z.literal(EVENT_SOURCE),
  subject: opaqueIdSchema,
  time: instantSchema,
  datacontenttype: z.literal('application/json'),
};

/** The schema of one type of event. */
export function eventSchemaOf<T extends string, D extends z.ZodType>(type: T, data: D) {
  return z.strictObject({ ...envelope, type: z.literal(type), data });
}

/** Any published event, as far as all are alike. */
export interface PublishedEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: typeof EVENT_SOURCE;
  readonly type: string;
  /** The aggregate that changed: a person, a referral, a case, an alert, an emergency access, a message, a webhook, an event for families. */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data:
    | z.output<typeof referralDataSchema>
    | z.output<typeof personDataSchema>
    | z.output<typeof caseDataSchema>
    | z.output<typeof accessDataSchema>
    | z.output<typeof alertDataSchema>
    | z.output<typeof messageDataSchema>
    | z.output<typeof webhookDataSchema>
    | z.output<typeof bookingDataSchema>;
}
