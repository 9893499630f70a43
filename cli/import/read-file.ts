import { readFile } from 'node:fs/promises';
import {
  type ColumnMapping,
  guessMapping,
  type ImportField,
  importColumns,
  importFields,
  missingFromMapping,
} from '../../shared/domain/import/columns.ts';
import { MAX_ROWS } from '../../shared/domain/import/import.ts';
import type { RawRow } from '../../shared/domain/import/row.ts';
import { rawRows } from '../../shared/http/csv/raw-rows.ts';
import { readCsv, UnreadableCsv } from '../../shared/http/csv/read-csv.ts';
import { Refused } from './refused.ts';

/** Reads an extract and maps its columns by their headings. @throws Refused when that cannot be done. */
export async function readExtract(path: string): Promise<readonly RawRow[]> {
  const file = parsed(await bytesOf(path));
  const mapping = guessMapping(file.headings);
  const missing = missingFromMapping(mapping);
  if (missing.length > 0) throw new Refused(missingText(missing, mapping, file.headings));
  if (file.records.length === 0) throw new Refused('The file has headings and no rows: there is nothing to import.');
  if (file.records.length > MAX_ROWS)
    throw new Refused(`The file has ${file.records.length} rows. Import at most ${MAX_ROWS} at once: cut it in two.`);
  return rawRows(file, mapping);
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Refused(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new Refused(`${path} is a folder. Name the file in it.`);
    if (code === 'EACCES') throw new Refused(`The file ${path} may not be read by you.`);
    throw error;
  }
}

function parsed(bytes: Uint8Array): ReturnType<typeof readCsv> {
  try {
    return readCsv(bytes);
  } catch (error) {
    if (error instanceof UnreadableCsv) throw new Refused(`The file cannot be read. ${error.message}.`);
    throw error;
  }
}

/** What is missing, and which headings were understood: enough to see which name the file uses instead. */
function missingText(missing: readonly ImportField[], mapping: ColumnMapping, headings: readonly string[]): string {
  const taken = new Set(importFields.map((field) => mapping[field]));
  const left = headings.filter((heading) => heading !== '' && !taken.has(heading));
  const names = missing.map((field) => `  ${importColumns[field].heading}`);
  const unused = left.length === 0 ? [] : ['Headings that were not understood:', ...left.map((name) => `  ${name}`)];
  return [
    'The file has no column for:',
    ...names,
    ...unused,
    'Rename the columns, or import on the page, which lets you map them.',
  ].join('\n');
}
