/** Who has looked at a child's record: the role, the organisation and what for. */

import { type Looked, whoLooked } from '../../../shared/application/family/who-looked.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { familyBackLink } from '../../../shared/http/family/family-back-link.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish } from '../../../shared/http/family/told.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { childPath, lookedPath } from '../addresses.ts';
import { easyLooked } from './easy-pages.ts';

export const lookedRoutes: readonly FamilyRoute[] = [
  familyPage('GET', lookedPath('{personId}'), looked, 'in Easy Read'),
];

async function looked({ deps, call, params, words, reading }: FamilyVisit): Promise<PageAnswer> {
  const personId = params['personId'] ?? '';
  const { from, looked: all } = await whoLooked(deps, call, personId);
  const title = words.say(reading === 'easy' ? 'easy.looked.title' : 'looked.title');
  return page({
    title,
    beforeContent: familyBackLink(words, childPath(personId)),
    content: html`<h1 class="nhsuk-heading-l">${title}</h1>${reading === 'easy' ? easyLooked(words, from, all) : whole(words, from, all)}`,
  });
}

function whole(words: Words, from: LocalDate, all: readonly Looked[]): Html {
  return html`<p>${words.say('looked.intro', { date: words.date(from) })}</p>${
    all.length === 0
      ? html`<p>${words.say('looked.nobody')}</p>`
      : table({
          caption: words.say('looked.caption'),
          isCaptionHidden: true,
          isResponsive: true,
          rows: all,
          columns: [
            { heading: words.say('looked.day'), cell: ({ on }) => words.date(on), isRowHeader: true },
            {
              heading: words.say('looked.who'),
              cell: ({ role, organisation }) => html`${words.say(`looked.${role}`)}, ${inEnglish(words, organisation)}`,
            },
            {
              heading: words.say('looked.why'),
              cell: ({ why, times }) =>
                `${words.say(`looked.${why}`)}${times > 1 ? ` (${words.say('looked.times', { count: times })})` : ''}`,
            },
          ],
        })
  }`;
}
