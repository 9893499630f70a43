/** A paragraph set apart from the text around it. */
import { type Content, type Html, html } from '../html.ts';

/**
 * @param content paragraphs; plain text becomes one
 * @param label what is read aloud before it
 */
export function insetText(content: Content, label = 'Information:'): Html {
  return html`<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">${label} </span>${typeof content === 'string' ? html`<p>${content}</p>` : content}</div>`;
}
