/** What can happen to a child's health assessments while they are looked after (domain.md 5). */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';

const note = z.string().trim().min(1).max(500);

/** The legal ways to be looked after: sections of the Children Act 1989, and those without one. */
export const legalStatuses = [
  'section-20',
  'section-31',
  'section-38',
  'section-44',
  'section-46',
  'section-21-remand',
  'unaccompanied',
  'with-relatives',
] as const;
export const consentGivers = ['parent', 'local-authority', 'young-person'] as const;
/** The first assessment is a doctor's; later ones may be a nurse's or a midwife's under a doctor's supervision. */
export const assessors = ['medical-practitioner', 'nurse', 'midwife'] as const;
export const delayOwners = ['local-authority', 'provider', 'placement', 'family'] as const;
export type DelayOwner = (typeof delayOwners)[number];
export const careEndings = [
  'returned-home',
  'adopted',
  'special-guardianship',
  'child-arrangements',
  'turned-18',
  'other',
] as const;

export const careFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('became-looked-after'),
    legalStatus: z.enum(legalStatuses),
    authority: z.string().trim().min(1).max(80),
    /** Placed outside the area: the clock does not pause for it. */
    outOfArea: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('notified') }),
  z.strictObject({ kind: z.literal('consent-given'), by: z.enum(consentGivers) }),
  /** `competent`: the child understands what is refused, and the refusal stands. */
  z.strictObject({
    kind: z.literal('consent-refused'),
    by: z.enum(consentGivers),
    competent: z.boolean(),
    reason: note.optional(),
  }),
  z.strictObject({ kind: z.literal('booked'), appointmentOn: localDateSchema }),
  z.strictObject({ kind: z.literal('appointment-missed'), why: note.optional() }),
  z.strictObject({ kind: z.literal('seen'), by: z.enum(assessors) }),
  /** The report with the health plan, sent to the social worker. */
  z.strictObject({ kind: z.literal('plan-returned') }),
  z.strictObject({
    kind: z.literal('chased'),
    whom: z.enum(delayOwners),
    how: z.enum(['telephone', 'email', 'letter', 'meeting']),
  }),
  z.strictObject({ kind: z.literal('delay-recorded'), owner: z.enum(delayOwners), reason: note }),
  z.strictObject({ kind: z.literal('placement-moved'), outOfArea: z.boolean() }),
  /** A full assessment in the three months before entry: no other is needed. */
  z.strictObject({ kind: z.literal('already-assessed'), assessedOn: localDateSchema }),
  /** A series of short breaks, to which regulation 7 does not apply. */
  z.strictObject({
    kind: z.literal('short-breaks'),
    longestStayDays: z.int().min(1).max(366),
    daysInYear: z.int().min(1).max(366),
  }),
  z.strictObject({ kind: z.literal('care-ended'), why: z.enum(careEndings) }),
  z.strictObject({ kind: z.literal('noted'), note: z.string().trim().min(1).max(2000) }),
]);
export type CareFacts = Readonly<z.output<typeof careFactsSchema>>;
export type CareEventKind = CareFacts['kind'];
