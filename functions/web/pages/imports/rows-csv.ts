/** What became of each row, as a file for a spreadsheet: to put the extract right, or to keep with it. Safe from formulas. */
import { stringify } from 'csv-stringify/sync';
import type { ReviewReason } from '../../../../shared/domain/import/plan-row.ts';
import type { RowResult } from '../../../../shared/domain/import/report.ts';
import type { RowErrorCode } from '../../../../shared/domain/import/row-error.ts';
import { rowErrorCodes } from '../../../../shared/domain/import/row-error.ts';
import { statusLabel } from '../../../../shared/http/html/components/status.ts';
import { reasonWords } from '../reviews/reason-words.ts';
import { errorWords, flagWords } from './row-words.ts';
import type { ToldRow } from './told-rows.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** Of a dry run: a line for each row, and one for each of the errors of a rejected row. */
export function toldCsv(rows: readonly ToldRow[]): string {
  const lines = rows.flatMap(({ errors, ...row }) => {
    if (errors.length === 0) return [[...beginning(row), '', '', '', flagsOf(row.flags)]];
    return errors.map(({ code, column, found, fix }) => [
      ...beginning({ ...row, code }),
      column,
      found,
      fix,
      flagsOf(row.flags),
    ]);
  });
  return csv([...HEADINGS, 'Column', 'Found', 'What to do', 'To look at'], lines);
}

/** Of an import: nothing that stood in a cell is kept, so nothing of it is here. */
export function reportCsv(results: readonly RowResult[]): string {
  const lines = results.map((result) => [
    ...beginning(result),
    result.column ?? '',
    isErrorCode(result.code) ? errorWords[result.code].fix : '',
    flagsOf(result.flags),
  ]);
  return csv([...HEADINGS, 'Column', 'What to do', 'To look at'], lines);
}

const HEADINGS = ['Row', 'Line', 'Outcome', 'Reason'] as const;

function beginning({ record, line, outcome, code }: Pick<RowResult, 'record' | 'line' | 'outcome' | 'code'>): string[] {
  return [String(record), String(line), statusLabel.importOutcome(outcome), reasonOf(code)];
}

function reasonOf(code: RowResult['code']): string {
  if (code === null) return '';
  return isErrorCode(code) ? errorWords[code].what : reasonWords[code].what;
}

export function isErrorCode(code: RowErrorCode | ReviewReason | null): code is RowErrorCode {
  return rowErrorCodes.some((one) => one === code);
}

function flagsOf(flags: RowResult['flags']): string {
  return flags.map((flag) => flagWords[flag]).join('; ');
}

function csv(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const text = stringify([headings, ...lines], { escape_formulas: true, record_delimiter: 'windows' });
  return BYTE_ORDER_MARK + text;
}
