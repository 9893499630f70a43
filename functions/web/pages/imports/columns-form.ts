/** What each column of a file holds, as a form asks it: one question for each heading. */
import {
  type ColumnMapping,
  type ImportField,
  importColumns,
  importFields,
  missingFromMapping,
} from '../../../../shared/domain/import/columns.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';

/** For each heading of the file, in its order, the fact that its column holds; null where it is left out. */
export type Columns = readonly (ImportField | null)[];

/** What is wrong: with the column at a place, or with the form as a whole. */
export interface ColumnError {
  readonly at: number | null;
  readonly message: string;
}

export function columnName(at: number): string {
  return `column-${at}`;
}

export function guessedColumns(headings: readonly string[], mapping: ColumnMapping): Columns {
  return headings.map((heading) => importFields.find((field) => mapping[field] === heading) ?? null);
}

export function readColumns(body: FormBody, headings: readonly string[]): Columns {
  return headings.map((_, at) => importFields.find((field) => field === body.get(columnName(at))) ?? null);
}

/** The mapping that was chosen, or what is wrong with it. */
export function chosenMapping(
  headings: readonly string[],
  columns: Columns,
): { readonly mapping: ColumnMapping } | { readonly errors: readonly ColumnError[] } {
  const mapping: ColumnMapping = {};
  const errors: ColumnError[] = [];
  for (const [at, field] of columns.entries()) {
    const heading = headings[at] ?? '';
    if (field === null || heading === '') continue;
    if (mapping[field] === undefined) mapping[field] = heading;
    else errors.push({ at, message: `Two columns cannot both hold ${importColumns[field].heading}: leave one out` });
  }
  for (const field of missingFromMapping(mapping)) {
    errors.push({ at: null, message: `Choose which column holds ${importColumns[field].heading}` });
  }
  return errors.length > 0 ? { errors } : { mapping };
}
