/** The consultation events of a place, the last day first. */
import { listMeetings, type MeetingView } from '../../../../../shared/application/community/meetings.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { seatsTaken } from '../../../../../shared/domain/community/register.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../../shared/http/html/components/table.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { meetingPath, meetingsPath, newMeetingPath } from '../addresses.ts';
import { audienceWords, listPage } from '../parts.ts';
import { meetingTag } from './event-words.ts';

export async function meetingsPageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, policy, today } = visit;
  const all = await listMeetings(deps, call);
  return listPage(visit, {
    title: 'Events',
    at: meetingsPath,
    add: { text: 'Plan an event', href: newMeetingPath },
    content: html`<p>Where families say what they need. They book places on their pages. Nobody is named: they have a code to say at the door.</p>${
      all.length === 0
        ? insetText('There are none yet.')
        : table<MeetingView>({
            caption: 'Events',
            isCaptionHidden: true,
            isResponsive: true,
            rows: all,
            columns: [
              {
                heading: 'Title',
                isRowHeader: true,
                cell: ({ meeting }) =>
                  html`<a href="${meetingPath(meeting.id)}"><bdi>${meeting.details.title}</bdi></a>`,
              },
              { heading: 'Day', cell: ({ meeting }) => formatDate(meeting.details.on) },
              { heading: 'For', cell: ({ meeting }) => audienceWords(policy, meeting.details.queues) },
              { heading: 'Status', cell: ({ meeting }) => meetingTag(meeting, today) },
              {
                heading: 'Booked',
                cell: ({ meeting, register }) => `${seatsTaken(register)} of ${meeting.details.capacity}`,
              },
            ],
          })
    }`,
  });
}
