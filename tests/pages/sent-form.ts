/** What a form on a page would send: for tests that go through pages as a browser does, without one. */
import type { Fields, PageReceived } from './running-site.ts';

/** The hidden fields of the nth form of a page (the header's own form for signing out is not counted). */
export function travelling(page: Pick<PageReceived, 'html'>, nth = 0): Record<string, string[]> {
  const forms = mainOf(page).split('<form ').slice(1);
  const form = forms[nth];
  if (form === undefined) throw new Error(`The page has no form ${nth}: ${textOf(page).slice(0, 300)}`);
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)) {
    if (name === 'csrf') continue;
    const field = unescaped(name);
    fields[field] = [...(fields[field] ?? []), unescaped(value)];
  }
  return fields;
}

/** A date as it is typed in three fields. */
export function typedDate(name: string, date: string): Fields {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** The words of the main part of a page. */
export function textOf(page: Pick<PageReceived, 'html'>): string {
  return unescaped(
    mainOf(page)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  ).trim();
}

export function mainOf({ html }: Pick<PageReceived, 'html'>): string {
  return /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
