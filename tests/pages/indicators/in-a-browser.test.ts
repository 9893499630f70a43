/** Every page of figures and of the board's papers in a real browser: axe, 320 px, and without JavaScript. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/indicators-web/routes.ts';
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
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The address of every page that is shown, with an example in place of each parameter; whose eyes see the most of it. */
const pages = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];
const examples: Readonly<Record<string, () => string>> = {
  queue: () => 'SALT',
  measure: () => 'within',
  from: () => '2026-02',
  riskId: () => riskId,
};
const addressOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => examples[name]?.() ?? '');
const seenBy = (_path: string): Role => 'performance-lead';

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

  it('so do forms that come back with what is wrong', async () => {
    const opened = await site.browse(browser, who.get('performance-lead') as SignedIn, view);
    const { page } = opened;
    for (const path of pages.filter((each) =>
      routes.some(({ method, path: at }) => method === 'POST' && at === each),
    )) {
      await page.goto(`${site.origin}${addressOf(path)}`);
      await press(page, 'Continue');
      expect(await page.locator('.nhsuk-error-summary').count(), path).toBe(1);
      expect(await noHorizontalScroll(page), path).toEqual([]);
      if (view.javaScript) expect(await axe(page), path).toEqual([]);
    }
    await opened.close();
  });
});
