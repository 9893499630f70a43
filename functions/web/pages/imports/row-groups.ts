/** Rows that are not rejected and yet need somebody: those held for a decision, and those that are flagged. */
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { reviewReasons } from '../../../../shared/domain/import/plan-row.ts';
import type { RowResult } from '../../../../shared/domain/import/report.ts';
import { rowFlags } from '../../../../shared/domain/import/row.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { reasonWords } from '../reviews/reason-words.ts';
import { flagWords } from './row-words.ts';

/** The most lines that are listed one by one. */
const MOST_LINES = 40;

type Row = Pick<RowResult, 'line' | 'outcome' | 'code' | 'flags'>;

/** @param also what stands below: where to decide. */
export function heldRows(rows: readonly Row[], also?: Html): Html | undefined {
  const held = rows.filter(({ outcome }) => outcome === 'review');
  if (held.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">To decide: ${counted(held.length, 'row')}</h2><p>The file alone cannot tell what these rows are, so they are for a person to decide. Nobody’s place on a list changes until then.</p>${reviewReasons.map(
    (reason) => {
      const ofReason = held.filter(({ code }) => code === reason);
      const { what, why } = reasonWords[reason];
      return (
        ofReason.length > 0 &&
        details({
          summary: `${what}: ${counted(ofReason.length, 'row')}`,
          content: html`<p>${why}</p><p>${linesOf(ofReason)}</p>`,
        })
      );
    },
  )}${also}`;
}

export function flagCounts(rows: readonly Row[]): Html | undefined {
  const flagged = rowFlags
    .map((flag) => ({ flag, rows: rows.filter(({ flags }) => flags.includes(flag)) }))
    .filter((one) => one.rows.length > 0);
  if (flagged.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">Taken, and worth a look</h2>${flagged.map(({ flag, rows: ofFlag }) =>
    details({
      summary: `${flagWords[flag]}: ${counted(ofFlag.length, 'row')}`,
      content: html`<p>${linesOf(ofFlag)}</p>`,
    }),
  )}`;
}

/** `Lines 5, 9 and 12`; the first of them where there are many. */
export function linesOf(rows: readonly Pick<Row, 'line'>[]): string {
  const lines = rows.slice(0, MOST_LINES).map(({ line }) => String(line));
  const more = rows.length - lines.length;
  const word = rows.length === 1 ? 'Line' : 'Lines';
  if (more > 0) return `${word} ${lines.join(', ')} and ${more} more`;
  const [last = ''] = lines.slice(-1);
  return lines.length === 1 ? `${word} ${last}` : `${word} ${lines.slice(0, -1).join(', ')} and ${last}`;
}
