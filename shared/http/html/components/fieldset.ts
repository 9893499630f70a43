/** Fields that answer one question together, under its legend. */
import { attributes, classes } from '../attributes.ts';
import { type Content, type Html, html } from '../html.ts';
import { type Label, styledLabel } from './field.ts';

export interface FieldsetProps {
  readonly legend: Label;
  readonly content: Content;
  /** Ids of the hint and error of the group. */
  readonly describedBy?: string | undefined;
  /** Text inputs need `group`, or some screen readers leave the description out. */
  readonly role?: 'group';
}

export function fieldset(props: FieldsetProps): Html {
  const { role, describedBy } = props;
  return html`<fieldset class="nhsuk-fieldset" ${attributes({ role, 'aria-describedby': describedBy })}>${legend(props.legend)}${props.content}</fieldset>`;
}

function legend(value: Label): Html {
  const styled = styledLabel(value);
  const className = classes(
    'nhsuk-fieldset__legend',
    styled.size !== undefined && `nhsuk-fieldset__legend--${styled.size}`,
    styled.isHidden && 'nhsuk-u-visually-hidden',
  );
  return html`<legend class="${className}">${styled.isPageHeading ? html`<h1 class="nhsuk-fieldset__heading">${styled.text}</h1>` : styled.text}</legend>`;
}
