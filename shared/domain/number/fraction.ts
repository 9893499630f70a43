/**
 * An exact number: a whole number over a whole number above 0, in lowest terms, so that equal numbers look alike.
 * Displayed figures are rounded from these, never from binary floats: 0.285 as a float is a little less than 0.285 and
 * would round the wrong way.
 */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * A fraction from a whole number over a whole number, or from one number, which is taken as the decimal it prints as:
 * 0.1 is one tenth. Throws a `RangeError` for anything not finite and for a denominator of 0.
 */
export function fraction(numerator: number | bigint, denominator: number | bigint = 1n): Fraction {
  if (denominator === 1n) return exact(numerator);
  return divide(exact(numerator), exact(denominator));
}

function exact(value: number | bigint): Fraction {
  if (typeof value === 'bigint') return { numerator: value, denominator: 1n };
  if (Number.isSafeInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const parts = decimal.exec(String(value));
  if (parts === null) throw new RangeError('Only finite numbers can be exact');
  const [, sign, whole, part = '', exponent = '0'] = parts;
  const digits = BigInt(`${sign}${whole}${part}`);
  const places = part.length - Number(exponent);
  return places > 0
    ? reduced(digits, 10n ** BigInt(places))
    : { numerator: digits * 10n ** BigInt(-places), denominator: 1n };
}

/** a + b */
export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a - b */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** a x b */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b. Throws a `RangeError` when b is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new RangeError('Nothing can be divided by 0');
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let a = numerator < 0n ? -numerator : numerator;
  let b = denominator < 0n ? -denominator : denominator;
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = denominator < 0n ? -a : a;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** The nearest number of JavaScript; for machines. What people read goes through {@link roundHalfUp}. */
export function toNumber(value: Fraction): number {
  const numerator = Number(value.numerator);
  const denominator = Number(value.denominator);
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) return numerator / denominator;
  return Number(formatRounded(value, 25));
}

/**
 * Rounded to some decimal places, half up; below zero half away from zero, so that -0.05 is -0.1 at one place. Never
 * negative zero.
 */
export function roundHalfUp(value: Fraction, places: number): number {
  return Number(formatRounded(value, places));
}

/** As {@link roundHalfUp}, written out with exactly that many decimal places: `15.0`. */
export function formatRounded(value: Fraction, places: number): string {
  const { numerator, denominator } = value;
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const digits = String((2n * scaled + denominator) / (2n * denominator)).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return numerator < 0n && /[1-9]/.test(digits) ? `-${text}` : text;
}
