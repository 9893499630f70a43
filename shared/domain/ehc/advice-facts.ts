/** What can happen to the advice that one service owes for an assessment. Its text is never kept here: only that it came. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { serviceSchema } from '../case/case-policy.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { adviceExceptionGrounds } from './advice-limit.ts';
import { approverSchema, evidenceSchema, noteSchema } from './assessment-facts.ts';
import { qualityAnswers, qualityItems } from './quality.ts';

/** Why advice is not there yet. None of these is an exception: the six weeks run on. */
export const delayReasons = ['waiting-list', 'school-holidays', 'staff-absence', 'other'] as const;
export const chaseMeans = ['email', 'telephone', 'letter', 'meeting'] as const;

export const adviceFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('asked'),
    assessmentId: opaqueIdSchema,
    /** The event of the assessment that asked. */
    requestEventId: opaqueIdSchema,
    service: serviceSchema,
    /** 0 the first time an assessment asks the service; one more where it asks anew after that came to nothing. */
    round: z.int().min(0).max(20),
    familyAsked: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('passed-on') }),
  z.strictObject({ kind: z.literal('chased'), by: z.enum(chaseMeans) }),
  z.strictObject({ kind: z.literal('delay-explained'), why: z.enum(delayReasons), note: noteSchema.optional() }),
  z.strictObject({ kind: z.literal('appointment-missed') }),
  z.strictObject({
    kind: z.literal('exception'),
    ground: z.enum(adviceExceptionGrounds),
    evidence: evidenceSchema,
    approver: approverSchema,
    /** For an absence; no day of return while they are still away. */
    leftOn: localDateSchema.optional(),
    returnedOn: localDateSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('returned') }),
  z.strictObject({ kind: z.literal('not-known') }),
  z.strictObject({
    kind: z.literal('existing-advice-accepted'),
    writtenOn: localDateSchema,
    /** The days on which each of the three agreed that it is enough (regulation 6(4)). */
    authorAgreedOn: localDateSchema,
    authorityAgreedOn: localDateSchema,
    familyAgreedOn: localDateSchema,
  }),
  z.strictObject({
    kind: z.literal('quality-checked'),
    checklist: z.record(z.enum(qualityItems), z.enum(qualityAnswers)),
  }),
  z.strictObject({ kind: z.literal('withdrawn'), reason: z.enum(['assessment-ended']) }),
  z.strictObject({ kind: z.literal('noted'), note: noteSchema }),
]);
export type AdviceFacts = Readonly<z.output<typeof adviceFactsSchema>>;
export type AdviceEventKind = AdviceFacts['kind'];
export type AdviceFactsOf<K extends AdviceEventKind> = Extract<AdviceFacts, { readonly kind: K }>;
