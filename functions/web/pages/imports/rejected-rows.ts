/** Rejected rows of a dry run by reason: where each is, what was found, and what to do about it. */
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { rowErrorCodes } from '../../../../shared/domain/import/row-error.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { errorWords } from './row-words.ts';
import type { ToldRow } from './told-rows.ts';

/** The most rows of one reason on a page; the download has them all. */
const MOST_SHOWN = 50;
/** A page with few rejected rows shows them at once. */
const FEW = 20;
/** The most characters of a cell that are shown. */
const LONGEST_FOUND = 60;

interface Fault {
  readonly line: number;
  readonly column: string;
  readonly found: string;
  readonly fix: string;
}

export function rejectedRows(rows: readonly ToldRow[]): Html {
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  return html`${rowErrorCodes.map((code) => {
    const ofCode = rejected.filter((row) => row.code === code);
    return ofCode.length > 0 && group(errorWords[code].what, ofCode, rejected.length <= FEW);
  })}`;
}

function group(what: string, rows: readonly ToldRow[], open: boolean): Html {
  const faults = rows
    .slice(0, MOST_SHOWN)
    .flatMap(({ line, errors }) => errors.map(({ column, found, fix }): Fault => ({ line, column, found, fix })));
  const more = rows.length - MOST_SHOWN;
  return details({
    summary: `${what}: ${counted(rows.length, 'row')}`,
    open,
    content: html`${table<Fault>({
      caption: what,
      isCaptionHidden: true,
      isResponsive: true,
      isCompact: true,
      rows: faults,
      columns: [
        { heading: 'Line', isRowHeader: true, cell: ({ line }) => line },
        { heading: 'Column', cell: ({ column }) => column },
        { heading: 'Found', cell: ({ found }) => foundView(found) },
        { heading: 'What to do', cell: ({ fix }) => fix },
      ],
    })}${more > 0 && html`<p>And ${counted(more, 'more row')}: download them all below.</p>`}`,
  });
}

function foundView(found: string): Html {
  if (found === '') return html`<span class="app-secondary">Empty</span>`;
  const shown = found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND).toWellFormed()}…` : found;
  return html`<bdi class="app-example">${shown}</bdi>`;
}
