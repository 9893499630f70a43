/** The confirmation at the end of something done. */
import { type Content, type Html, html } from '../html.ts';

/** @param props.heading the page's `h1`: what has been done */
export function panel(props: { readonly heading: Content; readonly content: Content }): Html {
  return html`<div class="nhsuk-panel"><h1 class="nhsuk-panel__heading">${props.heading}</h1><div class="nhsuk-panel__body">${props.content}</div></div>`;
}
