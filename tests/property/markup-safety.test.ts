import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../shared/http/html/html.ts';
import { plainPersonName } from '../../shared/http/html/names.ts';
import { everyComponent } from '../unit/html/every-component.ts';
import { outline, parseMarkup, values } from '../unit/html/markup.ts';

const BREAKING = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '`',
  '=',
  '/',
  ' ',
  '\n',
  '\0',
  '\u202E',
  '\u2066',
  '</',
  '<!--',
  '-->',
  ']]>',
  '&lt;',
  '&#39',
  '</textarea>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '{{ 7 * 7 }}',
  'javascript:',
];

/** Any text at all, with what breaks out of markup far more often than chance would have it. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...BREAKING), fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('no text changes the structure of a page', () => {
  it.each(Object.entries(everyComponent))('%s', (_, draw) => {
    const expected = outline(parseMarkup(draw('x').markup));
    fc.assert(
      fc.property(anyText, (text) => {
        // Components leave an empty field's value out, which is a different structure and not at issue here.
        const given = text === '' ? 'x' : text;
        const nodes = parseMarkup(draw(given).markup);
        expect(outline(nodes)).toBe(expected);
        const shown = given.replaceAll('\0', '\uFFFD');
        expect(values(nodes).some((value) => value.includes(shown))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('in an attribute, in text and in both at once', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [element] = parseMarkup(html`<p title="${one}-${other}" class="a ${other}">${[one, [other]]}</p>`.markup);
        if (element === undefined || typeof element === 'string') throw new Error('no element');
        const seen = (text: string): string => text.replaceAll('\0', '\uFFFD');
        expect(element.attributes.get('title')).toBe(`${seen(one)}-${seen(other)}`);
        expect(values(element.children).join('')).toBe(seen(one) + seen(other));
      }),
    );
  });

  it('an address never runs: it is a place to go, or it is refused', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let markup: string;
        try {
          markup = html`<a href="${text}">x</a>`.markup;
        } catch {
          return;
        }
        const [link] = parseMarkup(markup);
        if (link === undefined || typeof link === 'string') throw new Error('no link');
        const address = link.attributes.get('href') ?? '';
        const { protocol, origin } = new URL(address, 'https://service.example/');
        expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(protocol);
        if (!/^(?:https?|mailto|tel):/i.test(address.replace(/[\0- ]/g, '')))
          expect(origin).toBe('https://service.example');
      }),
      { numRuns: 2_000 },
    );
  });

  it('a name in an attribute ends the direction that it began', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const isolated = plainPersonName(text);
        expect(isolated.slice(1, -1)).toBe(text);
        expect([isolated.at(0), isolated.at(-1)]).toEqual(['\u2068', '\u2069']);
      }),
    );
  });
});
