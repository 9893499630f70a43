/**
 * DynamoDB's own JSON for one attribute, as it goes over the wire: exactly one of the members is present. Binary values
 * are base64 text, numbers are decimal text.
 */
export interface AttributeValue {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
  readonly L?: readonly AttributeValue[];
  readonly M?: Item;
}

/** An item, a key or an image: attribute values by name. */
export interface Item {
  readonly [attribute: string]: AttributeValue;
}

/** True if two attribute values are the same value; the order of a set's members does not matter, as in DynamoDB. */
export function sameValue(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.M !== undefined && b.M !== undefined) return sameItem(a.M, b.M);
  if (a.L !== undefined && b.L !== undefined) {
    const [left, right] = [a.L, b.L];
    return left.length === right.length && left.every((value, at) => sameValue(value, right[at]));
  }
  for (const set of ['SS', 'NS', 'BS'] as const) {
    const [left, right] = [a[set], b[set]];
    if (left !== undefined && right !== undefined) {
      const members = new Set(right);
      return left.length === right.length && left.every((member) => members.has(member));
    }
  }
  return a.S === b.S && a.N === b.N && a.B === b.B && a.BOOL === b.BOOL && a.NULL === b.NULL && sameKind(a, b);
}

function sameKind(a: AttributeValue, b: AttributeValue): boolean {
  return Object.keys(a)[0] === Object.keys(b)[0];
}

/** True if two items have the same attributes with the same values. */
export function sameItem(a: Item | undefined, b: Item | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
}
