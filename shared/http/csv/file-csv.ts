/** Files of ours whose columns we name: read into rows to be worked, begun from an empty one, and given back with what was not taken. */
import { stringify } from 'csv-stringify/sync';
import type { FileColumns, FileMapping } from '../../domain/import/file-columns.ts';
import type { CsvFile } from './read-csv.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
/** The longest cell that is taken: a longer one is cut, which no fact of a row is. */
const LONGEST_CELL = 500;

/** A row as it is sent on: which record of the file, the line it starts on, its cells by our names. */
export interface FileCells<F extends string> {
  readonly record: number;
  readonly line: number;
  readonly cells: Partial<Record<F, string>>;
}

/** The records of a file as rows to be worked. @param places where each fact stands. */
export function fileCells<F extends string>(
  { records }: CsvFile,
  places: FileMapping<F>['places'],
): readonly FileCells<F>[] {
  const found = Object.entries(places) as [F, number][];
  return records.map(({ record, line, cells }) => ({
    record,
    line,
    cells: Object.fromEntries(found.map(([field, at]) => [field, (cells[at] ?? '').slice(0, LONGEST_CELL)])) as Partial<
      Record<F, string>
    >,
  }));
}

/** The file to begin from: the headings alone. */
export function emptyFileCsv(columns: FileColumns<string>): string {
  return writtenCsv(
    Object.values(columns).map(({ heading }) => heading),
    [],
  );
}

/** The rows that were not taken, as they stood in the file, each with what to do. @param told what to do, by the record of the row. */
export function notTakenCsv({ headings, records }: CsvFile, told: ReadonlyMap<number, string>): string {
  const rows = records.flatMap(({ record, cells }) => {
    const what = told.get(record);
    return what === undefined ? [] : [[...cells, what]];
  });
  return writtenCsv([...headings, 'What to do'], rows);
}

/** A cell that a spreadsheet could take for a formula gets an apostrophe before it, which reading the file again takes away. */
export function writtenCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = stringify([headings, ...rows], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // Either half of a line end stands only inside quotes (RFC 4180): by itself the writer looks for both together.
    quoted_match: /[\r\n]/,
  });
  return BYTE_ORDER_MARK + text;
}
