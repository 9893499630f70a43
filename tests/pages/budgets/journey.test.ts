/** A budget in the browser from the first request to its end, with what goes wrong on the way; each page is also fit for everybody. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetRoutes } from '../../../functions/web/pages/budgets/routes.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import type { WatchedPage } from '../../browser/watched-page.ts';
import { madePerson } from '../people/made-people.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';

let site: RunningSite;
let browser: Browser;
let officer: SignedIn;
let watched: WatchedPage;
let page: Page;
let personPath: string;
/** The pages that were looked at, by their addresses. */
const looked = new Set<string>();

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  officer = await site.signIn('administrator', { services: ['personal-health-budgets'] });
  personPath = await somebody({ givenName: 'سلمى', familyName: 'Ó Súilleabháin', birthDate: '2014-02-11' });
  watched = await site.browse(browser, officer, { width: 1280 });
  page = watched.page;
});
afterAll(async () => {
  await watched?.close();
  await browser?.close();
  await site?.close();
});

/** Adds a person and answers the address of their page. */
async function somebody(who: { readonly givenName: string; readonly familyName: string; readonly birthDate: string }) {
  return `/people/${(await madePerson(site, officer, who)).id}`;
}

async function look(name: string): Promise<void> {
  looked.add(new URL(page.url()).pathname);
  await screenshot(page, `budget-${name}`);
  expect(await noHorizontalScroll(page)).toEqual([]);
  expect(await axe(page)).toEqual([]);
}

/** Shows the actions that are not buttons. */
async function openEverything(): Promise<void> {
  const more = page.locator('main details', { hasText: 'Everything else you can record' });
  if ((await more.count()) > 0 && (await more.getAttribute('open')) === null) await more.locator('summary').click();
}

const main = async () => textOf({ html: await page.content() });
const heading = () => page.locator('h1').first().textContent();

/** Fills a form in, looks at the answers, and saves them. */
async function record(action: string, on: string | null, answers: Fields, saveLabel = 'Save'): Promise<void> {
  await openEverything();
  await press(page, action);
  await fillIn(page, { ...(on === null ? {} : typedDate('on', on)), ...answers });
  await press(page, 'Continue');
  expect(await heading(), await main()).toBe('Check your answers');
  await press(page, saveLabel);
  expect(await heading(), await main()).toContain('Personal health budget');
}

const plan: Fields = {
  agreedWith: 'parent',
  parts: '12,000.00',
  'part-third-party': '1,000.00',
  oneOff: 'no',
  ...typedDate('startsOn', '2026-04-01'),
  rhythm: 'monthly',
  ...typedDate('firstOn', '2026-04-01'),
  goals: 'Swims with friends each week',
  'goal-2': 'Sleeps through the night',
  categories: 'Personal assistant',
  'amount-1': '10,000',
  'serves-1': ['goal-1', 'goal-2'],
  'purpose-2': 'Equipment',
  'amount-2': '3000.00',
  'serves-2': ['goal-2'],
};

describe('a budget in the browser', () => {
  it('is asked for, found eligible, planned and agreed', async () => {
    await page.goto(`${site.origin}${personPath}`);
    await press(page, 'Record a request for a budget');
    await look('request');
    await press(page, 'Continue');
    await look('request-wrong');
    expect(await main()).toContain('Select the right or offer');
    await fillIn(page, { ...typedDate('on', '2026-03-02'), right: 'continuing-care', askedBy: 'parent' });
    await press(page, 'Continue');
    await look('request-check');
    await press(page, 'Record the request');
    expect(await main()).toContain('Recorded: Budget requested');
    await look('requested');
    await record('Find eligible', '2026-03-10', { reason: 'In continuing care' });
    await record('Set the indicative budget', '2026-03-12', { annualPence: '13,000', allTypesOffered: 'all' });
    await record('Start support planning', '2026-03-12', {});
    await press(page, 'Agree the support plan');
    await fillIn(page, { ...typedDate('on', '2026-03-25'), ...plan, 'amount-2': '2,999.99' });
    await press(page, 'Continue');
    expect(await main()).toContain('What it is for must add up to the yearly amount, to the penny');
    await look('plan-wrong');
    // More lines, without losing what was typed.
    expect(await page.locator('[name="goal-5"]').count()).toBe(0);
    await press(page, 'Add more goals and purposes');
    expect(await page.locator('[name="goal-6"], [name="purpose-8"]').count()).toBe(2);
    expect(await page.locator('[name="amount-2"]').inputValue()).toBe('2,999.99');
    await look('plan-more');
    await fillIn(page, { 'amount-2': '3,000.00', 'goal-5': 'Travels to college' });
    await press(page, 'Continue');
    expect(await main()).toContain('Travels to college');
    await look('plan-check');
    await press(page, 'Agree the plan');
    expect(await main()).toContain('No direct payment can be made');
    expect(await main()).toContain('Travels to college');
    await look('agreed');
  });

  it('goes live once consent and agreement are there, pays and is spent', async () => {
    await record('Record consent', '2026-03-26', { by: 'representative', lacksCapacity: 'no' });
    await record('Record the signed agreement', '2026-03-26', {
      signedBy: 'representative',
      accountChecked: 'checked',
    });
    await record('Start the budget', '2026-04-01', {}, 'Start the budget');
    await record(
      'Record a payment',
      '2026-04-01',
      { type: 'direct-payment', amountPence: '9,000.00' },
      'Record the payment',
    );
    await press(page, 'Record spending');
    await fillIn(page, {
      ...typedDate('on', '2026-05-01'),
      type: 'direct-payment',
      amountPence: '9,000.01',
      category: 'personal-assistant',
      payee: 'personal-assistant',
    });
    await press(page, 'Continue');
    expect(await main()).toContain('The account held £9,000.00 on this day');
    await fillIn(page, { amountPence: '12.345' });
    await press(page, 'Continue');
    expect(await main()).toContain('no more than two figures after the point');
    await fillIn(page, { amountPence: '500.00' });
    await press(page, 'Continue');
    await press(page, 'Record the spending');
    await record(
      'Record spending',
      '2026-05-02',
      { type: 'direct-payment', amountPence: '350', category: 'outside-the-plan', payee: 'other' },
      'Record the spending',
    );
    await look('live');
    expect(await main()).toMatch(/less spent, less given back.{0,40}£8,150\.00/);
    await press(page, 'Statement, to print or download');
    await look('statement');
    expect(await main()).toContain('Spent outside the plan');
    await page.goBack();
  });

  it('is reviewed; its surplus is asked back by notice and comes', async () => {
    await record('Record a review', '2026-06-20', {
      outcome: 'recover-surplus',
      goalsMet: '1',
      note: 'Money piles up',
    });
    // Twelve thousand a year is £230.76 a week: eight weeks stay.
    expect(await main()).toMatch(/Surplus[^£]*£6,303\.92/);
    site.today = '2026-06-20';
    await page.reload();
    await openEverything();
    await press(page, 'Give notice to pay back');
    await look('notice');
    await fillIn(page, {
      type: 'direct-payment',
      reasons: ['accumulated-unspent', 'used-outside-plan'],
      explanation: 'A substantial part is unspent, and £350 was spent on what the plan does not hold',
      surplusPence: '6,303.92',
      outsidePlanPence: '350.00',
      ...typedDate('payBy', '2026-07-17'),
      payer: 'representative',
    });
    await press(page, 'Continue');
    expect(await main()).toContain('There are at least 28 days to pay');
    await fillIn(page, typedDate('payBy', '2026-07-18'));
    await press(page, 'Continue');
    await press(page, 'Give the notice');
    expect(await main()).toContain('£6,653.92 of the notice of 20 June 2026, by 18 July 2026');
    site.today = '2026-11-02';
    await page.reload();
    await look('late');
    expect(await main()).toContain('Late');
  });

  it('is suspended, and ended; what was a mistake is corrected or reversed', async () => {
    await record('Suspend payments', '2026-08-01', { why: 'in-hospital', reason: 'A long stay' }, 'Suspend payments');
    await look('suspended');
    await press(page, 'Correct this entry: Budget suspended');
    await look('correct');
    await fillIn(page, { reason: 'Another child' });
    await press(page, 'Continue');
    await press(page, 'Mark as recorded in error');
    expect(await main()).toContain('Recorded in error: Another child');
    await record(
      'Reverse a ledger entry',
      '2026-11-02',
      { entryId: await entryOf('£350.00'), reason: 'It was in the plan' },
      'Reverse the entry',
    );
    await record('End the budget', '2026-11-01', { why: 'person-chose', reason: 'They asked' }, 'End the budget');
    await look('ended');
    expect(await main()).toContain('Ended');
    await page.goto(`${site.origin}${personPath}`);
    const ofPerson = await main();
    expect(ofPerson).toMatch(/Personal health budget.*Ended.*Money to come back/);
    expect(ofPerson).toContain('Personal health budget: Payment made: £9,000.00');
  });

  it('that was refused is reconsidered', async () => {
    personPath = await somebody({ givenName: 'Wei', familyName: 'Okafor', birthDate: '2012-05-05' });
    await page.goto(`${site.origin}${personPath}/cases/budget/new`);
    await fillIn(page, { ...typedDate('on', '2026-10-01'), right: 'ehc-plan', askedBy: 'young-person' });
    await press(page, 'Continue');
    await press(page, 'Record the request');
    await record('Find not eligible', '2026-10-05', { reason: 'No right to one' }, 'Refuse the budget');
    const decision = page.locator('main');
    await press(page, 'Record a request for reconsideration');
    await decision.getByLabel('Found not eligible').check();
    await fillIn(page, {
      ...typedDate('on', '2026-10-08'),
      askedBy: 'parent',
      reason: 'She is in continuing care now',
    });
    await press(page, 'Continue');
    await press(page, 'Save');
    expect(await main()).toContain('Answer the request for reconsideration');
    await openEverything();
    await press(page, 'Decide a reconsideration');
    await decision.getByLabel('Found not eligible').check();
    await fillIn(page, { ...typedDate('on', '2026-10-20'), outcome: 'overturned', reason: 'She is' });
    await press(page, 'Continue');
    await press(page, 'Save');
    expect(await heading()).toContain('Requested');
    await record('Find eligible', '2026-10-21', { reason: 'In continuing care' });
    await look('reconsidered');
  });
});

/** The value of the entry of an amount, in the list of entries to reverse. */
async function entryOf(amount: string): Promise<string> {
  await openEverything();
  await press(page, 'Reverse a ledger entry');
  const option = page.locator('select[name="entryId"] option', { hasText: amount });
  const value = (await option.first().getAttribute('value')) ?? '';
  await page.goBack();
  return value;
}

describe('the other pages', () => {
  it.each([
    ['list', '/cases/budget', '1 to 2 of 2 budgets'],
    ['list-ended', '/cases/budget?list=closed', 'There are no budgets on this list'],
    ['list-none', '/cases/budget?status=planning', 'No budget matches these filters'],
    ['collection', '/cases/budget/collection?on=2026-06-30', 'Quarter 1 2026-27'],
    ['ledger', '/cases/budget/ledger-file', 'An entry is known by its reference'],
  ])('%s', async (name, address, words) => {
    await page.goto(`${site.origin}${address}`);
    await look(name);
    expect(await main()).toContain(words);
  });

  it.each(['/cases/budget', '/cases/budget/collection', '/cases/budget/ledger-file'])(
    '%s fits a phone without JavaScript',
    async (address) => {
      const small = await site.browse(browser, officer, { width: 320, javaScript: false });
      await small.page.goto(`${site.origin}${address}`);
      await screenshot(small.page, `budget-phone${address.replaceAll('/', '-')}`);
      expect(await noHorizontalScroll(small.page)).toEqual([]);
      await small.close();
    },
  );
});

it('every page about budgets was looked at', () => {
  const missing = budgetRoutes.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`);
    return (
      method === 'GET' && !/(?:\.csv|\/download)$/.test(path) && ![...looked].some((address) => pattern.test(address))
    );
  });
  expect(missing.map(({ path }) => path)).toEqual([]);
  expect(site.faults).toEqual([]);
});

it('no address holds anything of a person, and no amount', () => {
  // An opaque id may hold any letters and digits by chance: what is looked for is a part of an address that is no id.
  const isOpaque = (part: string) => /^[\w-]{16,}$/.test(part);
  const parts = site.addresses.flatMap((address) => decodeURIComponent(address).split(/[/?&=]/));
  const told = parts.filter((part) => !isOpaque(part) && /Okafor|Wei|Swims|hospital|350|9000/i.test(part));
  expect(told).toEqual([]);
});

// Last, since the lists above count the budgets before it.
describe('a budget of somebody who moves away', () => {
  it('ends with that reason, before a penny was paid', async () => {
    await page.goto(`${site.origin}${personPath}`);
    await page.locator('main a', { hasText: 'Personal health budget' }).first().click();
    const moved = { why: 'moved-away', reason: 'Their new place knows' };
    await record('End the budget', '2026-10-30', moved, 'End the budget');
    expect(await heading()).toContain('Ended');
    expect(await main()).toMatch(/Moved away.*Their new place knows/);
  });
});
