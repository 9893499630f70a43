/** Reads one row of a practice's file: the facts in our terms, or all that is wrong with it. Pure; no other row, no store. */
import type { LocalDate } from '../../calendar/local-date.ts';
import { type OdsCode, parseOdsCode } from '../../identifiers/ods-code.ts';
import { FileRow } from '../../import/file-row.ts';
import { type checkSettings, type decliners, type HealthCheckFactsOf, leavingReasons } from '../facts.ts';
import { type PracticeField, type PracticeRow, practiceColumns } from './columns.ts';
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
type Reader = FileRow<PracticeField, PracticeFaultCode>;

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
  const reader: Reader = new FileRow(practiceColumns, raw.cells);
  const { nhsNumber, localId } = reader.numbers('nhsNumber', 'localId', stage);
  const practice = parseOdsCode(reader.text('practice'));
  if (practice === undefined && reader.text('practice') !== '')
    reader.wrong(
      'value-not-known',
      'practice',
      'Give the code of the practice, capital letters and digits like N82001',
    );
  const dates = reader.dates(dateFields, 'birthDate', asAt, ['bookedFor']);
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

function readDecline(reader: Reader, declinedOn: LocalDate | undefined): (typeof decliners)[number] | undefined {
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

function readLeaving(reader: Reader, leftOn: LocalDate | undefined): HealthCheckFactsOf<'left'>['why'] | undefined {
  if (leftOn === undefined) return undefined;
  const reasons = Object.fromEntries(leavingReasons.map((reason) => [reason.replaceAll('-', ''), reason]));
  return reader.word('leftWhy', { ...reasons, deceased: 'died', moved: 'moved-away' });
}
