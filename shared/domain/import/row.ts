/** A row of a referral extract, before and after it is understood. */
import * as z from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonDetails } from '../person/person.ts';
import type { Tier } from '../policy/tier.ts';
import type { ReferralEventFacts } from '../referral/event.ts';
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

/** A row that was understood. Two rows with the same parsed content are the same, however they are written. */
export interface ParsedRow {
  readonly referralId: string;
  readonly queue: string;
  readonly receivedOn: LocalDate;
  readonly source: ReferralEventFacts<'received'>['source'];
  readonly tier: Tier;
  readonly firstContact: {
    readonly on: LocalDate;
    readonly mechanism: ReferralEventFacts<'contact'>['mechanism'];
  } | null;
  readonly assessmentStartedOn: LocalDate | null;
  readonly outcomeOn: LocalDate | null;
  readonly discharge: { readonly on: LocalDate; readonly reason: ImportedEnd } | null;
  readonly notes: string | null;
  readonly person: {
    readonly nhsNumber: string | null;
    readonly localId: string | null;
    readonly givenName: string;
    readonly familyName: string;
    readonly birthDate: LocalDate;
    readonly postcode: string | null;
    readonly ethnicCategory: PersonDetails['ethnicCategory'];
    readonly gpPractice: string | null;
    readonly interpreterLanguage: string | null;
    readonly reasonableAdjustments: readonly string[];
    /** Whether the extract says yes, no or nothing of each: silence changes nothing. */
    readonly ehcPlan: boolean | null;
    readonly lookedAfter: boolean | null;
  };
}

/** How an extract says that a referral ended. */
export type ImportedEnd =
  | 'declined-by-family'
  | 'no-longer-needed'
  | 'moved-away'
  | 'died'
  | 'not-brought'
  | 'treated'
  | 'completed'
  | 'unseen-other';

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
