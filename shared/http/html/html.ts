/**
 * Safe HTML: a tagged template whose every interpolation is escaped for the place it stands in.
 *
 * A template's fixed text is read once. For each hole the reader learns whether it stands in text, in a quoted attribute,
 * in an address (`href`, `src`, `action`…) or inside a tag, and refuses templates that no escaping could make safe
 * (unquoted values, event handlers, inline style or script). A mistake of that kind is thrown the first time the template runs.
 */
import { type Place, readTemplate } from './places.ts';

/** Markup that is already safe to send. Made only by `html`, `joined` and `raw`. */
export class Html {
  /** The markup itself. */
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** Attributes that are already safe to put inside a tag. Made only by `attributes`. */
export class TagAttributes {
  /** The attributes, each with a leading space. */
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in text: strings and numbers are escaped, lists are joined, nothing (`undefined`, `null`, `false`) is left out. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/** What may stand in any hole of a template. Which of these a hole takes depends on its place. */
export type Hole = Content | TagAttributes;

const MUST_ESCAPE = /[&<>"'\0]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A browser drops or replaces NUL depending on where it meets it; one visible replacement everywhere is safer.
  '\0': '\uFFFD',
};

/** Text escaped so that it can stand in an element or in a quoted attribute and mean only itself. */
export function escaped(text: string): string {
  if (!MUST_ESCAPE.test(text)) return text;
  return text.replace(/[&<>"'\0]/g, (character) => ESCAPES[character] ?? '');
}

// Relative addresses, fragments and queries, and the three schemes that a page of ours links to.
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|[^:]*$|[^:/?#]*[/?#])/i;

// Control characters and space, which an address may hold and a browser does not see.
const IGNORED_IN_ADDRESS = /[^!-~\u0080-\uFFFF]/g;

// Browsers read a backslash as a slash, so any two of them begin the name of a host.
const OTHER_HOST = /^[\\/]{2}/;

/**
 * Wraps markup that we wrote ourselves, unescaped. Never call it with anything that came from a person, a file, the
 * store or a request.
 */
export function raw(trusted: string): Html {
  return new Html(trusted);
}

/** A document fragment. Interpolations are escaped for their place; see the head of this file. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  const { parts, places } = readTemplate(strings);
  let markup = parts[0] ?? '';
  for (let index = 0; index < holes.length; index++) {
    markup += filled(holes[index], places[index] ?? 'text') + (parts[index + 1] ?? '');
  }
  return new Html(markup);
}

/** Content with a separator between the parts that hold something, e.g. a list of names with `, `. */
export function joined(parts: readonly Content[], separator: Content): Html {
  const between = text(separator);
  return new Html(
    parts
      .map(text)
      .filter((part) => part !== '')
      .join(between),
  );
}

/** True when content would print nothing, so that a caller can leave the wrapper out as well. */
export function isEmpty(content: Content): boolean {
  return text(content) === '';
}

function filled(hole: Hole, place: Place): string {
  if (place === 'text') {
    if (hole instanceof TagAttributes) throw new TypeError('Attributes can stand only inside a tag');
    return text(hole);
  }
  if (place === 'tag') {
    if (hole instanceof TagAttributes) return hole.markup;
    if (hole === undefined || hole === null || hole === false) return '';
    throw new TypeError('Only attributes(…) can stand inside a tag');
  }
  return value(hole, place === 'address');
}

function text(content: Content): string {
  if (typeof content === 'string') return escaped(content);
  if (content instanceof Html) return content.markup;
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'number') return String(content);
  let markup = '';
  for (const part of content) markup += text(part);
  return markup;
}

function value(hole: Hole, isAddress: boolean): string {
  if (typeof hole === 'string') return escaped(isAddress ? safeAddress(hole) : hole);
  if (typeof hole === 'number') return String(hole);
  if (hole === undefined || hole === null || hole === false) return '';
  throw new TypeError('Markup cannot stand inside an attribute');
}

/**
 * The address itself when a browser would only navigate with it.
 * @throws {TypeError} for `javascript:`, `data:` and every other scheme that we do not link to, and for `//host`, which looks like a
 * path of ours and is not
 */
export function safeAddress(address: string): string {
  // Browsers skip control characters and spaces when they look for a scheme, so we look without them too.
  const seen = address.replace(IGNORED_IN_ADDRESS, '');
  if (!SAFE_ADDRESS.test(seen)) throw new TypeError('An address with this scheme cannot be linked to');
  if (OTHER_HOST.test(seen)) throw new TypeError('An address of another host is written with its scheme');
  return address;
}
