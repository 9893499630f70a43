/**
 * The columns of a file of notifications: a local authority's list of children who became looked after, a period of care a
 * row. A column that is not among these is not read, and that is told.
 */
import * as z from 'zod';
import { type FileColumn, fileColumn } from '../../import/file-columns.ts';

export const notificationColumns = {
  nhsNumber: fileColumn(
    'NHS Number',
    ['nhs no', 'nhs'],
    'The NHS number. Where it is empty, the local id tells the child',
  ),
  localId: fileColumn('Local Patient ID', ['local id', 'patient id'], 'The local id, where there is no NHS number'),
  familyName: fileColumn(
    'Surname',
    ['family name', 'last name'],
    'Compared with the record: another name is told, for somebody to look at',
    true,
  ),
  givenName: fileColumn('Forename', ['given name', 'first name'], 'Needed to add a child who is not known here'),
  birthDate: fileColumn(
    'Date of Birth',
    ['dob', 'birth date'],
    'Compared with the record: where it differs somebody decides, so that no wrong child is changed',
    true,
  ),
  enteredOn: fileColumn(
    'Looked After From',
    ['date became looked after', 'start of care', 'period of care start', 'care start date', 'entry to care'],
    'The day the child became looked after, from which the 20 working days count',
    true,
  ),
  legalStatus: fileColumn(
    'Legal Status',
    ['legal basis', 'cla legal status'],
    'section 20, 31, 38, 44, 46 or 21 (remand), unaccompanied, or with relatives',
    true,
  ),
  authority: fileColumn(
    'Local Authority',
    ['responsible authority', 'placing authority', 'responsible la', 'la'],
    'The authority that placed the child and is responsible for them',
    true,
  ),
  placement: fileColumn(
    'Placement',
    ['placement area', 'in or out of area'],
    'in the area, or out of area: where the child is placed now',
    true,
  ),
  movedOn: fileColumn(
    'Placement Moved',
    ['date moved', 'placement change date', 'moved on'],
    'The day of the last move to the placement, where there was one since the child became looked after',
  ),
  notifiedOn: fileColumn(
    'Notified',
    ['date notified', 'health notified', 'notification date'],
    'The day health was told. Where it is empty the file itself is the notification, on its day',
  ),
  consent: fileColumn(
    'Consent',
    ['consent state', 'consent status'],
    'given, refused or awaited; awaited where it is empty',
  ),
  consentBy: fileColumn(
    'Consent By',
    ['consent from', 'who consented'],
    'parent, local authority or young person. Needed where consent was given or refused',
  ),
  consentOn: fileColumn(
    'Consent Date',
    ['date of consent', 'consent signed'],
    'The day it was given or refused. Needed where it was',
  ),
  competentRefusal: fileColumn(
    'Competent Refusal',
    ['competent'],
    'yes or no. Needed where it was refused: whether the child understands what is refused, and it stands',
  ),
  assessedOn: fileColumn(
    'Assessed Before',
    ['previous assessment', 'full assessment date', 'last health assessment'],
    'The day of a full health assessment in the 3 months before the child became looked after',
  ),
  endedOn: fileColumn(
    'Care Ended',
    ['ceased to be looked after', 'period of care end', 'care end date', 'end of care'],
    'The day the child ceased to be looked after',
  ),
  endedWhy: fileColumn(
    'Reason Care Ended',
    ['reason ceased', 'reason for ceasing', 'end reason'],
    'returned home, adopted, special guardianship, child arrangements, turned 18 or other. Needed where care ended',
  ),
} as const satisfies Record<string, FileColumn>;

export type NotificationField = keyof typeof notificationColumns;
export const notificationFields = Object.keys(notificationColumns) as readonly NotificationField[];

/** A row as sent: which record of the file, the line it starts on, its cells by our names. */
export const notificationRowSchema = z.strictObject({
  record: z.int().min(1),
  line: z.int().min(1),
  cells: z.partialRecord(
    z.enum(notificationFields as readonly [NotificationField, ...NotificationField[]]),
    z.string().max(500),
  ),
});
export type NotificationRow = Readonly<z.output<typeof notificationRowSchema>>;
