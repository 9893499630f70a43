/** What the families' API tells, field by field: nothing that is not named here leaves by it. */
import * as z from 'zod';
import type { ChildView } from '../../shared/application/family/child-view.ts';
import { type FamilyWait, familyStages } from '../../shared/application/family/family-wait.ts';
import {
  notAcceptedWords,
  noticeWords,
  outcomeWords,
  stageWords,
} from '../../shared/application/family/family-words.ts';
import type { HomeChild } from '../../shared/application/family/read-children.ts';
import { accessNoticeKinds } from '../../shared/domain/access/access-reviews.ts';
import { partSchema } from '../../shared/domain/access/part.ts';
import { localDateSchema } from '../../shared/domain/calendar/local-date.ts';
import { messageTopics } from '../../shared/domain/family-message/facts.ts';
import { feedbackOccasions } from '../../shared/domain/feedback/facts.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { assessmentOutcomes } from '../../shared/domain/referral/event.ts';

const timeSchema = z.strictObject({ since: localDateSchema, days: z.int(), running: z.boolean() });
const contactSchema = z.strictObject({ organisation: z.string(), phone: z.string(), email: z.string() });

const waitSchema = z.strictObject({
  id: opaqueIdSchema,
  name: z.string(),
  stage: z.enum(familyStages),
  label: z.string().meta({ description: 'The stage as a page shows it' }),
  now: z.string(),
  next: z.string().meta({ description: 'What happens next' }),
  open: z.boolean(),
  receivedOn: localDateSchema,
  wait: timeSchema.nullable(),
  total: timeSchema.nullable().meta({ description: 'Across hand-overs, where that is longer' }),
  appointment: z.strictObject({ on: localDateSchema, time: z.string().nullable() }).nullable(),
  outcome: z
    .strictObject({ code: z.enum(assessmentOutcomes), text: z.string() })
    .nullable()
    .meta({ description: 'Only once the family was told in person' }),
  notAccepted: z.string().nullable(),
  lastUpdatedOn: localDateSchema.nullable(),
});

const messageSchema = z.strictObject({
  id: opaqueIdSchema,
  topic: z.enum(messageTopics),
  sentOn: localDateSchema,
  text: z.string().nullable(),
  isRead: z.boolean(),
  answers: z.array(z.strictObject({ on: localDateSchema, text: z.string() })),
  isClosed: z.boolean(),
});
const goalSchema = z.strictObject({
  goal: z.int(),
  text: z.string(),
  target: z.int(),
  agreedOn: localDateSchema,
  ratings: z.array(z.strictObject({ on: localDateSchema, rating: z.int() })),
});
const askedSchema = z.strictObject({
  referralId: opaqueIdSchema,
  occasion: z.enum(feedbackOccasions),
  year: z.int(),
});

export const childSchema = z.strictObject({
  id: opaqueIdSchema,
  givenName: z.string(),
  own: z.boolean(),
  parts: z.array(partSchema),
  waits: z.array(waitSchema),
  notices: z.array(z.strictObject({ kind: z.enum(accessNoticeKinds), on: localDateSchema, text: z.string() })),
  messages: z.array(messageSchema).meta({ description: 'Your own, the last first' }),
  goals: z.array(goalSchema),
  asked: z.array(askedSchema).meta({ description: 'Questions that are open' }),
  contact: contactSchema,
  asAt: localDateSchema,
  lastUpdatedOn: localDateSchema.nullable(),
});

export const childrenSchema = z.strictObject({
  children: z.array(childSchema),
  closed: z
    .array(z.strictObject({ why: z.enum(['changed', 'bereaved']), contact: contactSchema }))
    .meta({ description: 'Records that are not open any more: nothing says whose' }),
});

export function childWire(view: ChildView): z.output<typeof childSchema> {
  const { personId: id, givenName, own, parts, waits, notices, heard, contact, asAt, lastUpdatedOn } = view;
  return {
    ...{ id, givenName, own, asAt, lastUpdatedOn },
    parts: [...parts],
    waits: waits.map(waitWire),
    notices: notices.map(({ kind, on }) => ({ kind, on, text: noticeWords[kind] })),
    messages: heard.messages.map(({ messageId, answers, ...message }) => ({
      id: messageId,
      ...message,
      answers: [...answers],
    })),
    goals: heard.goals.map(({ ratings, ...goal }) => ({ ...goal, ratings: [...ratings] })),
    asked: [...heard.asked],
    contact: { ...contact },
  };
}

export function childrenWire(children: readonly HomeChild[]): z.output<typeof childrenSchema> {
  return {
    children: children.flatMap((child) => (child.kind === 'open' ? [childWire(child.view)] : [])),
    closed: children.flatMap((child) =>
      child.kind === 'open' ? [] : [{ why: child.kind, contact: { ...child.contact } }],
    ),
  };
}

function waitWire(wait: FamilyWait): z.output<typeof waitSchema> {
  const { name, stage, open, receivedOn, wait: waited, total, appointment, outcome, notAccepted, lastUpdatedOn } = wait;
  return {
    id: wait.referralId,
    ...{ name, stage, open, receivedOn, wait: waited, total, appointment, lastUpdatedOn },
    ...stageWords[stage],
    outcome: outcome === null ? null : { code: outcome, text: outcomeWords[outcome] },
    notAccepted: notAccepted === null ? null : notAcceptedWords[notAccepted],
  };
}
