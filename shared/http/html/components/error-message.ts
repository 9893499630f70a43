/** What is wrong with one field, beside that field. */
import { type Content, type Html, html } from '../html.ts';

export function errorMessage(props: {
  readonly id: string;
  readonly text: Content;
  /** What is read aloud before it; in English unless it is given. */
  readonly label?: string | undefined;
}): Html {
  return html`<span class="nhsuk-error-message" id="${props.id}"><span class="nhsuk-u-visually-hidden">${props.label ?? 'Error:'} </span>${props.text}</span>`;
}
