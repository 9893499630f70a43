/** Draws the report of an import. */
import type { ImportReport } from '../../../../shared/application/import/read-import.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { type RowErrorCode, rowErrorCodes } from '../../../../shared/domain/import/row-error.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { progress } from '../../../../shared/http/html/components/progress.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whoDid } from '../people/who.ts';
import { momentInWords } from '../queues/as-at.ts';
import { reviewsPath } from '../reviews/addresses.ts';
import { importPath, progressPath, reportPath, rowsPath, undoPath } from './addresses.ts';
import { countsStrip, rejectedOf } from './counts-strip.ts';
import { importStateTag } from './import-state.ts';
import { importInWords } from './import-words.ts';
import { type NamedPart, namedReferrals } from './named-referrals.ts';
import { flagCounts, heldRows, linesOf } from './row-groups.ts';
import { errorWords } from './row-words.ts';

export interface ReportViewProps {
  readonly report: ImportReport;
  readonly absent: NamedPart;
  /** What an undo left as it was. */
  readonly kept: NamedPart;
  readonly alike: NamedPart;
}

export const backToImports: Html = backLink({ href: importPath, text: 'Imports' });

export function reportView(visit: ActingVisit, { report, absent, kept, alike }: ReportViewProps): Html {
  const { import: told, counts, results } = report;
  return html`${news(visit, report)}${pageHeading('Import report', importInWords(told))}${told.state === 'running' && unfinished(report)}${countsStrip(
    counts,
  )}${facts(visit, report)}${keptView(report, kept)}${rejectedView(report)}${heldRows(results, toDecide(report))}${absentView(report, absent)}${alikeView(report, alike)}${flagCounts(
    results.map((result) => ({ ...result, flags: result.flags.filter((flag) => flag !== 'possible-duplicate') })),
  )}${ways(visit, report)}`;
}

function news({ query }: ActingVisit, { import: told, counts, kept }: ReportViewProps['report']): Html | undefined {
  if (told.state === 'undone') {
    const undone = counts.created + counts.updated - kept.length;
    const stays = kept.length === 0 ? '' : ` ${counted(kept.length, 'referral')} worked on since stay as they are.`;
    return notificationBanner({
      variant: 'important',
      heading: 'This import has been undone',
      content: html`<p>${undone === 0 ? 'No referral had been changed by it that could be taken back.' : `What it recorded on ${counted(undone, 'referral')} is marked as recorded in error.`}${stays}</p>`,
    });
  }
  if (told.state === 'complete' && query.get('done') === 'yes')
    return notificationBanner({ variant: 'success', heading: 'The file has been imported' });
  return undefined;
}

function unfinished({ import: told, results }: ImportReport): Html {
  return html`${progress({
    id: 'rows-in',
    label: 'Rows imported',
    done: results.length,
    total: told.rows,
    statusUrl: progressPath(told.id),
    refreshHref: reportPath(told.id),
  })}${insetText(
    html`<p>This import is not finished. If nobody is at it any more, whoever began it can <a href="${importPath}">choose the same file again</a>: it goes on where it stopped.</p>`,
  )}`;
}

function facts({ actor }: ActingVisit, { import: told }: ImportReport): Html {
  const { system, asAt, startedAt, completedAt, by, state } = told;
  return summaryList({
    rows: [
      { key: 'Status', value: importStateTag(state) },
      { key: 'System', value: html`<bdi>${system}</bdi>` },
      { key: 'Day of the file', value: formatDate(asAt) },
      { key: 'Started', value: `${momentInWords(startedAt)}, by ${whoDid(by, actor)}` },
      ...(completedAt === null ? [] : [{ key: 'Finished', value: momentInWords(completedAt) }]),
    ],
  });
}

function rejectedView({ counts, results }: ImportReport): Html | undefined {
  const total = rejectedOf(counts);
  if (total === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">Rejected: ${counted(total, 'row')}</h2><p>What stood in these rows is not kept. Put them right where the file comes from: they come in with the next file.</p>${table<RowErrorCode>(
    {
      caption: 'Rejected rows by reason',
      isCaptionHidden: true,
      isResponsive: true,
      tableClass: 'app-blocks',
      rows: rowErrorCodes.filter((code) => (counts.rejected[code] ?? 0) > 0),
      columns: [
        { heading: 'Reason', isRowHeader: true, cell: (code) => errorWords[code].what },
        { heading: 'Rows', isNumeric: true, cell: (code) => counts.rejected[code] },
        { heading: 'Where', cell: (code) => linesOf(results.filter((result) => result.code === code)) },
        { heading: 'What to do', cell: (code) => errorWords[code].fix },
      ],
    },
  )}`;
}

function toDecide({ import: told }: ImportReport): Html | undefined {
  if (told.state === 'undone')
    return html`<p>They do not wait any more: they were withdrawn when the import was undone, unless somebody had decided.</p>`;
  return html`<p><a href="${reviewsPath}">Look at the rows that wait</a></p>`;
}

function absentView({ import: told }: ImportReport, absent: NamedPart): Html | undefined {
  if (absent.total === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m" id="missing">Missing from the file: ${counted(absent.total, 'referral')}</h2><p>They came from <bdi>${told.system}</bdi>, were open here, and the file did not have them. They keep their places until somebody finds out what became of them.</p>${namedReferrals(
    absent,
    { caption: 'Open here, missing from the file', turn: (from) => `${reportPath(told.id)}?absent=${from}#missing` },
  )}`;
}

function keptView({ import: told }: ImportReport, kept: NamedPart): Html | undefined {
  if (kept.total === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m" id="kept">Worked on since: ${counted(kept.total, 'referral')}</h2><p>Somebody recorded on these after the import did, so the undo left them as they are. Look at each and correct what is wrong.</p>${namedReferrals(
    kept,
    { caption: 'Worked on since', turn: (from) => `${reportPath(told.id)}?kept=${from}#kept` },
  )}`;
}

function alikeView({ import: told }: ImportReport, alike: NamedPart): Html | undefined {
  if (alike.total === 0) return undefined;
  const people = alike.total === 1 ? '1 person' : `${alike.total} people`;
  return html`<h2 class="nhsuk-heading-m" id="alike">Possible duplicates: ${people}</h2><p>Each has the same family name and date of birth as somebody else who is kept. They may be twins or namesakes, who stay two records, or one person entered twice. Their records say so until somebody finds out.</p>${namedReferrals(
    alike,
    { caption: 'Possible duplicates', turn: (from) => `${reportPath(told.id)}?alike=${from}#alike` },
  )}`;
}

function ways({ actor }: ActingVisit, { import: told }: ImportReport): Html {
  const mayUndo = told.state !== 'undone' && can(actor, 'import.undo', anythingOf(actor)) === 'allowed';
  return buttonGroup(
    linkButton({ text: 'Download what became of each row (CSV)', href: rowsPath(told.id), variant: 'secondary' }),
    mayUndo && linkButton({ text: 'Undo this import', href: undoPath(told.id), variant: 'secondary' }),
  );
}
