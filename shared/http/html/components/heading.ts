/** Headings and the small caption above them. */
import { attributes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

export type HeadingSize = 'xs' | 's' | 'm' | 'l' | 'xl';
export type HeadingLevel = 1 | 2 | 3 | 4;

/** A heading. `level` is its place in the outline, `size` how it looks; the two are chosen apart. */
export interface HeadingProps {
  readonly text: Content;
  readonly level: HeadingLevel;
  readonly size: HeadingSize;
  /** Read as a part of the heading, shown above it: the person or list that the page is about. */
  readonly caption?: Content;
  readonly id?: string;
}

export function heading(props: HeadingProps): Html {
  const inside = html`${props.caption === undefined ? undefined : caption(props.caption, props.size)}${props.text}`;
  const className = `nhsuk-heading-${props.size}`;
  const rest = attributes({ id: props.id });
  switch (props.level) {
    case 1:
      return html`<h1 class="${className}" ${rest}>${inside}</h1>`;
    case 2:
      return html`<h2 class="${className}" ${rest}>${inside}</h2>`;
    case 3:
      return html`<h3 class="${className}" ${rest}>${inside}</h3>`;
    case 4:
      return html`<h4 class="${className}" ${rest}>${inside}</h4>`;
  }
}

/** The one `h1` of a page. */
export function pageHeading(text: Content, above?: Content): Html {
  return heading({ text, level: 1, size: 'l', ...(above === undefined ? {} : { caption: above }) });
}

function caption(text: Content, size: HeadingSize): Html {
  const className = size === 'xs' || size === 's' ? 'nhsuk-caption' : `nhsuk-caption-${size}`;
  return html`<span class="${className}">${text}</span> `;
}
