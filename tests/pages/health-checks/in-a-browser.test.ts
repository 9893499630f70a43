/** Health checks in a real browser: one record from the register to its end, and every page fit for everybody. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { healthCheckRoutes } from '../../../functions/web/pages/health-checks/routes.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { madePerson } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';
import { type FollowedPerson, followedPerson, NURSES } from './followed-people.ts';

let site: RunningSite;
let browser: Browser;
let nurse: SignedIn;
let whole: FollowedPerson;
let late: FollowedPerson;
let grown: FollowedPerson;
const name = { familyName: 'Fernández-Gómez-Kowalska', givenName: 'Oluwaseun' };
beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  nurse = await site.signIn('clinician', { services: NURSES });
  const plan = {
    kind: 'plan-agreed',
    goals: ['Swim each week with my brother'],
    actions: [
      { what: 'Book an eye test', owner: 'Mum', by: '2026-11-30' },
      { what: 'Review the epilepsy medicine', owner: 'Dr Osei', by: '2026-12-15' },
    ],
  };
  whole = await followedPerson(
    site,
    nurse,
    { ...name, nhsNumber: '9990017336' },
    ['2026-09-01', { kind: 'invited', by: 'easy-read-letter' }],
    ['2026-09-20', { kind: 'booked', appointmentOn: '2026-10-05' }],
    ['2026-10-05', { kind: 'checked', where: 'practice' }],
    ['2026-10-12', plan],
  );
  late = await followedPerson(
    site,
    nurse,
    { familyName: 'سلمى', givenName: 'Ó Súilleabháin', flags: ['learning-disability'] },
    ['2024-10-05', { kind: 'checked', where: 'hub' }],
    ['2026-06-01', { kind: 'invited', by: 'letter' }],
    ['2026-06-20', { kind: 'chased', by: 'telephone', note: 'No answer' }],
  );
  const adult = { ...name, nhsNumber: null, noNhsNumberReason: 'not-known', birthDate: '2000-12-05' };
  grown = await followedPerson(site, nurse, adult, ['2026-10-05', { kind: 'checked', where: 'practice' }]);
  await followedPerson(site, nurse, { familyName: 'Nowak', birthDate: '2013-05-05' });
  const decline = { kind: 'declined', by: 'young-person', capacityConsidered: true } as const;
  await followedPerson(site, nurse, { familyName: 'Okafor', practice: 'N82033' }, ['2026-05-01', decline]);
});
afterAll(async () => {
  await browser.close();
  site.foresawEverything();
  await site.close();
});

describe('one record, from beginning to end', () => {
  it('is opened, invited, booked, done, planned, corrected and closed by a nurse who types and presses', async () => {
    const { id } = await madePerson(site, nurse, { birthDate: '2009-01-02', familyName: 'Adeyemi' });
    const opened = await site.browse(browser, nurse, { width: 1280, javaScript: true });
    const { page } = opened;
    const record = async (action: string, answers: Fields): Promise<string> => {
      await press(page, action);
      await fillIn(page, answers);
      await press(page, 'Continue');
      await press(page, action === 'Record leaving' ? 'Record and close' : 'Save');
      return (await page.locator('main').textContent()) ?? '';
    };
    await page.goto(`${site.origin}/people/${id}`);
    const first = await record('Follow annual health checks', {
      ...typedDate('on', '2025-09-01'),
      practice: 'N82001',
    });
    expect(first).toContain('The check was due by 31 March 2026');
    await record('Record an invitation', { ...typedDate('on', '2026-09-01'), by: 'easy-read-letter' });
    await record('Record a reminder', { ...typedDate('on', '2026-09-15'), by: 'telephone' });
    await record('Record a booking', { ...typedDate('on', '2026-09-16'), ...typedDate('appointmentOn', '2026-09-30') });
    await record('Record that a booked check did not happen', {
      ...typedDate('on', '2026-09-30'),
      why: 'was-not-brought',
      safeguardingConsidered: 'yes',
    });
    const declined = await record('Record a decline', {
      ...typedDate('on', '2026-10-01'),
      capacityConsidered: 'yes',
      by: 'young-person',
    });
    expect(declined).toContain('Offer it again from 1 April 2027');
    const done = await record('Record the check', { ...typedDate('on', '2026-10-10'), where: 'home' });
    expect(done).toContain('The health action plan is missing.');
    const planned = await record('Record the health action plan', {
      ...typedDate('on', '2026-10-12'),
      'goal-1': 'Walk to college',
    });
    expect(planned).toContain('The health action plan is there.');
    await page
      .locator('.app-timeline__item', { hasText: 'Health check done' })
      .getByRole('link', { name: /^Correct/ })
      .click();
    await page.waitForLoadState();
    await fillIn(page, { reason: 'Another person' });
    await press(page, 'Continue');
    await press(page, 'Mark as recorded in error');
    const corrected = await page.locator('main').textContent();
    expect(corrected).toContain('Declined this financial year');
    const left = await record('Record leaving', {
      ...typedDate('on', '2026-11-01'),
      why: 'moved-away',
      handedOverTo: 'Marine Lake practice',
    });
    expect(left).toContain('Moved away on 1 November 2026');
    expect(left).toMatch(/Due date handed over[\s\S]*31 March 2026, to Marine Lake practice/);
    await opened.close();
  });
});

const file = [
  'NHS Number,Surname,Date of Birth,GP Practice,On Register From,Check Date,Shoe Size',
  '9990017336,Fernández-Gómez-Kowalska,14/10/2008,N82001,01/04/2023,05/10/2026,4',
  '9990034664,Nobody,14/10/2008,N82001,01/04/2024,31/02/2026,',
].join('\n');

async function chooseFile(page: Page): Promise<void> {
  await page
    .locator('main [name="upload"]')
    .setInputFiles({ name: 'n82001.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await press(page, 'Check the file');
}

const states: Readonly<Record<string, { readonly at: () => string; readonly act?: (page: Page) => Promise<void> }>> = {
  'health-checks': { at: () => '/cases/health-check' },
  'health-checks-none': { at: () => '/cases/health-check?status=due-soon' },
  'health-checks-figures': { at: () => '/cases/health-check/figures' },
  'health-check': { at: () => whole.path },
  'health-check-late': { at: () => late.path },
  'health-check-hand-over': { at: () => grown.path },
  'health-check-plan': { at: () => `${whole.path}/plan` },
  'health-check-easy-read': { at: () => `${whole.path}/easy-read-plan` },
  'health-check-plan-form-wrong': {
    at: () => `${late.path}/record/plan-agreed`,
    act: async (page) => {
      await fillIn(page, { ...typedDate('on', '2026-10-12'), 'action-1': 'See the dentist' });
      await press(page, 'Continue');
    },
  },
  'health-check-decline-form': { at: () => `${late.path}/record/declined` },
  'practice-file': { at: () => '/cases/health-check/practice-file' },
  'practice-file-checked': { at: () => '/cases/health-check/practice-file', act: chooseFile },
};

describe.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: false },
])('at $width px, JavaScript $javaScript', (view) => {
  it.each(Object.keys(states))('%s: fits, breaks no rule of the service, passes axe', async (state) => {
    const opened = await site.browse(browser, nurse, view);
    const { page } = opened;
    await page.goto(`${site.origin}${states[state]?.at()}`);
    await states[state]?.act?.(page);
    await screenshot(page, `${state}-${view.width}`);
    expect(await noHorizontalScroll(page)).toEqual([]);
    if (view.javaScript) expect(await axe(page)).toEqual([]);
    await opened.close();
    expect(site.faults).toEqual([]);
  });
});

it('every page of health checks is among the states', () => {
  const visited = Object.values(states).map(({ at }) => at().replace(/\?.*/, ''));
  const missing = healthCheckRoutes.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`);
    // Files are no pages.
    return method === 'GET' && !path.endsWith('.csv') && !visited.some((address) => pattern.test(address));
  });
  expect(missing).toEqual([]);
});
