/** What every page of families has to be: fit for axe, a narrow phone, paper and a slow line. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from '../../browser/accessibility.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { newPage } from '../../browser/watched-page.ts';
import type { RunningSite, SignedIn } from '../running-site.ts';

/** The most that a page may weigh at its first view, bytes as they are sent: the document, style sheets and script. */
export const HEAVIEST = 60_000;

/** axe finds nothing, and nothing is cut off at the side. */
export async function isFit(page: Page, name: string): Promise<void> {
  expect(await axe(page), name).toEqual([]);
  expect(await noHorizontalScroll(page), name).toEqual([]);
  await screenshot(page, `family-${name}`);
}

/** The same of a page as somebody opens it on a phone; `null` is anybody, not signed in. */
export async function isFitAt(site: RunningSite, browser: Browser, who: SignedIn | null, path: string): Promise<void> {
  const watched = await (who === null
    ? newPage(browser, { origins: [site.origin], width: 320 })
    : site.browse(browser, who, { width: 320 }));
  await watched.page.goto(`${site.origin}${path}`);
  await isFit(watched.page, path.replaceAll(/\W+/g, '-'));
  await watched.close();
}

/** What is of no use on paper and would be printed all the same. */
export async function uselessOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate<string[]>(
    `[...document.querySelectorAll('.nhsuk-footer, .app-reading-note, .nhsuk-header__account, main .nhsuk-button')].filter((element) => element.checkVisibility()).map((element) => element.className)`,
  );
  await page.emulateMedia({ media: 'screen' });
  return shown;
}

export async function wordsOf(page: Page): Promise<string> {
  return (await page.evaluate<string>(`document.querySelector('main').innerText`)).replaceAll(/\s+/g, ' ').trim();
}

export async function weightOf(site: RunningSite, who: SignedIn, path: string): Promise<number> {
  const { html } = await site.get(who, path);
  const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');
  const sizes = await Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(`${site.origin}${address}`, { headers: { 'accept-encoding': 'gzip' } });
      return gzipSync(await answer.text()).byteLength;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, gzipSync(html).byteLength);
}
