/** A file with all that is needed to import it: what its columns hold, the system it comes from, the day it speaks of. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { type ColumnMapping, columnMappingSchema } from '../../../../shared/domain/import/columns.ts';
import type { RawRow } from '../../../../shared/domain/import/row.ts';
import { rawRows } from '../../../../shared/http/csv/raw-rows.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';
import { type ChosenFile, carriedFile } from './chosen-file.ts';
import { carriedChoices, choiceFields, type ImportChoices } from './import-choices.ts';
import { parsedValue } from './packed.ts';

export interface FileToImport {
  readonly choices: ImportChoices;
  readonly file: ChosenFile;
  readonly mapping: ColumnMapping;
}

export function rowsOf({ file, mapping }: FileToImport): readonly RawRow[] {
  return rawRows(file.csv, mapping);
}

/** As hidden fields of the later steps. */
export function fileFields({ choices, file, mapping }: FileToImport): Readonly<Record<string, string>> {
  return { ...choiceFields(choices), mapping: JSON.stringify(mapping), name: file.name, file: file.packed };
}

/** @throws `invalid` for what no page of ours carries. */
export function carriedFileToImport(form: FormBody): FileToImport {
  return { choices: carriedChoices(form), file: carriedFile(form), mapping: carriedMapping(form) };
}

/** @throws `invalid` for what no page of ours carries. */
export function carriedMapping(form: FormBody): ColumnMapping {
  return parsedValue(columnMappingSchema, form.get('mapping')) as ColumnMapping;
}

/** `extract.csv, 3200 rows, from RiO as at 1 November 2026`: above the heading of each step. */
export function fileInWords({ system, asAt }: ImportChoices, { name, csv }: ChosenFile): Html {
  return html`${name !== '' && html`<bdi>${name}</bdi>, `}${counted(csv.records.length, 'row')}, from <bdi>${system}</bdi> as at ${formatDate(asAt)}`;
}
