import type { AttributeValue, Item } from './attribute-value.ts';

/** A list or a map costs three bytes, and one more for each member, beside its contents. */
const CONTAINER_BYTES = 3;
const MEMBER_BYTES = 1;

/** The longest stored form of a number, for 38 significant digits. */
const LONGEST_NUMBER = 21;

/**
 * The size of an item in bytes as DynamoDB counts it for capacity: the UTF-8 length of every attribute name plus the size
 * of its value (AWS, "DynamoDB item sizes and formats").
 */
export function itemSize(item: Item): number {
  let size = 0;
  for (const name in item) {
    const value = item[name];
    if (value !== undefined) size += Buffer.byteLength(name) + valueSize(value);
  }
  return size;
}

/** The size of one value in bytes. */
export function valueSize(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberSize(value.N);
  if (value.B !== undefined) return Buffer.byteLength(value.B, 'base64');
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.SS !== undefined) return sum(value.SS, (text) => Buffer.byteLength(text));
  if (value.NS !== undefined) return sum(value.NS, numberSize);
  if (value.BS !== undefined) return sum(value.BS, (data) => Buffer.byteLength(data, 'base64'));
  if (value.L !== undefined) return CONTAINER_BYTES + sum(value.L, (member) => MEMBER_BYTES + valueSize(member));
  if (value.M !== undefined) return CONTAINER_BYTES + Object.keys(value.M).length * MEMBER_BYTES + itemSize(value.M);
  return 0;
}

/**
 * The size of a number in bytes: one for each two significant digits and one more, a further one if it is negative.
 * Zeros before the first and after the last other digit do not count. AWS calls this approximate.
 */
function numberSize(number: string): number {
  const [mantissa = ''] = number.toLowerCase().split('e');
  const digits = mantissa.replace(/[^0-9]/g, '').replace(/^0+/, '');
  // The zeros before the point are not significant either: 1200 is stored as 12 and an exponent.
  const significant = digits.replace(/0+$/, '').length;
  return Math.min(LONGEST_NUMBER, Math.ceil(significant / 2) + 1 + (number.startsWith('-') ? 1 : 0));
}

function sum<T>(values: readonly T[], size: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += size(value);
  return total;
}
