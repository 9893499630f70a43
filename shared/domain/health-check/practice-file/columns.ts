/**
 * The columns of a practice's file: its learning-disability register, with what the practice has done for each person on
 * it. Compared without case, spaces or punctuation; a column that is not among these is not read, and that is told.
 */
import * as z from 'zod';
import { type FileColumn, fileColumn } from '../../import/file-columns.ts';

export const practiceColumns = {
  nhsNumber: fileColumn(
    'NHS Number',
    ['nhs no', 'nhs'],
    'The NHS number. Where it is empty, the local id tells the person',
  ),
  localId: fileColumn('Local Patient ID', ['local id', 'patient id'], 'The local id, where there is no NHS number'),
  familyName: fileColumn(
    'Surname',
    ['family name', 'last name'],
    'Compared with the record: another name is told, for somebody to look at',
    true,
  ),
  birthDate: fileColumn(
    'Date of Birth',
    ['dob', 'birth date'],
    'Compared with the record: where it differs the row is not taken, so that no wrong person is changed',
    true,
  ),
  practice: fileColumn(
    'GP Practice',
    ['practice code', 'gp practice code', 'ods code'],
    'The code of the practice',
    true,
  ),
  registeredOn: fileColumn(
    'On Register From',
    ['register date', 'register from', 'registered'],
    'The day they were put on the learning-disability register',
    true,
  ),
  invitedOn: fileColumn('Invited', ['invitation date', 'date invited', 'invited on'], 'The day they were invited'),
  bookedFor: fileColumn(
    'Booked For',
    ['appointment date', 'booked'],
    'The day the check is booked for; it may be to come',
  ),
  checkedOn: fileColumn('Check Date', ['health check date', 'check'], 'The day the check was done'),
  checkedWhere: fileColumn(
    'Check Place',
    ['setting', 'place of check'],
    'practice, hub, home, school or other; practice where it is empty',
  ),
  planOn: fileColumn(
    'Plan Date',
    ['hap date', 'health action plan date', 'plan'],
    'The day the health action plan was agreed',
  ),
  declinedOn: fileColumn('Declined', ['date declined', 'declined on'], 'The day a check was declined'),
  declinedBy: fileColumn(
    'Declined By',
    ['who declined'],
    'young person, parent (up to 15) or best interests (from 16). Needed where a check was declined',
  ),
  capacityConsidered: fileColumn(
    'Capacity Considered',
    ['capacity'],
    'yes. Needed where a check was declined: without it the decline is not taken',
  ),
  leftOn: fileColumn(
    'Left Register',
    ['left', 'register to', 'date left'],
    'The first day they were not on the register',
  ),
  leftWhy: fileColumn(
    'Leaving Reason',
    ['reason for leaving'],
    'off register, moved away, left service or died. Needed where they left',
  ),
  handedOverTo: fileColumn('Handed Over To', ['new practice'], 'Who takes over. Needed where they moved away'),
} as const satisfies Record<string, FileColumn>;

export type PracticeField = keyof typeof practiceColumns;
export const practiceFields = Object.keys(practiceColumns) as readonly PracticeField[];

/** A row as sent: which record of the file, the line it starts on, its cells by our names. */
export const practiceRowSchema = z.strictObject({
  record: z.int().min(1),
  line: z.int().min(1),
  cells: z.partialRecord(z.enum(practiceFields as readonly [PracticeField, ...PracticeField[]]), z.string().max(500)),
});
export type PracticeRow = Readonly<z.output<typeof practiceRowSchema>>;
