/** What helps while waiting in a place, for anybody: nobody has to be signed in, or on a list. */
import { readPlaceHelp } from '../../../shared/application/family/read-place.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { HelpContent } from '../../../shared/domain/community/help.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { type FamilyRoute, openFamilyPage } from '../../../shared/http/family/family-route.ts';
import type { OpenVisit } from '../../../shared/http/family/family-visit.ts';
import { helpCard } from '../../../shared/http/family/help-card.ts';
import { inEnglish, told } from '../../../shared/http/family/told.ts';
import { type Content, type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { helpPath } from '../addresses.ts';

export const helpRoutes: readonly FamilyRoute[] = [openFamilyPage('GET', helpPath('{place}'), helpPage)];

async function helpPage({ deps, params, words }: OpenVisit): Promise<PageAnswer> {
  const { policy, help: shown } = await readPlaceHelp(deps, params['place'] ?? '');
  const title = words.say('help.title');
  return page({
    title,
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><span class="nhsuk-caption-l">${inEnglish(words, policy.place.name)}</span><h1 class="nhsuk-heading-l">${title}</h1>
<p><strong>${words.say('help.danger')}</strong></p>
<p>${words.say('help.intro')}</p>${shown.length === 0 ? html`<p>${words.say('help.nothing')}</p>` : sections(words, policy, shown)}</div></div>`,
  });
}

/** What is for everybody, then what is for each waiting list: a text for several lists stands under each. */
function sections(words: Words, { queues }: Policy, shown: readonly HelpContent[]): Html {
  const section = (heading: Content, texts: readonly HelpContent[]) =>
    texts.length > 0 &&
    html`<h2 class="nhsuk-heading-m">${heading}</h2>${texts.map((help) => helpCard(words, help, 3))}`;
  const general = shown.filter((help) => help.queues.length === 0);
  return html`${section(words.say('help.everybody'), general)}${queues.map(({ code, name }) =>
    section(
      told(words, 'help.for-queue', { name: inEnglish(words, name) }),
      shown.filter((help) => help.queues.includes(code)),
    ),
  )}`;
}
