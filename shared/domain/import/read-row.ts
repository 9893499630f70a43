/** Reads one row of an extract: the facts in our terms, or all that is wrong with it. Pure; no other row, no store. */
import { ageOn } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { dateFaultText, parseDate } from '../calendar/parse-date.ts';
import { parseNhsNumber } from '../identifiers/nhs-number.ts';
import type { Policy } from '../policy/policy.ts';
import { type ImportField, importColumns } from './columns.ts';
import type { ParsedRow, RawRow, RowFlag, RowReading } from './row.ts';
import { inRank, type RowError, type RowErrorCode } from './row-error.ts';
import { contactMechanismFor, endFor, ethnicCategoryFor, queueFor, sourceFor, tierFor, yesOrNo } from './values.ts';

export interface ReadingContext {
  /** The day the file speaks of: no fact may lie after it. */
  readonly asAt: LocalDate;
  readonly policy: Policy;
  /** Which NHS numbers may be used here (domain.md 8.1, environment guard). */
  readonly stage: string;
}

const requiredFields = ['referralId', 'familyName', 'birthDate', 'receivedOn'] as const;
const dateFields = [
  'birthDate',
  'receivedOn',
  'firstContactOn',
  'assessmentStartedOn',
  'outcomeOn',
  'dischargedOn',
] as const;
type DateField = (typeof dateFields)[number];

export function readRow(raw: RawRow, context: ReadingContext): RowReading {
  const text = (field: ImportField): string => raw.cells[field]?.trim() ?? '';
  const errors: RowError[] = [];
  const wrong = (code: RowErrorCode, field: ImportField, fix: string): void => {
    errors.push({ code, column: importColumns[field].heading, found: text(field), fix });
  };

  for (const field of requiredFields) {
    if (text(field) === '') wrong('required-missing', field, `Fill in the column ${importColumns[field].heading}`);
  }
  const queue = queueFor(text('service'), context.policy.queues);
  if (!queue)
    wrong(
      'service-unknown',
      'service',
      `Use the name of a queue of this place: ${context.policy.queues.map((q) => q.shortName).join(', ')}`,
    );

  const nhsNumber = readNhsNumber(text('nhsNumber'), context.stage, wrong);
  const dates = readDates(text, wrong);
  checkDates(dates, context, wrong);
  const [first, ...others] = inRank(errors);
  if (first || !queue || !dates.birthDate || !dates.receivedOn) {
    if (!first) throw new Error('A row without errors lacks a fact it needs');
    return { errors: [first, ...others], referralId: text('referralId') || null };
  }

  const flags: RowFlag[] = [];
  if (nhsNumber === null) flags.push('no-nhs-number');
  const known = <T>(field: ImportField, read: (cell: string) => T | undefined, otherwise: T): T => {
    const value = read(text(field));
    if (value === undefined && text(field) !== '' && !flags.includes('value-not-known')) flags.push('value-not-known');
    return value ?? otherwise;
  };
  const firstContact = dates.firstContactOn
    ? { on: dates.firstContactOn, mechanism: known('firstContactType', contactMechanismFor, 'face-to-face' as const) }
    : null;
  if (firstContact && text('firstContactType') === '') flags.push('contact-type-assumed');
  const row: ParsedRow = {
    referralId: text('referralId'),
    queue: queue.code,
    receivedOn: dates.receivedOn,
    source: known('source', sourceFor, 'other' as const),
    tier: known('priority', tierFor, 'routine' as const),
    firstContact,
    assessmentStartedOn: dates.assessmentStartedOn ?? null,
    outcomeOn: dates.outcomeOn ?? null,
    discharge: dates.dischargedOn
      ? { on: dates.dischargedOn, reason: known('dischargeReason', endFor, 'unseen-other' as const) }
      : null,
    notes: text('notes') || null,
    person: {
      nhsNumber,
      localId: text('localId') || null,
      givenName: text('givenName').normalize('NFC'),
      familyName: text('familyName').normalize('NFC'),
      birthDate: dates.birthDate,
      postcode: text('postcode').toUpperCase() || null,
      ethnicCategory: known('ethnicCategory', ethnicCategoryFor, '99' as const),
      gpPractice: text('gpPractice') || null,
      interpreterLanguage: text('interpreterLanguage') || null,
      reasonableAdjustments: text('reasonableAdjustments') ? [text('reasonableAdjustments')] : [],
      ehcPlan: yesOrNo(text('ehcPlan')),
      lookedAfter: yesOrNo(text('lookedAfter')),
    },
  };
  return { row, flags };
}

type Wrong = (code: RowErrorCode, field: ImportField, fix: string) => void;
type Dates = Partial<Record<DateField, LocalDate>>;

/** No number is accepted (domain.md 8.1): it is flagged, and the local id tells the person. */
function readNhsNumber(written: string, stage: string, wrong: Wrong): string | null {
  if (written === '') return null;
  const parsed = parseNhsNumber(written, stage);
  if ('number' in parsed) return parsed.number;
  if (parsed.fault === 'check-digit')
    wrong('nhs-number-check-digit', 'nhsNumber', 'Check the number against the record: one of its digits is wrong');
  else
    wrong(
      'nhs-number-format',
      'nhsNumber',
      'Give the ten digits of an NHS number that is in use, or leave the cell empty',
    );
  return null;
}

function readDates(text: (field: ImportField) => string, wrong: Wrong): Dates {
  const dates: Dates = {};
  for (const field of dateFields) {
    if (text(field) === '') continue;
    const parsed = parseDate(text(field));
    if ('date' in parsed) dates[field] = parsed.date;
    else wrong('date-invalid', field, dateFaultText[parsed.fault]);
  }
  return dates;
}

/** Dates are compared as text: `YYYY-MM-DD` sorts as the days do. */
function checkDates(dates: Dates, context: ReadingContext, wrong: Wrong): void {
  const { birthDate, receivedOn } = dates;
  for (const field of dateFields) {
    const date = dates[field];
    if (date === undefined) continue;
    if (birthDate !== undefined && date < birthDate)
      wrong('before-birth', field, 'Check this date and the date of birth: it lies before the birth');
    if (date > context.asAt)
      wrong('date-in-future', field, `Check this date: it lies after the day of the file, ${context.asAt}`);
  }
  if (birthDate !== undefined && receivedOn !== undefined && birthDate <= receivedOn) {
    const age = ageOn(birthDate, receivedOn);
    const { from, to } = context.policy.scopeAge;
    if (age < from || age > to)
      wrong(
        'age-out-of-range',
        'birthDate',
        `The service is for ages ${from} to ${to}: this person was ${age} on the day of receipt`,
      );
  }
  checkOrder(dates, wrong);
}

/** Received, first contact, assessment, outcome follow each other; the discharge comes last. One error names the first that doesn't fit. */
function checkOrder(dates: Dates, wrong: Wrong): void {
  let latest: LocalDate | undefined;
  for (const field of ['receivedOn', 'firstContactOn', 'assessmentStartedOn', 'outcomeOn', 'dischargedOn'] as const) {
    const date = dates[field];
    if (date === undefined) continue;
    if (latest !== undefined && date < latest) {
      wrong(
        'date-order',
        field,
        `Check the order of the dates: ${importColumns[field].heading} lies before an earlier step`,
      );
      return;
    }
    latest = date;
  }
}
