/** Reads what a page says, as far as a test of its handler needs; a browser's tests read it as people do. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function decoded(markup: string): string {
  return markup.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** The text of some markup, with single spaces. */
export function textOf(markup: string): string {
  return decoded(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

export function titleOf(markup: string): string {
  return decoded(/<title>(.*?)<\/title>/s.exec(markup)?.[1] ?? '');
}

/** Where the links of a page lead, in order. */
export function hrefsOf(markup: string): string[] {
  return [...markup.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) => decoded(href));
}

/** Where a page's `rel` link leads. */
export function linkTo(markup: string, rel: 'next' | 'prev'): string | undefined {
  const link = new RegExp(`<a [^>]*href="([^"]*)"[^>]*rel="${rel}"`).exec(markup);
  return link?.[1] === undefined ? undefined : decoded(link[1]);
}

/** The referrals whose rows a list shows, in order. */
export function idsIn(markup: string): string[] {
  return [
    ...markup.matchAll(/<th [^>]*app-queue__name[^>]*>.*?href="\/people\/[\w-]{16}\/referrals\/([\w-]{16})/gs),
  ].map(([, id = '']) => id);
}

/** The values of a form's fields of a name. */
export function valuesOf(markup: string, name: string): string[] {
  return [...markup.matchAll(/<input [^>]*>/g)]
    .map(([input]) => input)
    .filter((input) => input.includes(` name="${name}"`))
    .map((input) => decoded(/ value="([^"]*)"/.exec(input)?.[1] ?? ''));
}
