/**
 * The columns of a practice's file: its learning-disability register, with what the practice has done for each person on
 * it. Compared without case, spaces or punctuation; a column that is not among these is not read, and that is told.
 */
import * as z from 'zod';

interface PracticeColumn {
  readonly heading: string;
  readonly otherHeadings: readonly string[];
  readonly required: boolean;
  /** What the cell holds, for whoever makes the file. */
  readonly holds: string;
}

export const practiceColumns = {
  nhsNumber: column(
    'NHS Number',
    ['nhs no', 'nhs'],
    'The NHS number. Where it is empty, the local id tells the person',
  ),
  localId: column('Local Patient ID', ['local id', 'patient id'], 'The local id, where there is no NHS number'),
  familyName: column(
    'Surname',
    ['family name', 'last name'],
    'Compared with the record: another name is told, for somebody to look at',
    true,
  ),
  birthDate: column(
    'Date of Birth',
    ['dob', 'birth date'],
    'Compared with the record: where it differs the row is not taken, so that no wrong person is changed',
    true,
  ),
  practice: column('GP Practice', ['practice code', 'gp practice code', 'ods code'], 'The code of the practice', true),
  registeredOn: column(
    'On Register From',
    ['register date', 'register from', 'registered'],
    'The day they were put on the learning-disability register',
    true,
  ),
  invitedOn: column('Invited', ['invitation date', 'date invited', 'invited on'], 'The day they were invited'),
  bookedFor: column('Booked For', ['appointment date', 'booked'], 'The day the check is booked for; it may be to come'),
  checkedOn: column('Check Date', ['health check date', 'check'], 'The day the check was done'),
  checkedWhere: column(
    'Check Place',
    ['setting', 'place of check'],
    'practice, hub, home, school or other; practice where it is empty',
  ),
  planOn: column(
    'Plan Date',
    ['hap date', 'health action plan date', 'plan'],
    'The day the health action plan was agreed',
  ),
  declinedOn: column('Declined', ['date declined', 'declined on'], 'The day a check was declined'),
  declinedBy: column(
    'Declined By',
    ['who declined'],
    'young person, parent (up to 15) or best interests (from 16). Needed where a check was declined',
  ),
  capacityConsidered: column(
    'Capacity Considered',
    ['capacity'],
    'yes. Needed where a check was declined: without it the decline is not taken',
  ),
  leftOn: column('Left Register', ['left', 'register to', 'date left'], 'The first day they were not on the register'),
  leftWhy: column(
    'Leaving Reason',
    ['reason for leaving'],
    'off register, moved away, left service or died. Needed where they left',
  ),
  handedOverTo: column('Handed Over To', ['new practice'], 'Who takes over. Needed where they moved away'),
} as const satisfies Record<string, PracticeColumn>;

export type PracticeField = keyof typeof practiceColumns;
export const practiceFields = Object.keys(practiceColumns) as readonly PracticeField[];

/** A row as sent: which record of the file, the line it starts on, its cells by our names. */
export const practiceRowSchema = z.strictObject({
  record: z.int().min(1),
  line: z.int().min(1),
  cells: z.partialRecord(z.enum(practiceFields as readonly [PracticeField, ...PracticeField[]]), z.string().max(500)),
});
export type PracticeRow = Readonly<z.output<typeof practiceRowSchema>>;

/** Where each fact stands among a file's headings, the required facts that stand nowhere, and headings that are not read. */
export function practiceMapping(headings: readonly string[]): {
  readonly places: Partial<Record<PracticeField, number>>;
  readonly missing: readonly PracticeField[];
  readonly unread: readonly string[];
} {
  const places: Partial<Record<PracticeField, number>> = {};
  for (const field of practiceFields) {
    const { heading, otherHeadings } = practiceColumns[field];
    const names = [heading, ...otherHeadings].map(bare);
    const at = headings.findIndex((found) => names.includes(bare(found)));
    if (at >= 0) places[field] = at;
  }
  const read = new Set(Object.values(places));
  return {
    places,
    missing: practiceFields.filter((field) => practiceColumns[field].required && places[field] === undefined),
    unread: headings.filter((heading, at) => heading !== '' && !read.has(at)),
  };
}

function column(heading: string, otherHeadings: readonly string[], holds: string, required = false): PracticeColumn {
  return { heading, otherHeadings, required, holds };
}

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
