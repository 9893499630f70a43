/** One alert: what it is about, where it stands, what can be done with it, and its whole history. */
import { type AlertView, readAlert } from '../../../../shared/application/alerts/read-alert.ts';
import { type AlertEvent, lastDayToAcknowledge } from '../../../../shared/domain/alert/alert.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { buttonGroup, linkButton } from '../../../../shared/http/html/components/button.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusLabel, statusTag } from '../../../../shared/http/html/components/status.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { type TimelineEntry, timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { withReturn } from '../own-address.ts';
import { personBanner } from '../people/banner.ts';
import { whoDid } from '../people/who.ts';
import { acknowledgePath, snoozePath, subjectPath } from './addresses.ts';
import { returnList } from './alert-query.ts';
import { aboutWords, dueWords, happenedWords, resolvedWords, subjectName, teamName } from './alert-words.ts';

export async function alertPage(visit: ActingVisit): Promise<PageAnswer> {
  const view = await readAlert(visit.deps, visit.call, visit.params['alertId'] ?? '');
  const { alert, person } = view;
  const list = returnList(visit.query.get('return'));
  return page({
    title: 'Alert',
    section: 'alerts',
    beforeContent: backLink({
      href: list,
      text: 'Back to the alerts',
    }),
    content: html`${personBanner(person, visit.today, 'link')}${doneBanner(visit.query.get('done'))}<h1 class="nhsuk-heading-l">${aboutWords(alert)}</h1>${factsView(visit, view)}${actionsView(view, list)}<h2 class="nhsuk-heading-m">History</h2>${timeline(
      { headingLevel: 3, entries: alert.events.toReversed().map((event) => entryOf(event, visit)) },
    )}`,
  });
}

const done: Readonly<Record<string, string>> = {
  acknowledged: 'The alert has been acknowledged',
  snoozed: 'The alert has been snoozed',
};

function doneBanner(what: string | null): Html | undefined {
  const heading = done[what ?? ''];
  return heading === undefined ? undefined : notificationBanner({ variant: 'success', heading });
}

function factsView({ policy, today }: ActingVisit, { alert, standing, team }: AlertView): Html {
  const acknowledgeBy = lastDayToAcknowledge(alert, policy.alerts);
  const isOpen = standing.state !== 'resolved';
  return summaryList({
    rows: [
      { key: 'Severity', value: statusTag.alertSeverity(alert.severity) },
      { key: 'Status', value: html`${statusTag.alertState(standing.state)} ${statusWords(standing, policy)}` },
      {
        key: alert.subject.of === 'referral' ? 'Referral' : 'Record',
        value: html`<a href="${subjectPath(alert)}">${subjectName(alert.subject, policy)}</a>`,
      },
      {
        key: 'Due',
        value: html`${formatDate(alert.due)}${isOpen && html` (${dueWords(alert.due, today)})`}`,
      },
      { key: 'Counted from', value: formatDate(alert.start) },
      { key: `${statusLabel.alertSeverity(alert.severity)} since`, value: formatDate(alert.on) },
      { key: 'Team', value: team?.name ?? alert.team },
      ...(acknowledgeBy === null
        ? []
        : [
            {
              key: 'Acknowledge by',
              value: html`${formatDate(acknowledgeBy)}. If nobody does, ${teamName(policy, policy.alerts.escalateTo)} are told as well`,
            },
          ]),
    ],
  });
}

function statusWords(
  { state, since, until, escalatedTo, resolved }: AlertView['standing'],
  policy: ActingVisit['policy'],
) {
  if (state === 'snoozed' && until !== null) return `until ${formatDate(until)}`;
  if (escalatedTo !== null) return `to ${teamName(policy, escalatedTo)} on ${formatDate(since)}`;
  if (resolved !== null) return `on ${formatDate(since)}: ${resolvedWords[resolved].toLowerCase()}`;
  return `since ${formatDate(since)}`;
}

function actionsView({ alert, standing, mayWork }: AlertView, list: string): Html | false {
  if (standing.state === 'resolved')
    return html`<p>This alert has ended by itself. Nothing more is to be done with it.</p>`;
  if (!mayWork) return false;
  return html`<div class="app-no-print">${buttonGroup(
    standing.state !== 'acknowledged' &&
      linkButton({ text: 'Acknowledge', href: withReturn(acknowledgePath(alert.id), list) }),
    linkButton({ text: 'Snooze', href: withReturn(snoozePath(alert.id), list), variant: 'secondary' }),
  )}<p>It ends by itself when what it is about is done and recorded.</p></div>`;
}

function entryOf({ facts, recordedAt, by }: AlertEvent, { policy, actor }: ActingVisit): TimelineEntry {
  const on = localDateOf(recordedAt);
  return {
    title: happenedWords(facts, policy),
    by: by.role === 'service' ? 'the service' : whoDid(by, actor),
    when: formatDate(on),
    datetime: recordedAt,
    ...detailsOf(facts),
  };
}

function detailsOf(facts: AlertEvent['facts']): { readonly content?: Content } {
  if (facts.kind === 'snoozed') return { content: html`<p><bdi>${facts.reason}</bdi></p>` };
  if (facts.kind === 'acknowledged' && facts.note !== undefined)
    return { content: html`<p><bdi>${facts.note}</bdi></p>` };
  if (facts.kind === 'resolved') return { content: html`<p>${resolvedWords[facts.why]}.</p>` };
  return {};
}
