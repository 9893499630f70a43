/** A place's colours as a style sheet of its own: served, never inline, so that the content security policy can refuse inline style. */

/** The header of a place that has chosen no colour, or one that white text cannot be read on. */
export const NEUTRAL_HEADER_COLOUR = '#24476b';

// WCAG 2.2, 1.4.3: text needs 4.5 to 1. The header's text is white.
const LEAST_CONTRAST = 4.5;

const COLOUR = /^#[0-9a-f]{6}$/;
const NAME = /^brand-([0-9a-f]{6})\.css$/;

/**
 * The style sheet for a header colour. A colour too light for white text gives the neutral one: a page that can be read comes
 * before a page in the right colours.
 * @param headerColour `#rrggbb`, lower case
 * @throws {RangeError} when it is not a colour in that form
 */
export function brandStylesheet(headerColour: string): string {
  if (!COLOUR.test(headerColour)) throw new RangeError('A colour is written #rrggbb');
  const colour = contrastWithWhite(headerColour) >= LEAST_CONTRAST ? headerColour : NEUTRAL_HEADER_COLOUR;
  return `:root{--app-header-colour:${colour}}`;
}

/** The colour that the name of a brand style sheet carries, or `undefined` for any other name. */
export function brandColourOf(name: string): string | undefined {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? undefined : `#${digits}`;
}

/** The contrast between a colour (`#rrggbb`) and white, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
