/**
 * What can happen to an EHC needs assessment and to the plan that comes of it: one closed union, told apart by `kind`, as
 * stored, sent by the council's case system and asked for in forms. The day of each is the event's own.
 */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { serviceSchema } from '../case/case-policy.ts';
import { reviewOutcomes } from './annual-review.ts';
import { phaseMoves } from './phase-transfer.ts';
import { ehcLimits } from './rule-set.ts';

/** Who asked, or how the authority became responsible (sections 36 and 24 of the Act). */
export const requesters = ['parent', 'young-person', 'setting', 'other-professional', 'authority', 'moved-in'] as const;

/** What lifts a limit of the authority (regulations 5, 10 and 13). It adds no days. */
export const limitExceptionGrounds = [
  'school-closure',
  'early-years-closure',
  'exceptional-circumstances',
  'absence',
] as const;

export const appealOutcomes = ['allowed', 'dismissed', 'agreed', 'withdrawn'] as const;
export const closingReasons = ['request-withdrawn', 'moved-away', 'died', 'plan-ceased'] as const;

/** Why an exception applies, in a few words; never shown to families. */
export const evidenceSchema = z.string().trim().min(10).max(1000);
/** Who approved it: a name or a post. */
export const approverSchema = z.string().trim().min(1).max(120);
export const noteSchema = z.string().trim().min(1).max(2000);

/** The number of the case in the council's own system: not a name, nor an NHS number. */
export const referenceSchema = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/, 'A reference is up to 40 letters, digits, dots, hyphens or slashes');

export const assessmentFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('request-received'),
    requestedBy: z.enum(requesters),
    councilReference: referenceSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('advice-asked'),
    services: z
      .array(serviceSchema)
      .min(1)
      .max(20)
      .refine((services) => new Set(services).size === services.length, {
        message: 'Name each service once',
        params: { code: 'service-repeated' },
      }),
    /** The family asked for this advice (regulation 6(1)). */
    familyAsked: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('decision'), outcome: z.enum(['assess', 'do-not-assess']) }),
  z.strictObject({ kind: z.literal('no-plan-notice') }),
  z.strictObject({ kind: z.literal('draft-served') }),
  z.strictObject({ kind: z.literal('family-responded') }),
  z.strictObject({ kind: z.literal('plan-final') }),
  z.strictObject({
    kind: z.literal('limit-exception'),
    ground: z.enum(limitExceptionGrounds),
    limits: z.array(z.enum(ehcLimits)).min(1).max(ehcLimits.length),
    evidence: evidenceSchema,
    approver: approverSchema,
    /** For a closure: when the head or provider was asked, and when it is closed. */
    askedOn: localDateSchema.optional(),
    closedOn: localDateSchema.optional(),
    reopensOn: localDateSchema.optional(),
    /** For an absence; no day of return while they are still away. */
    leftOn: localDateSchema.optional(),
    returnedOn: localDateSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('mediation-certificate') }),
  z.strictObject({ kind: z.literal('appeal-lodged') }),
  z.strictObject({ kind: z.literal('appeal-ended'), outcome: z.enum(appealOutcomes) }),
  z.strictObject({ kind: z.literal('review-meeting-set'), meetingOn: localDateSchema }),
  z.strictObject({ kind: z.literal('review-advice-circulated') }),
  z.strictObject({ kind: z.literal('review-meeting') }),
  z.strictObject({ kind: z.literal('review-report') }),
  z.strictObject({ kind: z.literal('review-notice'), outcome: z.enum(reviewOutcomes) }),
  z.strictObject({ kind: z.literal('amended-plan-final') }),
  z.strictObject({ kind: z.literal('transfer-planned'), move: z.enum(phaseMoves), movesOn: localDateSchema }),
  z.strictObject({ kind: z.literal('transfer-plan-final') }),
  z.strictObject({ kind: z.literal('closed'), reason: z.enum(closingReasons) }),
  z.strictObject({ kind: z.literal('noted'), note: noteSchema }),
]);
export type AssessmentFacts = Readonly<z.output<typeof assessmentFactsSchema>>;
export type AssessmentEventKind = AssessmentFacts['kind'];
export type FactsOf<K extends AssessmentEventKind> = Extract<AssessmentFacts, { readonly kind: K }>;
export type LimitExceptionFacts = FactsOf<'limit-exception'>;
