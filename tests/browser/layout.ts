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
  await startAtTop(page);
  const order: string[] = [];
  for (let press = 0; press < limit; press++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate<string | null>(`(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
      return element.tagName.toLowerCase() + ' ' + label.replace(/\\s+/g, ' ').trim();
    })()`);
    if (label === null) break;
    order.push(label);
  }
  return order;
}

/** The focusable elements that show no sign of it when the keyboard reaches them; empty when all do. */
export async function withoutVisibleFocus(page: Page): Promise<string[]> {
  await startAtTop(page);
  const unseen: string[] = [];
  for (let press = 0; press < 200; press++) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate<{ html: string; isSeen: boolean } | null>(`(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const signs = [element, element.nextElementSibling, element.parentElement].filter(Boolean).flatMap((near) =>
        [getComputedStyle(near), getComputedStyle(near, '::before'), getComputedStyle(near, '::after')]);
      const isSeen = signs.some((style) => style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px'));
      return { html: element.outerHTML.slice(0, 120), isSeen };
    })()`);
    if (state === null) break;
    if (!state.isSeen) unseen.push(state.html);
  }
  return unseen;
}

/** A page may have moved the keyboard itself, and a browser goes on from where it was last. */
async function startAtTop(page: Page): Promise<void> {
  // The header lays its menu out once more a tenth of a second after loading, which takes the keyboard's place in it away.
  await page.waitForTimeout(400);
  await page.evaluate(`(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  })()`);
}

/** Takes a picture of the whole page into `reports/screenshots` (not in the repository) and answers its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = fileURLToPath(new URL('../../reports/screenshots/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const path = `${folder}${name}.png`;
  await page.screenshot({ path, fullPage: true });
  return path;
}
