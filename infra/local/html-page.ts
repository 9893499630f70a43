import { createHash } from 'node:crypto';

/** Markup that was made here and needs no escaping any more. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Content = string | number | Markup | readonly Markup[] | undefined;

/** Template tag: what is put in is escaped, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.reduce((text, part, at) => `${text}${written(contents[at - 1])}${part}`));
}

function written(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(({ text }) => text).join('\n');
  return String(content).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = [
  'body{font:1.1rem/1.5 Arial,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#212b32;background:#fff}',
  'h1{font-size:2rem}h2{font-size:1.4rem}a{color:#005eb8}',
  'nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1rem}',
  'ul.choices{list-style:none;padding:0}ul.choices li{margin:0 0 1rem}',
  'button{font:inherit;padding:.6rem 1rem;border:2px solid #005eb8;border-radius:4px;background:#005eb8;color:#fff;cursor:pointer;text-align:left}',
  'button:hover{background:#003d78}',
  ':focus-visible{outline:4px solid #ffeb3b;box-shadow:0 0 0 6px #212b32}',
  'input{font:inherit;padding:.5rem;border:2px solid #4c6272;border-radius:4px}',
  '.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem;border-bottom:1px solid #768692}',
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font-size:.9rem}',
].join('');

/** Headers of every page: nothing but its own style, no script, in no frame, kept nowhere. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A whole page of the local cloud. It works without JavaScript. */
export function page(title: string, content: Markup, before: Markup = html``): string {
  return `<!doctype html>
${
  html`<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>${new Markup(STYLE)}</style></head>
<body>${before}<main><h1>${title}</h1>
${content}
</main></body></html>`.text
}`;
}
