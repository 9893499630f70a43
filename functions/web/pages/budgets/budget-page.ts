/** One budget: where it stands, what is due, what can be recorded, its money line by line, its plan, and its whole history. */
import {
  type FinancialYear,
  financialYearOf,
  financialYears,
} from '../../../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { dateOfParts, daysBetween, type LocalDate, latest } from '../../../../shared/domain/calendar/local-date.ts';
import type { Deadline } from '../../../../shared/domain/deadline/deadline.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type TimelineEntry, timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { dueWords } from '../alerts/alert-words.ts';
import { alertsBeside, caseBeside } from '../alerts/alerts-beside.ts';
import { ownAddress } from '../own-address.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { actionsView } from './actions.ts';
import { type BudgetAddress, budgetPath, budgetsPath, correctBudgetPath, statementPath } from './addresses.ts';
import { budgetHistory, titleOf } from './history.ts';
import { moneyView } from './money-view.ts';
import { budgetNow, type OpenBudget, openBudget } from './open-budget.ts';
import { budgetWarnings, planView } from './plan-view.ts';

export async function budgetPage(visit: ActingVisit): Promise<PageAnswer> {
  const year = yearAsked(visit);
  const open = await openBudget(visit, year?.first);
  const { person, key, mayRecord } = open;
  const address = { personId: key.personId, caseId: key.caseId };
  const alerts = await alertsBeside(visit, [caseBeside(open)]);
  const correctHref = mayRecord ? (eventId: string) => correctBudgetPath(address, eventId) : undefined;
  return page({
    title: 'Personal health budget',
    section: 'duties',
    beforeContent: back(visit, personPath(person.id)),
    content: html`${personBanner(person, visit.today, 'link')}${saved(visit, open)}<h1 class="nhsuk-heading-l">Personal health budget ${statusTag.budget(open.state?.stage ?? 'void')}</h1>${
      open.state === undefined
        ? html`<p>The request was recorded in error: there is no such budget. Its history stays.</p>`
        : standing(visit, open, alerts)
    }<h2 class="nhsuk-heading-m" id="history">${year === undefined ? 'History' : `History: ${year.label}`}</h2>${timeline({ headingLevel: 3, entries: historyOf(visit, open, year, correctHref) })}${earlierYears(visit, open, address)}`,
  });

  function standing({ today }: ActingVisit, opened: OpenBudget, beside: Html | undefined): Html {
    const now = budgetNow(opened);
    return html`${budgetWarnings(now)}${beside}<h2 class="nhsuk-heading-m">What to do</h2>${duesView(opened.deadlines, today)}${actionsView(now, address, mayRecord)}${moneyView(now)}${
      now.state.entries.length > 0 &&
      html`<p><a href="${statementPath(address)}">Statement, to print or download</a></p>`
    }${planView(now)}`;
  }
}

/** The financial year whose history is asked for; undefined for the recent history. */
function yearAsked({ query }: ActingVisit): FinancialYear | undefined {
  const asked = query.get('history') ?? '';
  const first = /^\d{4}$/.test(asked) ? dateOfParts(Number(asked), 4, 1) : undefined;
  return first && financialYearOf(first);
}

function historyOf(
  visit: ActingVisit,
  { record }: OpenBudget,
  year: FinancialYear | undefined,
  correctHref?: (eventId: string) => string,
): readonly TimelineEntry[] {
  const all = budgetHistory(visit, record, correctHref);
  return year === undefined ? all : all.filter(({ datetime }) => datetime >= year.first && datetime <= year.last);
}

/** The history a financial year at a time, of a budget that has grown so long that its page shows the last of it. */
function earlierYears({ today }: ActingVisit, { record, row }: OpenBudget, address: BudgetAddress): Html | undefined {
  if (record.archived === undefined) return undefined;
  const years = financialYears(row.openedOn, latest(today, row.lastEventOn)).toReversed();
  return html`<h3 class="nhsuk-heading-s">The whole history, by financial year</h3><ul class="nhsuk-list">${years.map(
    ({ startYear, label }) => html`<li><a href="${budgetPath(address)}?history=${startYear}#history">${label}</a></li>`,
  )}</ul>`;
}

/** To the list that the page was opened from, with its filters; else to the person. */
function back({ query }: ActingVisit, person: string): Html {
  const list = ownAddress(query.get('return'), '');
  return list.startsWith(budgetsPath)
    ? backLink({ href: list, text: 'Back to the list' })
    : backLink({ href: person, text: 'Back to the person' });
}

/** What was just recorded, when the page is come to from a form. */
function saved({ query }: ActingVisit, { record }: OpenBudget): Html | undefined {
  const event = record.events.find(({ id }) => id === query.get('recorded'));
  if (event === undefined) return undefined;
  return notificationBanner({
    variant: 'success',
    heading: `Recorded: ${titleOf(event, record.events)}`,
    content: html`<p>On ${formatDate(event.on)}. If something is wrong with it, correct it in the history below, or reverse it if it is an entry of the ledger.</p>`,
  });
}

const dueNames: Readonly<Record<string, string>> = {
  'budget-review': 'Hold the review',
  'budget-consent': 'Get the young person’s own consent',
  'budget-recovery': 'Money asked back is to be paid',
  'budget-reconsideration': 'Answer the request for reconsideration',
};

function duesView(deadlines: readonly Deadline[], today: LocalDate): Html {
  const begun = deadlines.filter(({ start }) => start <= today);
  if (begun.length === 0) return html`<p>Nothing is due.</p>`;
  return html`<ul class="app-duties">${begun.map(
    ({ kind, due }) =>
      html`<li>${dueNames[kind] ?? kind} by <strong class="app-nowrap">${formatDate(due)}</strong>${daysBetween(today, due) < 0 ? html` ${tag({ text: 'Late', colour: 'red' })}` : html` (${dueWords(due, today)})`}</li>`,
  )}</ul>`;
}
