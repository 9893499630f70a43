/** A row of a referral extract, before and after it is understood. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { personDetailsSchema } from '../person/person.ts';
import { queueCodeSchema } from '../policy/policy.ts';
import { tierSchema } from '../policy/tier.ts';
import { contactMechanisms, dischargeReasons, referralSources } from '../referral/event.ts';
import { type ImportField, importFields } from './columns.ts';
import type { RowError } from './row-error.ts';

/** The most text that is taken from one cell: a longer one is cut before it is sent, and its row flagged here. */
export const MAX_CELL = 4000;

/** A row as sent: which record of the file (first data row is 1), the line it starts on, and its cells by our names. */
export const rawRowSchema = z.strictObject({
  record: z.int().min(1),
  line: z.int().min(1),
  cells: z.partialRecord(z.enum(importFields as readonly [ImportField, ...ImportField[]]), z.string().max(MAX_CELL)),
});
export type RawRow = z.output<typeof rawRowSchema>;

/** How an extract says that a referral ended. */
const importedEnds = ['declined-by-family', ...dischargeReasons] as const;
export type ImportedEnd = (typeof importedEnds)[number];

/** A row that was understood. Two rows with the same parsed content are the same, however they are written. */
export const parsedRowSchema = z.strictObject({
  referralId: z.string().min(1),
  queue: queueCodeSchema,
  receivedOn: localDateSchema,
  source: z.enum(referralSources),
  tier: tierSchema,
  firstContact: z.strictObject({ on: localDateSchema, mechanism: z.enum(contactMechanisms) }).nullable(),
  assessmentStartedOn: localDateSchema.nullable(),
  outcomeOn: localDateSchema.nullable(),
  discharge: z.strictObject({ on: localDateSchema, reason: z.enum(importedEnds) }).nullable(),
  notes: z.string().nullable(),
  person: z.strictObject({
    ...personDetailsSchema.pick({
      nhsNumber: true,
      localId: true,
      givenName: true,
      familyName: true,
      birthDate: true,
      postcode: true,
      ethnicCategory: true,
      gpPractice: true,
      interpreterLanguage: true,
      reasonableAdjustments: true,
    }).shape,
    /** Whether the extract says yes, no or nothing of each: silence changes nothing. */
    ehcPlan: z.boolean().nullable(),
    lookedAfter: z.boolean().nullable(),
  }),
});
export type ParsedRow = Readonly<z.output<typeof parsedRowSchema>>;

export type RowReading =
  | { readonly row: ParsedRow; readonly flags: readonly RowFlag[] }
  /** All its errors, in rank; `referralId` as far as it could be read, for the reconciliation of what is absent. */
  | { readonly errors: readonly [RowError, ...RowError[]]; readonly referralId: string | null };

/**
 * What a person should look at although the row is accepted. The order is that of bits in stored reports: it may only grow
 * at its end.
 */
export const rowFlags = [
  'no-nhs-number',
  'possible-duplicate',
  'contact-type-assumed',
  'value-not-known',
  'value-cut',
] as const;
export type RowFlag = (typeof rowFlags)[number];
