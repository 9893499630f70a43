/** An assessment with its advice, chases and counts, as the API tells of them. */
import * as z from 'zod';
import type { EhcCounts } from '../../../shared/application/ehc/count-ehc.ts';
import type { ChasesDue } from '../../../shared/application/ehc/list-chases.ts';
import type { AssessmentRead } from '../../../shared/application/ehc/read-assessment.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { serviceSchema } from '../../../shared/domain/case/case-policy.ts';
import { adviceStandings } from '../../../shared/domain/ehc/advice-limit.ts';
import { adviceReplies } from '../../../shared/domain/ehc/advice-state.ts';
import { owedOf } from '../../../shared/domain/ehc/assessment-deadlines.ts';
import { assessmentStages } from '../../../shared/domain/ehc/assessment-state.ts';
import { adviceTogether, onTimeRates, type TimelinessCounts } from '../../../shared/domain/ehc/on-time.ts';
import { ehcLimits } from '../../../shared/domain/ehc/rule-set.ts';
import { legalSteps, stageStandings, viewStages } from '../../../shared/domain/ehc/stage-view.ts';
import { limitStandings } from '../../../shared/domain/ehc/timetable.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';

const date = localDateSchema.nullable();

const adviceSchema = z.strictObject({
  id: opaqueIdSchema,
  service: serviceSchema,
  receivedOn: localDateSchema.meta({ description: 'The day its body received the request: day 0' }),
  dueOn: localDateSchema,
  repliedOn: date,
  reply: z.enum(adviceReplies).nullable(),
  standing: z.enum(adviceStandings),
  chaseFrom: date.meta({ description: 'The day from which the body is to be chased next' }),
});

const stagesSchema = z.strictObject({
  asAt: localDateSchema,
  stages: z.array(
    z.strictObject({
      stage: z.enum(viewStages),
      dueOn: date,
      doneOn: date,
      standing: z.enum(stageStandings),
      moreTimeAllowed: z.boolean(),
    }),
  ),
  advice: z.array(
    z.strictObject({
      service: serviceSchema,
      standing: z.enum(['in', 'not-known', 'awaited', 'late', 'not-needed']),
      dueOn: localDateSchema,
      inOn: date,
    }),
  ),
  next: z.strictObject({ what: z.string(), by: localDateSchema }).nullable(),
  lawAllows: z.array(z.strictObject({ step: z.enum(legalSteps), until: date })),
  rightsOf: z.enum(['parent', 'young-person']),
});

export const assessmentSchema = z.strictObject({
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  version: z.int().min(1),
  stage: z.enum(assessmentStages),
  requestedOn: localDateSchema,
  councilReference: z.string().nullable(),
  rules: z.string().meta({ description: 'The set of rules that binds a request of that day' }),
  limits: z.array(
    z.strictObject({
      limit: z.enum(ehcLimits),
      due: localDateSchema,
      doneOn: date,
      day: z.int(),
      of: z.int(),
      lifted: z.boolean(),
      standing: z.enum(limitStandings),
    }),
  ),
  owed: z.array(z.strictObject({ what: z.string(), by: localDateSchema, lifted: z.boolean() })),
  advice: z.array(adviceSchema),
  adviceTogether: z
    .enum(['on-time', 'late', 'late-exception'])
    .nullable()
    .meta({ description: 'On time only when every service is; null while that is open' }),
  forFamily: stagesSchema.meta({ description: 'What the family is shown: never advice, evidence or authors' }),
});

export function assessmentWire({ record, state, advice, stages }: AssessmentRead): z.output<typeof assessmentSchema> {
  const { stage: _stage, ...forFamily } = stages;
  return {
    id: record.id,
    personId: record.personId,
    version: record.version,
    stage: state.stage,
    requestedOn: state.requestedOn,
    councilReference: state.councilReference,
    rules: state.rules.version,
    limits: [...state.steps],
    owed: owedOf(state).map(({ kind, due, lifted }) => ({ what: kind, by: due, lifted })),
    advice: advice.map(({ row, state: { service, receivedOn, timeliness, reply, chaseFrom } }) => ({
      id: row.caseId,
      service,
      receivedOn,
      dueOn: timeliness.due,
      repliedOn: reply?.on ?? null,
      reply: reply?.how ?? null,
      standing: timeliness.standing,
      chaseFrom,
    })),
    adviceTogether: adviceTogether(advice.map((one) => one.state.timeliness.standing)),
    forFamily: {
      ...forFamily,
      stages: [...forFamily.stages],
      advice: [...forFamily.advice],
      lawAllows: [...forFamily.lawAllows],
    },
  };
}

export const chasesSchema = z.strictObject({
  chases: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      personId: opaqueIdSchema,
      familyName: z.string(),
      givenName: z.string(),
      service: serviceSchema,
      receivedOn: localDateSchema,
      dueOn: localDateSchema,
      chaseFrom: localDateSchema,
      standing: z.enum(adviceStandings),
    }),
  ),
  complete: z.boolean(),
});

export function chasesWire({ chases, complete }: ChasesDue): z.output<typeof chasesSchema> {
  return {
    chases: chases.map(({ row, receivedOn, chaseFrom, dueOn, standing }) => ({
      id: row.caseId,
      personId: row.personId,
      familyName: row.familyName,
      givenName: row.givenName,
      service: row.service,
      receivedOn,
      dueOn,
      chaseFrom,
      standing,
    })),
    complete,
  };
}

const count = z.int().min(0);
const rate = z.number().min(0).max(100).nullable();
const timelinessSchema = {
  onTime: count,
  late: count,
  lateException: count,
  onTimeRate: rate.meta({ description: 'Percent, every case' }),
  onTimeRateWithoutExceptions: rate.meta({ description: 'Percent, without what is late under an exception' }),
};
const adviceCountsSchema = z.strictObject({
  asked: count,
  due: count,
  ...timelinessSchema,
  notKnown: count,
  existingAccepted: count,
  withdrawn: count,
});

export const countsSchema = z.strictObject({
  from: localDateSchema,
  to: localDateSchema,
  policyVersion: z.int().min(1),
  assessments: z.strictObject({
    requests: count,
    decidedToAssess: count,
    decidedNotToAssess: count,
    decisions: z.strictObject(timelinessSchema),
    noPlanNotices: z.strictObject(timelinessSchema),
    plans: z.strictObject(timelinessSchema),
    underWay: count,
  }),
  advice: z.strictObject({
    all: adviceCountsSchema,
    services: z.array(adviceCountsSchema.extend({ service: serviceSchema })),
    together: z
      .strictObject(timelinessSchema)
      .meta({ description: 'Assessments: on time only when every service was' }),
  }),
});

export function countsWire(
  { assessments, advice, policyVersion }: EhcCounts,
  period: { readonly from: z.output<typeof localDateSchema>; readonly to: z.output<typeof localDateSchema> },
): z.output<typeof countsSchema> {
  const { decisions, noPlanNotices, plans, ...rest } = assessments;
  return {
    ...period,
    policyVersion,
    assessments: {
      ...rest,
      decisions: withRates(decisions),
      noPlanNotices: withRates(noPlanNotices),
      plans: withRates(plans),
    },
    advice: {
      all: withRates(advice.all),
      services: [...advice.services].map(([service, counts]) => ({ service, ...withRates(counts) })),
      together: withRates(advice.together),
    },
  };
}

function withRates<C extends TimelinessCounts>(counts: C) {
  const { withExceptions, withoutExceptions } = onTimeRates(counts);
  return { ...counts, onTimeRate: withExceptions, onTimeRateWithoutExceptions: withoutExceptions };
}
