/** Every event that is published: its type, what it means, its schema, and one valid example. */
import type * as z from 'zod';
import { type AccessEventKind, accessEventKinds } from '../shared/domain/access/access-event.ts';
import { type AlertEventKind, alertEventKinds } from '../shared/domain/alert/alert.ts';
import { instantSchema } from '../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../shared/domain/calendar/local-date.ts';
import type { CaseKind } from '../shared/domain/case/case-kinds.ts';
import { caseTypes } from '../shared/domain/case/case-types.ts';
import { toldEvents } from '../shared/domain/message/message.ts';
import { type Person, personSchema } from '../shared/domain/person/person.ts';
import { type ReferralEventKind, referralEventKinds } from '../shared/domain/referral/event.ts';
import {
  accessDataSchema,
  alertDataSchema,
  bookingDataSchema,
  caseDataSchema,
  EVENT_SOURCE,
  EVENT_VERSION,
  eventSchemaOf,
  messageDataSchema,
  type PublishedEvent,
  personDataSchema,
  referralDataSchema,
  webhookDataSchema,
} from './published-event.ts';

export interface CatalogueEntry {
  readonly type: string;
  readonly meaning: string;
  readonly schema: z.ZodType;
  readonly example: PublishedEvent;
}

type PersonEventKind = Person['events'][number]['kind'];
const personEventKinds: readonly PersonEventKind[] = personSchema.shape.events.element.shape.kind.options;

/** `referral.triage-accepted.v1`. */
export function referralEventType(kind: ReferralEventKind): string {
  return `referral.${kind}.${EVENT_VERSION}`;
}

/** `person.created.v1`. */
export function personEventType(kind: PersonEventKind): string {
  return `person.${kind}.${EVENT_VERSION}`;
}

/** `alert.raised.v1`. */
export function alertEventType(kind: AlertEventKind): string {
  return `alert.${kind}.${EVENT_VERSION}`;
}

/** `case.care-assessment.seen.v1`. */
export function caseEventType(kind: CaseKind, happened: string): string {
  return `case.${kind}.${happened}.${EVENT_VERSION}`;
}
/** What happens to an alert that people are told of by message. */
export const toldEventTypes: readonly string[] = toldEvents.map(alertEventType);

/** What is published of places at events for families. */
export const bookingEventTypes = { 'moved-up': `booking.moved-up.${EVENT_VERSION}` } as const;

/** What happens that somebody of a family is told of by message. */
export const toldFamiliesEventTypes: readonly string[] = [
  referralEventType('appointment-booked'),
  referralEventType('appointment-cancelled'),
  caseEventType('family-message', 'answered'),
  bookingEventTypes['moved-up'],
];

/** What is published of a message, and of a webhook: that it came to its end, and that it was given up. */
export const messageEventTypes = {
  sent: `message.sent.${EVENT_VERSION}`,
  failed: `message.failed.${EVENT_VERSION}`,
  'webhook-given-up': `webhook.given-up.${EVENT_VERSION}`,
} as const;

const exampleIds = {
  person: 'Zk3v0bq1T-9xA_2c',
  referral: 'p7Qm2Xw9Lr4Tb8Vn',
  event: 'A1b2C3d4E5f6G7h8',
  case: 'c7Rm2Xw9Lr4Tb8Vq',
  alert: 'h2Jk4Lm6No8Pq0Rs',
  access: 'q3Rt5Yu7Io9Pa1Sd',
  message: 'w8Xc2Vb4Nm6Lk0Jh',
  meeting: 'e5Tg6Yh7Uj8Ik9Ol',
  booking: 'b3Nh5Gf7Ds9Aq1Wz',
  actor: 'm4Nb6Vc8Xz0Lk2Jh',
} as const;
const exampleTime = instantSchema.parse('2025-05-12T08:30:00.000Z');

const envelope = {
  specversion: '1.0',
  id: exampleIds.event,
  source: EVENT_SOURCE,
  time: exampleTime,
  datacontenttype: 'application/json',
} as const;

const referralEntries = referralEventKinds.map((kind): CatalogueEntry => {
  const type = referralEventType(kind);
  return {
    type,
    meaning: `“${kind.replaceAll('-', ' ')}” was recorded on a referral`,
    schema: eventSchemaOf(type, referralDataSchema),
    example: {
      ...envelope,
      type,
      subject: exampleIds.referral,
      data: {
        place: 'liverpool',
        personId: exampleIds.person,
        referralId: exampleIds.referral,
        queue: 'SALT',
        seq: kind === 'received' ? 0 : 3,
        on: localDateSchema.parse('2025-05-12'),
      },
    },
  };
});

const personEntries = personEventKinds.map((kind): CatalogueEntry => {
  const type = personEventType(kind);
  return {
    type,
    meaning: `“${kind.replaceAll('-', ' ')}” was recorded on a person`,
    schema: eventSchemaOf(type, personDataSchema),
    example: {
      ...envelope,
      type,
      subject: exampleIds.person,
      data: { place: 'liverpool', personId: exampleIds.person, seq: kind === 'created' ? 0 : 2 },
    },
  };
});

const alertMeanings: Readonly<Record<AlertEventKind, string>> = {
  raised: 'A threshold was crossed: its team is to be told, once',
  acknowledged: 'Somebody has taken an alert up',
  snoozed: 'An alert was put off until a day, for a reason',
  'snooze-ended': 'An alert that was put off is back',
  escalated: 'Nobody took an alert up in time: another team is to be told',
  resolved: 'What an alert was about is no longer so, or a later threshold tells it',
  reopened: 'What an alert was about is so again: what had ended it was recorded in error',
};

const alertEntries = alertEventKinds.map((kind): CatalogueEntry => {
  const type = alertEventType(kind);
  return {
    type,
    meaning: alertMeanings[kind],
    schema: eventSchemaOf(type, alertDataSchema),
    example: {
      ...envelope,
      type,
      subject: exampleIds.alert,
      data: {
        place: 'liverpool',
        personId: exampleIds.person,
        referralId: exampleIds.referral,
        alertId: exampleIds.alert,
        queue: 'SALT',
        seq: kind === 'raised' ? 0 : 1,
        deadline: 'waiting-standard',
        severity: 'breach',
        threshold: 'breach',
        team: 'salt',
        ...(kind === 'escalated' ? { escalatedTo: 'waiting-list-managers' } : {}),
      },
    },
  };
});

/** What can happen to a case of any kind. */
const genericMeanings = {
  'recorded-in-error': 'An event of a case was a mistake, and no longer counts',
  'due-moved':
    'A due date is another one now, because the policy, the bank holidays or the details of the person changed',
} as const;

const caseEntries = [...caseTypes.values()].flatMap(({ kind, facts }) => {
  const own = facts.options.map(({ shape }) => shape.kind.value);
  const meanings: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      own.map((happened) => [happened, `“${happened.replaceAll('-', ' ')}” was recorded on a case`]),
    ),
    ...genericMeanings,
  };
  return Object.entries(meanings).map(([happened, meaning]): CatalogueEntry => {
    const type = caseEventType(kind, happened);
    return {
      type,
      meaning,
      schema: eventSchemaOf(type, caseDataSchema),
      example: {
        ...envelope,
        type,
        subject: exampleIds.case,
        data: {
          place: 'liverpool',
          personId: exampleIds.person,
          caseId: exampleIds.case,
          case: kind,
          service: 'community-paediatrics',
          seq: 1,
          on: localDateSchema.parse('2025-05-12'),
        },
      },
    };
  });
});

/** What is published of an emergency access, by the kind of its event. */
export const accessEventTypes = {
  'emergency-access-asked': `access.broken-glass.${EVENT_VERSION}`,
  'emergency-access-reviewed': `access.reviewed.${EVENT_VERSION}`,
} as const;

const accessMeanings: Readonly<Record<keyof typeof accessEventTypes, string>> = {
  'emergency-access-asked':
    'Somebody gave themselves emergency access to a record that they may not know of: look into it',
  'emergency-access-reviewed': 'An audit officer has reviewed an emergency access',
};

const accessEntries = (Object.keys(accessEventTypes) as (keyof typeof accessEventTypes)[]).map(
  (kind): CatalogueEntry => {
    const type = accessEventTypes[kind];
    return {
      type,
      meaning: accessMeanings[kind],
      schema: eventSchemaOf(type, accessDataSchema),
      example: {
        ...envelope,
        type,
        subject: exampleIds.access,
        data: {
          place: 'liverpool',
          accessId: exampleIds.access,
          actor: exampleIds.actor,
          endsAt: instantSchema.parse('2025-05-12T09:30:00.000Z'),
        },
      },
    };
  },
);

/** `family-access.revoked.v1`. */
export function familyAccessEventType(kind: AccessEventKind): string {
  return `family-access.${kind}.${EVENT_VERSION}`;
}

const familyAccessEntries = accessEventKinds.map((kind): CatalogueEntry => {
  const type = familyAccessEventType(kind);
  return {
    type,
    meaning: `“${kind.replaceAll('-', ' ')}” was recorded about who in a family may see a record`,
    schema: eventSchemaOf(type, personDataSchema),
    example: {
      ...envelope,
      type,
      subject: exampleIds.person,
      data: { place: 'liverpool', personId: exampleIds.person, seq: 0 },
    },
  };
});

const messageMeanings = {
  sent: 'A message was handed to whoever delivers it',
  failed: 'A message could not be sent, and is not tried any more',
} as const;

const messageEntries = (['sent', 'failed'] as const).map((state): CatalogueEntry => {
  const type = messageEventTypes[state];
  return {
    type,
    meaning: messageMeanings[state],
    schema: eventSchemaOf(type, messageDataSchema),
    example: {
      ...envelope,
      type,
      subject: exampleIds.message,
      data: { place: 'liverpool', messageId: exampleIds.message, channel: 'email', alertId: exampleIds.alert },
    },
  };
});

const webhookEntry: CatalogueEntry = {
  type: messageEventTypes['webhook-given-up'],
  meaning: 'A webhook failed too often: nothing more is sent there until somebody switches it on again',
  schema: eventSchemaOf(messageEventTypes['webhook-given-up'], webhookDataSchema),
  example: {
    ...envelope,
    type: messageEventTypes['webhook-given-up'],
    subject: exampleIds.message,
    data: { place: 'liverpool', webhookId: exampleIds.message },
  },
};

const bookingEntry: CatalogueEntry = {
  type: bookingEventTypes['moved-up'],
  meaning: 'Somebody who waited for places at an event has them now',
  schema: eventSchemaOf(bookingEventTypes['moved-up'], bookingDataSchema),
  example: {
    ...envelope,
    type: bookingEventTypes['moved-up'],
    subject: exampleIds.meeting,
    data: { place: 'liverpool', meetingId: exampleIds.meeting, bookingId: exampleIds.booking },
  },
};

/** By type. */
export const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map(
  [
    ...personEntries,
    ...referralEntries,
    ...caseEntries,
    ...alertEntries,
    ...accessEntries,
    ...familyAccessEntries,
    ...messageEntries,
    webhookEntry,
    bookingEntry,
  ].map((entry) => [entry.type, entry]),
);

/** The event of a case: whatever a type lets happen is in the catalogue. @throws ZodError */
export function checkedCaseEvent(event: PublishedEvent): PublishedEvent {
  return eventSchemaOf(event.type, caseDataSchema).parse(event);
}

/** The event if it is one of the catalogue's. @throws ZodError, or an Error for a type that is not in the catalogue. */
export function checkedEvent(event: PublishedEvent): PublishedEvent {
  const entry = catalogue.get(event.type);
  if (entry === undefined) throw new Error(`Events of type ${event.type} are not published`);
  return entry.schema.parse(event) as PublishedEvent;
}
