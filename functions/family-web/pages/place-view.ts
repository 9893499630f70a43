/** What the place wrote, on the pages of a child: help while waiting, and news of services. */
import type { ChildView, FamilyNews } from '../../../shared/application/family/child-view.ts';
import type { Words } from '../../../shared/application/family/words/words.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import { formatted } from '../../../shared/http/family/formatted.ts';
import { helpCard } from '../../../shared/http/family/help-card.ts';
import { englishPart, inEnglish, told } from '../../../shared/http/family/told.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { insetText } from '../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { helpPath } from '../addresses.ts';

export function helpView(words: Words, { help }: Pick<ChildView, 'help'>, place: Policy['place']): Html {
  const all = html`<p><a href="${helpPath(place.id)}">${told(words, 'help.for-everybody', { place: inEnglish(words, place.name) })}</a></p>`;
  return html`<h2 class="nhsuk-heading-m">${words.say('help.title')}</h2>${
    help.length > 0 &&
    html`<p>${words.say('help.intro')}</p>${help.map((one) => details({ summary: inEnglish(words, one.title), content: helpCard(words, one, 3) }))}`
  }${all}`;
}

export function newsView(words: Words, news: readonly FamilyNews[]): Html | false {
  return (
    news.length > 0 &&
    html`<h2 class="nhsuk-heading-m">${words.say('news.title')}</h2>${news.map(({ title, text, since }) =>
      insetText(
        html`<h3 class="nhsuk-heading-s">${inEnglish(words, title)}</h3>${englishPart(words, formatted(text))}<p class="app-secondary">${words.say('news.since', { date: words.date(since) })}. ${words.say('news.no-effect')}</p>`,
        words.say('frame.information'),
      ),
    )}`
  );
}
