/** Reads a file of comma-separated values as people save it: with or without byte order mark, any line ends, quoted newlines. */
import { CsvError as ParserError, parse } from 'csv-parse/sync';

/** A record of data: which one (1 for the first), the line it starts on (the heading is on line 1), and its cells. */
export interface CsvRecord {
  readonly record: number;
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly headings: readonly string[];
  readonly records: readonly CsvRecord[];
}

/** Why a file is not read. */
export type CsvFault =
  | 'empty'
  | 'not-text'
  | 'spreadsheet'
  | 'quote-not-closed'
  | 'quote-misplaced'
  | 'cell-count'
  | 'malformed';

/** A file that cannot be read, and the line where that shows. The message repeats nothing of what the file says. */
export class UnreadableCsv extends Error {
  readonly fault: CsvFault;
  readonly line: number | null;

  constructor(fault: CsvFault, line: number | null, message: string) {
    super(line === null ? message : `Line ${line}: ${message}`);
    this.name = 'UnreadableCsv';
    this.fault = fault;
    this.line = line;
  }
}

const delimiters = [',', ';', '\t'] as const;

/** @throws UnreadableCsv */
export function readCsv(bytes: Uint8Array): CsvFile {
  const text = textOf(bytes);
  if (text.trim() === '') throw new UnreadableCsv('empty', null, 'The file is empty');
  const parsed = parsedRecords(text);
  const [heading, ...data] = parsed.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (heading === undefined) throw new UnreadableCsv('empty', null, 'The file holds no headings');
  const width = heading.cells.length;
  const records = data.map(({ line, cells }, at) => {
    if (cells.length === width) return { record: at + 1, line, cells };
    const counts = `${cells.length} cells where the heading has ${width}`;
    throw new UnreadableCsv('cell-count', line, `${counts}. Check its commas and quotes`);
  });
  return { headings: heading.cells.map((cell) => cell.trim()), records };
}

interface Parsed {
  readonly line: number;
  readonly cells: readonly string[];
}

function parsedRecords(text: string): readonly Parsed[] {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      raw: true,
      info: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly raw: string }[];
    let line = 1;
    return parsed.map(({ record, raw }) => {
      const start = line;
      line += raw.split(/\r\n|\n|\r/).length - 1;
      return { line: start, cells: record };
    });
  } catch (caught) {
    if (caught instanceof ParserError) throw refusal(caught);
    throw caught;
  }
}

function refusal({ code, lines }: ParserError): UnreadableCsv {
  const line = typeof lines === 'number' ? lines : null;
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new UnreadableCsv('quote-not-closed', line, 'a quoted cell is not closed before the file ends');
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new UnreadableCsv('quote-misplaced', line, 'a quote stands inside a cell. Double it: ""');
    default:
      return new UnreadableCsv('malformed', line, 'this is not comma-separated values');
  }
}

/** Spreadsheets write semicolons in some countries, and tabs when asked for text: whichever the heading has most of. */
function delimiterOf(text: string): string {
  const heading = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (delimiter: string) => heading.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function textOf(bytes: Uint8Array): string {
  // A workbook is a ZIP archive, and the older kind a compound file: both begin with a mark of their own.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf))
    throw new UnreadableCsv('spreadsheet', null, 'This is a spreadsheet. Save it as “CSV UTF-8” and choose that file');
  try {
    // Takes the byte order mark off.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    // Told below.
  }
  throw new UnreadableCsv('not-text', null, 'This is not text in UTF-8. Save the file as “CSV UTF-8”');
}
