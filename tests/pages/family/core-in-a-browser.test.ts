/**
 * A family in Arabic on a phone, from signing in to telling the team; and the core pages in Easy Read and Arabic: axe, 320 px, without
 * JavaScript, on paper, and no heavier than 60 KB. In plain English, every-page.test.ts looks at all of them.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { HEAVIEST, isFit, uselessOnPaper, weightOf, wordsOf } from './fit.ts';
import { invited, letIn } from './let-in.ts';

let site: RunningSite;
let browser: Browser;
let staff: SignedIn;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  staff = await site.signIn('clinician');
});
afterEach(() => site.foresawEverything());
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function child(givenName: string): Promise<string> {
  const person = await madePerson(site, staff, { familyName: 'Hassan', givenName, birthDate: '2018-10-16' });
  const asd = await madeReferral(site, staff, person.id, { queue: 'ASD', on: '2025-09-01' });
  await happened(site, staff, asd, ['2025-09-04', { kind: 'triage-accepted' }]);
  const salt = await madeReferral(site, staff, person.id, { on: '2026-05-04' });
  await happened(
    site,
    staff,
    salt,
    ['2026-05-06', { kind: 'triage-accepted' }],
    ['2026-10-20', { kind: 'appointment-booked', appointmentOn: localDate('2026-11-19'), time: '10:30' }],
  );
  return person.id;
}

/** Presses the one button of the page's form and waits for what comes of it. */
async function sends(page: Page): Promise<void> {
  await page.click('main form button[type="submit"]');
  await page.waitForLoadState();
}

it('a family in Arabic on a phone: chooses the language, uses the code, reads its waits, tells the team', async () => {
  const personId = await child('نور');
  const { code } = await invited(site, staff, personId, { name: 'Amal Hassan' });
  const amal = await site.signInFamily('amal-on-a-phone');
  const phone = await site.browse(browser, amal, { width: 360, height: 740 });
  const { page } = phone;
  await page.goto(`${site.origin}/family`);
  await page.click('text=العربية');
  await isFit(page, 'arabic-choice');
  await page.check('input[value="ar"]');
  await sends(page);
  expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  expect(await wordsOf(page)).toContain('لقد سجّلت الدخول');
  await page.click('text=استخدم رمزًا');
  await page.fill('#code', code);
  await sends(page);
  expect(await wordsOf(page)).toContain('الرمز صحيح');
  await isFit(page, 'arabic-home');
  await page.click('a:has-text("نور")');
  expect(await wordsOf(page)).toContain('19 نوفمبر 2026 الساعة 10:30');
  expect(await wordsOf(page)).toContain('61 أسبوعًا');
  await isFit(page, 'arabic-child');
  await page.click('a:has-text("أخبر الفريق")');
  await sends(page);
  expect(await wordsOf(page)).toContain('هناك مشكلة');
  await isFit(page, 'arabic-tell');
  await page.check('input[value="worse"]');
  await page.check('input[value="none"]');
  await page.fill('textarea', 'لم تعد تتكلم في المدرسة');
  await sends(page);
  expect(await wordsOf(page)).toContain('تم الإرسال. سيقرؤه الفريق خلال يومي عمل');
  expect(await wordsOf(page)).toContain('لم تعد تتكلم في المدرسة');
  await page.click('text=اقرأ هذه الصفحة بالإنجليزية');
  expect(await wordsOf(page)).toContain('You have an appointment.');
  await phone.close();
});

describe.each(['easy', 'ar'])('the core pages, read as %s', (reading) => {
  it('are fit for everybody, on a phone, without JavaScript and on paper', async () => {
    const personId = await child('Nour');
    const family = await letIn(site, staff, { personId, subject: `reads-${reading}`, name: 'Amal Hassan' });
    const own = `/family/children/${personId}`;
    const phone = await site.browse(browser, family, { width: 320 });
    await phone.page.goto(`${site.origin}/family/reading`);
    await phone.page.check(`input[value="${reading}"]`);
    await sends(phone.page);
    for (const path of [
      '/family',
      own,
      `${own}/tell`,
      `${own}/who-has-looked`,
      '/family/join',
      '/family/urgent',
      '/family/reading',
      '/family/nowhere',
    ]) {
      await phone.page.goto(`${site.origin}${path}`);
      await isFit(phone.page, `${reading}-${path.split('/').at(-1)?.slice(0, 14)}`);
      expect(await weightOf(site, family, path), path).toBeLessThan(HEAVIEST);
    }
    await phone.page.goto(`${site.origin}${own}`);
    expect(await uselessOnPaper(phone.page)).toEqual([]);
    await phone.close();
    const plain = await site.browse(browser, family, { width: 320, javaScript: false });
    await plain.page.goto(`${site.origin}${own}`);
    await plain.page.click(`a[href="${own}/tell"]`);
    await plain.page.check('input[value="school"]');
    await plain.page.check('input[value="none"]');
    await plain.page.fill('textarea', 'A new school');
    await plain.page.click('main form button[type="submit"]');
    expect(plain.page.url()).toContain('told=yes');
    await plain.close();
  });
});
