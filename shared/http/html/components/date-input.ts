/** A calendar date as day, month and year, typed. */
import { type Html, html } from '../html.ts';
import { describedBy, type GroupProps, groupClass, hintAndError, label } from './field.ts';
import { fieldset } from './fieldset.ts';
import { type InputWidth, inputElement } from './input.ts';

export type DatePart = 'day' | 'month' | 'year';

/** What was typed in each part, kept as it was. */
export type TypedDate = Readonly<Record<DatePart, string>>;

/** The parts are sent as `<name>-day`, `<name>-month`, `<name>-year`, and have these as ids after the group's id. */
export interface DateInputProps extends GroupProps {
  readonly value?: TypedDate | undefined;
  /** The parts that are wrong; all of them when an error is given and this is not. */
  readonly wrongParts?: readonly DatePart[] | undefined;
  /** In English unless they are given. */
  readonly partNames?: Readonly<Record<DatePart, string>>;
}

const PARTS: readonly { part: DatePart; text: string; width: InputWidth }[] = [
  { part: 'day', text: 'Day', width: 2 },
  { part: 'month', text: 'Month', width: 2 },
  { part: 'year', text: 'Year', width: 4 },
];

export function dateInput(props: DateInputProps): Html {
  const wrong = props.error === undefined ? [] : (props.wrongParts ?? ['day', 'month', 'year']);
  const items = PARTS.map(({ part, text, width }) => {
    const id = `${props.id}-${part}`;
    const element = inputElement(
      {
        id,
        name: `${props.name}-${part}`,
        width,
        inputMode: 'numeric',
        value: props.value?.[part] || undefined,
      },
      wrong.includes(part) ? 'nhsuk-date-input__input nhsuk-input--error' : 'nhsuk-date-input__input',
    );
    return html`<div class="nhsuk-date-input__item"><div class="nhsuk-form-group">${label(props.partNames?.[part] ?? text, id, 'nhsuk-date-input__label')}${element}</div></div>`;
  });
  return html`<div class="${groupClass(props.error)}">${fieldset({
    legend: props.legend,
    role: 'group',
    describedBy: describedBy(props),
    content: html`${hintAndError(props)}<div class="nhsuk-date-input" id="${props.id}">${items}</div>`,
  })}</div>`;
}
