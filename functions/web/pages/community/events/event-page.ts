/** One event: what it is, and who comes, by code. */
import { writing } from '../../../../../shared/application/board/work-paper.ts';
import { readMeeting, workMeeting } from '../../../../../shared/application/community/meetings.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import type { Meeting } from '../../../../../shared/domain/community/meeting.ts';
import { type Booking, doorCode, type Register, seatsTaken } from '../../../../../shared/domain/community/register.ts';
import { formatted } from '../../../../../shared/http/family/formatted.ts';
import { backLink } from '../../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../../shared/http/html/components/button.ts';
import { summaryList } from '../../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../../shared/http/page/page-answer.ts';
import type { PageRoute } from '../../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { meetingPath, meetingsPath, workPath } from '../addresses.ts';
import { audienceWords, doneBanner, mayWriteHere, pressButton, pressedPage } from '../parts.ts';
import { meetingHistory, meetingTag } from './event-words.ts';

export async function meetingPageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, policy, today } = visit;
  const { meeting, register } = await readMeeting(deps, call, params['meetingId'] ?? '');
  const { title, text, queues, on, from, to, where, access, capacity, bookBy } = meeting.details;
  const done = doneBanner(visit, {
    written: 'The event has been saved',
    opened: 'Families can book from now on',
    cancelled: 'The event is cancelled',
  });
  const waiting = register.bookings.filter(({ state }) => state === 'waiting').length;
  return page({
    title: 'Event',
    section: 'community',
    beforeContent: backLink({ href: meetingsPath, text: 'Back to the events' }),
    content: html`${done}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l"><bdi>${title}</bdi></h1>${summaryList(
      {
        rows: [
          { key: 'Status', value: meetingTag(meeting, today) },
          { key: 'When', value: `${formatDate(on)}, ${from} to ${to}` },
          { key: 'Where', value: html`<bdi>${where}</bdi>` },
          { key: 'For access needs', value: access },
          { key: 'For', value: audienceWords(policy, queues) },
          { key: 'Places', value: `${seatsTaken(register)} of ${capacity} booked, ${waiting} on the waiting list` },
          { key: 'Last day for booking', value: formatDate(bookBy) },
        ],
      },
    )}${buttons(visit, meeting)}<h2 class="nhsuk-heading-m">As families read it</h2>${formatted(text)}<h2 class="nhsuk-heading-m">Who comes</h2>${registerView(register)}<h2 class="nhsuk-heading-m">History</h2>${meetingHistory(meeting.events)}</div></div>`,
  });
}

function registerView({ bookings }: Register): Html {
  if (bookings.length === 0) return html`<p>Nobody has booked yet.</p>`;
  return table<Booking>({
    caption: 'Bookings, in the order in which they came',
    isCaptionHidden: true,
    isResponsive: true,
    rows: bookings,
    columns: [
      { heading: 'Code', isRowHeader: true, cell: doorCode },
      { heading: 'Places', isNumeric: true, cell: ({ seats }) => String(seats) },
      {
        heading: 'Status',
        cell: ({ state }) =>
          tag(state === 'booked' ? { text: 'Booked', colour: 'green' } : { text: 'Waiting', colour: 'yellow' }),
      },
      { heading: 'Needs', cell: ({ needs }) => html`<span class="app-typed">${needs ?? 'None given'}</span>` },
    ],
  });
}

function buttons(visit: ActingVisit, meeting: Meeting): Html | undefined {
  if (!mayWriteHere(visit.actor) || meeting.state === 'cancelled') return undefined;
  const at = (work: string) => workPath(meetingPath(meeting.id), work);
  return html`<div class="app-no-print">${meeting.state === 'draft' && pressButton(visit, meeting, { action: at('open'), text: 'Let families book', variant: 'primary' })}<div class="nhsuk-button-group">${linkButton({ text: 'Change the event', href: at('write'), variant: 'secondary' })}${linkButton({ text: 'Cancel the event', href: at('cancel'), variant: 'warning' })}</div></div>`;
}

export const meetingButtonRoutes: readonly PageRoute[] = [
  pressedPage(workPath(meetingPath('{meetingId}'), 'open'), async (visit, { seen, key }) => {
    const id = visit.params['meetingId'] ?? '';
    await workMeeting(visit.deps, writing(visit), { id, seen, key, work: { kind: 'opened' } });
    return `${meetingPath(id)}?done=opened`;
  }),
];
