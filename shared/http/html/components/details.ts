/** Text that opens under a line of its own: "Why is this number?" Works without JavaScript. */
import { attributes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

export interface DetailsProps {
  readonly summary: Content;
  readonly content: Content;
  readonly open?: boolean;
}

export function details(props: DetailsProps): Html {
  return html`<details class="nhsuk-details" ${attributes({ open: props.open })}><summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${props.summary}</span></summary><div class="nhsuk-details__text">${props.content}</div></details>`;
}
