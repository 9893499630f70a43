/** Every page about people and referrals in each of its states, in a real browser: axe, width, policy, keyboard, paper. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleRoutes } from '../../../functions/web/pages/people/routes.ts';
import { referralRoutes } from '../../../functions/web/pages/referrals/routes.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { focusOrder, noHorizontalScroll, screenshot, withoutVisibleFocus } from '../../browser/layout.ts';
import { happened, madePerson, madeReferral, nhsNumbers } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';

let site: RunningSite;
let browser: Browser;
let clinician: SignedIn;
let colleague: SignedIn;
let personId: string;
let referralId: string;
let closedPath: string;
let bookedPath: string;
let twinBirth: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  clinician = await site.signIn('clinician');
  colleague = await site.signIn('administrator');
  await makeRecords();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const missed = {
  kind: 'appointment-missed',
  coding: 'was-not-brought',
  first: true,
  communicationProven: true,
  safeguardingConsidered: true,
  reason: 'The bus did not come',
} as const;

async function makeRecords(): Promise<void> {
  const person = await madePerson(site, clinician, {
    familyName: 'Ó Súilleabháin',
    givenName: 'سلمى',
    nhsNumber: nhsNumbers[0],
    localId: 'LP100234',
    birthDate: '2011-03-14',
    flags: ['ehc-plan', 'looked-after', 'restricted'],
    reasonableAdjustments: ['Quiet room', 'First appointment of the day'],
    communicationNeeds: ['Easy Read letters'],
    interpreterLanguage: 'Arabic',
    postcode: 'L8 2TF',
  });
  personId = person.id;
  const salt = await madeReferral(site, clinician, personId, { on: '2026-07-06' });
  referralId = salt.referral.id;
  await happened(
    site,
    clinician,
    salt,
    ['2026-07-08', { kind: 'triage-accepted' }],
    ['2026-07-09', { kind: 'noted', note: 'School sends a teaching assistant.\nDo not ring before ten.' }],
    ['2026-09-01', missed],
    ['2026-09-02', { kind: 'family-contacted', purpose: 'after-missed-appointment', stillNeeded: true }],
    ['2026-10-06', { ...missed, first: false }],
  );
  const contact = await happened(site, clinician, { referral: { ...salt.referral, version: 6 } }, [
    '2026-10-07',
    { kind: 'contact', mechanism: 'video', parentOnly: true },
  ]);
  const mistake = contact.referral.events.at(-1)?.id ?? '';
  await happened(site, clinician, contact, [
    '2026-10-08',
    { kind: 'recorded-in-error', eventId: mistake, reason: 'This was another child' },
  ]);
  await madeReferral(site, clinician, personId, { queue: 'ASD', on: '2025-03-03', tier: 'soon' });
  const twin = { familyName: 'Nowak', givenName: 'Zofia', birthDate: '2018-05-05' };
  twinBirth = twin.birthDate;
  const first = await madePerson(site, clinician, { ...twin, diedOn: '2026-10-01' }, '2026-10-30');
  await madePerson(site, clinician, twin);
  const ended = await madeReferral(site, clinician, first.id, { on: '2025-06-02' });
  await happened(
    site,
    clinician,
    ended,
    ['2025-06-04', { kind: 'triage-accepted' }],
    ['2025-11-04', { kind: 'contact', mechanism: 'face-to-face', parentOnly: false }],
    ['2026-02-04', { kind: 'treatment-started' }],
    ['2026-08-04', { kind: 'discharged', reason: 'treated', clinician: 'Ruth Kaplan' }],
  );
  closedPath = `/people/${first.id}/referrals/${ended.referral.id}`;
  const other = await madePerson(site, clinician, {
    familyName: 'Okafor',
    givenName: 'Adaeze',
    birthDate: '2020-02-29',
  });
  const booked = await madeReferral(site, clinician, other.id, { on: '2026-08-03', tier: 'urgent' });
  await happened(
    site,
    clinician,
    booked,
    ['2026-08-05', { kind: 'triage-accepted' }],
    ['2026-08-05', { kind: 'assigned', to: 'Ruth Kaplan' }],
    ['2026-10-05', { kind: 'appointment-booked', appointmentOn: '2026-11-10' as never, time: '14:45' }],
  );
  bookedPath = `/people/${other.id}/referrals/${booked.referral.id}`;
}

const today = typedDate('on', '2026-11-01');
const referralPath = () => `/people/${personId}/referrals/${referralId}`;

/** Each state: where it begins, and what is done there. */
const states: Readonly<Record<string, { readonly at: () => string; readonly act?: (page: Page) => Promise<void> }>> = {
  find: { at: () => '/people/find' },
  'find-wrong': {
    at: () => '/people/find',
    act: async (page) => {
      await fillIn(page, { nhsNumber: '999 001 7337' });
      await press(page, 'Find by NHS number');
    },
  },
  'find-nobody': {
    at: () => '/people/find',
    act: async (page) => {
      await fillIn(page, { familyName: 'Nobody', ...typedDate('birthDate', '2015-01-01') });
      await press(page, 'Find by name and date of birth');
    },
  },
  'find-several': {
    at: () => '/people/find',
    act: async (page) => {
      await fillIn(page, { familyName: 'now', ...typedDate('birthDate', twinBirth) });
      await press(page, 'Find by name and date of birth');
    },
  },
  'person-new': { at: () => '/people/new' },
  'person-new-wrong': {
    at: () => '/people/new',
    act: async (page) => {
      await fillIn(page, { givenName: 'Ana', ...typedDate('birthDate', '2015-02-30'), nhsNumber: '123' });
      await press(page, 'Continue');
    },
  },
  'person-new-check': {
    at: () => '/people/new',
    act: async (page) => {
      await fillIn(page, { familyName: 'Nowak', givenName: 'Zofia', ...typedDate('birthDate', twinBirth) });
      await press(page, 'Continue');
    },
  },
  'person-new-taken': {
    at: () => '/people/new',
    act: async (page) => {
      await fillIn(page, {
        familyName: 'Somebody',
        ...typedDate('birthDate', '2015-01-01'),
        nhsNumber: '999 001 7336',
      });
      await press(page, 'Continue');
    },
  },
  person: { at: () => `/people/${personId}` },
  'person-died-and-duplicate': { at: () => closedPath.replace(/\/referrals.*/, '') },
  'person-print': { at: () => `/people/${personId}/print` },
  'person-edit': { at: () => `/people/${personId}/edit` },
  'person-edit-check': {
    at: () => `/people/${personId}/edit`,
    act: async (page) => {
      await fillIn(page, { postcode: 'L1 8JQ' });
      await press(page, 'Continue');
    },
  },
  'person-edit-conflict': {
    at: () => `/people/${personId}/edit`,
    act: async (page) => {
      await fillIn(page, { gpPractice: 'N82054', interpreterLanguage: 'Sorani' });
      await press(page, 'Continue');
      await changeMeanwhile();
      await press(page, 'Save the changes');
    },
  },
  'referral-new': { at: () => `/people/${personId}/referrals/new` },
  'referral-new-wrong': {
    at: () => `/people/${personId}/referrals/new`,
    act: async (page) => {
      await fillIn(page, { queue: 'OT', ...typedDate('on', '2026-11-30'), tier: 'soon', source: 'gp' });
      await press(page, 'Continue');
    },
  },
  'referral-new-check': {
    at: () => `/people/${personId}/referrals/new`,
    act: async (page) => {
      await fillIn(page, {
        queue: 'OT',
        ...typedDate('on', '2026-10-30'),
        tier: 'soon',
        source: 'gp',
        note: 'Falls at school',
      });
      await press(page, 'Continue');
    },
  },
  'referral-duplicate': {
    at: () => `/people/${personId}/referrals/new`,
    act: async (page) => {
      await fillIn(page, { queue: 'SALT', ...typedDate('on', '2026-10-30'), tier: 'soon', source: 'school' });
      await press(page, 'Continue');
    },
  },
  referral: {
    at: referralPath,
    act: async (page) => {
      await page.getByText('Everything else you can record').click();
    },
  },
  'referral-booked': { at: () => bookedPath },
  'referral-closed': { at: () => closedPath },
  why: { at: () => `${referralPath()}/why` },
  'why-wrong': { at: () => `${referralPath()}/why?asAt-day=31&asAt-month=2&asAt-year=2026` },
  'why-before': { at: () => `${referralPath()}/why?asAt-day=1&asAt-month=9&asAt-year=2026` },
  'event-missed': { at: () => `${bookedPath}/record/appointment-missed` },
  'event-missed-wrong': {
    at: () => `${bookedPath}/record/appointment-missed`,
    act: (page) => press(page, 'Continue'),
  },
  'event-missed-check': {
    at: () => `${bookedPath}/record/appointment-missed`,
    act: async (page) => {
      await fillIn(page, { ...today, first: 'yes', communicationProven: 'no', safeguardingConsidered: 'no' });
      await press(page, 'Continue');
    },
  },
  'event-conflict': {
    at: () => `${bookedPath}/record/noted`,
    act: async (page) => {
      await fillIn(page, { note: 'Rang twice.\nNo answer.' });
      await press(page, 'Continue');
      await recordMeanwhile();
      await press(page, 'Save the note');
    },
  },
  'event-correct': {
    at: referralPath,
    act: (page) => press(page, 'Correct this entry: Family contacted, 2 September 2026'),
  },
  'event-not-now': { at: () => `${closedPath}/record/appointment-booked` },
  'event-saved': {
    at: () => `${bookedPath}/record/noted`,
    act: async (page) => {
      await fillIn(page, { note: 'Letter sent' });
      await press(page, 'Continue');
      await press(page, 'Save the note');
    },
  },
  'not-there': { at: () => `/people/${'A'.repeat(16)}` },
};

let meanwhile = 0;
async function changeMeanwhile(): Promise<void> {
  meanwhile += 1;
  const form = await site.get(colleague, `/people/${personId}/edit`);
  const version = /name="version" value="(\d+)"/.exec(form.html)?.[1] ?? '';
  const opened = /name="opened" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const answer = await site.post(colleague, `/people/${personId}/edit`, {
    version,
    opened,
    _step: 'save',
    familyName: 'Ó Súilleabháin',
    givenName: 'سلمى',
    nhsNumber: nhsNumbers[0],
    localId: 'LP100234',
    ...typedDate('birthDate', '2011-03-14'),
    flags: ['ehc-plan', 'looked-after', 'restricted'],
    reasonableAdjustments: 'Quiet room\nFirst appointment of the day',
    communicationNeeds: `Easy Read letters\nText, not telephone ${meanwhile}`,
    interpreterLanguage: meanwhile % 2 === 0 ? 'Arabic' : 'Kurdish',
    postcode: 'L8 2TF',
    ethnicCategory: '99',
  });
  expect(answer.status).toBe(303);
}

async function recordMeanwhile(): Promise<void> {
  const path = `${bookedPath}/record/assigned`;
  const form = await site.get(colleague, path);
  const version = /name="version" value="(\d+)"/.exec(form.html)?.[1] ?? '';
  const answer = await site.post(colleague, path, { version, event: '', _step: 'save', ...today, to: 'Tom Ashworth' });
  expect(answer.status).toBe(303);
}

const views = [
  { width: 1280, javaScript: true },
  { width: 320, javaScript: true },
  { width: 320, javaScript: false },
] as const;

describe.each(views)('at $width px, JavaScript $javaScript', (view) => {
  it.each(Object.keys(states))('%s: fits, breaks no rule of the service, passes axe', async (name) => {
    const state = states[name];
    const watched = await site.browse(browser, clinician, view);
    const { page } = watched;
    await page.goto(`${site.origin}${state?.at() ?? ''}`);
    await state?.act?.(page);
    await screenshot(page, `record-${name}-${view.width}-${view.javaScript ? 'js' : 'no-js'}`);
    expect(await noHorizontalScroll(page)).toEqual([]);
    if (view.javaScript) expect(await axe(page)).toEqual([]);
    await watched.close();
    expect(site.faults).toEqual([]);
  });
});

it('every page about people and referrals is among the states', () => {
  const visited = Object.values(states).map(({ at }) => at().replace(/\?.*/, ''));
  const missing = [...peopleRoutes, ...referralRoutes].filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`);
    return method === 'GET' && !visited.some((address) => pattern.test(address));
  });
  expect(missing).toEqual([]);
});

describe('by keyboard', () => {
  it.each(['find-wrong', 'person', 'referral', 'event-missed'])(
    '%s: everything is reached, and shows that it is',
    async (name) => {
      const watched = await site.browse(browser, clinician);
      const { page } = watched;
      await page.goto(`${site.origin}${states[name]?.at() ?? ''}`);
      await states[name]?.act?.(page);
      const order = await focusOrder(page);
      expect(order[0]).toBe('a Skip to main content');
      expect(order.at(-1)).toBe('a Privacy');
      expect(await withoutVisibleFocus(page)).toEqual([]);
      await watched.close();
    },
  );
});

describe('on paper', () => {
  it.each(['person-print', 'person', 'referral', 'why'])(
    '%s prints whom it is about and no way to move about',
    async (name) => {
      const watched = await site.browse(browser, clinician);
      const { page } = watched;
      await page.goto(`${site.origin}${states[name]?.at() ?? ''}`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.app-banner__name').isVisible()).toBe(true);
      const hidden = '.nhsuk-header__navigation, .app-no-print, .nhsuk-footer, main .nhsuk-button';
      expect(await page.locator(hidden).filter({ visible: true }).count()).toBe(0);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(5_000);
      await watched.close();
    },
  );
});
