/** What radios and checkboxes share: an option, its hint, and the question that it opens. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';
import { label } from './field.ts';

export interface Choice {
  readonly value: string;
  readonly text: Content;
  readonly hint?: Content;
  /** Fields that belong to this answer alone: shown when it is chosen, and always where neither style nor script can tell. */
  readonly conditional?: Content;
  /** Of the input, where a page must lead to this very choice; by default the group's id, and a number from the second on. */
  readonly id?: string;
}

/** A line between choices, e.g. "or". */
export interface Divider {
  readonly divider: string;
}

/** A set of choices as one kind of input draws it. */
export interface ChoiceSet {
  readonly block: 'nhsuk-radios' | 'nhsuk-checkboxes';
  readonly type: 'radio' | 'checkbox';
  readonly idPrefix: string;
  readonly name: string;
  readonly choices: readonly (Choice | Divider)[];
  readonly isChecked: (value: string) => boolean;
  readonly isSmall: boolean;
  readonly isInline: boolean;
}

export function choiceSet(set: ChoiceSet): Html {
  const className = classes(set.block, set.isSmall && `${set.block}--small`, set.isInline && `${set.block}--inline`);
  return html`<div class="${className}" data-module="${set.block}">${set.choices.map((choice, index) =>
    'divider' in choice ? html`<div class="${set.block}__divider">${choice.divider}</div>` : item(set, choice, index),
  )}</div>`;
}

function item(set: ChoiceSet, choice: Choice, index: number): Html {
  const id = choice.id ?? (index === 0 ? set.idPrefix : `${set.idPrefix}-${index + 1}`);
  const isChecked = set.isChecked(choice.value);
  const conditionalId = `conditional-${id}`;
  const hintId = `${id}-item-hint`;
  return html`<div class="${set.block}__item"><input class="${set.block}__input" id="${id}" name="${set.name}" type="${set.type}" value="${choice.value}" ${attributes(
    {
      checked: isChecked,
      'data-aria-controls': choice.conditional === undefined ? undefined : conditionalId,
      'aria-describedby': choice.hint === undefined ? undefined : hintId,
    },
  )}>${label({ text: choice.text }, id, `${set.block}__label`)}${
    choice.hint === undefined
      ? undefined
      : html`<div class="nhsuk-hint ${set.block}__hint" id="${hintId}">${choice.hint}</div>`
  }</div>${
    choice.conditional === undefined
      ? undefined
      : html`<div class="${classes(`${set.block}__conditional`, !isChecked && `${set.block}__conditional--hidden`)}" id="${conditionalId}">${choice.conditional}</div>`
  }`;
}
