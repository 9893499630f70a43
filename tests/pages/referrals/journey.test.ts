/** From nobody's record to discharge, on a phone and without JavaScript, with the wait told at each step. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll } from '../../browser/layout.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';

let site: RunningSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

it('a child is found to be new, added, referred, triaged, missed, seen and discharged', async () => {
  site.today = '2026-03-02';
  const clinician: SignedIn = await site.signIn('clinician');
  const watched = await site.browse(browser, clinician, { width: 320, javaScript: false });
  const { page } = watched;

  await page.goto(`${site.origin}/people/find`);
  await fillIn(page, { familyName: 'Wiśniewska', ...typedDate('birthDate', '2021-06-14') });
  await press(page, 'Find by name and date of birth');
  await page.getByText('Nobody was found').waitFor();
  await press(page, 'Add this person');
  await fillIn(page, { givenName: 'Maja', nhsNumber: '999 010 3984', reasonableAdjustments: 'Quiet room' });
  await confirm(page, {}, 'Add this person');
  expect(await page.locator('h1').textContent()).toBe('WIŚNIEWSKA, Maja');

  await press(page, 'Add a referral');
  await confirm(
    page,
    { queue: 'SALT', ...typedDate('on', '2026-03-02'), source: 'health-visitor', tier: 'routine' },
    'Add the referral',
  );
  expect(await wait(page)).toBe('0 weeks 0 days');
  await press(page, 'Accept at triage');
  await confirm(page, {}, 'Accept the referral');
  expect(await page.getByText('Recorded: Accepted at triage').count()).toBe(1);

  await signInOn('2026-05-04', clinician, page);
  await press(page, 'Book an appointment');
  await confirm(page, { ...typedDate('appointmentOn', '2026-05-26'), time: '10:15' }, 'Save');
  expect(await wait(page)).toBe('9 weeks 0 days');

  await signInOn('2026-05-27', clinician, page);
  await page.getByText('Record what happened at the appointment on 26 May 2026').waitFor();
  await press(page, 'Record a missed appointment');
  expect(await page.locator('[name="on-day"]').inputValue()).toBe('26');
  await confirm(page, { first: 'yes', communicationProven: 'yes', safeguardingConsidered: 'yes' }, 'Save');
  await page.getByText('rebook by').waitFor();
  expect(await wait(page)).toBe('12 weeks 2 days');

  await signInOn('2026-06-29', clinician, page);
  await open(page, 'Record a contact');
  await confirm(page, { ...typedDate('on', '2026-06-29'), mechanism: 'face-to-face', parentOnly: 'no' }, 'Save');
  expect(await wait(page)).toBe('17 weeks 0 days');
  await page.getByText('to 29 June 2026, when the clock stopped').waitFor();

  await signInOn('2026-09-14', clinician, page);
  await open(page, 'Discharge');
  await confirm(
    page,
    { ...typedDate('on', '2026-09-14'), reason: 'treated', clinician: 'Priya Nair, therapist' },
    'Discharge',
  );
  expect(await wait(page)).toBe('17 weeks 0 days');
  await press(page, 'Why is this number?');
  for (const line of [
    'Was not brought, first appointment',
    'Contact in person',
    'From 2 March 2026 to 29 June 2026: 119 days',
  ])
    expect(await page.getByText(line).count()).toBeGreaterThan(0);
  expect(await noHorizontalScroll(page)).toEqual([]);
  expect(site.addresses.join('\n')).not.toMatch(/wi%C5%9B|wiśn|maja|999.?010|2021/i);
  await watched.close();
  expect(site.faults).toEqual([]);
});

/** Answers a form, looks at the answers, and saves them. */
async function confirm(page: Page, answers: Fields, save: string): Promise<void> {
  await fillIn(page, answers);
  await press(page, 'Continue');
  expect(await page.locator('h1').textContent()).toBe('Check your answers');
  await press(page, save);
}

async function wait(page: Page): Promise<string | null> {
  return page.locator('.app-wait__days').textContent();
}

/** Something among "everything else": the list is opened first. */
async function open(page: Page, name: string): Promise<void> {
  if (
    !(await page
      .locator('main')
      .getByRole('link', { name })
      .or(page.locator('main').getByRole('button', { name }))
      .first()
      .isVisible())
  )
    await page.getByText('Everything else you can record').click();
  await press(page, name);
}

/** Another day: the session of the day before is over, and somebody signs in again on the same page. */
async function signInOn(day: string, before: SignedIn, page: Page): Promise<void> {
  site.today = day;
  const again = await site.signIn('clinician');
  expect(again.staffId).not.toBe(before.staffId);
  const address = page.url().replace(/\?.*/, '');
  await page.goto(site.signInAddress(again));
  await page.goto(address);
}
