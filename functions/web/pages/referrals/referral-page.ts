/** One referral: where it stands, how long it has waited and why, what is due, what can be recorded, and its whole history. */
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { weeksAndDays } from '../../../../shared/domain/calendar/weeks.ts';
import { eventWords } from '../../../../shared/domain/referral/event-words.ts';
import { tierTarget } from '../../../../shared/domain/referral/wait-against-standard.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { alertsBeside, referralBeside } from '../alerts/alerts-beside.ts';
import { familyReachView } from '../family-access/reach-view.ts';
import { ownAddress } from '../own-address.ts';
import { personPath } from '../people/addresses.ts';
import { personBanner } from '../people/banner.ts';
import { actionsView } from './actions.ts';
import { correctPath, referralPath, whyPath } from './addresses.ts';
import { checkInView } from './check-in-view.ts';
import { dutiesView } from './duties-view.ts';
import { historyEntries } from './history.ts';
import { mayDo, type OpenRecord, openRecord, subjectOf } from './open-record.ts';
import { familyWaitWords, standingTag, waitOf, waitSentence } from './wait-words.ts';

export const referralPageRoutes: readonly PageRoute[] = [
  actingPage(
    'GET',
    referralPath({ personId: '{personId}', referralId: '{referralId}' }),
    'referral.read',
    async (visit): Promise<PageAnswer> => {
      const record = await openRecord(visit);
      const subject = subjectOf(visit, record);
      const [alerts, checkIn, reach] = await Promise.all([
        alertsBeside(visit, [referralBeside(record)]),
        checkInView(visit, record),
        familyReachView(visit, record.person.id, subject),
      ]);
      return referralPage(visit, record, { alerts, checkIn, reach });
    },
  ),
];

/** What is read beside the record. */
interface Beside {
  readonly alerts: Html | undefined;
  readonly checkIn: Html | undefined;
  readonly reach: Html | undefined;
}

function referralPage(visit: ActingVisit, record: OpenRecord, { alerts, checkIn, reach }: Beside): PageAnswer {
  const { person, referral, queue, address } = record;
  return page({
    title: 'Referral',
    section: 'queues',
    beforeContent: back(visit, personPath(person.id)),
    content: html`${personBanner(person, visit.today, 'link')}${saved(visit, record)}<h1 class="nhsuk-heading-l">${queue.name}</h1><div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${waitView(record)}${alerts}<h2 class="nhsuk-heading-m">What to do</h2>${dutiesView(record)}${checkIn}${actionsView(visit, record)}</div><div class="nhsuk-grid-column-one-third">${factsView(visit, record)}${reach}</div></div><h2 class="nhsuk-heading-m">History</h2>${timeline(
      {
        headingLevel: 3,
        entries: historyEntries(referral.events, {
          reader: visit.actor,
          ...(mayDo(visit, 'referral.record', record)
            ? { correctHref: (event) => correctPath(address, event.id) }
            : {}),
        }),
      },
    )}`,
  });
}

/** To the list that the page was opened from, with its filters; else to the person. */
function back({ query }: ActingVisit, person: string): Html {
  const list = ownAddress(query.get('return'), '');
  return list.startsWith('/queues/')
    ? backLink({ href: list, text: 'Back to the list' })
    : backLink({ href: person, text: 'Back to the person' });
}

/** What was just recorded, when the page is come to from a form. */
function saved({ query }: ActingVisit, { referral }: OpenRecord): Html | undefined {
  const event = referral.events.find(({ id }) => id === query.get('recorded'));
  if (event === undefined) return undefined;
  return notificationBanner({
    variant: 'success',
    heading: `Recorded: ${eventWords(event.facts)}`,
    content: html`<p>On ${formatDate(event.on)}. If something is wrong with it, correct it in the history below.</p>`,
  });
}

function waitView(record: OpenRecord): Html {
  const { state, queue, address } = record;
  const wait = waitOf(state, queue);
  const why = html`<p><a href="${whyPath(address)}">Why is this number?</a></p>`;
  if (wait === undefined)
    return html`<p class="app-wait"><span class="app-wait__days">No wait is counted</span></p>${why}`;
  return html`<p class="app-wait"><span class="app-wait__days">${weeksAndDays(wait.days)}</span>${endWords(state)}${waitSentence(wait, queue).slice(weeksAndDays(wait.days).length + 2)} ${standingTag(state, wait)}</p>${why}`;
}

function endWords(state: OpenRecord['state']): string {
  const end = state.headline?.end;
  return end === undefined ? '' : `to ${formatDate(end.on)}, when the clock stopped; `;
}

interface Fact {
  readonly key: string;
  readonly value: Content;
}

function factsView({ policy }: ActingVisit, record: OpenRecord): Html {
  const { state, queue } = record;
  const target = tierTarget(state, policy, queue);
  const rows: (Fact | false)[] = [
    { key: 'Status', value: statusTag.stage(state.stage) },
    {
      key: 'Priority',
      value: html`${statusTag.tier(state.tier)}${target !== undefined && html`<br><span class="app-secondary">aim for first contact: ${formatDate(target.by)}${target.standing === 'overdue' && ', passed'}${target.standing === 'missed' && ', missed'}${target.standing === 'met' && ', met'}</span>`}`,
    },
    { key: 'Received', value: state.stamps.received ? formatDate(state.stamps.received) : 'No receipt stands' },
    state.appointment !== undefined && {
      key: 'Appointment',
      value: `${formatDate(state.appointment.on)}${state.appointment.time === undefined ? '' : `, ${state.appointment.time}`}`,
    },
    { key: 'Family’s whole wait', value: familyWaitWords(state) ?? 'None' },
    { key: 'With', value: state.assignedTo === undefined ? 'Nobody yet' : html`<bdi>${state.assignedTo}</bdi>` },
    state.missed.wasNotBrought + state.missed.didNotAttend > 0 && {
      key: 'Missed',
      value: html`${state.missed.wasNotBrought + state.missed.didNotAttend}${state.missed.inARow > 0 && html` ${tag({ text: `${state.missed.inARow} in a row`, colour: 'orange' })}`}`,
    },
    state.linkedDuplicates > 0 && { key: 'Duplicates linked', value: state.linkedDuplicates },
    ...stampRows(record),
  ];
  return html`<dl class="app-facts">${rows.map((row) => row !== false && html`<div><dt>${row.key}</dt><dd>${row.value}</dd></div>`)}</dl>`;
}

function stampRows({ state: { stamps, outcome } }: OpenRecord): (Fact | false)[] {
  const row = (key: string, on: typeof stamps.received, more = ''): Fact | false =>
    on !== undefined && { key, value: `${formatDate(on)}${more}` };
  return [
    row('First contact', stamps.firstContact),
    row('Assessment started', stamps.assessmentStarted),
    row('Outcome decided', stamps.outcomeDecided, outcome === undefined ? '' : `: ${outcome.replaceAll('-', ' ')}`),
    row('Family told', stamps.familyInformed),
    row('Treatment started', stamps.treatmentStarted),
  ];
}
