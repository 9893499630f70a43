/** The way back to the page before, above the heading. */
import { type Content, type Html, html } from '../html.ts';

export function backLink(props: { readonly href: string; readonly text?: Content; readonly label?: string }): Html {
  // In a landmark of its own: it stands above the main content, and everything on a page belongs to some landmark.
  return html`<nav class="app-back" aria-label="${props.label ?? 'Back'}"><a class="nhsuk-back-link" href="${props.href}">${props.text ?? 'Back'}</a></nav>`;
}
