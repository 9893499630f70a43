/** Help with one field, between its label and the place to type. */
import { type Content, type Html, html } from '../html.ts';

export function hint(props: { readonly id: string; readonly text: Content }): Html {
  return html`<div class="nhsuk-hint" id="${props.id}">${props.text}</div>`;
}
