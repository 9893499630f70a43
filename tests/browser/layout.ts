/** What can be measured of a page's layout: whether it fits its window, the order of the keyboard, and how it looks. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/**
 * The elements that make a page wider than its window, outermost first; empty when it fits. Something that scrolls inside a frame
 * of its own does not count.
 */
export async function noHorizontalScroll(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const sticksOut = (element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => sticksOut(element) && !sticksOut(element.parentElement))
      .slice(0, 20)
      .map((element) => element.outerHTML.slice(0, 120));
  })()`);
}

/** What the Tab key reaches, in order, each as its accessible text; `limit` stops a page that never ends. */
export async function focusOrder(page: Page, limit = 200): Promise<string[]> {
  return tabStops<string>(
    page,
    limit,
    `(element) => {
      const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
      return element.tagName.toLowerCase() + ' ' + label.replace(/\\s+/g, ' ').trim();
    }`,
  );
}

/** The focusable elements that show no sign of it when the keyboard reaches them; empty when all do. */
export async function withoutVisibleFocus(page: Page): Promise<string[]> {
  const stops = await tabStops<{ readonly html: string; readonly isSeen: boolean }>(
    page,
    200,
    `(element) => {
      const signs = [element, element.nextElementSibling, element.parentElement].filter(Boolean).flatMap((near) =>
        [getComputedStyle(near), getComputedStyle(near, '::before'), getComputedStyle(near, '::after')]);
      const isSeen = signs.some((style) => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px'));
      return { html: element.outerHTML.slice(0, 120), isSeen };
    }`,
  );
  return stops.flatMap(({ html, isSeen }) => (isSeen ? [] : [html]));
}

/**
 * Presses Tab from the top of the page to its end, and tells of each element as the keyboard reaches it. All presses are sent at once: asking
 * after each what has the keyboard takes ten times as long.
 * @param told a function of the page that tells of an element
 */
async function tabStops<T>(page: Page, limit: number, told: string): Promise<T[]> {
  await startAtTop(page);
  const most = await page.evaluate<number>(`(() => {
    const told = ${told};
    const reached = new Set();
    globalThis.tabStops = [];
    let isOver = false;
    // The end of the page: the keyboard goes round to the top.
    document.addEventListener('focusin', ({ target }) => {
      isOver ||= reached.has(target);
      if (isOver || target === document.body) return;
      reached.add(target);
      globalThis.tabStops.push(told(target));
    });
    return document.querySelectorAll('a, area, button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]').length;
  })()`);
  const presses = Math.min(most + 1, limit);
  await Promise.all(Array.from({ length: presses }, () => page.keyboard.press('Tab')));
  return page.evaluate<T[]>('globalThis.tabStops');
}

/** How long after loading the header still lays its menu out anew, which takes away the keyboard's place in it. */
const LAID_OUT = 400;

/** A page may have moved the keyboard itself, and a browser goes on from where it was last. */
async function startAtTop(page: Page): Promise<void> {
  const since = await page.evaluate<number>(
    `performance.now() - performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd`,
  );
  if (since < LAID_OUT) await page.waitForTimeout(LAID_OUT - since);
  await page.evaluate(`(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  })()`);
}

/**
 * Takes a picture of the whole page into `reports/screenshots` (not in the repository), where somebody wants to look at them:
 * `SCREENSHOTS=yes npm test -- --project pages`. Drawing hundreds of pages takes a good part of a test's time.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] !== 'yes') return;
  const folder = fileURLToPath(new URL('../../reports/screenshots/', import.meta.url));
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
}
