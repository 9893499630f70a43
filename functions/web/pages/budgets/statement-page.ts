/** The statement of one account of a budget for a financial year: to read, to print, to keep as a file. */
import { readCase } from '../../../../shared/application/case/read-case.ts';
import { type BudgetType, budgetTypes } from '../../../../shared/domain/budget/budget-type.ts';
import { pocketsOf } from '../../../../shared/domain/budget/money.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import { type BudgetState, nothingYet } from '../../../../shared/domain/budget/state.ts';
import { type Statement, type StatementLine, statementOf } from '../../../../shared/domain/budget/statement.ts';
import {
  type FinancialYear,
  financialYearOf,
  financialYears,
} from '../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { dateOfParts, earliest, latest } from '../../../../shared/domain/calendar/local-date.ts';
import { statementCsv } from '../../../../shared/http/csv/budget-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { personBanner } from '../people/banner.ts';
import { budgetPath, statementCsvPath, statementPath } from './addresses.ts';
import { entryWords, optionsOf, typeWords } from './words.ts';

export async function statementPage(visit: ActingVisit): Promise<PageAnswer> {
  const { address, person, state, statement, year } = await askedStatement(visit);
  const { type } = statement;
  const query = `?type=${type}&year=${year.startYear}`;
  return page({
    title: 'Statement of a budget',
    section: 'duties',
    beforeContent: backLink({ href: budgetPath(address), text: 'Back to the budget' }),
    content: html`${personBanner(person, visit.today, 'link')}<h1 class="nhsuk-heading-l"><span class="nhsuk-caption-l">Personal health budget</span> Statement: ${typeWords[type].toLowerCase()}, ${year.label}</h1>${chooser(state, visit, statementPath(address), { type, year })}${statementTable(statement)}<p class="app-no-print"><a href="${statementCsvPath(address)}${query}">Download this statement as a file</a>. To print it, use your browser (Ctrl and P).</p><p class="app-secondary">As at ${formatDate(visit.today)}, from ${visit.policy.branding.serviceName}, ${visit.policy.place.name}. The balance is added up from the entries.</p>`,
  });
}

export async function statementDownload(visit: ActingVisit): Promise<PageAnswer> {
  const { statement, year } = await askedStatement(visit);
  const name = `statement-${statement.type}-${year.label}.csv`;
  return fileAnswer(name, 'text/csv; charset=utf-8', statementCsv(statement));
}

async function askedStatement({ deps, call, params, query, today }: ActingVisit) {
  const address = { personId: params['personId'] ?? '', caseId: params['caseId'] ?? '' };
  const start = /^\d{4}$/.test(query.get('year') ?? '') ? dateOfParts(Number(query.get('year')), 4, 1) : undefined;
  const year = financialYearOf(start ?? today);
  const { person, state: folded } = await readCase(deps, call, { ...address, kind: 'budget' }, undefined, year.first);
  const state = (folded as BudgetState | undefined) ?? nothingYet;
  const wanted = budgetTypes.find((one) => one === query.get('type'));
  const type = wanted ?? pocketsOf(state)[0]?.type ?? 'direct-payment';
  return {
    address,
    person,
    state,
    year,
    statement: statementOf(state.entries, type, { from: year.first, to: year.last }),
  };
}

/** Which account and which year; a form that changes nothing, and works without JavaScript. */
function chooser(
  state: BudgetState,
  { today }: ActingVisit,
  action: string,
  { type, year }: { readonly type: BudgetType; readonly year: FinancialYear },
): Html {
  const types = new Set([...pocketsOf(state).map((pocket) => pocket.type), type]);
  const years = yearsOf(state, today, year);
  return html`<form class="app-no-print" action="${action}" method="get">${select({
    id: 'type',
    name: 'type',
    label: { text: 'Held as', size: 's' },
    value: type,
    options: optionsOf(typeWords, [...types]),
  })}${select({
    id: 'year',
    name: 'year',
    label: { text: 'Financial year', size: 's' },
    value: String(year.startYear),
    options: years.map(({ startYear, label }) => ({ value: String(startYear), text: label })),
  })}${button({ text: 'Show', variant: 'secondary' })}</form>`;
}

function yearsOf(
  { entries }: BudgetState,
  today: ActingVisit['today'],
  shown: FinancialYear,
): readonly FinancialYear[] {
  const days = [today, shown.first, ...entries.map(({ on }) => on)];
  return financialYears(earliest(today, ...days), latest(today, ...days)).toReversed();
}

interface Row {
  readonly on: string;
  readonly what: string;
  readonly reference: string;
  readonly effectPence: number | null;
  readonly balancePence: number;
}

function statementTable(statement: Statement): Html {
  const { from, to, openingPence, lines, closingPence } = statement;
  const rows: readonly Row[] = [
    { on: formatDate(from), what: 'Opening balance', reference: '', effectPence: null, balancePence: openingPence },
    ...lines.map(rowOf),
    { on: formatDate(to), what: 'Closing balance', reference: '', effectPence: null, balancePence: closingPence },
  ];
  const amount = (pence: number | null, sign: 1 | -1) =>
    pence !== null && pence * sign > 0 ? formatPence(pence * sign) : '';
  return table<Row>({
    caption: 'Movements',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows,
    columns: [
      { heading: 'Date', cellClass: 'app-nowrap', cell: ({ on }) => on },
      { heading: 'Entry', isRowHeader: true, cell: ({ what }) => what },
      { heading: 'Reference', cell: ({ reference }) => html`<bdi>${reference}</bdi>` },
      { heading: 'In', isNumeric: true, cell: ({ effectPence }) => amount(effectPence, 1) },
      { heading: 'Out', isNumeric: true, cell: ({ effectPence }) => amount(effectPence, -1) },
      { heading: 'Balance', isNumeric: true, cell: ({ balancePence }) => formatPence(balancePence) },
    ],
  });
}

function rowOf({ entry, balancePence }: StatementLine): Row {
  const what = entry.effectPence === 0 ? `${entryWords(entry)}: ${formatPence(entry.amountPence)}` : entryWords(entry);
  return {
    on: formatDate(entry.on),
    what,
    reference: entry.reference ?? '',
    effectPence: entry.effectPence,
    balancePence,
  };
}
