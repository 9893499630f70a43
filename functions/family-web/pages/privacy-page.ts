/** What families are told about their pages and their data. */
import { eitherFamilyPage, type FamilyRoute } from '../../../shared/http/family/family-route.ts';
import { html } from '../../../shared/http/html/html.ts';
import { page } from '../../../shared/http/page/page-answer.ts';

export const privacyRoutes: readonly FamilyRoute[] = [
  eitherFamilyPage('GET', '/family/privacy', async ({ words }) => {
    const title = words.say('privacy.title');
    const facts = ['own-account', 'written-down', 'looked', 'sixteen'] as const;
    return page({
      title,
      content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1><p>${words.say('privacy.intro')}</p><ul class="nhsuk-list nhsuk-list--bullet">${facts.map((fact) => html`<li>${words.say(`privacy.${fact}`)}</li>`)}</ul><h2 class="nhsuk-heading-m">${words.say('privacy.cookies')}</h2><p>${words.say('privacy.cookies-text')}</p></div></div>`,
    });
  }),
];
