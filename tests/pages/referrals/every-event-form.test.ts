/** The form of every kind of event in a real browser, on a phone: axe, width, policy. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll } from '../../browser/layout.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { eventSamples, type SampledKind } from './event-samples.ts';

let site: RunningSite;
let browser: Browser;
let clinician: SignedIn;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  clinician = await site.signIn('clinician');
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

// Community paediatrics is no queue of Liverpool; its one form has its test in record-event.test.ts.
const kinds = (Object.keys(eventSamples) as SampledKind[]).filter((kind) => kind !== 'decision-to-treat');

it.each(kinds)('%s: fits a phone and passes axe', async (kind) => {
  const { queue, before = [], born } = eventSamples[kind];
  const person = await madePerson(site, clinician, born === undefined ? {} : { birthDate: born });
  const received = await madeReferral(site, clinician, person.id, queue === undefined ? {} : { queue });
  if (before.length > 0) await happened(site, clinician, received, ...before);
  const watched = await site.browse(browser, clinician, { width: 320 });
  const { page } = watched;
  await page.goto(`${site.origin}/people/${person.id}/referrals/${received.referral.id}/record/${kind}`);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Continue' }).isVisible()).toBe(true);
  expect(await noHorizontalScroll(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
  await watched.close();
  expect(site.faults).toEqual([]);
});
