/**
 * Families in a real browser: two separated parents with different rights, a foster carer, a 15-year-old who limits sharing, a 16th
 * birthday, an access that is ended; every page of theirs, and those by which staff let them in, looked at by axe, at 320 px and without JavaScript.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { isFit, wordsOf } from './fit.ts';
import { invited, letIn, recorded } from './let-in.ts';

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

async function child(givenName: string, birthDate: string): Promise<string> {
  const person = await madePerson(site, staff, { familyName: 'Hughes', givenName, birthDate });
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

/** Opens a path as somebody; on a phone, unless it says otherwise. */
async function opened(who: SignedIn, path: string, options: { width?: number; javaScript?: boolean } = {}) {
  const watched = await site.browse(browser, who, { width: 320, ...options });
  await watched.page.goto(`${site.origin}${path}`);
  return watched;
}

describe('two separated parents', () => {
  it('each see their own part, and nothing of each other', async () => {
    const personId = await child('Noah', '2018-10-16');
    const sarah = await letIn(site, staff, { personId, subject: 'sarah', name: 'Sarah Hughes' });
    const david = await letIn(site, staff, {
      ...{ personId, subject: 'david', name: 'David Hughes', relationship: 'father', checked: 'court-order' },
    });
    await recorded(site, staff, personId, 'limited', { hidden: ['appointments', 'ehc'], reason: 'court-order' }, 1);
    const hers = await opened(sarah, `/family/children/${personId}`);
    expect(await wordsOf(hers.page)).toContain('19 November 2026 at 10:30');
    await isFit(hers.page, 'child');
    await hers.page.goto(`${site.origin}/family`);
    expect(await wordsOf(hers.page)).toContain('Noah');
    await isFit(hers.page, 'home');
    const his = await opened(david, `/family/children/${personId}`);
    const text = await wordsOf(his.page);
    expect(text).toContain('Where Noah stands');
    expect(text).not.toContain('10:30');
    for (const { page } of [hers, his]) expect(await page.content()).not.toMatch(/Sarah|David/);
    await his.close();
    await hers.close();
  });
});

describe('a foster carer', () => {
  it('is let in with the authority’s agreement, by a letter that staff print', async () => {
    const personId = await child('Kai', '2018-03-02');
    const desk = await opened(staff, `/people/${personId}/family`, { width: 1280 });
    await isFit(desk.page, 'staff-nobody');
    await recorded(site, staff, personId, 'care-order-made', { authority: 'Liverpool City Council' });
    await desk.page.goto(`${site.origin}/people/${personId}/family/invite`);
    await isFit(desk.page, 'staff-invite');
    const carer = {
      relationship: 'foster-carer',
      basis: 'delegated',
      name: 'Margaret Doyle',
      checked: 'authority-record',
    };
    const { letter, code } = await invited(site, staff, personId, { ...carer, authority: 'Team manager' });
    await desk.page.goto(`${site.origin}${letter}`);
    await isFit(desk.page, 'staff-letter');
    // Without JavaScript, on a phone: sign in, type the code, read.
    const margaret = await site.signInFamily('margaret');
    const phone = await opened(margaret, '/family', { javaScript: false });
    await phone.page.click('text=Use a code');
    await phone.page.fill('#code', code.toLowerCase());
    await phone.page.click('button:has-text("Use this code")');
    expect(await wordsOf(phone.page)).toContain('Your code worked');
    await phone.page.click('a:has-text("Kai")');
    expect(await wordsOf(phone.page)).toContain('You have an appointment.');
    await phone.close();
    await desk.page.goto(`${site.origin}/people/${personId}/family`);
    await isFit(desk.page, 'staff-access');
    for (const link of ['End this access', 'Record a review of the access']) {
      await desk.page.goto(`${site.origin}/people/${personId}/family`);
      await desk.page.click(`a:has-text("${link}")`);
      await isFit(desk.page, `staff-${link.toLowerCase().replaceAll(' ', '-')}`);
    }
    await desk.close();
  });
});

describe('a young person of 15', () => {
  it('chooses what their mother sees, and she sees it at once', async () => {
    const personId = await child('Leila', '2011-03-01');
    const farah = await letIn(site, staff, { personId, subject: 'farah', name: 'Farah Hassan' });
    const overview = await site.get(staff, `/people/${personId}/family`);
    const grantId = /\/family\/([\w-]{16})\/record/.exec(overview.html)?.[1] ?? '';
    await recorded(site, staff, personId, 'competence-assessed', { competent: 'yes', consentsTo: [grantId] });
    const own = { relationship: 'self', basis: 'own', name: 'Leila Hassan', checked: 'known-to-service' };
    const leila = await letIn(site, staff, { personId, subject: 'leila', ...own });
    const hers = await opened(leila, `/family/children/${personId}`);
    expect(await wordsOf(hers.page)).toContain('Where you stand');
    await hers.page.click('text=Who can see your record');
    await isFit(hers.page, 'sharing');
    await hers.page.click('a:has-text("Change what they see")');
    await isFit(hers.page, 'share-with');
    await hers.page.check('input[value="appointments"]');
    await hers.page.click('button:has-text("Continue")');
    await hers.page.click('button:has-text("Save")');
    expect(await wordsOf(hers.page)).toContain('Saved. It counts from now on.');
    const mothers = await opened(farah, `/family/children/${personId}`);
    expect(await wordsOf(mothers.page)).not.toContain('10:30');
    await mothers.page.goto(`${site.origin}/family/children/${personId}/who-has-looked`);
    expect(await wordsOf(mothers.page)).toContain('Somebody who gives care');
    await isFit(mothers.page, 'looked');
    await mothers.close();
    await hers.close();
  });
});

describe('a 16th birthday', () => {
  it('closes the health parts at midnight, and the young person’s yes opens them', async () => {
    const personId = await child('Omar', '2010-11-10');
    const mother = await letIn(site, staff, { personId, subject: 'omars-mother', name: 'Amal Said' });
    const before = await opened(mother, `/family/children/${personId}`);
    expect(await wordsOf(before.page)).toContain('At 16 your child decides');
    await before.page.click('text=What changes when growing up');
    expect(await wordsOf(before.page)).toMatch(/16th birthday 10 November 2026 To come Your child will decide/);
    await isFit(before.page, 'growing-up');
    await before.close();
    const own = { relationship: 'self', basis: 'own', name: 'Omar Said', checked: 'known-to-service' };
    const omar = await letIn(site, staff, { personId, subject: 'omar', ...own });
    const his = await opened(omar, `/family/children/${personId}`);
    expect(await wordsOf(his.page)).toContain(
      '10 November 2026 You will be 16. You will decide about your health care',
    );
    await isFit(his.page, 'growing-up-soon');
    await his.page.click('text=What changes when growing up');
    expect(await wordsOf(his.page)).toContain('There are two dates to know.');
    await isFit(his.page, 'growing-up-own');
    await his.close();
    site.today = '2026-11-10';
    const again = await site.signInFamily('omars-mother');
    const after = await opened(again, `/family/children/${personId}`);
    expect(await wordsOf(after.page)).toContain('The health parts of this page are not open to you.');
    await isFit(after.page, 'sixteen');
    const today = await site.signIn('clinician');
    await recorded(site, today, personId, 'consent-recorded', { given: 'yes' });
    await after.page.reload();
    expect(await wordsOf(after.page)).toContain('You have an appointment.');
    await after.close();
    site.today = '2026-11-02';
  });
});

describe('an access that is ended', () => {
  it('is closed on the page that is open, with the next click', async () => {
    const personId = await child('Amelia', '2016-06-20');
    const ian = await letIn(site, staff, { personId, subject: 'ian', name: 'Ian Mercer' });
    const his = await opened(ian, `/family/children/${personId}`);
    expect(await wordsOf(his.page)).toContain('Amelia');
    await recorded(site, staff, personId, 'revoked', { reason: 'court-order' });
    await his.page.click('text=Who has looked at this record');
    expect(await wordsOf(his.page)).toContain('Your access has changed. Contact the service');
    await his.page.goto(`${site.origin}/family`);
    expect(await wordsOf(his.page)).not.toContain('Amelia');
    await isFit(his.page, 'changed');
    for (const path of ['/family/join', '/family/privacy', '/family/signed-out', '/family/signed-in-again']) {
      await his.page.goto(`${site.origin}${path}`);
      await isFit(his.page, path.replaceAll('/', '-'));
    }
    await his.close();
  });
});
