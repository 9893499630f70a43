/** The cases of a kind, 50 to a page, by due date: what is open, or what has ended. */
import { CASE_CEILING, type CasePage, exportCases, listCases } from '../../../../shared/application/case/list-cases.ts';
import { ageOn } from '../../../../shared/domain/calendar/age.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import type { CaseRow } from '../../../../shared/domain/case/case-row.ts';
import { caseCsv } from '../../../../shared/http/csv/case-csv.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { subNavigation } from '../../../../shared/http/html/components/sub-navigation.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { withReturn } from '../own-address.ts';
import { nameOf } from '../people/name.ts';
import { momentInWords } from '../queues/as-at.ts';
import { caseDownloadPath, caseListPath, casePath } from './addresses.ts';
import { caseNames } from './case-names.ts';
import type { CasePages } from './case-pages.ts';
import { statusOf, statusWords, waitingWords } from './case-words.ts';
import { dueFact } from './due-fact.ts';
import { casePagesOf } from './duties.ts';
import { chosenCaseFilters, filterFields, serviceName } from './list-filters.ts';
import {
  type CaseListQuery,
  caseListAddress,
  isFiltered,
  questionOf,
  readCaseListQuery,
  sortedBy,
} from './list-query.ts';

export async function caseListPage(visit: ActingVisit): Promise<PageAnswer> {
  const pages = casePagesOf(visit.params['kind']);
  const query = readCaseListQuery(visit.query, pages);
  const found = await listCases(visit.deps, visit.call, questionOf(pages.kind, query));
  const tab = (list: CaseListQuery['list'], text: string) => ({
    text,
    href: caseListAddress(pages.kind, { list }),
    isCurrent: query.list === list,
  });
  return page({
    title: caseNames[pages.kind].many,
    section: 'duties',
    isWide: true,
    content: html`${pageHeading(caseNames[pages.kind].many, visit.policy.place.name)}<p>${pages.about}</p>${linksView(pages)}<p class="app-list-moment">As at ${momentInWords(visit.now)}</p>${subNavigation(
      { landmark: 'Lists', views: [tab('open', 'Open'), tab('closed', 'Ended')] },
    )}${filterPanel({
      action: caseListPath(pages.kind),
      chosen: chosenCaseFilters(pages, query, visit.policy),
      clearHref: caseListAddress(pages.kind, { list: query.list }),
      fields: filterFields(pages, query, found, visit.policy),
      hidden: query.list === 'closed' ? { list: 'closed' } : {},
      isOpen: found.rows.length === 0 && isFiltered(query),
    })}${found.complete ? undefined : ceilingNotice()}${found.rows.length === 0 ? nothing(pages, query) : filled(visit, pages, query, found)}`,
  });
}

export async function caseDownload(visit: ActingVisit): Promise<PageAnswer> {
  const pages = casePagesOf(visit.params['kind']);
  const query = readCaseListQuery(visit.query, pages);
  const { rows } = await exportCases(visit.deps, visit.call, questionOf(pages.kind, query));
  const words = {
    status: (status: string) => statusWords(pages, status),
    due: (what: string) => pages.dueWords[what] ?? what,
  };
  return fileAnswer(`${pages.kind}-${visit.today}.csv`, 'text/csv; charset=utf-8', caseCsv(rows, words));
}

function linksView({ links = [] }: CasePages): Html | false {
  return (
    links.length > 0 &&
    html`<p class="app-no-print app-queues__ways">${links.map(({ text, href }) => html`<a href="${href}">${text}</a> `)}</p>`
  );
}

function ceilingNotice(): Html {
  return insetText(
    `This list is longer than can be shown: those beyond the first ${CASE_CEILING.toLocaleString('en-GB')} are not here.`,
  );
}

function nothing(pages: CasePages, query: CaseListQuery): Html {
  if (isFiltered(query))
    return html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">Nothing matches these filters</h2><p><a href="${caseListAddress(pages.kind, { list: query.list })}">See the whole list</a></p></div>`;
  const what = query.list === 'open' ? 'Nothing is open' : 'Nothing has ended yet';
  return html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">${what}</h2><p>The records were read just now.</p></div>`;
}

function filled(visit: ActingVisit, pages: CasePages, query: CaseListQuery, found: CasePage): Html {
  const { rows, before, total, previous, next } = found;
  const cursorTo = (cursor: string | undefined) =>
    cursor === undefined ? null : { href: caseListAddress(pages.kind, { ...query, cursor }) };
  return html`<p class="app-list-count" id="list"><strong>${before + 1} to ${before + rows.length} of ${total}</strong>${isFiltered(query) && ' that match'}. <a class="app-no-print" href="${caseListAddress(pages.kind, { ...query, cursor: null }, caseDownloadPath(pages.kind))}">Download as a file (CSV)</a></p>${caseTable(visit, pages, query, found)}${pagination(
    { landmark: 'Pages of the list', previous: cursorTo(previous), next: cursorTo(next) },
  )}`;
}

function caseTable(visit: ActingVisit, pages: CasePages, query: CaseListQuery, { rows, services }: CasePage): Html {
  const { policy, today } = visit;
  const back = caseListAddress(pages.kind, query);
  const sort = (column: Parameters<typeof sortedBy>[2]) => sortedBy(pages.kind, query, column);
  const columns: (Column<CaseRow> | false)[] = [
    {
      heading: 'Name',
      isRowHeader: true,
      sort: sort('name'),
      cell: (row) =>
        html`<a href="${withReturn(casePath(row), back)}">${nameOf(row)}</a><br><span class="app-secondary">aged ${ageOn(row.birthDate, today)}</span>`,
    },
    ...(pages.columns ?? []).map(({ heading, cell }) => ({ heading, cell })),
    { heading: 'Status', sort: sort('status'), cell: ({ status }) => statusOf(pages, status) },
    query.list === 'open'
      ? { heading: 'Due', sort: sort('due'), cell: (row) => dueFact(row, pages.dueWords, today) }
      : { heading: 'Ended', sort: sort('ended'), cell: ({ lastEventOn }) => formatDateShort(lastEventOn) },
    query.list === 'open' && { heading: 'Next step', cell: (row) => waitingWords(row) ?? '' },
    pages.groupName !== undefined && {
      heading: pages.groupName,
      sort: sort('group'),
      cell: ({ group }) => group ?? '',
    },
    services.length > 1 && {
      heading: 'Team',
      sort: sort('service'),
      cell: ({ service }) => serviceName(policy, service),
    },
  ];
  return table<CaseRow>({
    caption: caseNames[pages.kind].many,
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-blocks',
    rows,
    columns: columns.filter((column) => column !== false),
  });
}
