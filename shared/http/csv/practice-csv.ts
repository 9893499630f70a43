import { stringify } from 'csv-stringify/sync';
import type { ExportedHealthCheck } from '../../application/health-checks/export-health-checks.ts';
import type { PracticeAnswer } from '../../application/health-checks/work-practice-file.ts';
import {
  type PracticeRow,
  practiceColumns,
  practiceFields,
  type practiceMapping,
} from '../../domain/health-check/practice-file/columns.ts';
import type { CsvFile } from './read-csv.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Told, and not read again. */
const told = ['Forename', 'Status', 'Next Check Due', 'Invitation', 'Year Missed'] as const;

/**
 * Health check records as a practice's file. A cell that a spreadsheet could take for a formula gets an apostrophe before
 * it, which reading the file again takes away.
 */
export function practiceCsv(records: readonly ExportedHealthCheck[]): string {
  const rows = records.map(({ cells, row }) => [
    ...practiceFields.map((field) => cells[field]),
    row.givenName,
    row.status,
    row.due ?? '',
    row.facts.step,
    row.missedYear ?? '',
  ]);
  const headings = [...practiceFields.map((field) => practiceColumns[field].heading), ...told];
  return written(headings, rows);
}

function written(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = stringify([headings, ...rows], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // Either half of a line end stands only inside quotes (RFC 4180): by itself the writer looks for both together.
    quoted_match: /[\r\n]/,
  });
  return BYTE_ORDER_MARK + text;
}

/** The file to begin from: the headings alone. */
export function emptyPracticeCsv(): string {
  return practiceCsv([]);
}

/** The rows of a file that were not taken, as they stood in it, each with what is wrong and what to do. */
export function rejectedPracticeCsv({ headings, records }: CsvFile, answers: readonly PracticeAnswer[]): string {
  const faultsOf = new Map(answers.map(({ record, faults }) => [record, faults]));
  const rows = records.flatMap(({ record, cells }) => {
    const faults = faultsOf.get(record) ?? [];
    if (faults.length === 0) return [];
    const told = faults.map(({ field, fix }) => `${practiceColumns[field].heading}: ${fix}`).join('. ');
    return [[...cells, told]];
  });
  return written([...headings, 'What to do'], rows);
}

/** The longest cell that is taken: a longer one is cut, which no fact of a row is. */
const LONGEST_CELL = 500;

/** The records of a file as rows to be worked. @param places where each fact stands. */
export function practiceRows(
  { records }: CsvFile,
  places: ReturnType<typeof practiceMapping>['places'],
): readonly PracticeRow[] {
  return records.map(({ record, line, cells }) => {
    const found: PracticeRow['cells'] = {};
    for (const field of practiceFields) {
      const at = places[field];
      if (at !== undefined) found[field] = (cells[at] ?? '').slice(0, LONGEST_CELL);
    }
    return { record, line, cells: found };
  });
}
