/** A paragraph set apart from the text around it. */
import { type Content, type Html, html } from '../html.ts';

/** @param content paragraphs; plain text becomes one */
export function insetText(content: Content): Html {
  return html`<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span>${typeof content === 'string' ? html`<p>${content}</p>` : content}</div>`;
}
