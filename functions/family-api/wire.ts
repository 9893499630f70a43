/** What the families' API tells, field by field: nothing that is not named here leaves by it. */
import * as z from 'zod';
import type { ChildView } from '../../shared/application/family/child-view.ts';
import { familyDateKinds } from '../../shared/application/family/family-dates.ts';
import type { FamilyBudget, FamilyEhc, FamilyHealthCheck } from '../../shared/application/family/family-duties.ts';
import { adultMoves, type FamilyWait, familyStages } from '../../shared/application/family/family-wait.ts';
import type { FamilyReach } from '../../shared/application/family/reach.ts';
import type { HomeChild } from '../../shared/application/family/read-children.ts';
import type { SharedWith } from '../../shared/application/family/sharing.ts';
import { lookedReasons, staffRoles } from '../../shared/application/family/who-looked.ts';
import { adultMoveText, growingUpText } from '../../shared/application/family/words/growing-up.ts';
import type { Words } from '../../shared/application/family/words/words.ts';
import { relationships } from '../../shared/domain/access/access-event.ts';
import { accessNoticeKinds } from '../../shared/domain/access/access-reviews.ts';
import { contactPreferencesSchema } from '../../shared/domain/access/contact-preferences.ts';
import { growingUpSteps } from '../../shared/domain/access/growing-up.ts';
import { partSchema } from '../../shared/domain/access/part.ts';
import { budgetTypes } from '../../shared/domain/budget/budget-type.ts';
import { budgetStages } from '../../shared/domain/budget/state.ts';
import { type LocalDate, localDateSchema } from '../../shared/domain/calendar/local-date.ts';
import { helpContentSchema } from '../../shared/domain/community/help.ts';
import { assessmentStages } from '../../shared/domain/ehc/assessment-state.ts';
import { legalSteps, stageStandings, viewStages } from '../../shared/domain/ehc/stage-view.ts';
import { messageTopics } from '../../shared/domain/family-message/facts.ts';
import { feedbackOccasions, feedbackVersions } from '../../shared/domain/feedback/facts.ts';
import { healthCheckStatuses } from '../../shared/domain/health-check/standing.ts';
import { opaqueIdSchema } from '../../shared/domain/identifiers/opaque-id.ts';
import { personalChannels } from '../../shared/domain/message/channel.ts';
import { placeIdSchema } from '../../shared/domain/policy/place-id.ts';
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
  askedSince: localDateSchema.nullable().meta({ description: 'Since when you are asked whether you still need it' }),
  appointment: z.strictObject({ on: localDateSchema, time: z.string().nullable() }).nullable(),
  adultMove: z
    .strictObject({
      on: localDateSchema,
      pathway: z.string(),
      team: z.string(),
      standing: z.enum(adultMoves),
      text: z.string(),
    })
    .nullable()
    .meta({ description: 'The move to the pathway for adults at 18, with the same start of the wait' }),
  estimate: z
    .strictObject({
      weeks: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
      asAt: localDateSchema.nullable(),
      text: z.string(),
    })
    .nullable()
    .meta({ description: 'How long it may take in all; nine in ten wait no longer than `to`' }),
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
  version: z.enum(feedbackVersions).meta({ description: 'In whose words it is asked' }),
});

const ehcSchema = z.strictObject({
  stage: z.enum(assessmentStages),
  now: z.string(),
  stages: z.array(
    z.strictObject({
      stage: z.enum(viewStages),
      text: z.string(),
      dueOn: localDateSchema.nullable(),
      doneOn: localDateSchema.nullable(),
      standing: z.enum(stageStandings),
      moreTimeAllowed: z.boolean(),
    }),
  ),
  advice: z
    .array(
      z.strictObject({
        name: z.string(),
        standing: z.enum(['in', 'not-known', 'awaited', 'late', 'not-needed']),
        dueOn: localDateSchema,
        inOn: localDateSchema.nullable(),
      }),
    )
    .meta({ description: 'By service; never who wrote it, never what it says' }),
  next: z.strictObject({ what: z.string(), by: localDateSchema }).nullable(),
  lawAllows: z.array(z.strictObject({ step: z.enum(legalSteps), text: z.string(), until: localDateSchema.nullable() })),
  rightsOf: z.enum(['parent', 'young-person']),
});

const healthCheckSchema = z.strictObject({
  status: z.enum(healthCheckStatuses).exclude(['NOT_ELIGIBLE']),
  text: z.string(),
  dueOn: localDateSchema,
  lastOn: localDateSchema.nullable(),
  bookedFor: localDateSchema.nullable(),
  planOn: localDateSchema.nullable(),
});

const budgetSchema = z.strictObject({
  stage: z.enum(budgetStages).exclude(['void']),
  text: z.string(),
  annualPence: z.int().nullable(),
  reviewBy: localDateSchema.nullable(),
  accounts: z.array(
    z.strictObject({
      type: z.enum(budgetTypes),
      from: localDateSchema,
      openingPence: z.int(),
      closingPence: z.int(),
      lines: z.array(
        z.strictObject({
          on: localDateSchema,
          what: z.enum(['payment', 'spent', 'returned', 'reversal']),
          effectPence: z.int(),
          balancePence: z.int(),
        }),
      ),
    }),
  ),
});

const placeSchema = z.strictObject({ id: placeIdSchema, name: z.string() });

export const childSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeSchema,
  givenName: z.string(),
  own: z.boolean(),
  parts: z.array(partSchema),
  waits: z.array(waitSchema),
  ehc: z.array(ehcSchema),
  healthCheck: healthCheckSchema.nullable(),
  budgets: z.array(budgetSchema),
  dates: z
    .array(
      z.strictObject({
        kind: z.enum(familyDateKinds),
        on: localDateSchema,
        time: z.string().nullable(),
        isCancelled: z.boolean(),
      }),
    )
    .meta({ description: 'What a calendar shows, from four weeks ago on' }),
  notices: z.array(z.strictObject({ kind: z.enum(accessNoticeKinds), on: localDateSchema, text: z.string() })),
  growingUp: z
    .array(
      z.strictObject({
        step: z.enum(growingUpSteps),
        on: localDateSchema,
        passed: z.boolean(),
        near: z.boolean(),
        text: z.string(),
      }),
    )
    .meta({ description: 'What changes as the child grows up. Health and EHC plan have a day each' }),
  messages: z.array(messageSchema).meta({ description: 'Your own, the last first' }),
  goals: z.array(goalSchema),
  asked: z.array(askedSchema).meta({ description: 'Questions that are open' }),
  help: z.array(helpContentSchema).meta({ description: 'What the place says helps while waiting' }),
  news: z
    .array(z.strictObject({ id: opaqueIdSchema, title: z.string(), text: z.string(), since: localDateSchema }))
    .meta({ description: 'Changes in services that touch what is waited for, the newest first' }),
  contact: contactSchema,
  asAt: localDateSchema,
  lastUpdatedOn: localDateSchema.nullable(),
});

export const childrenSchema = z.strictObject({
  children: z.array(childSchema),
  closed: z
    .array(z.strictObject({ why: z.enum(['changed', 'bereaved']), contact: contactSchema }))
    .meta({ description: 'Records that are not open any more: nothing says whose' }),
  asAt: localDateSchema,
});

export const lookedSchema = z.strictObject({
  on: localDateSchema,
  role: z.enum(staffRoles),
  organisation: z.string(),
  why: z.enum(lookedReasons),
  times: z.int(),
});

export const sharedSchema = z.strictObject({
  adults: z.array(
    z.strictObject({
      grantId: opaqueIdSchema,
      name: z.string(),
      relationship: z.enum(relationships),
      sees: z.array(partSchema),
      hidden: z.array(partSchema),
    }),
  ),
});

export const calendarSchema = z.strictObject({
  since: localDateSchema.nullable().meta({ description: 'null where no address was made, or it was ended' }),
});

export const reachSchema = z.strictObject({
  preferences: contactPreferencesSchema.nullable(),
  addresses: z.array(
    z.strictObject({
      channel: z.enum(personalChannels),
      hint: z.string().meta({ description: 'Enough of the address to know it by' }),
      confirmed: z.boolean(),
      failed: z.boolean().meta({ description: 'Whether the last message there did not arrive' }),
    }),
  ),
  channel: z.enum(personalChannels).nullable().meta({ description: 'By which you are told now' }),
});

export function reachWire({ preferences, ways, channel }: FamilyReach): z.output<typeof reachSchema> {
  return { preferences: preferences && { ...preferences }, addresses: ways.map((way) => ({ ...way })), channel };
}

export function sharedWire(adults: readonly SharedWith[]): z.output<typeof sharedSchema> {
  return { adults: adults.map(({ sees, hidden, ...adult }) => ({ ...adult, sees: [...sees], hidden: [...hidden] })) };
}

export function childWire(words: Words, view: ChildView): z.output<typeof childSchema> {
  const {
    personId: id,
    givenName,
    own,
    parts,
    waits,
    healthCheck,
    notices,
    heard,
    contact,
    asAt,
    lastUpdatedOn,
  } = view;
  return {
    ...{ id, givenName, own, asAt, lastUpdatedOn },
    place: { ...view.place },
    parts: [...parts],
    waits: waits.map((wait) => waitWire(words, wait)),
    ehc: view.ehc.map((one) => ehcWire(words, one)),
    healthCheck: healthCheck === null ? null : checkWire(words, healthCheck),
    budgets: view.budgets.map((one) => budgetWire(words, one)),
    dates: view.dates.map(({ kind, on, time, isCancelled }) => ({ kind, on, time, isCancelled })),
    growingUp: view.growingUp.map((one) => ({ ...one, text: growingUpText(words, view, one) })),
    notices: notices.map(({ kind, on }) => ({ kind, on, text: words.say(`notice.${kind}`) })),
    messages: heard.messages.map(({ messageId, answers, ...message }) => ({
      id: messageId,
      ...message,
      answers: [...answers],
    })),
    goals: heard.goals.map(({ ratings, ...goal }) => ({ ...goal, ratings: [...ratings] })),
    asked: [...heard.asked],
    help: view.help.map((one) => ({ ...one })),
    news: view.news.map((one) => ({ ...one })),
    contact: { ...contact },
  };
}

export function childrenWire(
  words: Words,
  children: readonly HomeChild[],
  asAt: LocalDate,
): z.output<typeof childrenSchema> {
  return {
    asAt,
    children: children.flatMap((child) => (child.kind === 'open' ? [childWire(words, child.view)] : [])),
    closed: children.flatMap((child) =>
      child.kind === 'open' ? [] : [{ why: child.kind, contact: { ...child.contact } }],
    ),
  };
}

function ehcWire(
  words: Words,
  { stage, stages, advice, next, lawAllows, rightsOf }: FamilyEhc,
): z.output<typeof ehcSchema> {
  return {
    ...{ stage, rightsOf, now: words.say(`ehc.now.${stage}`), next: next && { ...next } },
    stages: stages.map((one) => ({ ...one, text: words.say(`ehc.stage.${one.stage}`) })),
    advice: advice.map((one) => ({ ...one })),
    lawAllows: lawAllows.map(({ step, until }) => ({ step, until, text: words.say(`ehc.law.${step}`) })),
  };
}

function checkWire(
  words: Words,
  { status, dueOn, lastOn, bookedFor, planOn }: FamilyHealthCheck,
): NonNullable<z.output<typeof childSchema>['healthCheck']> {
  return { status, dueOn, lastOn, bookedFor, planOn, text: words.say(`check.${status}`) };
}

function budgetWire(
  words: Words,
  { stage, annualPence, reviewBy, accounts }: FamilyBudget,
): z.output<typeof budgetSchema> {
  return {
    ...{ stage, annualPence, reviewBy, text: words.say(`budget.${stage}`) },
    accounts: accounts.map(({ lines, ...account }) => ({ ...account, lines: lines.map((line) => ({ ...line })) })),
  };
}

function waitWire(words: Words, wait: FamilyWait): z.output<typeof waitSchema> {
  const {
    name,
    stage,
    open,
    receivedOn,
    wait: waited,
    total,
    appointment,
    outcome,
    notAccepted,
    askedSince,
    lastUpdatedOn,
  } = wait;
  return {
    id: wait.referralId,
    ...{ name, stage, open, receivedOn, wait: waited, total, askedSince, appointment, lastUpdatedOn },
    adultMove: wait.adultMove && { ...wait.adultMove, text: adultMoveText(words, wait.adultMove) },
    label: words.say(`stage.${stage}.label`),
    now: words.say(`stage.${stage}.now`),
    next: words.say(`stage.${stage}.next`),
    estimate: wait.estimate === null ? null : { ...wait.estimate, text: words.estimate(wait.estimate) },
    outcome: outcome === null ? null : { code: outcome, text: words.say(`outcome.${outcome}`) },
    notAccepted: notAccepted === null ? null : words.say(`not-accepted.${notAccepted}`),
  };
}
