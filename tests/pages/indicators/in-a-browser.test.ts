/** Every page of figures and of the board's papers in a real browser: axe, 320 px, and without JavaScript. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/indicators-web/routes.ts';
import { beginPack, commentPack, readPack, reopenPack, signPack } from '../../../shared/application/board/packs.ts';
import { escalateRisk, raiseRisk } from '../../../shared/application/board/risks.ts';
import type { WritingCall } from '../../../shared/application/board/work-paper.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Role } from '../../../shared/domain/staff/staff.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { aRisk } from '../../http/indicators/papers.ts';
import { RunningSite, SITE_TODAY, type SignedIn } from '../running-site.ts';
import { press } from '../typed-answers.ts';
import { publishFigures } from './published.ts';

let site: RunningSite;
let browser: Browser;
const who = new Map<Role, SignedIn>();
let riskId: string;

/** Somebody who writes for the board, as use cases know them. */
function as(role: Role): WritingCall {
  const actor = { id: 'AAAAAAAAAAAAAAAA', place: 'liverpool', role, services: [] };
  return { actor, name: 'Grace Mensah', now: parseInstant(`${SITE_TODAY}T09:00:00Z`), requestId: 'request' };
}

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  await publishFigures(site.engine);
  for (const role of ['performance-lead', 'board-chair', 'commissioner'] as const)
    who.set(role, await site.signIn(role, { services: [] }));
  const lead = as('performance-lead');
  const late = aRisk({ dueOn: localDate('2026-10-30') });
  ({ id: riskId } = await raiseRisk(site.figures, lead, late, 'the-first-risk'));
  const decision = { reason: 'No money for the posts', on: localDate('2026-10-20') };
  await escalateRisk(site.figures, lead, { id: riskId, ...decision, seen: 1, key: 'a-key' });
  await raiseRisk(site.figures, lead, aRisk({ title: 'Rooms are short', likelihood: 2 }), 'the-second-risk');
  await aPack(lead);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A pack that is signed, and taken up again: a draft that has an edition before it. */
async function aPack(lead: WritingCall): Promise<void> {
  const [period, section] = ['2026-10', 'queue-SALT'];
  await beginPack(site.figures, lead, period, 'a-key-to-begin');
  const text = 'A second team began in February, and more children are seen in time since.';
  await commentPack(site.figures, lead, { period, section, text, seen: 1, key: 'a-key-to-write' });
  const { contentHash, pack } = await readPack(site.figures, lead, period);
  const signature = { period, agreedOn: localDate(SITE_TODAY), contentHash, seen: pack.version, key: 'a-key-to-sign' };
  await signPack(site.figures, as('board-chair'), signature);
  const reason = 'The count of September came late';
  await reopenPack(site.figures, lead, { period, reason, seen: pack.version + 1, key: 'a-key-to-issue' });
}

/** The address of every page that is shown, with an example in place of each parameter; whose eyes see the most of it. */
const FILE = '/indicators/downloads/{file}';
const pages = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))].filter(
  (path) => !path.endsWith('.json') && path !== FILE,
);
const examples: Readonly<Record<string, () => string>> = {
  queue: () => 'SALT',
  measure: () => 'within',
  from: () => '2026-02',
  riskId: () => riskId,
  period: () => '2026-10',
  section: () => 'queue-SALT',
  edition: () => '1',
};
const addressOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => examples[name]?.() ?? '');
const seenBy = (path: string): Role => (path.endsWith('/sign') ? 'board-chair' : 'performance-lead');

describe.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: false },
])('at $width px, JavaScript $javaScript', (view) => {
  it('every page fits, breaks no rule of the service, and passes axe', async () => {
    for (const path of pages) {
      const opened = await site.browse(browser, who.get(seenBy(path)) as SignedIn, view);
      const { page } = opened;
      const answer = await page.goto(`${site.origin}${addressOf(path)}`);
      expect(answer?.status(), path).toBe(200);
      await screenshot(page, `figures${path.replaceAll(/[^a-z]+/gi, '-')}-${view.width}`);
      expect(await noHorizontalScroll(page), path).toEqual([]);
      if (view.javaScript) expect(await axe(page), path).toEqual([]);
      await opened.close();
    }
    site.foresawEverything();
  });

  it('files of figures come as they are called, and what is not for somebody is refused', async () => {
    const opened = await site.browse(browser, who.get('commissioner') as SignedIn, view);
    const ask = (path: string) => opened.page.request.get(`${site.origin}${path}`);
    await opened.page.goto(`${site.origin}/indicators/downloads?month=2026-09`);
    const links = await opened.page
      .locator('a[download]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links).toContain('/indicators/downloads/waiting.csv?month=2026-09');
    for (const link of links) {
      const answer = await ask(link ?? '');
      expect(answer.status(), link ?? '').toBe(200);
      expect(answer.headers()['content-disposition'], link ?? '').toContain('attachment');
    }
    expect((await ask('/indicators/downloads/autism-return.csv')).status()).toBe(403);
    expect((await ask('/indicators/downloads/nothing.csv')).status()).toBe(404);
    await opened.close();
  });

  it('so do forms that come back with what is wrong', async () => {
    for (const path of pages.filter((each) =>
      routes.some(({ method, path: at }) => method === 'POST' && at === each),
    )) {
      // Commentary may be empty: what is wrong with it is what it says.
      const opened = await site.browse(browser, who.get(seenBy(path)) as SignedIn, view);
      const { page } = opened;
      await page.goto(`${site.origin}${addressOf(path)}`);
      if (path.includes('{section}')) await page.locator('textarea').fill('As with 999 000 0018');
      await press(page, 'Continue');
      expect(await page.locator('.nhsuk-error-summary').count(), path).toBe(1);
      expect(await noHorizontalScroll(page), path).toEqual([]);
      if (view.javaScript) expect(await axe(page), path).toEqual([]);
      await opened.close();
    }
  });

  it('so does a pack on paper: on A4, with its charts, and without the ways to work on it', async () => {
    const opened = await site.browse(browser, who.get('performance-lead') as SignedIn, view);
    const { page } = opened;
    await page.goto(`${site.origin}/indicators/packs/2026-10/editions/1`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('This copy never changes').isVisible()).toBe(true);
    expect(await page.locator('.app-pack .app-chart').count()).toBe(2);
    expect(await page.locator('.nhsuk-header__navigation').isVisible()).toBe(false);
    // A sheet is narrower than a screen, and a table stays one.
    const rows = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.app-pack tr')].map((row) => getComputedStyle(row).display)`,
    );
    expect(new Set(rows)).toEqual(new Set(['table-row']));
    expect(await page.locator('.app-pack thead').first().isVisible()).toBe(true);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, , , width = '0', height = '0'] = /MediaBox\s*\[\s*(\S+) (\S+) (\S+) ([^\s\]]+)/.exec(paper) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    await opened.close();
  });
});
