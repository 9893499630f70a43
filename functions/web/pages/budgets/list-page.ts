/** The budgets of a place, 50 to a page: whose turn it is, what is due, what they hold. */
import { CASE_CEILING, type CasePage, exportCases, listCases } from '../../../../shared/application/case/list-cases.ts';
import { type BudgetType, budgetTypes } from '../../../../shared/domain/budget/budget-type.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import { budgetStages } from '../../../../shared/domain/budget/state.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { CaseSortColumn } from '../../../../shared/domain/case/case-list.ts';
import type { CaseRow } from '../../../../shared/domain/case/case-row.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { budgetsCsv } from '../../../../shared/http/csv/budget-csv.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { subNavigation } from '../../../../shared/http/html/components/sub-navigation.ts';
import { type Column, type ColumnSort, table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { dueWords } from '../alerts/alert-words.ts';
import { withReturn } from '../own-address.ts';
import { ageInWords } from '../people/age.ts';
import { nameOf } from '../people/name.ts';
import { momentInWords } from '../queues/as-at.ts';
import { budgetPath, budgetsPath, collectionPath, ledgerFilePath } from './addresses.ts';
import { chosenFilters, filterColumns, waitingWords } from './filter-fields.ts';
import {
  type BudgetQuery,
  budgetsAddress,
  budgetsCsvAddress,
  changedQuery,
  isFiltered,
  keptWithFilters,
  noFilters,
  questionOf,
  readBudgetQuery,
  sortedBy,
} from './list-query.ts';
import { typeWords } from './words.ts';

export async function budgetsPage(visit: ActingVisit): Promise<PageAnswer> {
  const query = readBudgetQuery(visit.query);
  const found = await listCases(visit.deps, visit.call, { ...questionOf(query), cursor: query.cursor ?? undefined });
  return page({
    title: 'Personal health budgets',
    section: 'duties',
    isWide: true,
    content: html`${pageHeading('Personal health budgets', visit.policy.place.name)}<p class="app-list-moment">As at ${momentInWords(visit.now)}.</p>${lists(query)}${ways(visit, query)}${filterPanel(
      {
        action: budgetsPath,
        chosen: chosenFilters(query),
        clearHref: budgetsAddress(changedQuery(query, noFilters)),
        fields: filterColumns(query),
        hidden: keptWithFilters(query),
        isOpen: false,
      },
    )}${found.complete ? undefined : ceilingNotice()}${found.rows.length === 0 ? nothing(query) : filled(visit, query, found)}`,
  });
}

export async function budgetsDownload(visit: ActingVisit): Promise<PageAnswer> {
  const { rows } = await exportCases(visit.deps, visit.call, questionOf(readBudgetQuery(visit.query)));
  return fileAnswer(`budgets-${visit.today}.csv`, 'text/csv; charset=utf-8', budgetsCsv(rows));
}

/** What goes on and what has ended, and the overdue, each an address of its own. */
function lists(query: BudgetQuery): Html {
  const views: readonly (readonly [string, Partial<BudgetQuery>])[] = [
    ['Open', { list: 'open' }],
    ['Overdue', { list: 'open', due: 'overdue' }],
    ['Ended or refused', { list: 'closed' }],
  ];
  return subNavigation({
    landmark: 'Views of this list',
    views: views.map(([text, change]) => {
      const wanted = changedQuery(query, { ...noFilters, sort: null, ...change });
      const isCurrent = query.list === wanted.list && query.due === wanted.due;
      return { text, href: budgetsAddress(wanted), isCurrent };
    }),
  });
}

function ways(visit: ActingVisit, query: BudgetQuery): Html {
  const may = (action: 'case.record' | 'case.export') =>
    can(visit.actor, action, anythingOf(visit.actor)) === 'allowed';
  return html`<ul class="app-list-ways app-no-print"><li><a href="${collectionPath}">Counts for the national collection</a></li>${may('case.record') && html`<li><a href="${ledgerFilePath}">Import a ledger</a></li>`}${may('case.export') && html`<li><a href="${budgetsCsvAddress(query)}">Download this list (CSV)</a></li>`}</ul>`;
}

function ceilingNotice(): Html {
  const most = CASE_CEILING.toLocaleString('en-GB');
  return insetText(`This list has more than ${most} budgets. Only the first ${most} are shown and counted.`);
}

function nothing(query: BudgetQuery): Html {
  return isFiltered(query)
    ? html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">No budget matches these filters</h2><p>Take a filter away, or <a href="${budgetsAddress(changedQuery(query, noFilters))}">see all of them</a>.</p></div>`
    : html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">There are no budgets on this list</h2><p>The records were read just now. <a href="/people/find">Find a person</a> to record a request.</p></div>`;
}

function filled(visit: ActingVisit, query: BudgetQuery, found: CasePage): Html {
  const { rows, before, total, next, previous } = found;
  return html`<p class="app-list-count"><strong>${before + 1} to ${before + rows.length} of ${counted(total, 'budget')}</strong>${isFiltered(query) && ' that match'}</p>${rowsTable(visit, query, rows)}${pagination(
    {
      landmark: 'Pages of this list',
      previous: previous === undefined ? null : { href: budgetsAddress({ ...query, cursor: previous }) },
      next: next === undefined ? null : { href: budgetsAddress({ ...query, cursor: next }) },
    },
  )}`;
}

function rowsTable({ today }: ActingVisit, query: BudgetQuery, rows: readonly CaseRow[]): Html {
  const back = budgetsAddress(query);
  const usual = query.list === 'open' ? 'due' : 'ended';
  const sort = (column: CaseSortColumn): ColumnSort => {
    const now = query.sort ?? { column: usual, direction: query.list === 'open' ? 'ascending' : 'descending' };
    const direction = now.column === column ? now.direction : 'none';
    return { direction, href: budgetsAddress(sortedBy(query, column)) };
  };
  const columns: readonly Column<CaseRow>[] = [
    {
      heading: 'Name',
      isRowHeader: true,
      sort: sort('name'),
      cell: (row) =>
        html`<a href="${withReturn(budgetPath(row), back)}">${nameOf(row)}</a><br><span class="app-secondary">${ageInWords(row.birthDate, today)}</span>`,
    },
    {
      heading: 'Status',
      sort: sort('status'),
      cell: ({ status }) => {
        const stage = budgetStages.find((one) => one === status);
        return stage === undefined ? status : statusTag.budget(stage);
      },
    },
    { heading: 'Held as', sort: sort('group'), cell: heldAs },
    { heading: 'A year', isNumeric: true, cell: ({ more: [, annual] }) => money(annual) },
    { heading: 'Balance', isNumeric: true, cell: ({ more: [, , balance] }) => money(balance) },
    {
      heading: 'Due',
      sort: sort('due'),
      cell: ({ due }) =>
        due !== null &&
        html`<span class="app-nowrap">${formatDateShort(due.on)}</span><br><span class="app-secondary">${dueWords(due.on, today)}: ${whatIsDue(due.what)}</span>`,
    },
    { heading: 'Waiting for', cell: ({ waitingOn }) => waitingOn !== null && waitingWords[waitingOn] },
  ];
  return table<CaseRow>({
    caption: 'Personal health budgets',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows,
    columns,
  });
}

function heldAs({ more: [types = ''] }: CaseRow): string {
  const held = budgetTypes.filter((type: BudgetType) => types.split(' ').includes(type));
  return held.map((type) => typeWords[type]).join(', ');
}

function money(pence: string | undefined): string {
  return pence === undefined || pence === '' ? '' : formatPence(Number(pence));
}

function whatIsDue(what: string): string {
  switch (what) {
    case 'budget-review':
      return 'review';
    case 'budget-consent':
      return 'own consent';
    case 'budget-recovery':
      return 'money to come back';
    default:
      return 'reconsideration';
  }
}
