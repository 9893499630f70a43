/** One line of typed text. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';
import { describedBy, type FieldProps, groupClass, hintAndError, label } from './field.ts';

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export interface InputProps extends FieldProps {
  /** What was typed before, kept as it was. */
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search';
  /** In characters: a sign of the length expected. The whole line when left out. */
  readonly width?: InputWidth;
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel';
  /** `off` for anything about somebody other than the person typing. */
  readonly autocomplete?: string;
  /** `false` for names, codes and numbers, which must not be sent to a spelling service. */
  readonly spellcheck?: boolean;
  readonly prefix?: Content;
  readonly suffix?: Content;
}

export function input(props: InputProps): Html {
  return html`<div class="${groupClass(props.error)}">${label(props.label, props.id)}${hintAndError(props)}${wrapped(props, inputElement(props, ''))}</div>`;
}

/** The bare element, for components that draw their own label. */
export function inputElement(props: Omit<InputProps, 'label'>, extraClass: string): Html {
  const className = classes(
    'nhsuk-input',
    props.error !== undefined && 'nhsuk-input--error',
    props.width !== undefined && `nhsuk-input--width-${props.width}`,
    extraClass,
  );
  return html`<input class="${className}" id="${props.id}" name="${props.name}" type="${props.type ?? 'text'}" ${attributes(
    {
      spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
      value: props.value,
      'aria-describedby': describedBy(props),
      autocomplete: props.autocomplete,
      inputmode: props.inputMode,
    },
  )}>`;
}

function wrapped(props: InputProps, element: Html): Html {
  if (props.prefix === undefined && props.suffix === undefined) return element;
  return html`<div class="nhsuk-input-wrapper">${affix('prefix', props.prefix)}${element}${affix('suffix', props.suffix)}</div>`;
}

function affix(side: 'prefix' | 'suffix', content: Content): Html | undefined {
  if (content === undefined) return undefined;
  return html`<div class="nhsuk-input-wrapper__${side}" aria-hidden="true">${content}</div>`;
}
