/**
 * What can happen to a referral: one closed union, told apart by `kind`, used as it stands in the store, the API, the
 * forms and the import. What each kind does to a clock is not said here but in clock-families/.
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { odsCodeSchema } from '../identifiers/ods-code.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { tierSchema } from '../policy/tier.ts';

/** Free text a member of staff writes; never shown to families. */
export const noteSchema = z.string().trim().min(1).max(2000);
const reason = z.string().trim().min(1).max(500);

/** Where a referral came from (CSDS source of referral, in plain words). */
export const referralSources = [
  'gp',
  'health-visitor',
  'school',
  'paediatrician',
  'parent',
  'self',
  'other-service',
  'other',
] as const;
/** Why a referral was not accepted: a coded reason is always required. */
export const rejectionReasons = [
  'criteria-not-met',
  'out-of-area',
  'age-out-of-range',
  'wrong-service',
  'not-enough-information',
  'already-in-care',
  'other',
] as const;
/** How a contact took place (MHSDS and CSDS consultation mechanism, in plain words). */
export const contactMechanisms = [
  'face-to-face',
  'video',
  'telephone',
  'letter',
  'email',
  'text',
  'between-professionals',
] as const;
/** Why a pathway ended without, or after, being seen. */
export const dischargeReasons = [
  'completed',
  'treated',
  'not-brought',
  'moved-away',
  'died',
  'no-longer-needed',
  'unseen-other',
] as const;
/** What the assessment concluded. */
export const assessmentOutcomes = ['confirmed', 'not-confirmed', 'deferred'] as const;
/** What is recorded when an appointment is missed: was not brought (a child), did not attend (an adult on their own). */
export const missedCodings = ['was-not-brought', 'did-not-attend'] as const;
/** How far the hand-over to the pathway for adults has come. A refusal stops no clock: it is escalated. */
export const transitionSteps = ['planned', 'accepted-by-adult-team', 'refused-by-adult-team'] as const;

const payloads = {
  received: {
    source: z.enum(referralSources),
    /** The priority asked for; a clinician may change it (`retiered`). */
    tier: tierSchema,
    authoredOn: localDateSchema.optional(),
    /**
     * The first receipt anywhere for this need, when it was before ours (Right to Choose, a move from another provider):
     * the family's total wait runs from that day. No clock does.
     */
    firstReceivedOn: localDateSchema.optional(),
    /** True when it came from a list on which it had been accepted already: it needs no triage here. */
    alreadyAccepted: z.boolean().default(false),
  },
  'booked-directly': { appointmentOn: localDateSchema },
  'triage-accepted': {},
  'returned-for-information': { questions: noteSchema },
  'information-received': {},
  rejected: { reason: z.enum(rejectionReasons), advice: noteSchema, alternative: noteSchema.optional() },
  'appointment-offered': { dates: z.array(localDateSchema).min(1).max(5) },
  'offer-declined': { offerId: opaqueIdSchema, reason: reason.optional() },
  'appointment-booked': {
    appointmentOn: localDateSchema,
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  },
  'appointment-cancelled': { by: z.enum(['family', 'provider']), reason: reason.optional() },
  'appointment-missed': {
    coding: z.enum(missedCodings),
    first: z.boolean(),
    communicationProven: z.boolean(),
    safeguardingConsidered: z.boolean(),
    /** At 18 or over: depends on others to be brought, so that it is still "was not brought". The recorder says so. */
    dependent: z.boolean().optional(),
    reason: reason.optional(),
  },
  'new-date-agreed': {},
  'family-contacted': {
    purpose: z.enum(['acknowledgement', 'after-missed-appointment', 'validation', 'other']),
    stillNeeded: z.boolean().optional(),
  },
  'missed-appointments-reviewed': { conclusion: noteSchema },
  contact: { mechanism: z.enum(contactMechanisms), parentOnly: z.boolean().default(false) },
  'baseline-measured': { measure: z.string().trim().min(1).max(100) },
  'plan-or-intervention': { what: z.enum(['care-plan', 'intervention', 'coded-assessment']) },
  'assessment-started': { byRole: z.string().trim().min(1).max(100) },
  'outcome-decided': { outcome: z.enum(assessmentOutcomes) },
  'family-informed': {},
  'treatment-started': {},
  'active-monitoring-started': { by: z.enum(['patient', 'clinician']) },
  'decision-to-treat': {},
  'decision-not-to-treat': { reason },
  'declined-by-family': { what: z.string().trim().min(1).max(200).optional() },
  transferred: { to: z.string().trim().min(1).max(120), organisation: odsCodeSchema.optional() },
  'right-to-choose-accepted': { provider: z.string().trim().min(1).max(120), organisation: odsCodeSchema.optional() },
  discharged: { reason: z.enum(dischargeReasons), clinician: z.string().trim().min(1).max(120) },
  reinstated: { reason },
  'moved-into-area': { waitedDaysElsewhere: z.int().min(0).max(9500) },
  retiered: { tier: tierSchema, reason },
  'linked-duplicate': { received: localDateSchema, source: z.string().trim().min(1).max(120) },
  transition: { step: z.enum(transitionSteps), team: z.string().trim().min(1).max(120), reason: reason.optional() },
  assigned: { to: z.string().trim().min(1).max(120) },
  noted: { note: noteSchema },
  'recorded-in-error': { eventId: opaqueIdSchema, reason },
} as const;

/** The kind of a referral event, as stored and as sent in the API. */
export type ReferralEventKind = keyof typeof payloads;
export const referralEventKinds = Object.keys(payloads) as readonly ReferralEventKind[];

/** The facts that every event carries, whoever recorded it. */
const envelope = {
  /** Opaque; made from the `Idempotency-Key` where there is one, so that a command sent twice is one event. */
  id: opaqueIdSchema,
  /** The local day the event concerns. */
  on: localDateSchema,
  /** The instant it concerns, where known: only to order the list between two referrals of one day. */
  at: instantSchema.optional(),
  /** When it was recorded; with `seq`, what "as it was known on a day" folds by. */
  recordedAt: instantSchema,
  /** Order of recording inside the referral, from 0. Two events of one day are taken in this order. */
  seq: z.int().min(0),
  /** Opaque id and role of whoever recorded it. */
  by: z.object({ actor: z.string().min(1).max(64), role: z.string().min(1).max(40) }),
  /** The import that wrote it, so that an import can be undone whole. */
  importId: opaqueIdSchema.optional(),
  /** Hash of the request it came from: the same key with another body is refused. */
  requestHash: z.string().max(64).optional(),
  /** Hash of the event before, and of this one: the chain that the audit verifier walks. */
  previousHash: z.string(),
  hash: z.string(),
};

function factsOf<K extends ReferralEventKind>(kind: K) {
  return z.strictObject({ kind: z.literal(kind), ...payloads[kind] });
}
type FactsSchema<K extends ReferralEventKind> = ReturnType<typeof factsOf<K>>;
/** The facts of one kind of event, without who and when. */
export type ReferralEventFacts<K extends ReferralEventKind = ReferralEventKind> = {
  [P in K]: z.output<FactsSchema<P>>;
}[K];

const factsSchemas = referralEventKinds.map((kind) => factsOf(kind)) as unknown as readonly [
  FactsSchema<ReferralEventKind>,
  ...FactsSchema<ReferralEventKind>[],
];
/** What a caller says when it records an event: the facts and the day, nothing else. */
export const referralEventFactsSchema = z.discriminatedUnion(
  'kind',
  factsSchemas,
) as unknown as z.ZodType<ReferralEventFacts>;

/** The schema of one kind's facts: forms and the OpenAPI document are generated from it. */
export function factsSchemaOf<K extends ReferralEventKind>(kind: K): FactsSchema<K> {
  return factsOf(kind);
}

const envelopeSchema = z.object(envelope);
/** A recorded event: its facts, the day it concerns, who recorded it and when, and its place in the chain. */
export type ReferralEvent<K extends ReferralEventKind = ReferralEventKind> = z.output<typeof envelopeSchema> & {
  readonly facts: ReferralEventFacts<K>;
};
export const referralEventSchema = z.strictObject({
  ...envelope,
  facts: referralEventFactsSchema,
}) as unknown as z.ZodType<ReferralEvent>;
