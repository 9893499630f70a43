/** One event: what it is, booking places, giving them back. */
import * as z from 'zod';
import {
  bookMeeting,
  cancelBooking,
  type FamilyMeeting,
  readFamilyMeeting,
} from '../../../shared/application/family/taking-part.ts';
import {
  type BookingInput,
  bookingInputSchema,
  LONGEST_NEEDS,
  MOST_SEATS,
} from '../../../shared/domain/community/register.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { formatted } from '../../../shared/http/family/formatted.ts';
import { englishPart, inEnglish } from '../../../shared/http/family/told.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { postForm } from '../../../shared/http/html/components/form.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { cancelEventPath, eventPath, takingPartPath } from '../addresses.ts';
import { answerFamily, askFamily, type FamilyForm } from './family-form.ts';
import { bookingWords, whenWords } from './taking-part-page.ts';

export const eventRoutes: readonly FamilyRoute[] = [
  familyPage('GET', eventPath('{place}', '{meetingId}'), async (visit) => {
    const seen = await readFamilyMeeting(visit.deps, visit.call, at(visit));
    return seen.booking === null && seen.canBook ? askFamily(visit, bookForm(visit, seen)) : standingPage(visit, seen);
  }),
  familyPage('POST', eventPath('{place}', '{meetingId}'), async (visit) =>
    answerFamily(visit, bookForm(visit, await readFamilyMeeting(visit.deps, visit.call, at(visit)))),
  ),
  familyPage('POST', cancelEventPath('{place}', '{meetingId}'), async (visit) => {
    const { meeting } = await cancelBooking(visit.deps, visit.call, at(visit));
    return goTo(eventPath(meeting.place, meeting.id));
  }),
];

function at({ params }: FamilyVisit) {
  return { place: params['place'] ?? '', meetingId: params['meetingId'] ?? '' };
}

function bookForm(visit: FamilyVisit, seen: FamilyMeeting): FamilyForm<BookingInput> {
  const { words } = visit;
  const { place, id } = seen.meeting;
  return {
    title: seen.meeting.details.title,
    heading: inEnglish(words, seen.meeting.details.title),
    intro: html`${facts(visit, seen)}<p>${words.say('event.nameless')}</p>`,
    action: eventPath(place, id),
    backHref: takingPartPath,
    form: {
      questions: [
        {
          kind: 'one-of',
          as: 'select',
          name: 'seats',
          label: words.say('event.seats'),
          missing: words.say('event.seats-missing'),
          options: Array.from({ length: MOST_SEATS }, (_, n) => ({ value: String(n + 1), text: words.number(n + 1) })),
        },
        {
          kind: 'long-text',
          name: 'needs',
          label: words.say('event.needs'),
          hint: words.say('event.needs-hint'),
          optional: true,
          rows: 3,
        },
      ],
      schema: z.object({
        seats: z.coerce.number().pipe(bookingInputSchema.shape.seats),
        needs: z
          .string()
          .max(LONGEST_NEEDS, words.say('feedback.too-long', { count: LONGEST_NEEDS }))
          .nullable()
          .pipe(bookingInputSchema.shape.needs),
      }),
    },
    sendLabel: words.say('event.book'),
    send: async (input) => {
      await bookMeeting(visit.deps, visit.call, { place, meetingId: id }, input);
      return eventPath(place, id);
    },
  };
}

function standingPage(visit: FamilyVisit, seen: FamilyMeeting): PageAnswer {
  const { words } = visit;
  const { place, id, details, state } = seen.meeting;
  const { title } = details;
  const mayCancel = seen.booking !== null && state === 'open';
  return page({
    title,
    beforeContent: familyBackLink(words, takingPartPath),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${inEnglish(words, title)}</h1>${facts(visit, seen)}${
      mayCancel &&
      postForm({
        action: cancelEventPath(place, id),
        csrfToken: visit.session.formToken,
        content: button({ text: words.say('event.give-back'), variant: 'secondary' }),
      })
    }</div></div>`,
  });
}

function facts({ words }: FamilyVisit, { meeting, booking, free, canBook }: FamilyMeeting): Html {
  const { details, state } = meeting;
  const rows: SummaryRow[] = [
    { key: words.say('event.when'), value: whenWords(words, details) },
    { key: words.say('event.where'), value: inEnglish(words, details.where) },
    { key: words.say('event.access'), value: inEnglish(words, details.access) },
  ];
  if (booking !== null && state === 'open')
    rows.push({ key: words.say('event.yours'), value: bookingWords(words, booking) });
  else if (state === 'open')
    rows.push({
      key: words.say('event.free'),
      value: free === 0 ? words.say('event.full') : words.say('event.free-now', { count: free }),
    });
  return html`${
    state === 'cancelled' &&
    insetText(
      html`<p><strong>${words.say('event.cancelled')}.</strong> ${words.say('event.cancelled-text')}</p>`,
      words.say('frame.information'),
    )
  }${englishPart(words, formatted(details.text))}${summaryList({ rows })}${state === 'open' && !canBook && booking === null && html`<p>${words.say('event.over')}</p>`}`;
}
