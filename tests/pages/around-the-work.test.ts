/** Pages around the work, in a real browser: about the service, signing in and out, and taking an import back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from '../browser/accessibility.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { noHorizontalScroll, withoutVisibleFocus } from '../browser/layout.ts';
import { importWhole } from './imports/import-form.ts';
import { fileOf, goodRow } from './imports/small-file.ts';
import { type Fields, RunningSite, type SignedIn } from './running-site.ts';
import { fillIn, press } from './typed-answers.ts';

let site: RunningSite;
let browser: Browser;
let manager: SignedIn;
let importId: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  manager = await site.signIn('data-manager');
  await importWhole(site, manager, { content: fileOf([goodRow(1)]), system: 'small' });
  const [last] = await site.deps.imports.latest('liverpool', 1);
  importId = last?.id ?? '';
});
afterAll(async () => {
  await browser?.close();
  site?.foresawEverything();
  await site?.close();
});

describe.each([
  ['about accessibility', () => '/accessibility', 'Accessibility'],
  ['about privacy', () => '/privacy', 'Privacy'],
  ['to choose a role on', () => '/choose-role', 'Choose your role'],
  ['of somebody who signed in again elsewhere', () => '/signed-in-again', 'You are signed in again'],
  ['of somebody who signed out', () => '/signed-out', 'You have been signed out'],
  ['of somebody whose time ran out', () => '/signed-out?why=timed-out', 'You have been signed out'],
  ['to take an import back on', () => `/import/${importId}/undo`, 'import'],
])('the page %s', (_, path, heading) => {
  it.each([1280, 320])('at %i px passes axe, fits, and shows where the keyboard is', async (width) => {
    const watched = await site.browse(browser, manager, { width });
    const { page } = watched;
    await page.goto(`${site.origin}${path()}`);
    expect(await page.locator('h1').textContent()).toContain(heading);
    expect(await axe(page)).toEqual([]);
    expect(await noHorizontalScroll(page)).toEqual([]);
    expect(await withoutVisibleFocus(page)).toEqual([]);
    await watched.close();
  });
});

it.each<[string, Fields, string, string]>([
  ['a member of staff', { name: 'Robin' }, 'Find what a member of staff looked at', 'Staff found'],
  ['nobody', { name: 'Zebedee' }, 'Find what a member of staff looked at', 'has a name like this'],
  ['a number that is none', { nhsNumber: '123' }, 'Find who saw or changed a person', 'There is a problem'],
])('the audit’s answer to a search that finds %s passes axe', async (_, typed, button, said) => {
  const officer = await site.signIn('audit-officer', { services: [] });
  const watched = await site.browse(browser, officer);
  const { page } = watched;
  await page.goto(`${site.origin}/audit`);
  await fillIn(page, typed);
  await press(page, button);
  expect(await page.locator('main').textContent()).toContain(said);
  expect(await axe(page)).toEqual([]);
  await watched.close();
});

it('a role that was not chosen is asked for again', async () => {
  const refused = await site.post(manager, '/choose-role', { return: '/' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Select the role you want to act in');
});
