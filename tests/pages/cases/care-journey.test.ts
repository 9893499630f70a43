/** Health assessments in care from the first record to done, in a browser: late, refused, corrected, moved; then the day of whoever works them. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { madePerson } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';

let site: RunningSite;
let browser: Browser;
let nurse: SignedIn;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  nurse = await site.signIn('clinician', { services: ['children-in-care-health', 'salt'] });
  ({ page } = await site.browse(browser, nurse));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const words = async () =>
  (await page.evaluate<string>(`document.querySelector('main').innerText`)).replaceAll(/\s+/g, ' ');

/** Opens a form by its button, answers it, checks the answers and saves. */
async function record(action: string, on: string, answers: Readonly<Record<string, string>> = {}): Promise<string> {
  await press(page, action);
  await fillIn(page, { ...typedDate('on', on), ...answers });
  await press(page, 'Continue');
  await page.locator('main').getByRole('button').first().click();
  await page.waitForLoadState();
  return words();
}

async function openedFor(familyName: string, on: string): Promise<string> {
  const { id } = await madePerson(site, nurse, { familyName, givenName: 'Ade' });
  await page.goto(`${site.origin}/people/${id}`);
  return record('Record becoming looked after', on, {
    legalStatus: 'section-20',
    authority: 'Liverpool',
    outOfArea: 'no',
  });
}

describe('a child in care', () => {
  it('is told of, agreed to, booked, missed, moved, seen, and their plan returned late; every page passes axe', async () => {
    expect(await openedFor('Abara', '2026-09-01')).toContain('Recorded: Became looked after');
    expect(await words()).toMatch(/Not notified.*Waiting on another body.*Due 29 September 2026.*Late/i);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'care-record');
    await record('Record the notification', '2026-09-02');
    expect(await record('Record consent', '2026-09-04', { by: 'parent' })).toContain('Not booked');
    await press(page, 'Book the assessment');
    expect(await axe(page)).toEqual([]);
    await press(page, 'Continue');
    expect(await words()).toContain('There is a problem');
    expect(await axe(page)).toEqual([]);
    await fillIn(page, { ...typedDate('on', '2026-09-07'), ...typedDate('appointmentOn', '2026-09-20') });
    await press(page, 'Continue');
    expect(await axe(page)).toEqual([]);
    await press(page, 'Save');
    expect(await words()).toContain('Assessment booked for 20 September 2026');
    await record('Record a missed appointment', '2026-09-20', { why: 'No transport' });
    await record('Record a placement move', '2026-09-22', { outOfArea: 'yes' });
    await record('Record who caused a delay', '2026-09-23', {
      owner: 'placement',
      reason: 'No transport was arranged',
    });
    expect(await words()).toMatch(/Out of the area/);
    await record('Record the assessment', '2026-09-25', { by: 'medical-practitioner' });
    const done = await record('Record that the plan was returned', '2026-10-05');
    expect(done).toMatch(/Up to date.*Due 25 September 2027 Review assessment/i);
    expect(done).toMatch(/Initial: plan returned 5 October 2026 Late/i);
    expect(done).toMatch(/Next review by 25 September 2027 every 12 months from the 5th birthday on/i);
    expect(await noHorizontalScroll(page)).toEqual([]);
  });

  it('whose record was wrong is corrected, and what followed from the mistake is taken back', async () => {
    await press(page, 'Correct this entry: Report and health plan returned, 5 October 2026');
    await fillIn(page, { reason: 'That was another child' });
    await press(page, 'Continue');
    await press(page, 'Mark as recorded in error');
    expect(await words()).toMatch(/Seen, plan awaited/i);
    expect(await words()).toContain('That was another child');
  });

  it('whose review is late is seen by a nurse, and reviewed again a year after that', async () => {
    await openedFor('Adair', '2025-03-03');
    await record('Record consent', '2025-03-05', { by: 'local-authority' });
    await record('Record the assessment', '2025-03-20', { by: 'medical-practitioner' });
    await record('Record that the plan was returned', '2025-03-27');
    expect(await words()).toMatch(/Review due.*Due 20 March 2026 Review assessment Late/i);
    await record('Record a chase', '2026-10-01', { whom: 'placement', how: 'telephone' });
    expect(await record('Record the assessment', '2026-10-12', { by: 'nurse' })).toMatch(/Seen, plan awaited/i);
    const reviewed = await record('Record that the plan was returned', '2026-10-19');
    expect(reviewed).toMatch(/Up to date.*Due 12 October 2027 Review assessment/i);
    expect(reviewed).toMatch(/Last review 12 October 2026/i);
  });

  it('who refuses with understanding is counted apart, and whose care ends is closed', async () => {
    await openedFor('Bello', '2026-10-20');
    await record('Record a refusal', '2026-10-22', { by: 'young-person', competent: 'yes' });
    expect(await words()).toMatch(/Refused.*Nothing is due.*Apart: competent refusal/i);
    await record('Record the end of care', '2026-10-28', { why: 'returned-home' });
    expect(await words()).toMatch(/Care ended/i);
  });

  it('is refused with the reason beside the question, and what was typed is kept', async () => {
    await openedFor('Cole', '2026-10-20');
    await record('Record consent', '2026-10-21', { by: 'local-authority' });
    await press(page, 'Record the assessment');
    await fillIn(page, { ...typedDate('on', '2026-10-26'), by: 'nurse' });
    await press(page, 'Continue');
    expect(await words()).toContain('The first assessment is made by a registered medical practitioner');
    expect(await page.locator('[name="by"][value="nurse"]').isChecked()).toBe(true);
  });
});

describe('a file of looked-after children', () => {
  const path = '/cases/care-assessment/notifications';
  const headings = 'NHS Number,Surname,Forename,DOB,Looked After From,Legal Status,Local Authority,Placement,Shoe Size';
  const file = [
    headings,
    '9990005567,Rahman,Zainab,05/06/2019,26/10/2026,UASC,Liverpool,in area,28',
    '9990005841,,Pat,31/02/2016,26/10/2026,S47,Liverpool,somewhere,',
    '9990005702,Nobody,,05/06/2019,26/10/2026,S20,Liverpool,out of area,',
  ];
  async function choose(lines: readonly string[]): Promise<void> {
    const buffer = Buffer.from(lines.join('\n'));
    await page.locator('main [name="upload"]').setInputFiles({ name: 'october.csv', mimeType: 'text/csv', buffer });
    await press(page, 'Check the file');
  }

  it('is chosen, checked, brought in, and changes nothing when it is sent again; what is wrong is told with what to do', async () => {
    await page.goto(`${site.origin}/cases/care-assessment`);
    await press(page, 'Bring in notifications');
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'care-notifications');
    await choose([headings]);
    expect(await words()).toContain('The file has headings but no rows');
    await choose(['Surname', 'Rahman']);
    expect(await words()).toContain('The file has no column “Date of Birth”, none “Looked After From”');
    expect(await axe(page)).toEqual([]);
    await choose(file);
    const checked = await words();
    expect(checked).toMatch(/What the file would do.*Nothing has been changed yet.*Not read: Shoe Size/);
    expect(checked).toMatch(/Rows to decide.*Nobody here has this number.*Rows rejected.*Surname/);
    expect(checked).toMatch(/Rows taken.*the child, looked after from 26 Oct 2026, told 2 Nov 2026/);
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'care-notifications-checked');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the rows not taken (CSV)' }).click();
    expect((await download).suggestedFilename()).toBe('not-taken-2026-11-02.csv');
    await press(page, 'Bring in 1 row');
    expect(await words()).toMatch(/1 row brought in.*Rows taken/);
    expect(await axe(page)).toEqual([]);
    await press(page, 'Open the record of line 2');
    expect(await words()).toMatch(/Consent awaited.*Due 23 November 2026/i);
    await page.goto(`${site.origin}${path}`);
    await choose(file);
    expect(await words()).toContain('There is nothing to bring in');
  });

  it('fits a phone without JavaScript, and is not for other teams', async () => {
    const phone = await site.browse(browser, nurse, { width: 320, javaScript: false } as never);
    await phone.page.goto(`${site.origin}${path}`);
    expect(await noHorizontalScroll(phone.page)).toEqual([]);
    const buffer = Buffer.from(file.join('\n'));
    await phone.page.locator('main [name="upload"]').setInputFiles({ name: 'o.csv', mimeType: 'text/csv', buffer });
    await press(phone.page, 'Check the file');
    expect(await noHorizontalScroll(phone.page)).toEqual([]);
    await screenshot(phone.page, 'care-notifications-phone');
    const empty = await site.get(nurse, '/cases/care-assessment/empty-notifications.csv');
    expect(empty.html).toContain('NHS Number,Local Patient ID,Surname,Forename');
    const other = await site.signIn('clinician', { services: ['salt'] });
    expect((await site.post(other, path, { step: 'check', file: '', name: '' })).status).toBe(422);
  });
});

describe('the list and the day', () => {
  it('show what is due, the first due first, for those who work it alone', async () => {
    for (const path of [
      '/cases',
      '/cases/care-assessment',
      '/cases/care-assessment?list=closed',
      '/cases/care-assessment/figures',
      '/my-day',
    ]) {
      await page.goto(`${site.origin}${path}`);
      expect(await axe(page), path).toEqual([]);
      await screenshot(page, path.replaceAll(/\W+/g, '-'));
    }
    const list = textOf(await site.get(nurse, '/cases/care-assessment')).toUpperCase();
    expect(list).toContain('1 TO 4 OF 4');
    expect(list.indexOf('ABARA')).toBeLessThan(list.indexOf('COLE'));
    const day = textOf(await site.get(nurse, '/my-day?days=28'));
    expect(day).toMatch(/As at 2 November 2026.*Abara/i);
    expect(textOf(await site.get(nurse, '/my-day?part=today'))).toContain('Nothing matches these filters');
    const file = await site.get(nurse, '/cases/care-assessment/download');
    expect(file.html).toContain('Abara');
    const figures = textOf(await site.get(nurse, '/cases/care-assessment/figures'));
    expect(figures).toMatch(
      /Due from 1 April 2026 to 2 November 2026.*Seen in 20 working days.*By placing authority.*Liverpool/,
    );
    const turned = '?from-day=2&from-month=4&from-year=2026&to-day=1&to-month=4&to-year=2026';
    const refused = await site.get(nurse, `/cases/care-assessment/figures${turned}`);
    expect([refused.status, refused.html.includes('value="2026"')]).toEqual([422, true]);
    expect(textOf(refused)).toContain('The last day must not be before the first');
    const other = await site.signIn('clinician', { services: ['salt'] });
    expect((await site.get(other, '/cases/care-assessment')).status).toBe(403);
    expect((await site.get(other, '/cases/care-assessment/figures')).status).toBe(403);
    expect(textOf(await site.get(other, '/my-day'))).toContain('Nothing is due');
    expect((await site.get(nurse, '/cases/care-assessment?status=odd')).status).toBe(400);
    site.foresawEverything();
  });

  it('fit a phone', async () => {
    const phone = await site.browse(browser, nurse, { width: 320 } as never);
    for (const path of ['/cases/care-assessment', '/cases/care-assessment/figures', '/my-day']) {
      await phone.page.goto(`${site.origin}${path}`);
      expect(await noHorizontalScroll(phone.page), path).toEqual([]);
    }
  });
});
