/** The way back to the page before, above the heading. */
import { type Content, type Html, html } from '../html.ts';

export function backLink(props: { readonly href: string; readonly text?: Content }): Html {
  return html`<a class="nhsuk-back-link" href="${props.href}">${props.text ?? 'Back'}</a>`;
}
