/** How a person is named on a page: family name first and in capitals, as on every list and letter of the NHS. */
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { personName, plainPersonName } from '../../../../shared/http/html/names.ts';

export interface Named {
  readonly familyName: string;
  readonly givenName: string;
}

/** `SMITH, Jo`; the family name alone for somebody who has one name. */
export function writtenName({ familyName, givenName }: Named): string {
  const family = familyName.toLocaleUpperCase('en-GB');
  return givenName === '' ? family : `${family}, ${givenName}`;
}

/** The name, isolated from the text around it. */
export function nameOf(named: Named): Html {
  return html`${personName(writtenName(named))}`;
}

/** The name where no element can stand. */
export function plainNameOf(named: Named): string {
  return plainPersonName(writtenName(named));
}
