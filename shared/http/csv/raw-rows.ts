/** The records of a file as the rows that are imported: cells by our names for them, fit to be sent. */
import { type ColumnMapping, importFields } from '../../domain/import/columns.ts';
import { MAX_CELL, type RawRow } from '../../domain/import/row.ts';
import type { CsvFile } from './read-csv.ts';

/** @param mapping which heading holds which fact. A heading that the file has twice is taken where it stands first. */
export function rawRows({ headings, records }: CsvFile, mapping: ColumnMapping): readonly RawRow[] {
  const places = importFields.flatMap((field) => {
    const at = headings.indexOf(mapping[field] ?? '');
    return mapping[field] === undefined || at < 0 ? [] : [[field, at] as const];
  });
  return records.map(({ record, line, cells }) => {
    const named: RawRow['cells'] = {};
    for (const [field, at] of places) {
      const cell = sendable(cells[at] ?? '');
      if (cell !== '') named[field] = cell;
    }
    return { record, line, cells: named };
  });
}

// Control characters and halves of surrogate pairs: no name has them and the service takes no text with them.
const unkeepable = /[^\P{Cc}\t\n\r]/gu;

function sendable(cell: string): string {
  return cell.slice(0, MAX_CELL).toWellFormed().replaceAll(unkeepable, ' ');
}
