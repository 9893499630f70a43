/** One thing that helps while waiting, as families read it; staff see the same before they publish it. */
import type { HelpContent } from '../../domain/community/help.ts';
import { type CardHeadingLevel, card } from '../html/components/card.ts';
import { type Html, html } from '../html/html.ts';
import { formatted } from './formatted.ts';

/** What the parts are called, in the language of the page around it. */
export interface HelpLabels {
  readonly whoFor: string;
  readonly phone: string;
}

export function helpCard(labels: HelpLabels, help: HelpContent, headingLevel: CardHeadingLevel): Html {
  const { kind, title, text, whoFor, links, phone } = help;
  return card({
    heading: title,
    headingLevel,
    variant: kind === 'crisis' ? 'warning' : 'plain',
    content: html`<p class="app-secondary">${labels.whoFor} ${whoFor}</p>${formatted(text)}${phone !== null && html`<p>${labels.phone} ${phoneLink(phone)}</p>`}${links.length > 0 && html`<ul class="nhsuk-list">${links.map((link) => html`<li><a href="${link.url}" rel="noreferrer">${link.text}</a></li>`)}</ul>`}`,
  });
}

/** A choice after the number is not dialled with it. */
function phoneLink(phone: string): Html {
  const [number = ''] = phone.split(',');
  return html`<a href="tel:${number.replaceAll(' ', '')}">${phone}</a>`;
}
