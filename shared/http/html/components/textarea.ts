/** Several lines of typed text. */
import { attributes, classes } from '../attributes.ts';
import { type Html, html } from '../html.ts';
import { describedBy, type FieldProps, groupClass, hintAndError, label } from './field.ts';

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number;
}

export function textarea(props: TextareaProps): Html {
  const className = classes('nhsuk-textarea', props.error !== undefined && 'nhsuk-textarea--error');
  // A browser drops one line break after the start tag: we give it one to drop, so that text that begins with one comes back whole.
  return html`<div class="${groupClass(props.error)}">${label(props.label, props.id)}${hintAndError(props)}<textarea class="${className}" id="${props.id}" name="${props.name}" rows="${props.rows ?? 5}" ${attributes({ 'aria-describedby': describedBy(props) })}>
${props.value}</textarea></div>`;
}
