/** What events are called where staff read them. */
import type { LocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import type { Meeting, MeetingEvent } from '../../../../../shared/domain/community/meeting.ts';
import { tag } from '../../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { historyOf } from '../parts.ts';

export const meetingHistory = historyOf<MeetingEvent>(
  { written: 'Written', opened: 'Opened for booking', cancelled: 'Cancelled' },
  ({ reason }) => reason !== '' && html`<p class="app-typed">${reason}</p>`,
);

export function meetingTag({ state, details }: Meeting, today: LocalDate): Html {
  if (state === 'draft') return tag({ text: 'Draft', colour: 'yellow' });
  if (state === 'cancelled') return tag({ text: 'Cancelled', colour: 'red' });
  return tag(details.on < today ? { text: 'Past', colour: 'grey' } : { text: 'Open', colour: 'green' });
}
