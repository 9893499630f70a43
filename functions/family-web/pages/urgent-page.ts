/** Where to find help now. The numbers are national, free, and the same in every place. */
import type { Words } from '../../../shared/application/family/words/words.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { urgentPath } from '../../../shared/http/family/family-frame.ts';
import { eitherFamilyPage, type FamilyRoute } from '../../../shared/http/family/family-route.ts';
import { told } from '../../../shared/http/family/told.ts';
import { type Content, type Html, html } from '../../../shared/http/html/html.ts';
import { page } from '../../../shared/http/page/page-answer.ts';
import { homePath } from '../addresses.ts';

export const urgentRoutes: readonly FamilyRoute[] = [
  eitherFamilyPage('GET', urgentPath, async ({ words }) => {
    const title = words.say('urgent.title');
    return page({
      title,
      beforeContent: familyBackLink(words, homePath),
      content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>${help(words)}</div></div>`,
    });
  }),
];

function help(words: Words): Html {
  const cope = { word: html`<strong lang="en">SHOUT</strong>`, phone: html`<bdi>85258</bdi>` };
  return html`${part(words.say('urgent.danger'), told(words, 'urgent.danger-text', { phone: ring('999') }))}${part(
    words.say('urgent.cope'),
    told(words, 'urgent.cope-ring', { phone: ring('111') }),
    told(words, 'urgent.cope-text', cope),
  )}${part(words.say('urgent.child'), told(words, 'urgent.child-text', { phone: ring('0800 1111') }))}${part(
    words.say('urgent.ill'),
    told(words, 'urgent.ill-text', { phone: ring('111') }),
    words.say('urgent.interpreter'),
  )}${part(words.say('urgent.worse'), words.say('urgent.worse-text'))}`;
}

function part(heading: string, ...paragraphs: readonly Content[]): Html {
  return html`<h2 class="nhsuk-heading-m">${heading}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}`;
}

function ring(number: string): Html {
  return html`<a href="tel:${number.replaceAll(' ', '')}"><bdi>${number}</bdi></a>`;
}
