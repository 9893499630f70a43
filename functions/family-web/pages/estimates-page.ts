/** How estimates came out, for anybody to read: of those made in the last two years, how many families waited as long as was said. */
import { type EstimatesCameOut, readEstimatesCameOut } from '../../../shared/application/family/read-place.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { eitherFamilyPage, type FamilyRoute } from '../../../shared/http/family/family-route.ts';
import type { OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { estimatesPath } from '../addresses.ts';

export const estimateRoutes: readonly FamilyRoute[] = [
  eitherFamilyPage('GET', estimatesPath('{place}'), estimatesPage),
];

async function estimatesPage({ deps, params, words }: OpenVisit): Promise<PageAnswer> {
  const { place, queues } = await readEstimatesCameOut(deps, params['place'] ?? '');
  const title = words.say('guesses.title');
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>
<p>${words.say('guesses.how')}</p>
<p>${told(words, 'guesses.where', { place: inEnglish(words, place) })}</p>
${queues.map((one) => queueView(words, one))}</div></div>`,
  });
}

function queueView(words: Words, { queue, of100, asAt }: EstimatesCameOut): Html {
  const heading = html`<h2 class="nhsuk-heading-m">${inEnglish(words, queue)}</h2>`;
  if (of100 === null || asAt === null) return html`${heading}<p>${words.say('guesses.too-few')}</p>`;
  const within = words.number(of100.within);
  const others = { sooner: words.number(of100.sooner), later: words.number(of100.later), date: words.date(asAt) };
  return html`${heading}<p><strong>${words.say('guesses.within', { within })}</strong> ${words.say('guesses.others', others)}</p>`;
}
