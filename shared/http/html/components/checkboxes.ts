/** Any number of choices out of a few. */
import { type Html, html } from '../html.ts';
import { type Choice, choiceSet, type Divider } from './choices.ts';
import { describedBy, type GroupProps, groupClass, hintAndError } from './field.ts';
import { fieldset } from './fieldset.ts';

export interface CheckboxesProps extends GroupProps {
  readonly choices: readonly (Choice | Divider)[];
  readonly values?: readonly string[] | undefined;
  readonly small?: boolean;
}

export function checkboxes(props: CheckboxesProps): Html {
  const values = new Set(props.values);
  const set = choiceSet({
    block: 'nhsuk-checkboxes',
    type: 'checkbox',
    idPrefix: props.id,
    name: props.name,
    choices: props.choices,
    isChecked: (value) => values.has(value),
    isSmall: props.small ?? false,
    isInline: false,
  });
  return html`<div class="${groupClass(props.error)}">${fieldset({
    legend: props.legend,
    describedBy: describedBy(props),
    content: html`${hintAndError(props)}${set}`,
  })}</div>`;
}
