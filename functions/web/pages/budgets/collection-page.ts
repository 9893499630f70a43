/** The counts of a quarter for the national collection: raw, with the day they are sent and what they mean. */
import { type BudgetCollection, budgetCollection } from '../../../../shared/application/budget/budget-collection.ts';
import { budgetTypes } from '../../../../shared/domain/budget/budget-type.ts';
import type { CollectionCounts } from '../../../../shared/domain/budget/collection.ts';
import { quarterOf } from '../../../../shared/domain/budget/quarter.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { addDays, isLocalDate, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import { collectionCsv } from '../../../../shared/http/csv/budget-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { select } from '../../../../shared/http/html/components/select.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { budgetsPath, collectionCsvPath, collectionPath } from './addresses.ts';
import { typeWords } from './words.ts';

/** How many quarters back can be chosen. */
const QUARTERS = 8;

export async function collectionPage(visit: ActingVisit): Promise<PageAnswer> {
  const counts = await budgetCollection(visit.deps, visit.call, askedDay(visit));
  const { quarter, asAt, submitOn } = counts;
  const isOver = asAt === quarter.last;
  return page({
    title: 'Counts for the national collection',
    section: 'duties',
    beforeContent: backLink({ href: budgetsPath, text: 'Back to the budgets' }),
    content: html`${pageHeading('Counts for the national collection', 'Personal health budgets')}${chooser(visit, quarter.last)}<h2 class="nhsuk-heading-m">${quarter.label}</h2><p>As at ${formatDate(asAt)}. ${isOver ? 'Sent' : 'To be sent'} on ${formatDate(submitOn)}, the first working day of the next quarter.</p>${!isOver && insetText('The quarter is not over: these counts will change.')}${countsTable(counts)}<p>People, not budgets. The year to date counts everybody whose budget was live on any day since ${formatDate(quarter.yearFirst)}, also where it was given once or has ended, under the strongest way they held it in that time: direct payment, then third party, then notional. Children are under 18 on the day of the counts. A suspended budget is not live.</p><p class="app-no-print"><a href="${collectionCsvPath}?on=${quarter.last}">Download the counts as a file</a></p>`,
  });
}

export async function collectionDownload(visit: ActingVisit): Promise<PageAnswer> {
  const counts = await budgetCollection(visit.deps, visit.call, askedDay(visit));
  return fileAnswer(`budget-counts-${counts.quarter.last}.csv`, 'text/csv; charset=utf-8', collectionCsv(counts));
}

/** A day of the quarter that is asked for; of the last quarter that is over, where none is. */
function askedDay({ query, today }: ActingVisit): LocalDate {
  const asked = query.get('on') ?? '';
  return isLocalDate(asked) ? asked : addDays(quarterOf(today).first, -1);
}

function chooser({ today }: ActingVisit, shown: LocalDate): Html {
  const quarters = [quarterOf(today)];
  for (let at = 1; at < QUARTERS; at += 1) quarters.push(quarterOf(addDays(quarters.at(-1)?.first ?? today, -1)));
  const chosen = quarters.some(({ last }) => last === shown) ? quarters : [...quarters, quarterOf(shown)];
  return html`<form class="app-no-print" action="${collectionPath}" method="get">${select({
    id: 'on',
    name: 'on',
    label: { text: 'Quarter', size: 's' },
    value: shown,
    options: chosen.map(({ last, label }) => ({ value: last, text: label })),
  })}${button({ text: 'Show', variant: 'secondary' })}</form>`;
}

interface Group extends CollectionCounts {
  readonly name: string;
}

function countsTable({ adults, children, everyone }: BudgetCollection): Html {
  const count = (heading: string, cell: (group: Group) => number): Column<Group> => ({
    heading,
    isNumeric: true,
    cell,
  });
  return table<Group>({
    caption: 'People with a personal health budget',
    isCaptionHidden: true,
    isResponsive: true,
    rows: [
      { name: 'Children', ...children },
      { name: 'Adults', ...adults },
      { name: 'Everyone', ...everyone },
    ],
    columns: [
      { heading: 'Group', isRowHeader: true, cell: ({ name }) => name },
      count('Year to date', ({ yearToDate }) => yearToDate),
      ...budgetTypes.map((type) => count(typeWords[type], ({ byType }) => byType[type])),
      count('Live', ({ live }) => live),
      count('Suspended', ({ suspended }) => suspended),
    ],
  });
}
