/** How places on the lists are ordered, for anybody to read: the rules that order them, with the figures of the place's policy. */
import type { PlaceOrder } from '../../../shared/application/family/place-order.ts';
import { readPlaceOrder } from '../../../shared/application/family/read-place.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { eitherFamilyPage, type FamilyRoute } from '../../../shared/http/family/family-route.ts';
import type { OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { orderPath } from '../addresses.ts';

export const orderRoutes: readonly FamilyRoute[] = [eitherFamilyPage('GET', orderPath('{place}'), orderPage)];

async function orderPage({ deps, params, words }: OpenVisit): Promise<PageAnswer> {
  const order = await readPlaceOrder(deps, params['place'] ?? '');
  const title = words.say('order.title');
  const section = (heading: string, content: Html) => html`<h2 class="nhsuk-heading-m">${heading}</h2>${content}`;
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>
<p>${told(words, 'order.intro', { place: inEnglish(words, order.place) })}</p>
${section(words.say('order.first'), html`<ol class="nhsuk-list nhsuk-list--number">${order.rules.map((rule) => html`<li>${words.say(`order.rule.${rule}`)}</li>`)}</ol>`)}
${section(words.say('order.needs'), html`${bullets(needs(words, order))}<p>${words.say('order.needs-late')}</p>`)}
${section(words.say('order.up'), bullets(movesUp(words, order)))}
${section(words.say('order.keep'), bullets(keeps(words, order)))}
${section(words.say('order.end'), bullets(ends(words, order)))}</div></div>`,
  });
}

function bullets(items: readonly string[]): Html {
  return html`<ul class="nhsuk-list nhsuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function needs(words: Words, { needs: all }: PlaceOrder): readonly string[] {
  return all.map(({ tier, aimDays }) => words.say(`order.need.${tier}`, { time: words.wait(aimDays) }));
}

function movesUp(words: Words, { carriedWaits }: PlaceOrder): readonly string[] {
  return [
    words.say('order.up-worse'),
    words.say('order.up-only'),
    words.say('order.up-same'),
    ...carriedWaits.map((group) => words.say(`order.carried.${group}`)),
  ];
}

function ends(words: Words, { detailsWithinDays, reviewAfterMissed, backWithinDays }: PlaceOrder): readonly string[] {
  return [
    words.say('order.end-details', { count: detailsWithinDays }),
    words.say('order.end-missed', { count: reviewAfterMissed }),
    words.say('order.end-back', { count: backWithinDays }),
  ];
}

function keeps(words: Words, { afterMissedWorkingDays, fairOffer }: PlaceOrder): readonly string[] {
  return [
    words.say('order.keep-silent'),
    words.say('order.keep-missed', { count: afterMissedWorkingDays }),
    words.say('order.keep-offer', { count: fairOffer.noticeDays }),
    words.say('order.keep-age'),
    words.say('order.keep-complaint'),
  ];
}
