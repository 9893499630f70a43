/** What every form field has in common: its label, hint, error message and the ids that tie them to it. */
import { attributes, classes } from '../attributes.ts';
import { type Content, Html, html } from '../html.ts';
import { errorMessage } from './error-message.ts';
import { hint } from './hint.ts';

export type LabelSize = 's' | 'm' | 'l' | 'xl';

/** A label or legend with a look of its own. `isPageHeading` makes it the `h1` of a page that asks one thing. */
export interface StyledLabel {
  readonly text: Content;
  readonly size?: LabelSize;
  readonly isPageHeading?: boolean;
  /** Read aloud but not shown, for a field whose purpose its place makes plain. */
  readonly isHidden?: boolean;
}

/** A label: plain text, markup, or text with a look of its own. */
export type Label = string | Html | StyledLabel;

/** What a field is told whatever its kind. */
export interface FieldProps {
  /** Also the target of the error summary's link. */
  readonly id: string;
  readonly name: string;
  readonly label: Label;
  readonly hint?: Content;
  /** What is wrong with the value, as the error summary says it; `undefined` when nothing is. */
  readonly error?: string | undefined;
  /** What is read aloud before the error; in English unless it is given. */
  readonly errorLabel?: string | undefined;
}

/** What a group of fields under one legend is told whatever its kind. */
export interface GroupProps {
  /** Of the first field of the group (the error summary's link); hint and error take theirs from it. */
  readonly id: string;
  readonly name: string;
  readonly legend: Label;
  readonly hint?: Content;
  readonly error?: string | undefined;
  readonly errorLabel?: string | undefined;
}

/** The ids of the hint and error that exist, for `aria-describedby`. */
export function describedBy(field: {
  readonly id: string;
  readonly hint?: Content;
  readonly error?: string | undefined;
}): string | undefined {
  const ids = classes(field.hint !== undefined && `${field.id}-hint`, field.error !== undefined && `${field.id}-error`);
  return ids === '' ? undefined : ids;
}

/** Hint and error message in the order in which they are read. */
export function hintAndError(field: {
  readonly id: string;
  readonly hint?: Content;
  readonly error?: string | undefined;
  readonly errorLabel?: string | undefined;
}): Html {
  return html`${field.hint === undefined ? undefined : hint({ id: `${field.id}-hint`, text: field.hint })}${
    field.error === undefined
      ? undefined
      : errorMessage({ id: `${field.id}-error`, text: field.error, label: field.errorLabel })
  }`;
}

/** The `class` of the group around a field. */
export function groupClass(error: string | undefined, ...others: readonly string[]): string {
  return classes('nhsuk-form-group', error !== undefined && 'nhsuk-form-group--error', ...others);
}

/** The `<label>` of a field. */
export function label(value: Label, forId: string, extraClass?: string): Html {
  const styled = styledLabel(value);
  const className = classes(
    'nhsuk-label',
    styled.size !== undefined && `nhsuk-label--${styled.size}`,
    styled.isHidden && 'nhsuk-u-visually-hidden',
    extraClass,
  );
  const element = html`<label class="${className}" ${attributes({ for: forId })}>${styled.text}</label>`;
  return styled.isPageHeading ? html`<h1 class="nhsuk-label-wrapper">${element}</h1>` : element;
}

/** A label as its parts. */
export function styledLabel(value: Label): StyledLabel {
  return typeof value === 'string' || value instanceof Html ? { text: value } : value;
}
