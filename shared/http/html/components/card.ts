/** A box with a heading. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

export type CardHeadingLevel = 2 | 3 | 4;

export interface CardProps {
  readonly heading: Content;
  readonly headingLevel: CardHeadingLevel;
  readonly content: Content;
  readonly variant?: 'plain' | 'feature' | 'secondary' | 'warning';
  /** Where the heading leads. */
  readonly href?: string;
  readonly id?: string;
}

export function card(props: CardProps): Html {
  const variant = props.variant ?? 'plain';
  const className = classes('nhsuk-card', variant !== 'plain' && `nhsuk-card--${variant}`);
  const inside =
    props.href === undefined
      ? props.heading
      : html`<a class="nhsuk-card__link" href="${props.href}">${props.heading}</a>`;
  const content =
    typeof props.content === 'string' ? html`<p class="nhsuk-card__description">${props.content}</p>` : props.content;
  return html`<div class="${className}" ${attributes({ id: props.id })}><div class="nhsuk-card__content">${title(props.headingLevel, inside)}${content}</div></div>`;
}

function title(level: CardHeadingLevel, inside: Content): Html {
  switch (level) {
    case 2:
      return html`<h2 class="nhsuk-card__heading">${inside}</h2>`;
    case 3:
      return html`<h3 class="nhsuk-card__heading">${inside}</h3>`;
    case 4:
      return html`<h4 class="nhsuk-card__heading">${inside}</h4>`;
  }
}
