/** The foot of every page: help, accessibility, privacy, and whose service it is. */
import { type Content, type Html, html } from '../html.ts';

export interface FooterLink {
  readonly text: Content;
  readonly href: string;
}

export function footer(props: {
  readonly links: readonly FooterLink[];
  readonly organisation: string;
  /** Of the links, read aloud; in English unless it is given. */
  readonly heading?: string | undefined;
}): Html {
  const links =
    props.links.length === 0
      ? undefined
      : html`<h2 class="nhsuk-u-visually-hidden">${props.heading ?? 'Support links'}</h2><ul class="nhsuk-footer__list">${props.links.map(
          (link) =>
            html`<li class="nhsuk-footer__list-item"><a class="nhsuk-footer__list-item-link" href="${link.href}">${link.text}</a></li>`,
        )}</ul>`;
  return html`<footer class="nhsuk-footer" role="contentinfo"><div class="nhsuk-width-container"><div class="nhsuk-footer__meta">${links}<p class="nhsuk-body-s">${props.organisation}</p></div></div></footer>`;
}
