/** The annual health checks of a place, 50 to a page: who is overdue, who is due, how far each invitation has come. */

import { exportHealthChecks } from '../../../../shared/application/health-checks/export-health-checks.ts';
import {
  HEALTH_CHECK_CEILING,
  type HealthCheckPage,
  listHealthChecks,
} from '../../../../shared/application/health-checks/list-health-checks.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { practiceName } from '../../../../shared/domain/health-check/health-check-policy.ts';
import type { HealthCheckRow, HealthCheckSort } from '../../../../shared/domain/health-check/list.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { practiceCsv } from '../../../../shared/http/csv/practice-csv.ts';
import { breadcrumbs } from '../../../../shared/http/html/components/breadcrumbs.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { type Column, type ColumnSort, table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { withReturn } from '../own-address.ts';
import { ageInWords } from '../people/age.ts';
import { nameOf } from '../people/name.ts';
import { momentInWords } from '../queues/as-at.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { healthCheckFiguresPath, healthCheckPath, healthChecksPath, practiceFilePath } from './addresses.ts';
import { chosenFilters, filterColumns } from './filter-fields.ts';
import {
  changedQuery,
  type HealthCheckQuery,
  healthChecksAddress,
  healthChecksCsvAddress,
  isFiltered,
  questionOf,
  readHealthCheckQuery,
  sortedBy,
  sortText,
} from './list-query.ts';
import { dueWords, healthCheckTag, invitationLine, statusOrder, statusWords } from './words.ts';

export async function healthChecksPage(visit: ActingVisit): Promise<PageAnswer> {
  const query = readHealthCheckQuery(visit.query);
  const found = await listHealthChecks(visit.deps, visit.call, {
    ...questionOf(query),
    cursor: query.cursor ?? undefined,
  });
  const policy = visit.policy.healthChecks;
  return page({
    title: 'Annual health checks',
    section: 'duties',
    isWide: true,
    beforeContent: breadcrumbs([{ text: 'Duties', href: '/cases' }]),
    content: html`${pageHeading('Annual health checks', visit.policy.place.name)}<p class="app-list-moment">As at ${momentInWords(visit.now)}. For people of 14 and over on a GP practice’s learning-disability register.</p>${tallyStrip(query, found)}${ways(visit, query)}${filterPanel(
      {
        action: healthChecksPath,
        chosen: chosenFilters(query, policy),
        clearHref: healthChecksAddress(
          changedQuery(query, { chosen: { status: [], step: [], only: [] }, practice: null }),
        ),
        fields: filterColumns(query, found.practices, policy),
        hidden: query.sort === null ? {} : { sort: sortText(query.sort) },
        isOpen: false,
      },
    )}${found.complete ? undefined : ceilingNotice()}${found.rows.length === 0 ? nothing(query) : filled(visit, query, found)}`,
  });
}

export async function healthChecksDownload(visit: ActingVisit): Promise<PageAnswer> {
  const { records } = await exportHealthChecks(visit.deps, visit.call, questionOf(readHealthCheckQuery(visit.query)));
  return fileAnswer(`health-checks-${visit.today}.csv`, 'text/csv; charset=utf-8', practiceCsv(records));
}

/** How many stand in each status, each leading to them. Of those who have left nothing is counted here. */
function tallyStrip(query: HealthCheckQuery, { tally }: HealthCheckPage): Html {
  const only = (status: HealthCheckRow['status']) =>
    healthChecksAddress(changedQuery(query, { chosen: { status: [status], step: [], only: [] }, practice: null }));
  return figuresStrip(
    statusOrder
      .filter((status) => status !== 'left')
      .map((status) => ({ name: statusWords(status), value: String(tally[status] ?? 0), href: only(status) })),
  );
}

function ways(visit: ActingVisit, query: HealthCheckQuery): Html {
  const may = (action: 'case.record' | 'case.export') =>
    can(visit.actor, action, anythingOf(visit.actor)) === 'allowed';
  return html`<ul class="app-list-ways app-no-print"><li><a href="${healthCheckFiguresPath}">Figures of the year</a></li>${may('case.record') && html`<li><a href="${practiceFilePath}">Update from a practice’s file</a></li>`}${may('case.export') && html`<li><a href="${healthChecksCsvAddress(query)}">Download this list (CSV)</a></li>`}</ul>`;
}

function ceilingNotice(): Html {
  const most = HEALTH_CHECK_CEILING.toLocaleString('en-GB');
  return insetText(`This list has more than ${most} records. Only the first ${most} due are shown and counted.`);
}

function nothing(query: HealthCheckQuery): Html {
  return isFiltered(query)
    ? html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">Nobody matches these filters</h2><p>Take a filter away, or <a href="${healthChecksPath}">see everybody</a>.</p></div>`
    : html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">Nobody is on this list yet</h2><p>The records were read just now. <a href="${practiceFilePath}">Bring in a practice’s register</a>, or <a href="/people/find">find a person</a> and record them on it.</p></div>`;
}

function filled(visit: ActingVisit, query: HealthCheckQuery, found: HealthCheckPage): Html {
  const { rows, before, total, next, previous } = found;
  return html`<p class="app-list-count"><strong>${before + 1} to ${before + rows.length} of ${counted(total, 'person').replace('persons', 'people')}</strong>${isFiltered(query) && ' that match'}</p>${rowsTable(visit, query, rows)}${pagination(
    {
      landmark: 'Pages of this list',
      previous: previous === undefined ? null : { href: healthChecksAddress({ ...query, cursor: previous }) },
      next: next === undefined ? null : { href: healthChecksAddress({ ...query, cursor: next }) },
    },
  )}`;
}

function rowsTable({ policy, today }: ActingVisit, query: HealthCheckQuery, rows: readonly HealthCheckRow[]): Html {
  const back = healthChecksAddress(query);
  const sort = (by: HealthCheckSort): ColumnSort => {
    const now = query.sort ?? { by: 'due', descending: false };
    const direction = now.by !== by ? 'none' : now.descending ? 'descending' : 'ascending';
    return { direction, href: healthChecksAddress(sortedBy(query, by)) };
  };
  const columns: readonly Column<HealthCheckRow>[] = [
    {
      heading: 'Name',
      isRowHeader: true,
      sort: sort('name'),
      cell: (row) =>
        html`<a href="${withReturn(healthCheckPath(row), back)}">${nameOf(row)}</a><br><span class="app-secondary">${ageInWords(row.birthDate, today)}</span>`,
    },
    {
      heading: 'GP practice',
      sort: sort('practice'),
      cell: ({ practice }) => practiceName(policy.healthChecks, practice),
    },
    { heading: 'Status', sort: sort('status'), cell: statusCell },
    {
      heading: 'Next check due',
      sort: sort('due'),
      cell: (row) =>
        row.due === null
          ? ''
          : html`<span class="app-nowrap">${formatDateShort(row.due)}</span><br><span class="app-secondary">${dueWords(row, today)}</span>`,
    },
    { heading: 'Invitation', sort: sort('invitation'), cell: ({ facts }) => invitationLine(facts) },
    { heading: 'Last check', cell: lastCheck },
  ];
  return table<HealthCheckRow>({
    caption: 'Annual health checks',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows,
    columns,
  });
}

function statusCell({ status, missedYear }: HealthCheckRow): Content {
  return html`<span class="app-nowrap">${healthCheckTag(status)}</span>${missedYear !== null && html`<br><span class="app-secondary app-nowrap">No check in ${missedYear}</span>`}`;
}

function lastCheck({ facts, status }: HealthCheckRow): Content {
  if (facts.lastCheck === null) return 'None';
  const plan = status === 'completed' ? (facts.hasPlan ? 'with plan' : 'plan missing') : '';
  return html`<span class="app-nowrap">${formatDateShort(facts.lastCheck)}</span>${plan !== '' && html`<br><span class="app-secondary">${plan}</span>`}`;
}
