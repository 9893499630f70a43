/** Rows that wait for somebody to decide: the list, both sides of a row, and each decision. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, withoutVisibleFocus } from '../../browser/layout.ts';
import { importWhole } from '../imports/import-form.ts';
import { fileOf, goodRow, NUMBERS, type SmallRow } from '../imports/small-file.ts';
import { type PageReceived, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';

let site: RunningSite;
let browser: Browser;
let manager: SignedIn;
let files = 0;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  manager = await site.signIn('data-manager');
});
afterAll(async () => {
  expect(site.faults).toEqual([]);
  await browser?.close();
  await site?.close();
});

/** Brings rows in of which the last one waits, and answers its review's address. */
async function held(...rows: readonly SmallRow[]): Promise<string> {
  files += 1;
  await importWhole(site, manager, { content: fileOf(rows), system: `system ${files}` });
  const [told] = await site.deps.imports.latest('liverpool', 1);
  const batches = await site.deps.imports.batches('liverpool', told?.id ?? '');
  const result = batches[0]?.results.at(-1);
  if (result?.outcome !== 'review') throw new Error(`The row does not wait: ${result?.outcome}`);
  return `/reviews/${result.reviewId}`;
}

/** Two rows of one person on one list: the second waits. */
function sentAgain(at: number, receivedOn = '05/05/2026'): Promise<string> {
  const first = goodRow(at, { receivedOn: '07/10/2026' });
  return held(
    first,
    goodRow(at + 500, { localId: first.localId ?? '', familyName: first.familyName ?? '', receivedOn }),
  );
}

/** Chooses, and confirms what was chosen. */
async function decide(path: string, decision: string, reason = ''): Promise<PageReceived> {
  const asked = await site.get(manager, path);
  const answers = { ...travelling(asked), decision, reason };
  const checked = await site.post(manager, path, answers);
  if (checked.status !== 200) return checked;
  return site.post(manager, path, { ...travelling(checked), step: 'save' });
}

describe('a row that waits', () => {
  it('is listed with why, and shown beside the record with what differs', async () => {
    const path = await sentAgain(1);
    const list = await site.get(manager, '/reviews');
    expect(textOf(list)).toContain('Already waiting on this list');
    expect(list.html).toContain(`href="${path}"`);
    const page = await site.get(manager, path);
    expect(textOf(page)).toMatch(/Received The file says 5 May 2026 The record says 7 October 2026 Different/);
    expect(textOf(page)).toMatch(
      /Date of birth The file says 16 October 2018 The record says 16 October 2018 Fact NHS/,
    );
  });

  it('is linked: the referral that is open keeps the earlier start, and no second wait begins', async () => {
    const path = await sentAgain(2);
    const before = await site.deps.queues.count('liverpool', 'SALT');
    expect(await decide(path, 'link')).toMatchObject({ status: 303, location: '/reviews?decided=yes' });
    expect(await site.deps.queues.count('liverpool', 'SALT')).toBe(before);
    const review = await site.deps.reviews.get('liverpool', path.split('/')[2] ?? '');
    const referral = await site.get(
      manager,
      `/people/${review?.referral?.personId}/referrals/${review?.referral?.referralId}`,
    );
    // From 5 May to 2 November.
    expect(textOf(referral)).toContain('25 weeks 6 days');
    expect(textOf(await site.get(manager, path))).toContain('It is the referral that is open.');
  });

  it('is added as another referral of the same person', async () => {
    const path = await sentAgain(3);
    const review = await site.deps.reviews.get('liverpool', path.split('/')[2] ?? '');
    const [personId = ''] = review?.personIds ?? [];
    expect(await decide(path, `create ${personId}`, 'The school asked for a second opinion')).toMatchObject({
      status: 303,
    });
    expect((await site.deps.people.record('liverpool', personId))?.referrals).toHaveLength(2);
    expect(textOf(await site.get(manager, path))).toContain('The school asked for a second opinion');
  });

  it('is about somebody who has no record yet', async () => {
    const one = goodRow(4, { nhsNumber: NUMBERS[1] });
    const other = goodRow(5, { nhsNumber: NUMBERS[1], birthDate: '17/10/2017' });
    const path = await held(one, other);
    const page = await site.get(manager, path);
    expect(textOf(page)).toContain('One NHS number, two birth dates');
    expect(await decide(path, 'create')).toMatchObject({ status: 303 });
    const born = await site.deps.people.bornOn('liverpool', '2017-10-17' as never);
    expect(born).toHaveLength(1);
    // The number stays with whoever had it.
    expect((await site.deps.people.get('liverpool', born[0]?.personId ?? ''))?.details.nhsNumber).toBeNull();
  });

  it('is set aside only with what was found out', async () => {
    const path = await sentAgain(6);
    const refused = await decide(path, 'dismiss');
    expect([refused.status, textOf(refused).includes('Enter what you found out')]).toEqual([422, true]);
    expect(refused.html).toMatch(/value="dismiss"[^>]* checked/);
    expect(await decide(path, 'dismiss', 'Typed twice')).toMatchObject({ status: 303 });
    expect(textOf(await site.get(manager, path))).toContain('The row was set aside.');
  });

  it('is decided about once: the same decision again is done, another comes too late', async () => {
    const path = await sentAgain(7);
    const asked = await site.get(manager, path);
    const checked = await site.post(manager, path, { ...travelling(asked), decision: 'link', reason: '' });
    const save = { ...travelling(checked), step: 'save' };
    const [first, second] = await Promise.all([site.post(manager, path, save), site.post(manager, path, save)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect((await site.post(manager, path, save)).status).toBe(303);

    const colleague = await site.signIn('data-manager');
    const late = await site.post(colleague, path, { ...save, decision: 'dismiss', reason: 'Too late' });
    expect(late.status).toBe(412);
    expect(textOf(late)).toContain('Somebody else has decided about this row');
    expect(textOf(late)).toContain('It is the referral that is open.');
    const form = await site.post(colleague, path, { ...travelling(asked), decision: 'dismiss', reason: 'Too late' });
    expect(form.status).toBe(412);
  });

  it('must be decided one way or another', async () => {
    const path = await sentAgain(8);
    const refused = await decide(path, 'merge');
    expect([refused.status, textOf(refused).includes('Select what this row is')]).toEqual([422, true]);
    expect((await decide(path, '')).status).toBe(422);
  });
});

describe('who may', () => {
  it('read: clinicians and administrators too; decide: data managers', async () => {
    const path = await sentAgain(20);
    const clinician = await site.signIn('clinician');
    const page = await site.get(clinician, path);
    expect([page.status, textOf(page).includes('A data manager decides about this row')]).toEqual([200, true]);
    expect(page.html).not.toContain('name="decision"');
    expect((await site.post(clinician, path, { decision: 'dismiss', reason: 'No' })).status).toBe(403);
    expect((await site.get(await site.signIn('commissioner'), '/reviews')).status).toBe(403);
  });

  it('not people of another place: for them it is not there', async () => {
    const path = await sentAgain(21);
    const other = await site.signIn('data-manager', { place: 'cheshire-east' });
    expect((await site.get(other, path)).status).toBe(404);
    expect((await site.post(other, path, { decision: 'dismiss', reason: 'No' })).status).toBe(404);
    expect(textOf(await site.get(other, '/reviews'))).toContain('No row waits for a decision');
  });

  it('is recorded as having seen whoever is shown', async () => {
    const path = await sentAgain(22);
    const review = await site.deps.reviews.get('liverpool', path.split('/')[2] ?? '');
    await site.get(manager, path);
    const seen: string[] = [];
    for await (const { subjects, action } of site.deps.audit.viewsBy('liverpool', manager.staffId))
      if (action === 'review.read') seen.push(...subjects);
    expect(seen).toContain(review?.personIds[0]);
  });
});

describe('in a browser', () => {
  it('every state is sound: list, both sides, what is wrong, check, decided, too late; on a phone as well', async () => {
    const open = await sentAgain(30);
    const twoRecords = await held(
      goodRow(31, { nhsNumber: NUMBERS[2] }),
      goodRow(32),
      goodRow(33, { nhsNumber: NUMBERS[2], localId: goodRow(32).localId ?? '', birthDate: '01/01/2017' }),
    );
    const watched = await site.browse(browser, manager);
    const { page } = watched;
    const sound = async () => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        // The header lays its menu out anew a tenth of a second after the window has changed.
        await page.waitForTimeout(400);
        expect.soft(await axe(page)).toEqual([]);
        expect.soft(await noHorizontalScroll(page)).toEqual([]);
      }
      expect.soft(await withoutVisibleFocus(page)).toEqual([]);
    };
    await page.goto(`${site.origin}/reviews`);
    await sound();
    await page.goto(`${site.origin}${twoRecords}`);
    await sound();
    await page.goto(`${site.origin}${open}`);
    await page.getByLabel('Set the row aside').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('link', { name: 'Enter what you found out' }).waitFor();
    await sound();
    await page.getByLabel('What did you find out?').fill('Typed twice');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor();
    await sound();
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByText('The decision has been recorded').waitFor();
    await sound();
    await page.goto(`${site.origin}${open}`);
    await page.getByText('The row was set aside.').waitFor();
    await sound();
    await watched.close();
  });

  it('a decision is made without JavaScript', async () => {
    const path = await sentAgain(40);
    const watched = await site.browse(browser, manager, { javaScript: false, width: 320 });
    await watched.page.goto(`${site.origin}/reviews`);
    await watched.page.locator(`a[href="${path}"]`).click();
    await watched.page.getByLabel('It is the referral that is open').check();
    await watched.page.getByRole('button', { name: 'Continue' }).click();
    await watched.page.getByRole('button', { name: 'Record the decision' }).click();
    expect(await watched.page.locator('main').textContent()).toContain('The decision has been recorded');
    await watched.close();
  });
});
