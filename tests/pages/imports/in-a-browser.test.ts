/** Importing in a real browser: the whole extract with JavaScript, the next one without; cut short and gone on with. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summariseQueue } from '../../../shared/application/queue/summarise-queue.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { QueueSummary } from '../../../shared/domain/queue/summary.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { focusOrder, noHorizontalScroll, withoutVisibleFocus } from '../../browser/layout.ts';
import { type ExpectedFigures, firstExtract, nextExtract } from '../../fixtures/import/extracts.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { countsOn } from './import-form.ts';
import { fileOf, goodRow } from './small-file.ts';

/** A whole extract goes in row by row, on a machine that may be busy. */
const WHOLE_FILE = 600_000;

let site: RunningSite;
let browser: Browser;
let manager: SignedIn;
beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  manager = await site.signIn('data-manager');
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await browser?.close();
  await site?.close();
});

const heading = (page: Page, name: string, timeout = WHOLE_FILE) =>
  page.getByRole('heading', { level: 1, name }).waitFor({ timeout });

async function chooseFile(page: Page, file: string | { name: string; content: string }, system: string): Promise<void> {
  await page.goto(`${site.origin}/import`);
  const chosen =
    typeof file === 'string' ? file : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) };
  await page.setInputFiles('#upload', chosen);
  await page.fill('#system', system);
  await page.getByRole('button', { name: 'Continue' }).click();
  await heading(page, 'What does each column hold?');
}

/** Waits until the bar of a page has come to 400 rows, which is neither its beginning nor its end. */
async function grownTo400(page: Page): Promise<void> {
  await page.locator('.app-progress__done', { hasText: /^(?:[4-9]\d\d|\d{4})$/ }).waitFor({ timeout: WHOLE_FILE });
}

/** Presses a button and waits for the page that answers: without JavaScript each press leads to another. */
async function press(page: Page, name: string): Promise<void> {
  await Promise.all([
    page.waitForEvent('load', { timeout: WHOLE_FILE }),
    page.getByRole('button', { name }).click({ timeout: WHOLE_FILE }),
  ]);
}

/** Presses "Continue" as often as there is something left; answers how often that was. */
async function continued(page: Page, until: string): Promise<number> {
  for (let pressed = 0; pressed < 50; pressed += 1) {
    const h1 = await page.getByRole('heading', { level: 1 }).textContent();
    if (h1?.includes(until)) return pressed;
    await press(page, 'Continue');
  }
  throw new Error(`It never came to: ${until}`);
}

/** axe, the width of a phone, and the keyboard, on the page as it stands. */
async function isSound(page: Page): Promise<void> {
  expect.soft(await axe(page)).toEqual([]);
  expect.soft(await withoutVisibleFocus(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  // The header lays its menu out anew a tenth of a second after the window has changed.
  await page.waitForTimeout(400);
  expect.soft(await noHorizontalScroll(page)).toEqual([]);
  expect.soft(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function figures(day: string): Promise<Record<string, QueueSummary>> {
  const actor = { id: manager.staffId, place: 'liverpool', role: 'data-manager', services: [] } as const;
  const call = { actor, now: parseInstant(`${day}T12:00:00Z`), requestId: 'figures' };
  const all: Record<string, QueueSummary> = {};
  for (const queue of ['SALT', 'OT', 'ASD', 'ADHD']) {
    const { figures: found } = await summariseQueue(site.deps, call, queue, localDate(day));
    // How many referrals were looked at is no figure of the queue: what is recorded in error is looked at too.
    const { referrals: _lookedAt, ...own } = found;
    all[queue] = own;
  }
  return all;
}

function expectFigures(
  found: Readonly<Record<string, QueueSummary>>,
  expected: Readonly<Record<string, ExpectedFigures>>,
): void {
  for (const [queue, { medianDays, p92Days, ...exact }] of Object.entries(expected)) {
    const own = found[queue];
    expect(own).toMatchObject(exact);
    expect(own?.medianDays).toBeCloseTo(medianDays, 9);
    expect(own?.p92Days).toBeCloseTo(p92Days, 9);
  }
}

const rejectedIn = (rejected: Readonly<Record<string, number>>) =>
  Object.values(rejected).reduce((sum, count) => sum + count, 0);

describe('the whole extract', () => {
  it('comes in through the page with exactly the expected report and figures', { timeout: WHOLE_FILE }, async () => {
    const { created, unchanged, review, rejected, rows, asAt, services } = firstExtract.expected;
    site.today = asAt;
    manager = await site.signIn('data-manager');
    const expected = {
      Rows: rows,
      New: created,
      Updated: 0,
      Unchanged: unchanged,
      'To decide': review,
      Rejected: rejectedIn(rejected),
    };
    const watched = await site.browse(browser, manager);
    const { page } = watched;
    await chooseFile(page, firstExtract.path, 'extract');
    await isSound(page);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await heading(page, 'Checking the file');
    await grownTo400(page);
    expect.soft(await axe(page)).toEqual([]);
    await heading(page, 'What the import will do');
    expect(countsOn({ html: await page.content() })).toEqual(expected);
    for (const summary of await page.locator('main details summary').all()) await summary.click();
    await isSound(page);

    await page.getByRole('button', { name: 'Import the file' }).click();
    await heading(page, 'Importing the file');
    await grownTo400(page);
    // Somebody else looks at it meanwhile, and sees it grow.
    const other = await site.browse(browser, manager);
    const [running] = await site.deps.imports.latest('liverpool', 1);
    await other.page.goto(`${site.origin}/import/${running?.id}`);
    await heading(other.page, 'Import report');
    expect(await other.page.locator('progress').getAttribute('max')).toBe(String(rows));
    expect.soft(await axe(other.page)).toEqual([]);

    await heading(page, 'Import report');
    expect(countsOn({ html: await page.content() })).toEqual(expected);
    await isSound(page);
    for (const [code, count] of Object.entries(rejected))
      expect((await site.deps.imports.get('liverpool', running?.id ?? ''))?.totals?.rejected).toHaveProperty(
        code,
        count,
      );
    await other.page.getByRole('heading', { name: 'Rejected', exact: false }).first().waitFor({ timeout: 60_000 });
    await other.close();
    await watched.close();
    expectFigures(await figures(asAt), services);
  });

  it('of a week later comes in without JavaScript', { timeout: WHOLE_FILE }, async () => {
    const { created, updated = 0, unchanged, absent, rows, asAt, services } = nextExtract.expected;
    site.today = asAt;
    manager = await site.signIn('data-manager');
    const watched = await site.browse(browser, manager, { javaScript: false, width: 320 });
    const { page } = watched;
    await chooseFile(page, nextExtract.path, 'extract');
    expect(await page.locator('main').textContent()).toContain('read as in the last file of extract');
    await press(page, 'Check the file');
    expect(await continued(page, 'What the import will do')).toBeGreaterThan(0);
    const expected = { Rows: rows, New: created, Updated: updated, Unchanged: unchanged, 'To decide': 0, Rejected: 0 };
    expect(countsOn({ html: await page.content() })).toEqual(expected);
    expect(await page.locator('main').textContent()).toContain(`Missing from the file: ${absent} referrals`);

    await press(page, 'Import the file');
    expect(await continued(page, 'Import report')).toBeGreaterThan(0);
    expect(countsOn({ html: await page.content() })).toEqual(expected);
    expect(await page.locator('#missing').textContent()).toContain(`${absent} referrals`);
    expectFigures(await figures(asAt), services);
    await watched.close();
  });
});

describe('an import that is cut short', { timeout: WHOLE_FILE }, () => {
  const rows = Array.from({ length: 450 }, (_, at) => goodRow(at, { service: 'OT', familyName: `Cut${at}` }));
  const file = { name: 'cut.csv', content: fileOf(rows) };

  it('keeps what is left on the page, goes on when the file is chosen again, and is undone whole', async () => {
    const before = await figures(site.today);
    const watched = await site.browse(browser, manager);
    const { page } = watched;
    await chooseFile(page, file, 'cut');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await heading(page, 'What the import will do');
    let sent = 0;
    await page.route('**/import', (route) => {
      const isPart = route.request().method() === 'POST' && (route.request().postData() ?? '').includes('send=one');
      if (isPart) sent += 1;
      return isPart && sent > 1 ? route.abort() : route.continue();
    });
    await page.getByRole('button', { name: 'Import the file' }).click();
    await page.getByText('The service could not be reached').waitFor({ timeout: 60_000 });
    expect(await page.locator('.app-progress__done').textContent()).toBe('200');
    expect.soft(await axe(page)).toEqual([]);

    // Closed, and begun again with the same file.
    await page.unroute('**/import');
    await chooseFile(page, file, 'cut');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await heading(page, 'What the import will do');
    expect(await page.locator('main').textContent()).toContain('it was not finished');
    await page.getByRole('button', { name: 'Import the file' }).click();
    await heading(page, 'Import report');
    // What the first batch did is told as it was, not as unchanged.
    expect(countsOn({ html: await page.content() })).toMatchObject({ Rows: 450, New: 450, Unchanged: 0 });
    const imports = await site.deps.imports.latest('liverpool', 50);
    expect(imports.filter(({ system }) => system === 'cut')).toHaveLength(1);

    await page.getByRole('button', { name: 'Undo this import' }).click();
    await heading(page, 'Undo this import?');
    await isSound(page);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('This import has been undone').waitFor({ timeout: WHOLE_FILE });
    await isSound(page);
    expect(await figures(site.today)).toEqual(before);
    // The requests that were cut off are on the console: that they were is what this is about.
    await watched.context.close();
  });
});

describe('the first form', () => {
  it('says at once that a file is too large, and sends nothing', async () => {
    const watched = await site.browse(browser, manager);
    const { page } = watched;
    await page.goto(`${site.origin}/import`);
    await isSound(page);
    await page.setInputFiles('#upload', { name: 'big.csv', mimeType: 'text/csv', buffer: Buffer.alloc(4_500_000, 65) });
    await page.getByText('npm run import').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Import a file');
    expect.soft(await axe(page)).toEqual([]);
    // A second press within a second is taken for a double click.
    await page.waitForTimeout(1_100);
    await page.setInputFiles('#upload', { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'The file is empty' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('upload');
    await isSound(page);
    expect((await focusOrder(page)).join('\n')).toMatch(/CSV file[\s\S]*Which system[\s\S]*Continue/);
    await watched.close();
  });

  it('brings the columns back with what is wrong', async () => {
    const watched = await site.browse(browser, manager);
    const { page } = watched;
    await chooseFile(page, { name: 'odd.csv', content: fileOf([goodRow(1)], { referralId: 'Our ref' }) }, 'odd');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByRole('link', { name: 'Choose which column holds Referral ID' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('column-0');
    await isSound(page);
    await watched.close();
  });
});
