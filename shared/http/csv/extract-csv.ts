import { stringify } from 'csv-stringify/sync';
import type { ExportedReferral } from '../../application/queue/export-queue.ts';
import { importColumns, importFields } from '../../domain/import/columns.ts';
import { cellsOf } from '../../domain/import/write-row.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Referrals as a file with the columns of an extract. A cell that a spreadsheet could take for a formula gets an
 * apostrophe before it, which reading the file again takes away.
 */
export function extractCsv(records: readonly ExportedReferral[]): string {
  const rows = records.map(({ referral, person, queue }) => {
    const cells = cellsOf(referral, person, queue);
    return importFields.map((field) => cells[field]);
  });
  const headings = importFields.map((field) => importColumns[field].heading);
  const text = stringify([headings, ...rows], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // Either half of a line end stands only inside quotes (RFC 4180): by itself the writer looks for both together.
    quoted_match: /[\r\n]/,
  });
  return BYTE_ORDER_MARK + text;
}
