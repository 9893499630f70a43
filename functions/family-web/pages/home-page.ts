/** The first page: every child whose record is open to the reader, with where each wait stands. */
import type { FamilyContact, FamilyNews } from '../../../shared/application/family/child-view.ts';
import { type HomeChild, readChildren } from '../../../shared/application/family/read-children.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import { type FamilyRoute, familyPage } from '../../../shared/http/family/family-route.ts';
import type { FamilyVisit } from '../../../shared/http/family/family-visit.ts';
import { inEnglish } from '../../../shared/http/family/told.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { card } from '../../../shared/http/html/components/card.ts';
import { notificationBanner } from '../../../shared/http/html/components/notification-banner.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { personName } from '../../../shared/http/html/names.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { calendarPath, childPath, homePath, joinPath, takingPartPath } from '../addresses.ts';
import { contactWords } from './contact.ts';
import { easyHome } from './easy-pages.ts';
import { newsView } from './place-view.ts';
import { stageTag } from './wait-card.ts';

export const homeRoutes: readonly FamilyRoute[] = [familyPage('GET', homePath, home, 'in Easy Read')];

async function home(visit: FamilyVisit): Promise<PageAnswer> {
  const children = await readChildren(visit.deps, visit.call);
  const { words } = visit;
  const title = words.say('home.title');
  if (visit.reading === 'easy') {
    return page({
      title,
      content: html`${added(visit)}<h1 class="nhsuk-heading-l">${title}</h1>${easyHome(words, children, newsOf(children).length > 0)}`,
    });
  }
  return page({
    title,
    content: html`${added(visit)}<h1 class="nhsuk-heading-l">${title}</h1>${newsView(words, newsOf(children))}${children.length === 0 ? nobody(words) : children.map((child) => childCard(words, child))}${children.length > 0 && html`<p><a href="${takingPartPath}">${words.say('part.link')}</a></p><p><a href="${calendarPath}">${words.say('home.calendar')}</a></p><p><a href="${joinPath}">${words.say('home.another-code')}</a></p>`}<p class="app-secondary">${words.say('time.as-at', { date: words.date(visit.today) })}</p>`,
  });
}

/** News of every child, each once. */
function newsOf(children: readonly HomeChild[]): readonly FamilyNews[] {
  const all = children.flatMap((child) => (child.kind === 'open' ? child.view.news : []));
  return [...new Map(all.map((news) => [news.id, news])).values()];
}

function added({ query, words }: FamilyVisit): Html | undefined {
  return query.get('added') === 'yes'
    ? notificationBanner({ variant: 'success', title: words.say('frame.success'), heading: words.say('home.added') })
    : undefined;
}

function nobody(words: Words): Html {
  return html`<p>${words.say('home.nobody')}</p>${linkButton({ text: words.say('home.use-code'), href: joinPath })}<p>${words.say('home.no-letter')}</p>`;
}

function childCard(words: Words, child: HomeChild): Html {
  switch (child.kind) {
    case 'open': {
      const { view } = child;
      const open = view.waits.filter((wait) => wait.open);
      return card({
        heading: html`<a href="${childPath(view.personId)}">${view.own ? words.say('home.you') : personName(view.givenName)}</a>`,
        headingLevel: 2,
        content:
          open.length === 0
            ? html`<p>${words.say('home.no-wait')}</p>`
            : html`<ul class="nhsuk-list app-family__waits">${open.map(
                (wait) =>
                  html`<li><strong>${inEnglish(words, wait.name)}</strong> ${stageTag(words, wait.stage)}${wait.wait?.running === true && html`<br>${words.say('home.so-far', { time: words.wait(wait.wait.days) })}`}</li>`,
              )}</ul>`,
      });
    }
    case 'changed':
    case 'bereaved':
      return closed(words, child.kind, child.contact);
  }
}

function closed(words: Words, why: 'changed' | 'bereaved', contact: FamilyContact): Html {
  return card({
    heading: words.say(`home.${why}`),
    headingLevel: 2,
    content: html`<p>${words.say(`home.${why}-text`)}</p>${contactWords(words, contact)}`,
  });
}
