/** An NHS number as people read it: 3-3-4, on one line (NHS service manual, "ask for NHS numbers"). */
import { type Html, html } from '../html.ts';

const TEN_DIGITS = /^\d{10}$/;

/**
 * The number with its spaces, or the words for a person without one.
 * @param number ten digits, or `null`
 * @throws {RangeError} when it is anything else: numbers are checked where they come in, not here
 */
export function nhsNumber(number: string | null): Html {
  if (number === null) return html`<span class="app-nowrap">No NHS number</span>`;
  if (!TEN_DIGITS.test(number)) throw new RangeError('An NHS number has ten digits');
  // Non-breaking spaces keep it on one line even where the style sheet is not used (print, copies).
  return html`<span class="app-nowrap">${number.slice(0, 3)}\u00A0${number.slice(3, 6)}\u00A0${number.slice(6)}</span>`;
}
