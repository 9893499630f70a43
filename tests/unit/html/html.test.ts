import { describe, expect, it } from 'vitest';
import { attributes, classes } from '../../../shared/http/html/attributes.ts';
import { html, isEmpty, joined, raw, safeAddress } from '../../../shared/http/html/html.ts';

describe('html', () => {
  it('escapes text and attributes and leaves markup alone', () => {
    const markup = html`<a href="${'/x?a=1&b=2'}" title="${`"'<>&`}">${'<b>'} ${html`<i>i</i>`} ${raw('<u>u</u>')}</a>`;
    expect(markup.markup).toBe(
      '<a href="/x?a=1&amp;b=2" title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt; <i>i</i> <u>u</u></a>',
    );
  });

  it('prints nothing for nothing, numbers as they are, and lists one after another', () => {
    expect(html`${undefined}${null}${false}|${0}|${['a', ['<', html`<br>`]]}`.markup).toBe('|0|a&lt;<br>');
  });

  it.each<[string, () => unknown]>([
    ['an unquoted attribute', () => html`<a href=${'x'}>`],
    ['a single-quoted attribute', () => html`<a href='${'x'}'>`],
    ['an event handler', () => html`<a onclick="${'x'}">`],
    ['an inline style', () => html`<p style="${'x'}">`],
    ['a script', () => html`<script>${'x'}</script>`],
    ['a style sheet', () => html`<style>${'x'}</style>`],
    ['a tag name', () => html`<${'p'}>`],
    ['an attribute name', () => html`<p data-${'x'}="1">`],
    ['a comment', () => html`<!-- ${'x'} -->`],
    ['text between attributes', () => html`<p ${'hidden'}>`],
    ['markup in an attribute', () => html`<p title="${html`<b>`}">`],
    ['attributes in text', () => html`<p>${attributes({ id: 'x' })}</p>`],
    ['a template that ends inside a tag', () => html`<p class="a"`],
  ])('refuses a hole in %s', (_, draw) => {
    expect(draw).toThrow(TypeError);
  });

  it('fills holes again after a script has ended', () => {
    expect(html`<script type="module" src="${'/a.js'}"></script><p>${'<'}</p>`.markup).toBe(
      '<script type="module" src="/a.js"></script><p>&lt;</p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:x',
    'data:text/html,x',
    'vbscript:x',
    '\u0001javascript:x',
    '//elsewhere.example',
    '/\\elsewhere.example',
  ])('refuses the address %j', (address) => {
    expect(() => html`<a href="${address}">x</a>`).toThrow(TypeError);
    expect(() => attributes({ href: address })).toThrow(TypeError);
    expect(() => safeAddress(address)).toThrow(TypeError);
  });

  it.each(['/x', 'x', '#x', '?a:b', '/a:b', 'https://x.example', 'mailto:a@b.example', 'tel:0151', ''])(
    'lets the address %j be',
    (address) => {
      expect(safeAddress(address)).toBe(address);
    },
  );

  it('joins what there is', () => {
    expect(joined(['a', undefined, html`<b>b</b>`, ''], ', ').markup).toBe('a, <b>b</b>');
    expect([isEmpty(undefined), isEmpty(['', null]), isEmpty(0), isEmpty(html`<br>`)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('attributes', () => {
  it('leaves out what is not set, prints bare what is true, and escapes the rest', () => {
    expect(attributes({ id: undefined, hidden: true, open: false, title: `"&`, max: 3 }).markup).toBe(
      ' hidden title="&quot;&amp;" max="3"',
    );
  });

  it.each(['onclick', 'style', 'srcdoc', 'a b', 'x"', 'A'])('refuses the name %j', (name) => {
    expect(() => attributes({ [name]: 'x' })).toThrow(TypeError);
  });

  it('keeps the class names that apply', () => {
    expect(classes('a', false, undefined, '', 'b')).toBe('a b');
  });
});
