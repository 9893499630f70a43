/** Something that must not be overlooked: a restricted record, a missed appointment that needs a safeguarding thought. */
import { type Content, type Html, html } from '../html.ts';
import { type CardHeadingLevel, card } from './card.ts';

export interface WarningCalloutProps {
  readonly heading: string;
  readonly content: Content;
  readonly headingLevel?: CardHeadingLevel;
  /** Read aloud before the heading; in English unless it is given. */
  readonly label?: string;
}

export function warningCallout(props: WarningCalloutProps): Html {
  const isSaid = /important/i.test(props.heading);
  return card({
    variant: 'warning',
    headingLevel: props.headingLevel ?? 2,
    heading: isSaid
      ? props.heading
      : html`<span role="text"><span class="nhsuk-u-visually-hidden">${props.label ?? 'Important'}: </span>${props.heading}</span>`,
    content: props.content,
  });
}
