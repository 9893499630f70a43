/** The first link of a page: past the header to what the page is about. */
import { type Html, html } from '../html.ts';

export function skipLink(text = 'Skip to main content'): Html {
  return html`<a class="nhsuk-skip-link" data-module="nhsuk-skip-link" href="#maincontent">${text}</a>`;
}
