/**
 * Reads HTML strictly, for tests: every element closed in order, every attribute quoted. What a browser would quietly mend is an
 * error here, so two documents with the same tree are the same to every browser.
 */

export interface MarkupElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
}

/** An element, or text with its entities decoded. */
export type MarkupNode = MarkupElement | string;

const VOID = new Set(['input', 'img', 'br', 'hr', 'meta', 'link', 'path', 'rect']);
const TEXT_ONLY = new Set(['textarea', 'title', 'option']);
const TAG = /^<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  copy: '©',
  ctdot: '⋯',
};

interface OpenElement {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: MarkupNode[];
}

/**
 * The nodes of a fragment or document.
 * @throws {SyntaxError} when an element is not closed in order, a tag is not well formed, or a `<` stands in text
 */
export function parseMarkup(markup: string): readonly MarkupNode[] {
  const root: OpenElement = { tag: '', attributes: new Map(), children: [] };
  const open: OpenElement[] = [root];
  let rest = markup.replace(/^<!DOCTYPE html>/i, '');
  while (rest !== '') {
    const current = open.at(-1) ?? root;
    if (rest.startsWith('<!--')) {
      rest = rest.slice(rest.indexOf('-->') + 3);
      continue;
    }
    const closing = /^<\/([a-zA-Z0-9]+)\s*>/.exec(rest);
    if (closing !== null) {
      if (closing[1]?.toLowerCase() !== current.tag) throw new SyntaxError(`</${closing[1]}> closes <${current.tag}>`);
      open.pop();
      rest = rest.slice(closing[0].length);
      continue;
    }
    if (rest.startsWith('<')) {
      const [whole, name, written, selfClosed] = TAG.exec(rest) ?? [];
      if (whole === undefined || name === undefined) throw new SyntaxError(`Not a tag: ${rest.slice(0, 60)}`);
      if (TEXT_ONLY.has(current.tag)) throw new SyntaxError(`<${name}> stands in <${current.tag}>`);
      const element: OpenElement = { tag: name.toLowerCase(), attributes: attributesOf(written ?? ''), children: [] };
      current.children.push(element);
      if (!VOID.has(element.tag) && selfClosed !== '/') open.push(element);
      rest = rest.slice(whole.length);
      continue;
    }
    const end = rest.indexOf('<');
    const text = end === -1 ? rest : rest.slice(0, end);
    current.children.push(decoded(text));
    rest = rest.slice(text.length);
  }
  if (open.length > 1) throw new SyntaxError(`<${open.at(-1)?.tag}> is not closed`);
  return root.children;
}

/** A canonical form: attributes and class names in order, text with single spaces and none at its ends. */
export function normalised(markup: string): string {
  return parseMarkup(markup)
    .map((node) => written(node, 0))
    .join('');
}

/** Elements and the names of their attributes, without any text or value. */
export function outline(nodes: readonly MarkupNode[]): string {
  return nodes
    .filter((node) => typeof node !== 'string')
    .map(
      (node) =>
        `<${[node.tag, ...[...node.attributes.keys()].sort()].join(' ')}>${outline(node.children)}</${node.tag}>`,
    )
    .join('');
}

/** Every text and attribute value of a tree. */
export function values(nodes: readonly MarkupNode[]): string[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [node] : [...node.attributes.values(), ...values(node.children)],
  );
}

/** Every element of a tree that fits. */
export function elements(nodes: readonly MarkupNode[], fits: (element: MarkupElement) => boolean): MarkupElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return [...(fits(node) ? [node] : []), ...elements(node.children, fits)];
  });
}

/** An element's canonical form. */
export function normalisedElement(element: MarkupElement): string {
  return written(element, 0);
}

function written(node: MarkupNode, depth: number): string {
  const indent = '  '.repeat(depth);
  if (typeof node === 'string') {
    const text = node.replace(/[ \t\n\r]+/g, ' ').trim();
    return text === '' ? '' : `${indent}${text}\n`;
  }
  const attributes = [...node.attributes]
    .map(
      ([name, value]) =>
        ` ${name}="${name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : value.trim()}"`,
    )
    .sort()
    .join('');
  return `${indent}<${node.tag}${attributes}>\n${node.children.map((child) => written(child, depth + 1)).join('')}`;
}

function attributesOf(writtenAttributes: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of writtenAttributes.matchAll(ATTRIBUTE)) {
    if (name === undefined) continue;
    if (attributes.has(name)) throw new SyntaxError(`${name} is written twice`);
    attributes.set(name, decoded(double ?? single ?? ''));
  }
  return attributes;
}

function decoded(text: string): string {
  return text.replace(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
