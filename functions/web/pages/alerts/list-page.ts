/** The alerts of one's teams, 50 to a page: what nobody has taken up first, the most serious of each first. */
import {
  ALERT_CEILING,
  type AlertPage,
  type AlertShown,
  listAlerts,
} from '../../../../shared/application/alerts/list-alerts.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { anythingOf, can } from '../../../../shared/domain/permission/can.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { filterPanel } from '../../../../shared/http/html/components/filter-panel.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { actionBar, rowCheckbox } from '../../../../shared/http/html/components/multi-select.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { type Column, table } from '../../../../shared/http/html/components/table.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, type PageContent, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { withReturn } from '../own-address.ts';
import { nameOf } from '../people/name.ts';
import { momentInWords } from '../queues/as-at.ts';
import { acknowledgeSeveralPath, alertPath, alertsPath } from './addresses.ts';
import { type AlertQuery, alertsAddress, filterOf, isFiltered, readAlertQuery } from './alert-query.ts';
import { aboutWords, dueWords, subjectName, teamName } from './alert-words.ts';
import { chosenFilters, filterColumns } from './filter-fields.ts';

export async function alertsPage(visit: ActingVisit): Promise<PageAnswer> {
  return page(await alertsContent(visit, readAlertQuery(visit.query)));
}

/** The list that an address asks for, and what is wrong with what was sent from it. */
export async function alertsContent(visit: ActingVisit, query: AlertQuery, problem?: string): Promise<PageContent> {
  const found = await listAlerts(visit.deps, visit.call, {
    team: query.team ?? undefined,
    filter: filterOf(query),
    cursor: query.cursor ?? undefined,
  });
  const [first] = found.alerts;
  return {
    title: 'Alerts',
    section: 'alerts',
    isWide: true,
    hasErrors: problem !== undefined,
    content: html`${
      problem !== undefined &&
      errorSummary([{ text: problem, href: first === undefined ? null : `#${boxIdOf(first.row)}` }])
    }${pageHeading('Alerts', found.own.map(({ name }) => name).join(', ') || visit.policy.place.name)}${watchedWords(visit, found)}${filterPanel(
      {
        action: alertsPath,
        chosen: chosenFilters(query, found),
        clearHref: alertsPath,
        fields: filterColumns(query, found),
        hidden: {},
        isOpen: found.alerts.length === 0 && isFiltered(query),
      },
    )}${found.complete ? undefined : ceilingNotice()}${found.alerts.length === 0 ? nothing(query, found) : filled(visit, query, found)}`,
  };
}

function ceilingNotice(): Html {
  const most = ALERT_CEILING.toLocaleString('en-GB');
  return insetText(
    `A team has more than ${most} alerts: those beyond the first ${most}, the least urgent, are not shown.`,
  );
}

/** When this was read, and when what falls due was last looked at: a list that may lack alerts says so. */
function watchedWords({ now }: ActingVisit, { watched: { at, isOverdue } }: AlertPage): Html {
  const asAt = `As at ${momentInWords(now)}.`;
  if (!isOverdue && at !== null)
    return html`<p class="app-list-moment">${asAt} What falls due was looked at on ${momentInWords(at)}.</p>`;
  const since = at === null ? 'has not been looked at yet' : `was last looked at on ${momentInWords(at)}`;
  return html`<p class="app-list-moment">${asAt}</p>${warningCallout({
    heading: 'Some alerts may be missing',
    content: html`<p>What falls due ${since}. It is looked at every morning at 6:00. The <a href="/">waiting lists</a> and <a href="/my-day">My day</a> are complete without it.</p>`,
  })}`;
}

function nothing(query: AlertQuery, { watched }: AlertPage): Html {
  if (!isFiltered(query) && watched.isOverdue)
    return html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">We cannot say whether there are alerts</h2><p>What falls due has to be looked at first. <a href="${alertsPath}?state=resolved">See those that have ended</a></p></div>`;
  return isFiltered(query)
    ? html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">No alert matches these filters</h2><p><a href="${alertsPath}">See all open alerts</a></p></div>`
    : html`<div class="app-nothing" id="list"><h2 class="nhsuk-heading-m">Your teams have no open alerts</h2><p>The records were read just now. <a href="${alertsPath}?state=resolved">See those that have ended</a></p></div>`;
}

function filled(visit: ActingVisit, query: AlertQuery, found: AlertPage): Html {
  const { alerts, before, total, next } = found;
  const canWork = can(visit.actor, 'alert.work', anythingOf(visit.actor)) === 'allowed';
  const rows = alertTable(visit, query, alerts, canWork);
  return html`<p class="app-list-count"><strong>${before + 1} to ${before + alerts.length} of ${total.toLocaleString('en-GB')} ${total === 1 ? 'alert' : 'alerts'}</strong>${isFiltered(query) && ' that match'}. <a class="app-no-print" href="${alertsPath}?state=resolved">Those that have ended</a></p>${
    canWork ? severalForm(visit, query, rows) : rows
  }${pagination({
    landmark: 'Pages of the alerts',
    previous: before === 0 ? null : { href: alertsAddress({ ...query, cursor: null }), label: 'the first' },
    next: next === undefined ? null : { href: alertsAddress({ ...query, cursor: next }) },
  })}`;
}

function severalForm({ session, deps }: ActingVisit, query: AlertQuery, rows: Html): Html {
  return postForm({
    action: acknowledgeSeveralPath,
    csrfToken: session.formToken,
    choosesRows: true,
    // The key is made with the page: sending the form twice takes each alert up once.
    hidden: { list: alertsAddress(query), key: deps.ids.fresh() },
    content: html`${actionBar({
      label: 'With the alerts chosen',
      actions: [{ text: 'Acknowledge', name: 'action', value: 'acknowledge' }],
    })}${rows}`,
  });
}

function alertTable(
  { policy, today }: ActingVisit,
  query: AlertQuery,
  alerts: readonly AlertShown[],
  canChoose: boolean,
): Html {
  const back = alertsAddress(query);
  const columns: readonly Column<AlertShown>[] = [
    ...(canChoose ? [chooseColumn] : []),
    {
      heading: 'Name',
      isRowHeader: true,
      cell: ({ row, person }) => html`<a href="${withReturn(alertPath(row.id), back)}">${nameOf(person.details)}</a>`,
    },
    {
      heading: 'List',
      cell: ({ row }) => subjectName(row.subject, policy),
    },
    { heading: 'Severity', cell: ({ row }) => statusTag.alertSeverity(row.severity) },
    { heading: 'About', cell: ({ row }) => aboutWords(row) },
    {
      heading: 'Due',
      cell: ({ row }) =>
        html`<span class="app-nowrap">${formatDateShort(row.due)}</span><br><span class="app-secondary">${dueWords(row.due, today)}</span>`,
    },
    { heading: 'Status', cell: ({ row }) => stateFact(row, (team) => teamName(policy, team)) },
    { heading: 'Team', cell: ({ row }) => teamName(policy, row.team) },
  ];
  return table<AlertShown>({
    caption: 'Alerts',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    tableClass: 'app-blocks',
    rows: alerts,
    columns,
  });
}

const chooseColumn: Column<AlertShown> = {
  heading: 'Choose',
  isHeadingHidden: true,
  cell: ({ row, person }) =>
    rowCheckbox({
      id: boxIdOf(row),
      name: 'alert',
      value: `${row.id}.${row.version}`,
      label: html`${nameOf(person.details)}, ${aboutWords(row)}`,
      isChecked: false,
    }),
};

function boxIdOf({ id }: AlertShown['row']): `choose-${string}` {
  return `choose-${id}`;
}

function stateFact(row: AlertShown['row'], named: (team: string) => string): Content {
  const more =
    row.state === 'snoozed' && row.until !== null
      ? `until ${formatDateShort(row.until)}`
      : row.escalatedTo !== null
        ? `to ${named(row.escalatedTo)}`
        : `since ${formatDateShort(row.since)}`;
  return html`${statusTag.alertState(row.state)}<br><span class="app-secondary">${more}</span>`;
}
