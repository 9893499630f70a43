/** Reads one row of notifications: the facts in our terms, or all that is wrong with it. Pure; no other row, no store. */
import type { LocalDate } from '../../calendar/local-date.ts';
import { FileRow } from '../../import/file-row.ts';
import { authorityName } from '../authority.ts';
import { type careEndings, type consentGivers, careEndings as endings, type legalStatuses } from '../facts.ts';
import { type NotificationField, type NotificationRow, notificationColumns } from './columns.ts';
import type { NotificationFault, NotificationFaultCode } from './row-outcome.ts';

export interface ReadNotification {
  readonly nhsNumber: string | null;
  readonly localId: string | null;
  readonly familyName: string;
  readonly givenName: string | null;
  readonly birthDate: LocalDate;
  readonly enteredOn: LocalDate;
  readonly legalStatus: (typeof legalStatuses)[number];
  readonly authority: string;
  readonly outOfArea: boolean;
  readonly movedOn: LocalDate | null;
  /** Null where the file does not say: then the file is the notification. */
  readonly notifiedOn: LocalDate | null;
  readonly consent: ReadConsent | null;
  readonly assessedOn: LocalDate | null;
  readonly ended: { readonly on: LocalDate; readonly why: (typeof careEndings)[number] } | null;
}

export interface ReadConsent {
  readonly state: 'given' | 'refused';
  readonly by: (typeof consentGivers)[number];
  readonly on: LocalDate;
  /** Of a refusal: the child understands what is refused, and it stands. */
  readonly competent: boolean;
}

export type NotificationReading =
  | { readonly row: ReadNotification }
  | { readonly faults: readonly [NotificationFault, ...NotificationFault[]] };

type Reader = FileRow<NotificationField, NotificationFaultCode>;

const dateFields = [
  'birthDate',
  'enteredOn',
  'movedOn',
  'notifiedOn',
  'consentOn',
  'assessedOn',
  'endedOn',
] as const satisfies readonly NotificationField[];
type DateField = (typeof dateFields)[number];

/** As authorities write them: by section, by the code of the yearly return, by name. */
const statuses: Readonly<Record<string, (typeof legalStatuses)[number]>> = {
  ...bySection('20', 'section-20', ['v2', 'accommodated', 'accommodation', 'voluntary']),
  ...bySection('31', 'section-31', ['c2', 'careorder', 'fullcareorder', 'fco']),
  ...bySection('38', 'section-38', ['c1', 'interimcareorder', 'ico']),
  ...bySection('44', 'section-44', ['l2', 'emergencyprotection', 'emergencyprotectionorder', 'epo']),
  ...bySection('46', 'section-46', ['l1', 'policeprotection', 'policepowers', 'ppo']),
  ...bySection('21', 'section-21-remand', ['remand', 'section21remand', 's21remand']),
  unaccompanied: 'unaccompanied',
  unaccompaniedchild: 'unaccompanied',
  uasc: 'unaccompanied',
  withrelatives: 'with-relatives',
  relatives: 'with-relatives',
  kinship: 'with-relatives',
  connectedperson: 'with-relatives',
};
const placements: Readonly<Record<string, 'in' | 'out'>> = {
  in: 'in',
  inarea: 'in',
  inthearea: 'in',
  local: 'in',
  inborough: 'in',
  out: 'out',
  outofarea: 'out',
  outofthearea: 'out',
  outofborough: 'out',
  ooa: 'out',
};
const consentStates: Readonly<Record<string, 'given' | 'refused' | 'awaited'>> = {
  given: 'given',
  yes: 'given',
  signed: 'given',
  received: 'given',
  obtained: 'given',
  refused: 'refused',
  declined: 'refused',
  '': 'awaited',
  awaited: 'awaited',
  awaiting: 'awaited',
  pending: 'awaited',
  requested: 'awaited',
  notyet: 'awaited',
};
const givers: Readonly<Record<string, (typeof consentGivers)[number]>> = {
  parent: 'parent',
  mother: 'parent',
  father: 'parent',
  localauthority: 'local-authority',
  la: 'local-authority',
  socialworker: 'local-authority',
  youngperson: 'young-person',
  child: 'young-person',
  self: 'young-person',
};
const whys: Readonly<Record<string, (typeof careEndings)[number]>> = {
  ...Object.fromEntries(endings.map((why) => [why.replaceAll('-', ''), why])),
  home: 'returned-home',
  sgo: 'special-guardianship',
  specialguardianshiporder: 'special-guardianship',
  childarrangementsorder: 'child-arrangements',
  cao: 'child-arrangements',
  adoption: 'adopted',
};
const yesOrNo: Readonly<Record<string, 'yes' | 'no'>> = { yes: 'yes', y: 'yes', no: 'no', n: 'no' };

const LONGEST_AUTHORITY = 80;

/** @param stage says which NHS numbers may be used. @param asAt the day the file speaks of. */
export function readNotification(
  { cells }: NotificationRow,
  { asAt, stage }: { readonly asAt: LocalDate; readonly stage: string },
): NotificationReading {
  const reader: Reader = new FileRow(notificationColumns, cells);
  const numbers = reader.numbers('nhsNumber', 'localId', stage);
  const dates = reader.dates(dateFields, 'birthDate', asAt);
  const { birthDate, enteredOn } = dates;
  refuseDisorder(reader, dates);
  const legalStatus = filled(reader, 'legalStatus', statuses);
  const placement = filled(reader, 'placement', placements);
  const authority = authorityName(reader.text('authority'));
  if (authority.length > LONGEST_AUTHORITY)
    reader.wrong('too-long', 'authority', `Shorten the name to at most ${LONGEST_AUTHORITY} characters`);
  const consent = readConsent(reader, dates.consentOn);
  const endedWhy = dates.endedOn === undefined ? undefined : reader.word('endedWhy', whys);
  const [first, ...others] = reader.faults;
  if (first !== undefined) return { faults: [first, ...others] };
  if (birthDate === undefined || enteredOn === undefined || legalStatus === undefined || placement === undefined)
    throw new Error('A row without faults lacks a fact it needs');
  return {
    row: {
      ...numbers,
      familyName: reader.text('familyName').normalize('NFC'),
      givenName: reader.text('givenName').normalize('NFC') || null,
      ...{ birthDate, enteredOn, legalStatus, authority, consent },
      outOfArea: placement === 'out',
      movedOn: dates.movedOn ?? null,
      notifiedOn: dates.notifiedOn ?? null,
      assessedOn: dates.assessedOn ?? null,
      ended: dates.endedOn === undefined || endedWhy === undefined ? null : { on: dates.endedOn, why: endedWhy },
    },
  };
}

function refuseDisorder(reader: Reader, { enteredOn, movedOn, endedOn }: Partial<Record<DateField, LocalDate>>): void {
  const before = 'Check both dates: this one is before the child became looked after';
  if (enteredOn !== undefined && movedOn !== undefined && movedOn < enteredOn)
    reader.wrong('date-order', 'movedOn', before);
  if (enteredOn !== undefined && endedOn !== undefined && endedOn < enteredOn)
    reader.wrong('date-order', 'endedOn', before);
  if (movedOn !== undefined && endedOn !== undefined && movedOn > endedOn)
    reader.wrong('date-order', 'movedOn', 'Check both dates: the move is after care ended');
}

/** A word that is needed: where it is empty, that is told already. */
function filled<T extends string>(
  reader: Reader,
  field: NotificationField,
  meanings: Readonly<Record<string, T>>,
): T | undefined {
  return reader.text(field) === '' ? undefined : reader.word(field, meanings);
}

function readConsent(reader: Reader, on: LocalDate | undefined): ReadConsent | null {
  const state = reader.word('consent', consentStates);
  if (state === undefined || state === 'awaited') return null;
  if (reader.text('consentOn') === '')
    reader.wrong('required-missing', 'consentOn', 'Give the day on which consent was given or refused');
  const by = reader.word('consentBy', givers);
  const competent = state === 'given' ? 'no' : reader.word('competentRefusal', yesOrNo);
  if (by === undefined || on === undefined || competent === undefined) return null;
  return { state, by, on, competent: competent === 'yes' };
}

function bySection<S extends string>(number: string, status: S, others: readonly string[]): Record<string, S> {
  const words = [number, `s${number}`, `sec${number}`, `section${number}`, ...others];
  return Object.fromEntries(words.map((word) => [word, status]));
}
