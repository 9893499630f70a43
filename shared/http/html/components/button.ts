/** Buttons: one that sends its form, and a link that looks like one. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

/** How much weight a button has on its page. A page has one primary button at most. */
export type ButtonVariant = 'primary' | 'secondary' | 'warning';

/** A button that sends its form. With JavaScript a second press within a second is ignored; the server's idempotency key is the real guard. */
export interface ButtonProps {
  readonly text: Content;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
  /** Sent with the form when this is the button that was pressed. */
  readonly name?: string;
  readonly value?: string;
  readonly id?: string;
}

/** A link in the shape of a button, for starting something: it must not change anything. */
export interface LinkButtonProps {
  readonly text: Content;
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly small?: boolean;
}

export function button(props: ButtonProps): Html {
  const { id, name, value } = props;
  return html`<button class="${className(props)}" ${attributes({ id, name })} data-module="nhsuk-button" data-prevent-double-click="true" type="submit" ${attributes({ value })}>${props.text}</button>`;
}

export function linkButton(props: LinkButtonProps): Html {
  return html`<a class="${className(props)}" data-module="nhsuk-button" href="${props.href}" role="button" draggable="false">${props.text}</a>`;
}

/** Buttons and links side by side, one under another on a phone. */
export function buttonGroup(...items: readonly Content[]): Html {
  return html`<div class="nhsuk-button-group">${items}</div>`;
}

function className(props: { readonly variant?: ButtonVariant; readonly small?: boolean }): string {
  const variant = props.variant ?? 'primary';
  return classes(
    'nhsuk-button',
    variant !== 'primary' && `nhsuk-button--${variant}`,
    props.small && 'nhsuk-button--small',
  );
}
