/** One case: where it stands, what is due, what can be recorded, and its whole history. */

import type { CaseKey } from '../../../../shared/application/ports/cases.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween, type LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { CaseEvent } from '../../../../shared/domain/case/case.ts';
import type { CaseRow } from '../../../../shared/domain/case/case-row.ts';
import { caseTypeOf } from '../../../../shared/domain/case/case-types.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { alertsBeside, caseBeside } from '../alerts/alerts-beside.ts';
import { ownAddress } from '../own-address.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { recordOnCasePath } from './addresses.ts';
import { caseHistory, happenedWords } from './case-history.ts';
import { caseNames } from './case-names.ts';
import type { CaseFact, CaseForm, CaseOnPage, CasePages } from './case-pages.ts';
import { statusOf, waitingWords } from './case-words.ts';
import { mayDoToCase, type OpenCase, openCase } from './open-case.ts';

export async function casePage(visit: ActingVisit): Promise<PageAnswer> {
  const open = await openCase(visit);
  const { pages, person, one } = open;
  const { record } = one;
  const onPage: CaseOnPage = { visit, person, view: one };
  const alerts = await alertsBeside(visit, [caseBeside(one)]);
  const { personId, kind, id: caseId } = record;
  const mayRecord = mayDoToCase(visit, 'case.record', one);
  const type = caseTypeOf(visit.deps.caseTypes, kind);
  const correct = ({ id, facts }: CaseEvent) =>
    type.uncorrectable?.(facts) === undefined && !(type.reserved ?? []).includes(facts.kind)
      ? `${recordOnCasePath({ personId, kind, caseId }, 'recorded-in-error')}?event=${id}`
      : undefined;
  return page({
    title: caseNames[kind].one,
    section: 'duties',
    beforeContent: back(visit, personPath(personId)),
    content: html`${personBanner(person, visit.today, 'link')}${saved(visit, open)}<h1 class="nhsuk-heading-l">${caseNames[kind].one}</h1><div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><p>${statusOf(pages, one.row.status)} ${waitingWords(one.row)}</p>${dueView(pages, one.row, visit.today)}${alerts}${pages.body?.(onPage)}${mayRecord && actionsView(pages, onPage, { personId, kind, caseId })}</div><div class="nhsuk-grid-column-one-third">${factsView(pages.facts(onPage))}</div></div><h2 class="nhsuk-heading-m">History</h2>${timeline(
      {
        headingLevel: 3,
        entries: caseHistory(pages, record, {
          reader: visit.actor,
          policy: visit.policy,
          ...(mayRecord ? { correctHref: correct } : {}),
        }),
      },
    )}`,
  });
}

/** To the list that the page was opened from, with its filters; else to the person. */
function back({ query }: ActingVisit, person: string): Html {
  const list = ownAddress(query.get('return'), '');
  return list.startsWith('/cases/') || list.startsWith('/my-day')
    ? backLink({ href: list, text: 'Back to the list' })
    : backLink({ href: person, text: 'Back to the person' });
}

/** What was just recorded, when the page is come to from a form. */
function saved({ query }: ActingVisit, { pages, one: { record } }: OpenCase): Html | undefined {
  const event = record.events.find(({ id }) => id === query.get('recorded'));
  if (event === undefined) return undefined;
  return notificationBanner({
    variant: 'success',
    heading: `Recorded: ${happenedWords(pages, event, record.events)}`,
    content: html`<p>On ${formatDate(event.on)}. If something is wrong with it, correct it in the history below.</p>`,
  });
}

function dueView({ dueWords }: CasePages, { due }: CaseRow, today: LocalDate): Html {
  if (due === null) return html`<p>Nothing is due.</p>`;
  const left = daysBetween(today, due.on);
  return html`<p class="app-wait"><span class="app-wait__days">Due ${formatDate(due.on)}</span> ${dueWords[due.what] ?? due.what} ${
    left < 0 ? tag({ text: 'Late', colour: 'red' }) : left <= 28 && tag({ text: 'Due soon', colour: 'yellow' })
  }</p>`;
}

/** What can be recorded now, in the order of the forms; the first is what usually comes next. */
function actionsView(pages: CasePages, open: CaseOnPage, key: CaseKey): Html | undefined {
  const { view } = open;
  if (view?.state === undefined) return undefined;
  const { state } = view;
  const offered = Object.entries(pages.forms)
    .flatMap(([happened, form]) =>
      form !== null && (form.offered?.(state, open) ?? happened !== pages.opensWith) ? [[happened, form] as const] : [],
    )
    .toSorted(([, a], [, b]) => placeOf(a, state) - placeOf(b, state));
  if (offered.length === 0) return undefined;
  const usual = offered.slice(0, USUAL);
  const others = offered.slice(USUAL);
  return html`<div class="app-no-print"><h2 class="nhsuk-heading-m">Record what happened</h2>${buttonGroup(
    ...usual.map(([happened, form], at) =>
      linkButton({
        text: form.action,
        href: recordOnCasePath(key, happened),
        ...(at === 0 ? {} : { variant: 'secondary' as const }),
      }),
    ),
  )}${
    others.length > 0 &&
    html`<p>Or:</p><ul class="nhsuk-list">${others.map(([happened, form]) => html`<li><a href="${recordOnCasePath(key, happened)}">${form.action}</a></li>`)}</ul>`
  }</div>`;
}

/** Before, among or behind those that stand in the order of the forms. */
function placeOf(form: CaseForm, state: unknown): number {
  return { first: 0, usual: 1, last: 2 }[form.place?.(state) ?? 'usual'];
}

/** How many are shown as buttons: what usually comes next. */
const USUAL = 3;

function factsView(rows: readonly (CaseFact | false)[]): Html {
  return html`<dl class="app-facts">${rows.map((row) => row !== false && html`<div><dt>${row.key}</dt><dd>${row.value}</dd></div>`)}</dl>`;
}
