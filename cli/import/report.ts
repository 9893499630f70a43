/** What importing a file came to, for people and for programs. */
import type { FileReport } from '../../shared/application/import/import-file.ts';
import type { ReviewReason } from '../../shared/domain/import/plan-row.ts';
import type { RowAnswer } from '../../shared/domain/import/report.ts';
import type { RowErrorCode } from '../../shared/domain/import/row-error.ts';

/** The report as JSON: counts as the contract of the extract names them, and every row. */
export function jsonReport({ counts, absent, asAt, rows, importId, possibleDuplicates }: FileReport): string {
  const { rows: count, ...others } = counts;
  const told = rows.map(({ record, line, outcome, code, column, found, fix, flags, errors }) => ({
    record,
    line,
    outcome,
    code,
    column,
    found,
    fix,
    ...(flags.length === 0 ? {} : { flags }),
    ...(errors.length < 2 ? {} : { errors }),
  }));
  return JSON.stringify({ ...others, absent, asAt, importId, possibleDuplicates, count, rows: told }, null, 1);
}

const reasons: Readonly<Record<ReviewReason, string>> = {
  'open-referral-in-queue': 'has an open referral in this queue already',
  'nhs-number-two-birth-dates': 'one NHS number with two dates of birth',
  'local-id-two-nhs-numbers': 'one local id with two NHS numbers',
  'contradicts-record': 'says otherwise than what staff recorded',
  'does-not-fit': 'what it says cannot have happened in this order',
};

const codes: Readonly<Record<RowErrorCode, string>> = {
  'required-missing': 'something needed is missing',
  'service-unknown': 'service not known',
  'nhs-number-format': 'not an NHS number',
  'nhs-number-check-digit': 'NHS number with a wrong digit',
  'date-invalid': 'not a date',
  'before-birth': 'a date before birth',
  'date-in-future': 'a date after the day of the file',
  'age-out-of-range': 'not of the queue’s ages',
  'date-order': 'dates out of order',
  'too-long': 'too long to be kept',
};

/** The most rows told one by one. */
const MOST_LINES = 40;

/** The report in words. Nothing of a cell is in it: it may end up in a log. */
export function textReport({ counts, absent, asAt, rows, importId, possibleDuplicates }: FileReport): string {
  const rejected = Object.values(counts.rejected).reduce((total, count) => total + count, 0);
  const line = (count: number, text: string) => `  ${String(count).padStart(6)}  ${text}`;
  const byCode = Object.entries(counts.rejected) as [RowErrorCode, number][];
  const attention = rows.filter(({ outcome }) => outcome === 'rejected' || outcome === 'review');
  return [
    importId === null ? `Dry run as at ${asAt}: nothing was changed` : `Imported as at ${asAt}`,
    line(counts.rows, 'rows'),
    line(counts.created, 'created'),
    line(counts.updated, 'updated'),
    line(counts.unchanged, 'unchanged'),
    line(counts.review, 'wait for a decision on the review page'),
    line(rejected, 'rejected'),
    ...byCode.map(([code, count]) => `          ${String(count).padStart(5)}  ${codes[code]}`),
    line(absent, 'open here and absent from the file'),
    ...(possibleDuplicates === null ? [] : [line(possibleDuplicates, 'people who may be somebody else who is kept')]),
    ...(attention.length === 0 ? [] : ['', 'Rows that need attention:']),
    ...attention.slice(0, MOST_LINES).map(attentionLine),
    ...(attention.length > MOST_LINES ? [`  and ${attention.length - MOST_LINES} more: --json prints all`] : []),
  ].join('\n');
}

function attentionLine({ line, outcome, code, column, fix }: RowAnswer): string {
  const where = `  line ${line}`.padEnd(14);
  if (outcome === 'review') return `${where}to decide: ${reasons[code as ReviewReason]}`;
  return `${where}${column}: ${codes[code as RowErrorCode]}. ${fix}`;
}
