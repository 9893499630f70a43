/** What families read, written down by `axe()` of every page of theirs that any test looks at: `tests/afterwards` grades it. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../tooling/run-tool.ts';
import type { ReadPage } from './plain-words.ts';

const FOLDER = join(PROJECT_ROOT, 'reports', 'read-pages');

// Names and words that somebody typed (bdi), what is in another language, telephone numbers and addresses, tags and what is only
// read aloud are set aside.
const READ = `(() => {
  const blocks = [];
  let section = '';
  const prose = 'h3, h4, p, li, dt, dd, label, legend, summary, td, .nhsuk-hint, .nhsuk-inset-text';
  for (const element of document.querySelectorAll('main h1, main h2, ' + prose.split(', ').map((one) => 'main ' + one).join(', '))) {
    if (/^H[12]$/.test(element.tagName)) section = element.innerText;
    if (element.querySelector(prose) !== null) continue;
    const copy = element.cloneNode(true);
    for (const aside of copy.querySelectorAll('bdi, [lang], .nhsuk-tag, .nhsuk-u-visually-hidden, a[href^="tel:"], a[href^="mailto:"]')) aside.remove();
    for (const end of copy.querySelectorAll('br')) end.replaceWith('. ');
    blocks.push({ section, text: copy.textContent.replace(/\\s+/g, ' ').trim() });
  }
  return { language: document.documentElement.lang, isEasy: document.querySelector('main .app-easy-read') !== null, blocks };
})()`;

export async function readPage(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname;
  if (!/^\/family(?:\/|$)/.test(path)) return;
  const read = await page.evaluate<Omit<ReadPage, 'path'>>(READ);
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(join(FOLDER, `${process.pid}.jsonl`), `${JSON.stringify({ path, ...read })}\n`);
}

/** Every page of families that was looked at in this run of the tests. */
export function readPages(): readonly ReadPage[] {
  const lines = readdirSync(FOLDER).flatMap((file) => readFileSync(join(FOLDER, file), 'utf8').trim().split('\n'));
  return lines.map((line) => JSON.parse(line) as ReadPage);
}

/** Before the pages of a run. */
export function setup(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}
