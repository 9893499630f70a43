/** Attributes that depend on the case: left out, bare, or with an escaped value. */
import { escaped, safeAddress, TagAttributes } from './html.ts';

/** A value: `true` prints the bare name, `false`, `null` and `undefined` print nothing. */
export type AttributeValue = string | number | boolean | null | undefined;

const NAME = /^[a-z][a-z0-9-]*$/;
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction']);
const NONE = new TagAttributes('');

/**
 * Attributes for a tag: `<input ${attributes({ id, checked, 'aria-describedby': hintId })}>`.
 * @throws {TypeError} for a name that is not an attribute name, an event handler or `style`, and for an unsafe address
 */
export function attributes(values: Readonly<Record<string, AttributeValue>>): TagAttributes {
  let markup = '';
  for (const name in values) {
    const value = values[name];
    if (value === undefined || value === null || value === false) continue;
    if (!NAME.test(name) || name.startsWith('on') || name === 'style' || name === 'srcdoc') {
      throw new TypeError(`${name} is not an attribute that a page may set`);
    }
    if (value === true) markup += ` ${name}`;
    else {
      const written = ADDRESSES.has(name) ? safeAddress(String(value)) : String(value);
      markup += ` ${name}="${escaped(written)}"`;
    }
  }
  return markup === '' ? NONE : new TagAttributes(markup);
}

/** Class names with the ones that do not apply left out. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name).join(' ');
}
