/** A short word for where something stands, in a colour that says nothing the word does not. */
import { type Content, type Html, html } from '../html.ts';

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow';

/** A label and its colour, as the tables of `status.ts` hold them. */
export interface TagProps {
  readonly text: Content;
  readonly colour: TagColour;
}

export function tag(props: TagProps): Html {
  return html`<strong class="nhsuk-tag nhsuk-tag--${props.colour}">${props.text}</strong>`;
}
