/** Lines of the audit as a table, a page at a time, with the way to the whole as a file. */
import type { AskedDays, AuditLine, LinesPage } from '../../../../shared/application/audit/audit-lines.ts';
import type { StaffNames } from '../../../../shared/application/audit/staff-names.ts';
import { markNames } from '../../../../shared/domain/audit/unusual.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Content, type Html, html, joined } from '../../../../shared/http/html/html.ts';
import { auditedPersonPath, fileOf } from './addresses.ts';
import { daysInWords, withDays } from './days.ts';
import { doneInWords, listInWords } from './done-words.ts';
import { manyOf, whenInWords, whoDidIt } from './words.ts';

/** People of one line that are named one by one; of more, their number is said. */
const NAMED = 3;

export interface LinesShown {
  readonly page: LinesPage & { readonly days: AskedDays };
  readonly names: StaffNames;
  readonly path: string;
  /** What the lines are of: `everybody` who did something, or one member of staff. */
  readonly columns: 'who' | 'whom';
  readonly caption: string;
}

export function linesView({ page, names, path, columns, caption }: LinesShown): Html {
  const { days, lines, total, before, next, previous, complete } = page;
  if (total === 0) return insetText(html`<p>Nothing was seen or changed: ${daysInWords(days)}.</p>`);
  const last = before + lines.length;
  return html`<p role="status">${before + 1} to ${last} of ${manyOf(total, 'entry', 'entries')}, the newest first: ${daysInWords(days)}. <a href="${withDays(fileOf(path), days)}">Get them all as a file</a></p>${
    !complete &&
    warningCallout({
      heading: 'There is more than is shown',
      content: html`<p>Ask for fewer days to see every entry.</p>`,
    })
  }${table<AuditLine>({
    caption,
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows: lines,
    columns: [
      { heading: 'When', isRowHeader: true, cell: ({ at }) => html`<time datetime="${at}">${whenInWords(at)}</time>` },
      columns === 'who' ? who(names) : whom,
      { heading: 'What', cell: what },
      { heading: 'Notices', cell: ({ marks }) => noticesOf(marks) },
    ],
  })}${pagination({
    previous: previous === undefined ? null : { href: withDays(path, days, previous) },
    next: next === undefined ? null : { href: withDays(path, days, next) },
  })}`;
}

const who = (names: StaffNames): Column<AuditLine> => ({
  heading: 'Who',
  cell: ({ actor, role }) => whoDidIt(actor, role, names),
});

const whom: Column<AuditLine> = {
  heading: 'Whose record',
  cell: ({ people }) => {
    if (people.length === 0) return 'Nobody';
    if (people.length > NAMED) return `${people.length} people`;
    return joined(
      people.map((id) => html`<a href="${auditedPersonPath(id)}">Person ${id.slice(0, 6)}</a>`),
      ', ',
    );
  },
};

function what({ what: done, queue, people }: AuditLine): Content {
  const words = doneInWords(done);
  return queue === null
    ? words
    : html`${words}<br><span class="app-secondary">${listInWords(queue)}, ${manyOf(people.length, 'person', 'people')}</span>`;
}

function noticesOf(marks: AuditLine['marks']): Content {
  if (marks.length === 0) return 'None';
  return joined(
    marks.map((mark) => tag({ text: markNames[mark], colour: mark === 'emergency' ? 'red' : 'yellow' })),
    ' ',
  );
}
