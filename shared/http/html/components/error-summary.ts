/** What has to be put right, at the top of a page that came back with 422; each line leads to its field. */
import { type Content, type Html, html } from '../html.ts';

/** One thing to put right. `href` is `#` and the id of the field (of the first option or part of it), or `null` for the form as a whole. */
export interface SummarisedError {
  readonly text: Content;
  readonly href: `#${string}` | null;
}

/** The summary, or nothing when there is nothing to put right. */
export function errorSummary(errors: readonly SummarisedError[], heading = 'There is a problem'): Html {
  if (errors.length === 0) return html``;
  return html`<div class="nhsuk-error-summary" data-module="nhsuk-error-summary"><div role="alert"><h2 class="nhsuk-error-summary__heading">${heading}</h2><div class="nhsuk-error-summary__body"><ul class="nhsuk-list nhsuk-error-summary__list">${errors.map(
    (error) => html`<li>${error.href === null ? error.text : html`<a href="${error.href}">${error.text}</a>`}</li>`,
  )}</ul></div></div></div>`;
}
