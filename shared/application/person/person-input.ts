/** What a caller says of a person: the details with the usual left out, and an NHS number as people write it. */
import * as z from 'zod';
import { type Issue, invalid } from '../../domain/error.ts';
import { nhsNumberFaultText, parseNhsNumber } from '../../domain/identifiers/nhs-number.ts';
import { parsePostcode } from '../../domain/identifiers/postcode.ts';
import { type PersonDetails, personDetailsSchema } from '../../domain/person/person.ts';

const writtenNhsNumber = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .nullable()
  .meta({ description: 'NHS number, with or without spaces', examples: ['999 000 0018'] });

const { shape } = personDetailsSchema;

/** A new person. Everything but the family name and the date of birth may be left out. */
export const newPersonSchema = z.strictObject({
  ...shape,
  nhsNumber: writtenNhsNumber.default(null),
  nhsNumberStatus: shape.nhsNumberStatus.optional(),
  noNhsNumberReason: shape.noNhsNumberReason.optional(),
  localId: shape.localId.default(null),
  givenName: shape.givenName.default(''),
  diedOn: shape.diedOn.default(null),
  postcode: shape.postcode.default(null),
  ethnicCategory: shape.ethnicCategory.default('99'),
  gpPractice: shape.gpPractice.default(null),
  interpreterLanguage: shape.interpreterLanguage.default(null),
  reasonableAdjustments: shape.reasonableAdjustments.default([]),
  communicationNeeds: shape.communicationNeeds.default([]),
  flags: shape.flags.default([]),
});
export type NewPerson = z.output<typeof newPersonSchema>;

/** Changes of a person: what is left out stays as it is. */
export const personChangesSchema = z.strictObject({ ...shape, nhsNumber: writtenNhsNumber }).partial();
export type PersonChanges = z.output<typeof personChangesSchema>;

/** Present, not traced: what is known of a number that somebody typed. */
const TYPED_STATUS = '02';
/** To be traced: what is known when there is none. */
const NONE_STATUS = '03';

/** The details of a new person. @param stage says which NHS numbers may be used. @throws `invalid` `person-details`. */
export function detailsOf(input: NewPerson, stage: string): PersonDetails {
  const { nhsNumber, postcode } = normalised(input, stage);
  return {
    ...input,
    nhsNumber: nhsNumber ?? null,
    postcode: postcode ?? null,
    nhsNumberStatus: input.nhsNumberStatus ?? (input.nhsNumber === null ? NONE_STATUS : TYPED_STATUS),
    noNhsNumberReason: input.noNhsNumberReason ?? (input.nhsNumber === null ? 'not-known' : null),
  };
}

/** The changes as details. A number that comes or goes takes its status and reason with it, unless they are sent too. */
export function changesOf(input: PersonChanges, stage: string): Partial<PersonDetails> {
  const { nhsNumber, postcode, ...rest } = input;
  const written = normalised(input, stage);
  const changes: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(rest)) if (value !== undefined) changes[field] = value;
  if (postcode !== undefined) changes['postcode'] = written.postcode ?? null;
  if (nhsNumber !== undefined) {
    changes['nhsNumber'] = written.nhsNumber ?? null;
    changes['nhsNumberStatus'] ??= nhsNumber === null ? NONE_STATUS : TYPED_STATUS;
    if (nhsNumber !== null) changes['noNhsNumberReason'] ??= null;
    else changes['noNhsNumberReason'] ??= 'not-known';
  }
  return changes as Partial<PersonDetails>;
}

function normalised(
  input: { nhsNumber?: string | null | undefined; postcode?: string | null | undefined },
  stage: string,
): { nhsNumber?: string; postcode?: string } {
  const issues: Issue[] = [];
  const read: { nhsNumber?: string; postcode?: string } = {};
  if (typeof input.nhsNumber === 'string') {
    const parsed = parseNhsNumber(input.nhsNumber, stage);
    if ('number' in parsed) read.nhsNumber = parsed.number;
    else {
      const { fault } = parsed;
      issues.push({ pointer: '/nhsNumber', code: `nhs-number-${fault}`, message: nhsNumberFaultText[fault] });
    }
  }
  if (typeof input.postcode === 'string' && input.postcode !== '') {
    const parsed = parsePostcode(input.postcode);
    if (parsed !== undefined) read.postcode = parsed;
    else issues.push({ pointer: '/postcode', code: 'postcode-format', message: 'Write the postcode like L1 8JQ' });
  }
  if (issues.length > 0) throw invalid('person-details', 'Check the details of this person', issues);
  return read;
}
