/** One thing that helps while waiting, as families read it; staff see the same before they publish it. */
import type { Words } from '../../application/family/words/words.ts';
import type { HelpContent } from '../../domain/community/help.ts';
import { type CardHeadingLevel, card } from '../html/components/card.ts';
import { type Html, html } from '../html/html.ts';
import { formatted } from './formatted.ts';
import { englishPart, inEnglish } from './told.ts';

/** The words of the card: of families' pages all words have them. */
export interface HelpCardWords extends Pick<Words, 'language'> {
  say(key: 'help.who-for' | 'help.phone'): string;
}

export function helpCard(words: HelpCardWords, help: HelpContent, headingLevel: CardHeadingLevel): Html {
  const { kind, title, text, whoFor, links, phone } = help;
  return card({
    heading: inEnglish(words, title),
    headingLevel,
    variant: kind === 'crisis' ? 'warning' : 'plain',
    content: html`<p class="app-secondary">${words.say('help.who-for')} ${inEnglish(words, whoFor)}</p>${englishPart(words, formatted(text))}${phone !== null && html`<p>${words.say('help.phone')} ${phoneLink(phone)}</p>`}${links.length > 0 && html`<ul class="nhsuk-list">${links.map((link) => html`<li><a href="${link.url}" rel="noreferrer">${inEnglish(words, link.text)}</a></li>`)}</ul>`}`,
  });
}

/** A choice after the number is not dialled with it. */
function phoneLink(phone: string): Html {
  const [number = ''] = phone.split(',');
  return html`<a href="tel:${number.replaceAll(' ', '')}"><bdi>${phone}</bdi></a>`;
}
