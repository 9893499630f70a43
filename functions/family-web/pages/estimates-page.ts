/** How estimates came out, for anybody to read: of those made in the last two years, how many families waited as long as was said. */
import type { Words } from '../../../shared/application/family/words/words.ts';
import { placePolicy } from '../../../shared/application/place-policy.ts';
import { notFound } from '../../../shared/domain/error.ts';
import type { PublishedEstimates } from '../../../shared/domain/estimate/published.ts';
import { initialPolicies } from '../../../shared/domain/policy/places/places.ts';
import { eitherFamilyPage, type FamilyRoute } from '../../../shared/http/family/family-route.ts';
import type { OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { estimatesPath } from '../addresses.ts';

export const estimateRoutes: readonly FamilyRoute[] = [
  eitherFamilyPage('GET', estimatesPath('{place}'), estimatesPage),
];

/** Fewer than these, and a share would say more than is known; and less of anybody than is right. */
const FEWEST = 50;

async function estimatesPage({ deps, params, words }: OpenVisit): Promise<PageAnswer> {
  const place = params['place'] ?? '';
  if (!initialPolicies.has(place)) throw notFound('no-such-page', 'There is no such page');
  const policy = await placePolicy(deps.policies, place);
  const queues = await Promise.all(
    policy.queues.map(async ({ code, name }) => ({ name, estimates: await deps.estimates.latest(place, code) })),
  );
  const title = words.say('guesses.title');
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>
<p>${words.say('guesses.how')}</p>
<p>${words.say('guesses.where', { place: policy.place.name })}</p>
${queues.map(({ name, estimates }) => queueView(words, name, estimates))}</div></div>`,
  });
}

function queueView(words: Words, name: string, estimates: PublishedEstimates | undefined): Html {
  const total = (of: 'sooner' | 'within' | 'later') =>
    estimates?.calibration.reduce((sum, count) => sum + count[of], 0) ?? 0;
  const [sooner, within, later] = [total('sooner'), total('within'), total('later')];
  const all = sooner + within + later;
  if (estimates === undefined || all < FEWEST)
    return html`<h2 class="nhsuk-heading-m">${name}</h2><p>${words.say('guesses.too-few')}</p>`;
  const share = (count: number) => words.number(Math.round((100 * count) / all));
  return html`<h2 class="nhsuk-heading-m">${name}</h2><p><strong>${words.say('guesses.within', { within: share(within) })}</strong> ${words.say('guesses.others', { sooner: share(sooner), later: share(later), date: words.date(estimates.asAt) })}</p>`;
}
