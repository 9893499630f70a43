/** A form that changes something: always a POST, always with the token that proves it came from our own page. */
import { attributes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';

export interface PostFormProps {
  readonly action: string;
  readonly csrfToken: string;
  readonly content: Content;
  /** Facts that travel with the form unseen: the version that was read, the idempotency key. Never anything personal. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** The form sends a file. */
  readonly isMultipart?: boolean;
  readonly id?: string;
  /**
   * Rows of a list are chosen in it. Browsers that come back to a page tick its boxes again by their position: on a list that has
   * moved on, those are other people's.
   */
  readonly choosesRows?: boolean;
}

/** With JavaScript the form sends itself once only, until the page is shown again. */
export function postForm(props: PostFormProps): Html {
  return html`<form action="${props.action}" method="post" novalidate data-module="app-once" ${attributes({
    id: props.id,
    enctype: props.isMultipart ? 'multipart/form-data' : undefined,
    autocomplete: props.choosesRows ? 'off' : undefined,
  })}>${hiddenField('csrf', props.csrfToken)}${Object.entries(props.hidden ?? {}).map(([name, value]) =>
    hiddenField(name, value),
  )}${props.content}</form>`;
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
