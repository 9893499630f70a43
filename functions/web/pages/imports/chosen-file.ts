/** The file as somebody chose it: read, and carried from step to step in the page itself. */
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { invalid } from '../../../../shared/domain/error.ts';
import { MAX_HEADING } from '../../../../shared/domain/import/columns.ts';
import { MAX_ROWS } from '../../../../shared/domain/import/import.ts';
import { type CsvFile, readCsv, UnreadableCsv } from '../../../../shared/http/csv/read-csv.ts';
import { type FormBody, MAX_FORM_BYTES } from '../../../../shared/http/page/form-body.ts';
import { packedBytes, unpackedBytes } from './packed.ts';

export interface ChosenFile {
  /** As the person's machine names it; empty where it does not. */
  readonly name: string;
  readonly packed: string;
  readonly csv: CsvFile;
}

/** A file that was chosen, or what is wrong with it, in one sentence. */
export type Choice = { readonly file: ChosenFile } | { readonly fault: string };

/** The most bytes a packed file may have: with what is made of it, it still goes into one form. */
const MOST_PACKED = MAX_FORM_BYTES / 3;
/** The most characters of a file's name that are shown and carried. */
const LONGEST_NAME = 100;

/** How to bring in what is too large for a page. */
export const USE_COMMAND = 'Split it into smaller files, or import it with the command: npm run import';

/** The file that a form sends; or the one chosen at an earlier showing of the form, when none is chosen now. */
export async function chosenFile(form: FormBody): Promise<Choice> {
  const sent = form.file('upload');
  if (sent === undefined) {
    return form.get('file') === '' ? { fault: 'Choose a CSV file' } : readChosen(form.get('name'), form.get('file'));
  }
  const bytes = await sent.bytes();
  const packed = packedBytes(bytes);
  if (packed.length > MOST_PACKED) return { fault: `The file is too large for this page. ${USE_COMMAND}` };
  return read(sent.name, packed, bytes);
}

/** The file that an earlier step carries. @throws `invalid` for what no page of ours carries. */
export function carriedFile(form: FormBody): ChosenFile {
  const choice = readChosen(form.get('name'), form.get('file'));
  if ('fault' in choice) throw invalid('file-not-readable', choice.fault);
  return choice.file;
}

function readChosen(name: string, packed: string): Choice {
  return read(name, packed, unpackedBytes(packed));
}

function read(name: string, packed: string, bytes: Uint8Array): Choice {
  try {
    const csv = readCsv(bytes);
    const fault = faultOf(csv);
    return fault === undefined ? { file: { name: name.slice(0, LONGEST_NAME), packed, csv } } : { fault };
  } catch (refused) {
    if (refused instanceof UnreadableCsv) return { fault: refused.message };
    throw refused;
  }
}

function faultOf({ headings, records }: CsvFile): string | undefined {
  const twice = headings.filter((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (twice.length > 0)
    return `The file has more than one column with the heading ${[...new Set(twice)].map(quoted).join(' and ')}. Give each its own`;
  if (headings.some((heading) => heading.length > MAX_HEADING))
    return `A heading is longer than ${MAX_HEADING} characters. The first row must hold the headings`;
  if (records.length === 0) return 'The file has headings but no rows';
  if (records.length > MAX_ROWS)
    return `The file has ${counted(records.length, 'row')}, more than the ${MAX_ROWS} of one import. Split it into smaller files`;
  return undefined;
}

function quoted(heading: string): string {
  return `“${heading.slice(0, 40)}”`;
}
