import { html, type Markup } from '../html-page.ts';

/** A table with a caption, or a sentence when there is nothing to show. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number | Markup)[])[],
  empty: string,
): Markup {
  if (rows.length === 0) return html`<p>${empty}</p>`;
  const head = headings.map((heading) => html`<th scope="col">${heading}</th>`);
  const body = rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}

/** An instant (milliseconds since 1970) as clocks in London show it. */
export function clockTime(instant: number | undefined): string {
  if (instant === undefined) return '';
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/London',
  }).format(instant);
}

/** A value as indented JSON. */
export function json(value: unknown): Markup {
  return html`<pre>${JSON.stringify(value, undefined, 2)}</pre>`;
}
