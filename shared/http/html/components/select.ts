/** One choice out of a long list, closed until it is used. */
import { attributes, classes } from '../attributes.ts';
import { type Html, html } from '../html.ts';
import { describedBy, type FieldProps, groupClass, hintAndError, label } from './field.ts';

export interface Option {
  readonly value: string;
  /** Plain text: an option holds no markup. For a person's name use `plainPersonName`. */
  readonly text: string;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  /** The value chosen before; with `undefined` the browser shows the first option. */
  readonly value?: string | undefined;
}

export function select(props: SelectProps): Html {
  const className = classes('nhsuk-select', props.error !== undefined && 'nhsuk-select--error');
  return html`<div class="${groupClass(props.error)}">${label(props.label, props.id)}${hintAndError(props)}<select class="${className}" id="${props.id}" name="${props.name}" ${attributes({ 'aria-describedby': describedBy(props) })}>${props.options.map(
    (option) =>
      html`<option value="${option.value}" ${attributes({ selected: option.value === props.value })}>${option.text}</option>`,
  )}</select></div>`;
}
