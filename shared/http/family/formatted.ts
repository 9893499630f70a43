/** Text with the little formatting that it may have, as markup. */
import { blocksOf } from '../../domain/community/formatted-text.ts';
import { type Html, html } from '../html/html.ts';

export function formatted(text: string): Html {
  return html`${blocksOf(text).map((block) =>
    block.kind === 'paragraph'
      ? html`<p>${block.text}</p>`
      : html`<ul class="nhsuk-list nhsuk-list--bullet">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`,
  )}`;
}
