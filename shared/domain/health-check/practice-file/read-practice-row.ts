/** Reads one row of a practice's file: the facts in our terms, or all that is wrong with it. Pure; no other row, no store. */
import type { LocalDate } from '../../calendar/local-date.ts';
import { dateFaultText, parseDate } from '../../calendar/parse-date.ts';
import { parseNhsNumber } from '../../identifiers/nhs-number.ts';
import { type OdsCode, parseOdsCode } from '../../identifiers/ods-code.ts';
import { restored } from '../../import/formula.ts';
import { type checkSettings, type decliners, type HealthCheckFactsOf, leavingReasons } from '../facts.ts';
import { type PracticeField, type PracticeRow, practiceColumns, practiceFields } from './columns.ts';
import type { PracticeFault, PracticeFaultCode } from './row-fault.ts';

export interface ReadPracticeRow {
  readonly nhsNumber: string | null;
  readonly localId: string | null;
  readonly familyName: string;
  readonly birthDate: LocalDate;
  readonly practice: OdsCode;
  readonly registeredOn: LocalDate;
  readonly invitedOn: LocalDate | null;
  readonly bookedFor: LocalDate | null;
  readonly checked: { readonly on: LocalDate; readonly where: (typeof checkSettings)[number] } | null;
  readonly planOn: LocalDate | null;
  readonly declined: { readonly on: LocalDate; readonly by: (typeof decliners)[number] } | null;
  readonly left: {
    readonly on: LocalDate;
    readonly why: HealthCheckFactsOf<'left'>['why'];
    readonly handedOverTo: string | null;
  } | null;
}

export type PracticeReading =
  | { readonly row: ReadPracticeRow }
  | { readonly faults: readonly [PracticeFault, ...PracticeFault[]] };

const dateFields = [
  'birthDate',
  'registeredOn',
  'invitedOn',
  'bookedFor',
  'checkedOn',
  'planOn',
  'declinedOn',
  'leftOn',
] as const;
type DateField = (typeof dateFields)[number];

const settings: Readonly<Record<string, (typeof checkSettings)[number]>> = {
  '': 'practice',
  practice: 'practice',
  surgery: 'practice',
  hub: 'hub',
  pcnhub: 'hub',
  home: 'home',
  homevisit: 'home',
  school: 'school',
  college: 'school',
  other: 'other',
};
const whoDeclined: Readonly<Record<string, (typeof decliners)[number]>> = {
  youngperson: 'young-person',
  person: 'young-person',
  self: 'young-person',
  patient: 'young-person',
  parent: 'parent',
  carer: 'parent',
  parentorcarer: 'parent',
  bestinterests: 'best-interests',
};

/** @param stage says which NHS numbers may be used. @param asAt the day the file speaks of. */
export function readPracticeRow(
  raw: PracticeRow,
  { asAt, stage }: { readonly asAt: LocalDate; readonly stage: string },
): PracticeReading {
  const reader = new RowReader(raw);
  for (const field of practiceFields) {
    if (practiceColumns[field].required && reader.text(field) === '')
      reader.wrong('required-missing', field, `Fill in the column ${practiceColumns[field].heading}`);
  }
  const nhsNumber = readNumber(reader, stage);
  const localId = reader.text('localId') || null;
  if (reader.text('nhsNumber') === '' && localId === null)
    reader.wrong('number-missing', 'nhsNumber', 'Give the NHS number, or the local id where there is none');
  const practice = parseOdsCode(reader.text('practice'));
  if (practice === undefined && reader.text('practice') !== '')
    reader.wrong(
      'value-not-known',
      'practice',
      'Give the code of the practice, capital letters and digits like N82001',
    );
  const dates = readDates(reader, asAt);
  const checkedWhere = reader.word('checkedWhere', settings);
  const declinedBy = readDecline(reader, dates.declinedOn);
  const leftWhy = readLeaving(reader, dates.leftOn);
  const { birthDate, registeredOn } = dates;
  const [first, ...others] = reader.faults;
  if (first !== undefined) return { faults: [first, ...others] };
  if (practice === undefined || birthDate === undefined || registeredOn === undefined)
    throw new Error('A row without faults lacks a fact it needs');
  return {
    row: {
      nhsNumber,
      localId,
      familyName: reader.text('familyName').normalize('NFC'),
      birthDate,
      practice,
      registeredOn,
      invitedOn: dates.invitedOn ?? null,
      bookedFor: dates.bookedFor ?? null,
      checked: dates.checkedOn === undefined ? null : { on: dates.checkedOn, where: checkedWhere ?? 'practice' },
      planOn: dates.planOn ?? null,
      declined:
        dates.declinedOn === undefined || declinedBy === undefined ? null : { on: dates.declinedOn, by: declinedBy },
      left:
        dates.leftOn === undefined || leftWhy === undefined
          ? null
          : { on: dates.leftOn, why: leftWhy, handedOverTo: reader.text('handedOverTo').slice(0, 120) || null },
    },
  };
}

function readNumber(reader: RowReader, stage: string): string | null {
  const written = reader.text('nhsNumber');
  if (written === '') return null;
  const parsed = parseNhsNumber(written, stage);
  if ('number' in parsed) return parsed.number;
  if (parsed.fault === 'check-digit')
    reader.wrong('nhs-number-check-digit', 'nhsNumber', 'Check the number: one of its digits is wrong');
  else reader.wrong('nhs-number-format', 'nhsNumber', 'Give the ten digits of an NHS number that is in use');
  return null;
}

function readDates(reader: RowReader, asAt: LocalDate): Partial<Record<DateField, LocalDate>> {
  const dates: Partial<Record<DateField, LocalDate>> = {};
  for (const field of dateFields) {
    if (reader.text(field) === '') continue;
    const parsed = parseDate(reader.text(field));
    if ('date' in parsed) dates[field] = parsed.date;
    else reader.wrong('date-invalid', field, dateFaultText[parsed.fault]);
  }
  for (const field of dateFields) {
    const date = dates[field];
    if (date === undefined) continue;
    if (dates.birthDate !== undefined && date < dates.birthDate)
      reader.wrong('before-birth', field, 'Check this date and the date of birth: it is before the birth');
    if (date > asAt && field !== 'bookedFor')
      reader.wrong('date-in-future', field, `Check this date: it is after the day of the file, ${asAt}`);
  }
  return dates;
}

function readDecline(reader: RowReader, declinedOn: LocalDate | undefined): (typeof decliners)[number] | undefined {
  if (declinedOn === undefined) return undefined;
  const considered = ['y', 'yes', 'true', '1'].includes(reader.text('capacityConsidered').toLowerCase());
  if (!considered)
    reader.wrong(
      'capacity-not-considered',
      'capacityConsidered',
      'Consider capacity for this decision first, then say yes here. Until then it is no decline',
    );
  return reader.word('declinedBy', whoDeclined);
}

function readLeaving(reader: RowReader, leftOn: LocalDate | undefined): HealthCheckFactsOf<'left'>['why'] | undefined {
  if (leftOn === undefined) return undefined;
  const reasons = Object.fromEntries(leavingReasons.map((reason) => [reason.replaceAll('-', ''), reason]));
  return reader.word('leftWhy', { ...reasons, deceased: 'died', moved: 'moved-away' });
}

class RowReader {
  readonly faults: PracticeFault[] = [];
  readonly #cells: PracticeRow['cells'];

  constructor({ cells }: PracticeRow) {
    this.#cells = cells;
  }

  text(field: PracticeField): string {
    return restored((this.#cells[field] ?? '').trim())
      .replaceAll(/\s+/g, ' ')
      .trim();
  }

  wrong(code: PracticeFaultCode, field: PracticeField, fix: string): void {
    this.faults.push({ code, field, found: this.text(field), fix });
  }

  /** What a word means; a word that is not known is a fault that names those that are. */
  word<T extends string>(field: PracticeField, meanings: Readonly<Record<string, T>>): T | undefined {
    const meaning =
      meanings[
        this.text(field)
          .toLowerCase()
          .replace(/[^a-z]/g, '')
      ];
    if (meaning === undefined)
      this.wrong('value-not-known', field, `In this column write ${practiceColumns[field].holds}`);
    return meaning;
  }
}
