/** Reads one row of an extract: the facts in our terms, or all that is wrong with it. Pure; no other row, no store. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import { importColumns } from './columns.ts';
import { type DatesRead, readDates } from './read-dates.ts';
import { readNhsNumber, readPerson } from './read-person.ts';
import type { ReadingContext } from './reading-context.ts';
import type { ParsedRow, RawRow, RowFlag, RowReading } from './row.ts';
import { RowCells } from './row-cells.ts';
import { inRank } from './row-error.ts';
import { contactMechanismFor, endFor, queueFor, sourceFor, tierFor } from './values.ts';

const requiredFields = ['referralId', 'familyName', 'birthDate', 'receivedOn'] as const;

/** The longest of each that can be kept, in characters. A longer one would have to be another's or nobody's. */
const longest = { referralId: 60, localId: 40, familyName: 200, givenName: 200 } as const;

/** The most of the notes that a record holds, in UTF-16 units. */
const LONGEST_NOTE = 2000;

export function readRow(raw: RawRow, context: ReadingContext): RowReading {
  const cells = new RowCells(raw);
  for (const field of requiredFields) {
    if (cells.text(field) === '')
      cells.wrong('required-missing', field, `Fill in the column ${importColumns[field].heading}`);
  }
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if (cells.text(field).length > most) cells.wrong('too-long', field, `Use at most ${most} characters`);
  }
  const queue = queueFor(cells.text('service'), context.policy.queues);
  if (queue === undefined) {
    const known = context.policy.queues.map(({ shortName }) => shortName).join(', ');
    cells.wrong('service-unknown', 'service', `Use the name of a queue of this place: ${known}`);
  }
  const nhsNumber = readNhsNumber(cells, context.stage);
  const dates = readDates(cells, context, queue);

  const [first, ...others] = inRank(cells.errors);
  if (first !== undefined) {
    const referralId = cells.text('referralId').slice(0, longest.referralId);
    return { errors: [first, ...others], referralId: referralId === '' ? null : referralId };
  }
  if (queue === undefined || dates.birthDate === undefined || dates.receivedOn === undefined)
    throw new Error('A row without errors lacks a fact it needs');
  const row = rowOf(cells, queue, { ...dates, birthDate: dates.birthDate, receivedOn: dates.receivedOn }, nhsNumber);
  return { row, flags: cells.flags };
}

type NeededDates = DatesRead & { readonly birthDate: LocalDate; readonly receivedOn: LocalDate };

function rowOf(cells: RowCells, queue: QueuePolicy, dates: NeededDates, nhsNumber: string | null): ParsedRow {
  if (dates.firstContactOn !== undefined && cells.text('firstContactType') === '') cells.flag('contact-type-assumed');
  return {
    referralId: cells.text('referralId'),
    queue: queue.code,
    receivedOn: dates.receivedOn,
    source: cells.known('source', sourceFor, 'other'),
    tier: cells.known('priority', tierFor, 'routine'),
    firstContact:
      dates.firstContactOn === undefined
        ? null
        : {
            on: dates.firstContactOn,
            mechanism: cells.known('firstContactType', contactMechanismFor, 'face-to-face'),
          },
    assessmentStartedOn: dates.assessmentStartedOn ?? null,
    outcomeOn: dates.outcomeOn ?? null,
    discharge:
      dates.dischargedOn === undefined
        ? null
        : { on: dates.dischargedOn, reason: cells.known('dischargeReason', endFor, 'unseen-other') },
    notes: notesOf(cells),
    person: readPerson(cells, dates.birthDate, nhsNumber),
  };
}

/** Notes keep their lines; how a file ends a line is not a fact. */
function notesOf(cells: RowCells): string | null {
  const notes = cells.lines('notes');
  if (notes === '') return null;
  if (notes.length <= LONGEST_NOTE) return notes;
  cells.flag('value-cut' satisfies RowFlag);
  // A cut may not halve a character.
  return notes
    .slice(0, LONGEST_NOTE)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
