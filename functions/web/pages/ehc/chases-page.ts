/** The advice whose body is to be chased today, service by service: to be printed, or read out to the body's inbox. */
import { type ChaseDue, listChases } from '../../../../shared/application/ehc/list-chases.ts';
import { formatDate, formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { teamName } from '../alerts/alert-words.ts';
import { caseListPath, casePath, recordOnCasePath } from '../cases/addresses.ts';
import { nameOf } from '../people/name.ts';
import { momentInWords } from '../queues/as-at.ts';
import { chasesPath } from './addresses.ts';
import { ehcTag } from './words.ts';

export const chasesPageRoutes: readonly PageRoute[] = [
  actingPage('GET', chasesPath, 'case.list', async (visit) => {
    const { chases, complete } = await listChases(visit.deps, visit.call);
    const services = Map.groupBy(chases, ({ row }) => row.service);
    return page({
      title: 'Advice to be chased',
      section: 'duties',
      isWide: true,
      beforeContent: backLink({ href: caseListPath('ehc-advice'), text: 'Back to the list of advice' }),
      content: html`${pageHeading('Advice to be chased', visit.policy.place.name)}<p>The body that owes advice is chased on days 14, 28, 35 and 40, then every day from day 43. Alerts to your own team are apart from this.</p><p class="app-list-moment">As at ${momentInWords(visit.now)}</p>${complete ? undefined : insetText('There is more advice than can be looked at: this is not all of it.')}${
        chases.length === 0
          ? html`<div class="app-nothing"><h2 class="nhsuk-heading-m">Nothing is to be chased today</h2><p>The records were read just now.</p></div>`
          : [...services].map(([service, due]) => serviceTable(visit, service, due))
      }`,
    });
  }),
];

function serviceTable({ policy, today }: ActingVisit, service: string, due: readonly ChaseDue[]): Html {
  return table<ChaseDue>({
    caption: `${teamName(policy, service)}: ${due.length}`,
    captionSize: 'm',
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-blocks',
    rows: due,
    columns: [
      { heading: 'Name', isRowHeader: true, cell: ({ row }) => html`<a href="${casePath(row)}">${nameOf(row)}</a>` },
      { heading: 'Received', cell: ({ receivedOn }) => formatDateShort(receivedOn) },
      {
        heading: 'Due',
        cell: ({ dueOn }) =>
          html`${formatDateShort(dueOn)}<br><span class="app-secondary">${far(daysBetween(today, dueOn))}</span>`,
      },
      { heading: 'To be chased since', cell: ({ chaseFrom }) => formatDateShort(chaseFrom) },
      { heading: 'Status', cell: ({ standing }) => ehcTag.advice(standing) },
      {
        heading: 'Record',
        isHeadingHidden: true,
        cell: ({ row, chaseFrom }) =>
          html`<a class="app-no-print" href="${recordOnCasePath(row, 'chased')}">Record a chase<span class="nhsuk-u-visually-hidden"> of ${nameOf(row)}, due since ${formatDate(chaseFrom)}</span></a>`,
      },
    ],
  });
}

function far(left: number): string {
  if (left < 0) return `${counted(-left, 'day')} late`;
  return left === 0 ? 'today' : `in ${counted(left, 'day')}`;
}
