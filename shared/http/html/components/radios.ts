/** One choice out of a few, all in sight. */
import { type Html, html } from '../html.ts';
import { type Choice, choiceSet, type Divider } from './choices.ts';
import { describedBy, type GroupProps, groupClass, hintAndError } from './field.ts';
import { fieldset } from './fieldset.ts';

export interface RadiosProps extends GroupProps {
  readonly choices: readonly (Choice | Divider)[];
  /** The value chosen before; nothing is chosen beforehand on a first showing. */
  readonly value?: string | undefined;
  readonly small?: boolean;
  /** Side by side: for two short answers such as yes and no. */
  readonly inline?: boolean;
}

export function radios(props: RadiosProps): Html {
  const set = choiceSet({
    block: 'nhsuk-radios',
    type: 'radio',
    idPrefix: props.id,
    name: props.name,
    choices: props.choices,
    isChecked: (value) => value === props.value,
    isSmall: props.small ?? false,
    isInline: props.inline ?? false,
  });
  return html`<div class="${groupClass(props.error)}">${fieldset({
    legend: props.legend,
    describedBy: describedBy(props),
    content: html`${hintAndError(props)}${set}`,
  })}</div>`;
}
