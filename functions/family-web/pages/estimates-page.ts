/** How estimates came out, for anybody to read: of those made in the last two years, how many families waited as long as was said. */
import { placePolicy } from '../../../shared/application/place-policy.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { notFound } from '../../../shared/domain/error.ts';
import type { PublishedEstimates } from '../../../shared/domain/estimate/published.ts';
import { initialPolicies } from '../../../shared/domain/policy/places/places.ts';
import { type FamilyRoute, openFamilyPage } from '../../../shared/http/family/family-route.ts';
import type { OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { estimatesPath } from '../addresses.ts';

export const estimateRoutes: readonly FamilyRoute[] = [openFamilyPage('GET', estimatesPath('{place}'), estimatesPage)];

/** Fewer than these, and a share would say more than is known; and less of anybody than is right. */
const FEWEST = 50;

async function estimatesPage({ deps, params }: OpenVisit): Promise<PageAnswer> {
  const place = params['place'] ?? '';
  if (!initialPolicies.has(place)) throw notFound('no-such-page', 'There is no such page');
  const policy = await placePolicy(deps.policies, place);
  const queues = await Promise.all(
    policy.queues.map(async ({ code, name }) => ({ name, estimates: await deps.estimates.latest(place, code) })),
  );
  const title = 'How good are our guesses?';
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>
<p>We tell families how long a wait may be. Each time we say a range, like 30 to 44 weeks. We want 80 of 100 families to wait as long as we said, 10 less and 10 more.</p>
<p>Here is how it came out in ${policy.place.name}. Families who still wait count too, once we know that we were wrong.</p>
${queues.map(({ name, estimates }) => queueView(name, estimates))}</div></div>`,
  });
}

function queueView(name: string, estimates: PublishedEstimates | undefined): Html {
  const total = (of: 'sooner' | 'within' | 'later') =>
    estimates?.calibration.reduce((sum, count) => sum + count[of], 0) ?? 0;
  const [sooner, within, later] = [total('sooner'), total('within'), total('later')];
  const all = sooner + within + later;
  if (estimates === undefined || all < FEWEST)
    return html`<h2 class="nhsuk-heading-m">${name}</h2><p>There are too few estimates yet.</p>`;
  const share = (count: number) => Math.round((100 * count) / all);
  return html`<h2 class="nhsuk-heading-m">${name}</h2><p><strong>${share(within)} of 100 waited as long as we had said.</strong> ${share(sooner)} waited less, and ${share(later)} waited more. Counted on ${formatDate(estimates.asAt)}.</p>`;
}
