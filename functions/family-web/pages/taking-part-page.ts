/** What a family can take part in: events, questions, and what came of those before. */
import { type FamilyMeeting, readTakingPart, type TakingPart } from '../../../shared/application/family/taking-part.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { eventPath, homePath, questionsPath, saidPath, takingPartPath } from '../addresses.ts';

export const takingPartRoutes: readonly FamilyRoute[] = [familyPage('GET', takingPartPath, takingPartPage)];

async function takingPartPage({ deps, call, words, query }: FamilyVisit): Promise<PageAnswer> {
  const places = await readTakingPart(deps, call);
  const title = words.say('part.title');
  return page({
    title,
    beforeContent: familyBackLink(words, homePath),
    content: html`${answered(words, query)}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('part.intro')}</p>${places.length === 0 && html`<p>${words.say('part.nothing')}</p>`}${places.map((one) => placeView(words, one, places.length > 1))}</div></div>`,
  });
}

function answered(words: Words, query: URLSearchParams): Html | undefined {
  const said = query.get('answered');
  if (said !== 'yes' && said !== 'before') return undefined;
  const heading = words.say(said === 'yes' ? 'part.answered' : 'part.answered-before');
  return notificationBanner({ variant: 'success', title: words.say('frame.success'), heading });
}

function placeView(words: Words, { place, meetings, questionnaires, shared }: TakingPart, isNamed: boolean): Html {
  const isEmpty = meetings.length === 0 && questionnaires.length === 0;
  return html`${isNamed && html`<h2 class="nhsuk-heading-l">${told(words, 'part.in', { place: inEnglish(words, place.name) })}</h2>`}${isEmpty && html`<p>${words.say('part.nothing')}</p>`}${
    meetings.length > 0 &&
    html`<h2 class="nhsuk-heading-m">${words.say('part.events')}</h2>${meetings.map((one) => eventCard(words, one))}`
  }${
    questionnaires.length > 0 &&
    html`<h2 class="nhsuk-heading-m">${words.say('part.questions')}</h2>${questionnaires.map(({ id, details }) =>
      card({
        heading: html`<a href="${questionsPath(place.id, id)}">${inEnglish(words, details.title)}</a>`,
        headingLevel: 3,
        content: html`<p>${words.say('part.close', { date: words.date(details.closesOn) })}</p>`,
      }),
    )}`
  }${shared.length > 0 && html`<p><a href="${saidPath(place.id)}">${words.say('part.shared')}</a></p>`}`;
}

function eventCard(words: Words, { meeting, booking, free }: FamilyMeeting): Html {
  const { place, id, details, state } = meeting;
  return card({
    heading: html`<a href="${eventPath(place, id)}">${inEnglish(words, details.title)}</a>`,
    headingLevel: 3,
    content: html`<p>${whenWords(words, details)}<br>${inEnglish(words, details.where)}</p><p>${standing()}</p>`,
  });
  function standing(): string {
    if (state === 'cancelled') return words.say('event.cancelled');
    if (booking !== null) return bookingWords(words, booking);
    return free === 0 ? words.say('event.full') : words.say('event.free-now', { count: free });
  }
}

export function whenWords(words: Words, { on, from, to }: FamilyMeeting['meeting']['details']): string {
  return words.say('part.when', { date: words.date(on), from, to });
}

export function bookingWords(words: Words, booking: NonNullable<FamilyMeeting['booking']>): string {
  const { state, seats: count, code } = booking;
  return state === 'booked' ? words.say('event.booked', { count, code }) : words.say('event.waiting', { count });
}
