/** Who a row is about. */
import type { LocalDate } from '../calendar/local-date.ts';
import { parseNhsNumber } from '../identifiers/nhs-number.ts';
import { parsePostcode } from '../identifiers/postcode.ts';
import type { ParsedRow } from './row.ts';
import type { RowCells } from './row-cells.ts';
import { ethnicCategoryFor, yesOrNo } from './values.ts';

/** The most that a record holds of each, in characters. */
const LONGEST_POSTCODE = 10;
const LONGEST_PRACTICE = 12;
const LONGEST_LANGUAGE = 60;
const LONGEST_ADJUSTMENT = 200;

/** No number is accepted (domain.md 8.1): it is flagged, and the local id tells the person. */
export function readNhsNumber(cells: RowCells, stage: string): string | null {
  const written = cells.text('nhsNumber');
  if (written === '') {
    cells.flag('no-nhs-number');
    return null;
  }
  const parsed = parseNhsNumber(written, stage);
  if ('number' in parsed) return parsed.number;
  if (parsed.fault === 'check-digit') {
    const fix = 'Check the number against the record: one of its digits is wrong';
    cells.wrong('nhs-number-check-digit', 'nhsNumber', fix);
  } else {
    const fix = 'Give the ten digits of an NHS number that is in use, or leave the cell empty';
    cells.wrong('nhs-number-format', 'nhsNumber', fix);
  }
  return null;
}

/** The facts about a person, of a row that has no error. */
export function readPerson(cells: RowCells, birthDate: LocalDate, nhsNumber: string | null): ParsedRow['person'] {
  const adjustment = cells.atMost('reasonableAdjustments', LONGEST_ADJUSTMENT);
  return {
    nhsNumber,
    localId: cells.text('localId') || null,
    givenName: cells.text('givenName').normalize('NFC'),
    familyName: cells.text('familyName').normalize('NFC'),
    birthDate,
    // What has no postcode's shape is kept as it is written: a wrong postcode keeps nobody off a list.
    postcode:
      parsePostcode(cells.text('postcode')) ?? cells.atMost('postcode', LONGEST_POSTCODE)?.toUpperCase() ?? null,
    ethnicCategory: cells.known('ethnicCategory', ethnicCategoryFor, '99'),
    gpPractice: cells.atMost('gpPractice', LONGEST_PRACTICE)?.toUpperCase() ?? null,
    interpreterLanguage: cells.atMost('interpreterLanguage', LONGEST_LANGUAGE),
    reasonableAdjustments: adjustment === null ? [] : [adjustment],
    ehcPlan: cells.known('ehcPlan', (cell) => yesOrNo(cell) ?? undefined, null),
    lookedAfter: cells.known('lookedAfter', (cell) => yesOrNo(cell) ?? undefined, null),
  };
}
