/**
 * The columns of a referral extract: our name for each fact, the heading that extracts give it, and other headings that it
 * goes by. A file's own headings are mapped to these; the mapping may be corrected and kept by whoever imports.
 */
import * as z from 'zod';

export interface ImportColumn {
  readonly heading: string;
  readonly otherHeadings: readonly string[];
  readonly required: boolean;
}

export const importColumns = {
  referralId: column('Referral ID', ['referral ref', 'referral reference', 'pathway id', 'ref id', 'ubrn'], true),
  nhsNumber: column('NHS Number', ['nhs no', 'nhs num', 'nhs']),
  localId: column('Local Patient ID', [
    'local id',
    'patient id',
    'hospital number',
    'mrn',
    'rio number',
    'local patient identifier',
  ]),
  givenName: column('Forename', ['first name', 'given name', 'forenames', 'given names']),
  familyName: column('Surname', ['last name', 'family name'], true),
  birthDate: column('Date of Birth', ['dob', 'birth date', 'd o b'], true),
  postcode: column('Postcode', ['post code', 'home postcode']),
  ethnicCategory: column('Ethnic Category', ['ethnicity', 'ethnic group', 'ethnic code']),
  gpPractice: column('GP Practice', ['gp practice code', 'practice code', 'gp', 'registered practice']),
  service: column('Service', ['queue', 'pathway', 'team', 'clinic', 'referred to']),
  receivedOn: column(
    'Referral Received',
    ['received', 'date received', 'referral date', 'referral received date', 'date of referral'],
    true,
  ),
  source: column('Source', ['referral source', 'source of referral', 'referred by', 'referrer']),
  priority: column('Priority', ['urgency', 'clinical priority']),
  firstContactOn: column('First Contact Date', ['first contact', 'first appointment', 'date of first contact']),
  firstContactType: column('First Contact Type', ['contact type', 'consultation mechanism', 'first contact method']),
  assessmentStartedOn: column('Assessment Start Date', ['assessment date', 'assessment started', 'date of assessment']),
  outcomeOn: column('Outcome Date', ['outcome', 'diagnosis date', 'date of outcome']),
  dischargedOn: column('Discharge Date', ['discharged', 'closed date', 'date of discharge']),
  dischargeReason: column('Discharge Reason', ['closure reason', 'reason for discharge']),
  ehcPlan: column('EHC Plan', ['ehcp', 'ehc']),
  lookedAfter: column('Looked After', ['lac', 'cla', 'looked after child', 'child in care']),
  interpreterLanguage: column('Interpreter Language', ['interpreter', 'language']),
  reasonableAdjustments: column('Reasonable Adjustments', ['adjustments', 'reasonable adjustment']),
  notes: column('Notes', ['comments', 'note']),
} as const satisfies Record<string, ImportColumn>;

export type ImportField = keyof typeof importColumns;
export const importFields = Object.keys(importColumns) as readonly ImportField[];

/** The longest heading that is taken, in characters. */
export const MAX_HEADING = 200;

/** Which heading of the file holds each fact; a fact that the file does not give is absent. */
export const columnMappingSchema = z.partialRecord(
  z.enum(importFields as readonly [ImportField, ...ImportField[]]),
  z.string().min(1).max(MAX_HEADING),
);
export type ColumnMapping = Partial<Record<ImportField, string>>;

/** A best guess from the file's headings: exact heading first, then the other names, without case, spaces or punctuation. */
export function guessMapping(headings: readonly string[]): ColumnMapping {
  const taken = new Set<string>();
  const mapping: ColumnMapping = {};
  const names = (field: ImportField, round: number): readonly string[] =>
    round === 0 ? [importColumns[field].heading] : importColumns[field].otherHeadings;
  for (const round of [0, 1]) {
    for (const field of importFields) {
      if (mapping[field] !== undefined) continue;
      const wanted = names(field, round).map(bare);
      const found = headings.find((heading) => !taken.has(heading) && wanted.includes(bare(heading)));
      if (found === undefined) continue;
      mapping[field] = found;
      taken.add(found);
    }
  }
  return mapping;
}

/** The required facts that a mapping leaves out: an import can't start while there are any. */
export function missingFromMapping(mapping: ColumnMapping): readonly ImportField[] {
  return importFields.filter((field) => importColumns[field].required && mapping[field] === undefined);
}

function column(heading: string, otherHeadings: readonly string[], required = false): ImportColumn {
  return { heading, otherHeadings, required };
}

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
