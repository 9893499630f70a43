import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueRoutes } from '../../../functions/web/pages/queues/routes.ts';
import { addDays } from '../../../shared/domain/calendar/local-date.ts';
import { unavailable } from '../../../shared/domain/error.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { focusOrder, noHorizontalScroll, screenshot, withoutVisibleFocus } from '../../browser/layout.ts';
import { newPage, type WatchedPage } from '../../browser/watched-page.ts';
import { ListSite, TODAY } from './list-site.ts';

interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

let browser: Browser;
let site: ListSite;
let clinician: Served;
let commissioner: Served;
let elsewhere: Served;

beforeAll(async () => {
  site = await ListSite.open();
  await site.invent({ SALT: 520, OT: 70, ASD: 60, ADHD: 30 });
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
  for (const [familyName, givenName, at] of [
    ['الحسن', 'سلمى', 1],
    ['张', '伟', 2],
    [long, 'Áine Temitọpẹ', 3],
  ] as const) {
    const person = await site.person(
      {
        familyName,
        givenName,
        reasonableAdjustments: ['Quiet room'],
        interpreterLanguage: 'Arabic',
        flags: ['looked-after', 'ehc-plan'],
      },
      9000 + at,
    );
    const on = addDays(TODAY, -130 - at);
    await site.refer(person, 'SALT', [
      { on, facts: { kind: 'received', source: 'gp', tier: 'urgent', alreadyAccepted: true } },
      ...[30, 60].flatMap((days) => [
        {
          on: addDays(on, days),
          facts: {
            kind: 'appointment-missed',
            coding: 'was-not-brought',
            first: false,
            communicationProven: true,
            safeguardingConsidered: true,
          },
        } as const,
      ]),
    ]);
  }
  clinician = await site.serve(await site.clinician());
  commissioner = await site.serve(
    await site.visitor('Marcus Bell', [{ place: 'liverpool', role: 'commissioner', services: [] }]),
  );
  elsewhere = await site.serve(
    await site.visitor('Chloe Lloyd', [{ place: 'cheshire-east', role: 'administrator', services: ['physio'] }]),
  );
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  for (const served of [clinician, commissioner, elsewhere]) await served?.close();
  await site?.close();
  site?.throwFaults();
});

/** Every state of these pages: whose site, the address, and what to do there first. */
const STATES: readonly {
  readonly name: string;
  readonly who?: () => Served;
  readonly address: string;
  readonly first?: (page: Page) => Promise<void>;
}[] = [
  { name: 'home', address: '/' },
  { name: 'home-no-lists', who: () => commissioner, address: '/' },
  { name: 'list', address: '/queues/SALT' },
  {
    name: 'list-filtered',
    address: '/queues/SALT?only=needs-action&tier=routine&sort=-wait',
    first: (page) => page.locator('.app-filter__summary').click(),
  },
  { name: 'list-no-match', address: '/queues/SALT?flag=restricted&age=18-25' },
  { name: 'list-empty', who: () => elsewhere, address: '/queues/PHYSIO' },
  { name: 'list-unknown-filter', address: '/queues/SALT?tier=whenever' },
  { name: 'figures', address: '/queues/ASD/figures?asAt=2026-06-30' },
  { name: 'figures-wrong-day', address: '/queues/ASD/figures?asAt-day=31&asAt-month=2&asAt-year=2026' },
  { name: 'clinic-list', address: '/queues/SALT/print?only=needs-action' },
  {
    name: 'bulk-nobody',
    address: '/queues/SALT',
    first: (page) => press(page, 'Assign', 'Assign referrals'),
  },
  { name: 'bulk-ask', address: '/queues/SALT', first: (page) => choose(page, 4) },
  { name: 'bulk-wrong-answer', address: '/queues/SALT', first: wrongAnswer },
  {
    name: 'bulk-preview',
    address: '/queues/SALT?only=over-standard',
    first: (page) => preview(page, 6, 'Ruth Kaplan'),
  },
  { name: 'bulk-report', address: '/queues/OT', first: (page) => report(page, 3) },
  { name: 'bulk-undone', address: '/queues/OT?sort=name', first: undone },
];

/** Presses a button and waits until the page that answers is there, its style sheet included. */
async function press(page: Page, name: string, heading: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.waitForLoadState();
}

async function choose(page: Page, people: number): Promise<void> {
  const boxes = await page.locator('.app-select input').all();
  for (const box of boxes.slice(0, people)) await box.check();
  await press(page, 'Assign', 'Assign referrals');
}

async function wrongAnswer(page: Page): Promise<void> {
  await choose(page, 2);
  await page.getByLabel('Who takes them on?').fill('');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('There is a problem').waitFor();
  await page.waitForLoadState();
}

async function preview(page: Page, people: number, to: string): Promise<void> {
  await choose(page, people);
  await page.getByLabel('Who takes them on?').fill(to);
  await press(page, 'Continue', 'Check who will change');
}

/** Each time to somebody else: what the record says already would not be done again. */
let teams = 0;
async function report(page: Page, people: number): Promise<void> {
  teams += 1;
  await preview(page, people, `Team ${teams}`);
  await press(page, 'Confirm', 'What was done');
}

async function undone(page: Page): Promise<void> {
  await report(page, 2);
  await press(page, 'Undo', 'What was undone');
}

async function opened(
  state: (typeof STATES)[number],
  options: { width?: number; javaScript?: boolean },
): Promise<WatchedPage> {
  const served = state.who?.() ?? clinician;
  const watched = await newPage(browser, { origins: [served.origin], ...options });
  await watched.page.goto(`${served.origin}${state.address}`);
  await state.first?.(watched.page);
  return watched;
}

describe('every state of the waiting lists', () => {
  it('takes in every page of them', () => {
    const reached = (path: string) =>
      STATES.some(({ address }) =>
        new RegExp(`^${path.replace(/\{\w+\}/g, '\\w+')}$`).test(address.split('?')[0] ?? ''),
      );
    // A file, the way back to the list, and the steps of a change, which are reached by its forms.
    const elsewise = ['/queues/{queue}/download', '/queues/{queue}/bulk'];
    const pages = queueRoutes.map(({ path }) => path).filter((path) => !elsewise.includes(path));
    expect(pages.filter((path) => !reached(path))).toEqual([]);
  });

  describe.each(STATES)('$name', (state) => {
    it.each([1280, 320])('at %i px: passes axe, fits, breaks no rule of the browser', async (width) => {
      const watched = await opened(state, { width });
      await screenshot(watched.page, `queues-${state.name}-${width}`);
      expect(await noHorizontalScroll(watched.page)).toEqual([]);
      expect(await axe(watched.page)).toEqual([]);
      await watched.close();
    });

    it('works without JavaScript', async () => {
      const watched = await opened(state, { width: 320, javaScript: false });
      expect(await noHorizontalScroll(watched.page)).toEqual([]);
      expect(await watched.page.locator('h1').count()).toBe(1);
      await watched.close();
    });
  });
});

describe('the store is away', () => {
  it.each([1280, 320])('at %i px: the page says so and shows no list', async (width) => {
    const usual = site.deps;
    const away = () => Promise.reject(unavailable('store-unavailable', 'The records cannot be reached just now'));
    site.deps = { ...usual, queues: { ...usual.queues, all: away, page: away, count: away } };
    const watched = await newPage(browser, { origins: [clinician.origin], width });
    // A browser writes the status of its own page to the console: 503 is what is expected here.
    const answer = await watched.page.goto(`${clinician.origin}/queues/SALT`);
    expect(answer?.status()).toBe(503);
    expect(await watched.page.locator('main').textContent()).toContain('This does not mean that nobody is waiting');
    expect(await axe(watched.page)).toEqual([]);
    expect(await noHorizontalScroll(watched.page)).toEqual([]);
    await screenshot(watched.page, `queues-store-away-${width}`);
    site.deps = usual;
    await watched.context.close();
  });
});

describe('by keyboard', () => {
  it('the list is reached in order, and always shows where one is', async () => {
    const watched = await newPage(browser, { origins: [clinician.origin] });
    await watched.page.goto(`${clinician.origin}/queues/OT`);
    const order = await focusOrder(watched.page, 60);
    const steps = [
      'a Skip to main content',
      'a All figures, and other days',
      /^a Everybody waiting/,
      'summary Filter this list',
      'a Clinic list to print',
      'button Assign',
      'a Name',
      'a Wait',
      /^input Choose/,
    ];
    const places = steps.map((step) =>
      order.findIndex((one) => (typeof step === 'string' ? one === step : step.test(one))),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(await withoutVisibleFocus(watched.page)).toEqual([]);
    await watched.close();
  });

  it('filters, sorts, opens a record and comes back without a mouse', async () => {
    const watched = await newPage(browser, { origins: [clinician.origin] });
    const { page } = watched;
    await page.goto(`${clinician.origin}/queues/SALT`);
    await page.locator('.app-filter__summary').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Routine').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tier=routine/);
    await page.getByRole('columnheader', { name: 'Wait' }).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=-wait/);
    expect(await page.getByRole('columnheader', { name: 'Wait' }).getAttribute('aria-sort')).toBe('descending');
    const list = page.url();
    await page.locator('.app-queue__name a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\//);
    const record = page.url();
    await page.goBack();
    expect(page.url()).toBe(list);
    await page.goto(record);
    await page.getByRole('link', { name: 'Back to the list' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(list);
    expect(await page.getByLabel('Routine').isChecked()).toBe(true);
    await watched.close();
  });
});

describe('without JavaScript', () => {
  it('filters, sorts, pages, chooses, changes and undoes', async () => {
    const watched = await newPage(browser, { origins: [clinician.origin], javaScript: false });
    const { page } = watched;
    await page.goto(`${clinician.origin}/queues/SALT`);
    await page.locator('.app-filter__summary').click();
    await page.getByLabel('Routine').check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await page.getByRole('link', { name: 'Remove filter Priority: routine' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Next page' }).click();
    expect(await page.locator('.app-list-count').textContent()).toMatch(/^51 to/);
    await page.getByRole('link', { name: 'Previous page' }).click();
    expect(await page.locator('.app-list-count').textContent()).toMatch(/^1 to 50/);
    await preview(page, 2, 'Zadie Quill');
    await press(page, 'Confirm for 2 people', 'What was done');
    expect(await page.getByRole('alert').textContent()).toContain('2 referrals assigned to');
    await press(page, 'Undo for 2 people', 'What was undone');
    expect(await page.getByRole('alert').textContent()).toContain('2 changes undone');
    await page.getByRole('link', { name: 'Back to the list' }).click();
    expect(page.url()).toContain('tier=routine');
    await watched.close();
  });
});

describe('on paper', () => {
  it('the clinic list has no navigation, every row, and no row cut by the end of a sheet', async () => {
    const watched = await newPage(browser, { origins: [clinician.origin] });
    const { page } = watched;
    await page.goto(`${clinician.origin}/queues/SALT/print`);
    const rows = await page.locator('.app-clinic-list tbody tr').count();
    expect(rows).toBe(await site.deps.queues.count('liverpool', 'SALT'));
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.nhsuk-header__navigation', '.nhsuk-header__account', '.nhsuk-footer', '.nhsuk-back-link'])
      expect(await page.locator(hidden).filter({ visible: true }).count()).toBe(0);
    expect(await page.getByText('Printed for Priya Nair').isVisible()).toBe(true);
    const broken = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.app-clinic-list tr')].map((row) => getComputedStyle(row).breakInside).filter((rule) => rule !== 'avoid')`,
    );
    expect(broken).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    const landscape = /\/MediaBox \[0 0 84[12](?:\.\d+)? 59[45]/.test(pdf.toString('latin1'));
    expect(landscape).toBe(true);
    expect(sheets).toBeGreaterThan(1);
    await watched.close();
  });
});
