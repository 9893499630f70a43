/** Where a page stands below the pages above it. On a phone only the nearest parent shows, as a back link. */
import { type Content, type Html, html } from '../html.ts';

export interface Crumb {
  readonly text: Content;
  readonly href: string;
}

/** The parents of the page, from the top down; the page itself is not among them. */
export function breadcrumbs(parents: readonly Crumb[]): Html {
  const nearest = parents.at(-1);
  if (nearest === undefined) return html``;
  return html`<nav class="nhsuk-breadcrumb" aria-label="Breadcrumb"><ol class="nhsuk-breadcrumb__list">${parents.map(
    (crumb) =>
      html`<li class="nhsuk-breadcrumb__list-item"><a class="nhsuk-breadcrumb__link" href="${crumb.href}">${crumb.text}</a></li>`,
  )}</ol><a class="nhsuk-back-link" href="${nearest.href}"><span class="nhsuk-u-visually-hidden">Back to </span>${nearest.text}</a></nav>`;
}
