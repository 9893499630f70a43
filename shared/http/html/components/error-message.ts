/** What is wrong with one field, beside that field. */
import { type Content, type Html, html } from '../html.ts';

export function errorMessage(props: { readonly id: string; readonly text: Content }): Html {
  return html`<span class="nhsuk-error-message" id="${props.id}"><span class="nhsuk-u-visually-hidden">Error: </span>${props.text}</span>`;
}
