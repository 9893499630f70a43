/** Choosing several rows of a list and doing one thing to them all. The table and the bar stand in one form. */
import { attributes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';
import { type ButtonProps, button } from './button.ts';

/** The box at the start of a row. */
export interface RowCheckboxProps {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  /** What is chosen, read aloud: the person's name and queue. */
  readonly label: Content;
  readonly isChecked: boolean;
}

export function rowCheckbox(props: RowCheckboxProps): Html {
  return html`<label class="app-select"><input class="app-select__box" id="${props.id}" name="${props.name}" type="checkbox" value="${props.value}" ${attributes({ checked: props.isChecked })}><span class="nhsuk-u-visually-hidden">Choose ${props.label}</span></label>`;
}

export interface ActionBarProps {
  /** What the actions act on, e.g. "With the people chosen". */
  readonly label: string;
  /** Each sends the form with its own name and value. */
  readonly actions: readonly ButtonProps[];
  /** A field that the actions need, e.g. whom to assign to. */
  readonly field?: Content;
}

/** With JavaScript it also says how many are chosen; without, the next page does. */
export function actionBar(props: ActionBarProps): Html {
  return html`<div class="app-action-bar app-no-print" role="group" aria-label="${props.label}" data-module="app-action-bar"><p class="app-action-bar__label">${props.label}</p>${props.field}<div class="app-action-bar__buttons">${props.actions.map(
    (action) => button({ variant: 'secondary', small: true, ...action }),
  )}</div></div>`;
}
