/** Runs axe on a page as it stands: WCAG 2.0 to 2.2, A and AA, and best practice. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import type axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { checkedPage } from './checked-pages.ts';
import { readPage } from './read-pages.ts';
import { reviewedByHand } from './reviewed-by-hand.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds, one line each: violations, and what it could not decide and nobody has reviewed. Empty when all is well. The
 * page's JavaScript must be on.
 */
export async function axe(page: Page): Promise<string[]> {
  await refuseWithoutJavaScript(page);
  await page.evaluate(AXE);
  checkedPage(page.url());
  await readPage(page);
  const results = await page.evaluate<axeCore.AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations', 'incomplete'] })`,
  );
  const undecided = results.incomplete.flatMap((result) => {
    const nodes = result.nodes.filter((node) => !isReviewed(result.id, node));
    return nodes.length === 0 ? [] : [{ ...result, nodes }];
  });
  return [
    ...results.violations.map((result) => line('violation', result)),
    ...undecided.map((result) => line('undecided', result)),
  ];
}

/** axe waits for timers, which never come where JavaScript is off: better an error at once than a test that hangs. */
async function refuseWithoutJavaScript(page: Page): Promise<void> {
  const runs = await Promise.race([
    page.evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve(true)))'),
    setTimeout(5_000, false, { ref: false }),
  ]);
  if (runs !== true) throw new Error('axe needs a page with JavaScript');
}

function isReviewed(rule: string, node: axeCore.NodeResult): boolean {
  return reviewedByHand.some((review) => review.rule === rule && review.element.test(node.html));
}

function line(kind: string, result: axeCore.Result): string {
  const places = result.nodes.map(
    (node) => `  ${node.target.join(' ')}\n    ${node.html}\n    ${node.failureSummary ?? ''}`,
  );
  return `${kind} ${result.id}: ${result.help}\n${places.join('\n')}`;
}
