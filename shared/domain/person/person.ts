/** A child or young person known to a place: who they are and what every page must show of them. One stored item. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';

/** A name as people write it: any script, 1 to 200 characters, normalised to NFC so that equal names compare equal. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .transform((name) => name.normalize('NFC'));

/** Ethnic category 16+1 (NHS Data Dictionary), Z not stated, 99 not known (domain.md 2.2). */
export const ethnicCategories = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'J',
  'K',
  'L',
  'M',
  'N',
  'P',
  'R',
  'S',
  'Z',
  '99',
] as const;

/** Flags that are shown on every page and filter the list; none moves anyone up a tier (domain.md 10). */
export const personFlags = [
  'ehc-plan',
  'sen-support',
  'looked-after',
  'care-leaver',
  'armed-forces',
  'learning-disability',
  'young-carer',
  'restricted',
  'attends-alone',
] as const;
export const personFlagSchema = z.enum(personFlags);
export type PersonFlag = (typeof personFlags)[number];

/** Why there is no NHS number (domain.md 8.1). */
export const noNhsNumberReasons = ['not-known', 'not-registered', 'overseas', 'newborn'] as const;

export const personDetailsSchema = z.strictObject({
  /** Ten digits, verified by nhs-number.ts where it enters; null with a reason where there is none. */
  nhsNumber: z
    .string()
    .regex(/^\d{10}$/)
    .nullable(),
  nhsNumberStatus: z.enum(['01', '02', '03', '04', '05', '06', '07', '08']),
  noNhsNumberReason: z.enum(noNhsNumberReasons).nullable(),
  localId: z.string().trim().min(1).max(40).nullable(),
  /** Some people have one name only: the given name may be empty. */
  givenName: z
    .string()
    .trim()
    .max(200)
    .transform((name) => name.normalize('NFC')),
  familyName: nameSchema,
  birthDate: localDateSchema,
  diedOn: localDateSchema.nullable(),
  postcode: z.string().trim().toUpperCase().max(10).nullable(),
  ethnicCategory: z.enum(ethnicCategories),
  gpPractice: z.string().max(12).nullable(),
  interpreterLanguage: z.string().trim().max(60).nullable(),
  reasonableAdjustments: z.array(z.string().trim().min(1).max(200)).max(20),
  communicationNeeds: z.array(z.string().trim().min(1).max(200)).max(20),
  flags: z.array(personFlagSchema).max(personFlags.length),
});
export type PersonDetails = z.output<typeof personDetailsSchema>;

export const personSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  details: personDetailsSchema,
  /** Two records that may be one person (twins, namesakes): told to staff, decided by a person, never merged by itself. */
  possibleDuplicateOf: z.array(opaqueIdSchema).max(20),
  mergedInto: opaqueIdSchema.nullable(),
  /** Short history: who changed what and when. Long histories live in the audit table. */
  events: z
    .array(
      z.strictObject({
        id: opaqueIdSchema,
        kind: z.enum(['created', 'changed', 'flagged-possible-duplicate', 'merged', 'died', 'recorded-in-error']),
        recordedAt: z.string(),
        by: z.object({ actor: z.string(), role: z.string() }),
        fields: z.array(z.string().max(40)).max(30),
        reason: z.string().max(500).optional(),
        importId: opaqueIdSchema.optional(),
        requestHash: z.string().max(64).optional(),
        previousHash: z.string(),
        hash: z.string(),
      }),
    )
    .min(1)
    .max(200),
});
export type Person = Readonly<z.output<typeof personSchema>>;
