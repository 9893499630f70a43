import { stringify } from 'csv-stringify/sync';
import type { CaseRow } from '../../domain/case/case-row.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** What codes of a kind are called where people read them. */
export interface CaseCsvWords {
  status(status: string): string;
  due(what: string): string;
}

const headings = [
  'Family name',
  'Given name',
  'Date of birth',
  'Status',
  'Due',
  'What is due',
  'Waiting on',
  'Team',
  'Group',
  'Opened',
  'Last event',
  'Record',
];

/** Cases as a file. A cell that a spreadsheet could take for a formula gets an apostrophe before it. */
export function caseCsv(rows: readonly CaseRow[], words: CaseCsvWords): string {
  const lines = rows.map((row) => [
    row.familyName,
    row.givenName,
    row.birthDate,
    words.status(row.status),
    row.due?.on ?? '',
    row.due === null ? '' : words.due(row.due.what),
    row.waitingOn ?? '',
    row.service,
    row.group ?? '',
    row.openedOn,
    row.lastEventOn,
    row.caseId,
  ]);
  const text = stringify([headings, ...lines], {
    escape_formulas: true,
    record_delimiter: 'windows',
    // Either half of a line end stands only inside quotes (RFC 4180): by itself the writer looks for both together.
    quoted_match: /[\r\n]/,
  });
  return BYTE_ORDER_MARK + text;
}
