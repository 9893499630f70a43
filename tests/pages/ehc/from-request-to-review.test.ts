/** The life of an assessment through its pages: asked by the council's system, advised on, decided, planned, reviewed, corrected. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ehcRoutes } from '../../../functions/web/pages/ehc/routes.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { nhsNumbers } from '../people/made-people.ts';
import { RunningSite } from '../running-site.ts';
import { mainOf, textOf, typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';
import { adviceOf, COORDINATION, of, type Requested, record, requested } from './recorded.ts';

let site: RunningSite;
let browser: Browser;
let child: Requested;

const because = { evidence: 'Letter of 3 March on file', approver: 'Head of SEND' };
const services = [
  { services: ['salt', 'ot', 'community-paediatrics', 'camhs'], receivedOn: '2026-02-16' },
  { services: ['social-care'], receivedOn: '2026-02-18' },
];

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  site.today = '2026-02-20';
  child = await requested(site, nhsNumbers[0], {
    advice: services,
    name: { familyName: 'Ó Súilleabháin', givenName: 'سلمى' },
  });
});
afterEach(() => site.foresawEverything());
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const overview = () => child.assessment.replace('/cases/ehc-assessment/', '/ehc-assessments/');
const got = async (service: string, path: string) => site.get(await of(site, service), path);
const linesOf = async (service: string, path: string) => textOf(await got(service, path));

describe('an assessment', () => {
  it('is listed by what is due, and each service has its own advice to give', async () => {
    const list = await linesOf(COORDINATION, '/cases/ehc-assessment');
    expect(list).toContain('Decision whether to assess');
    expect(list).toContain('Undecided');
    const all = await linesOf(COORDINATION, overview());
    for (const team of [
      'SALT',
      'OT',
      'Community paediatrics',
      'Child and adolescent mental health',
      'Children’s social care',
    ])
      expect(all).toContain(team);
    expect(all).toContain('30 March 2026');
    expect(all).toContain('1 April 2026');
    const own = await linesOf('salt', '/cases/ehc-advice');
    expect(own).toContain('1 to 1 of 1');
    expect((await got('salt', child.assessment)).status).toBe(404);
    expect((await got('salt', overview())).status).toBe(404);
    expect(await linesOf(COORDINATION, '/cases/ehc-advice')).toContain('1 to 5 of 5');
    const csv = await got(COORDINATION, '/cases/ehc-advice/download');
    expect(csv.html.trim().split('\n')).toHaveLength(6);
  });

  it('is decided in time, and the decision can be corrected', async () => {
    const decided = await record(site, COORDINATION, child.assessment, 'decision', '2026-02-20', {
      outcome: 'do-not-assess',
    });
    expect(textOf(decided)).toContain('Decided not to assess');
    expect(await linesOf(COORDINATION, '/cases/ehc-advice')).toContain('Nothing is open');
    const eventId = /recorded-in-error\?event=([\w-]+)">Correct<span[^>]*> this entry: Decided not to assess/.exec(
      decided.html,
    )?.[1];
    const corrected = await record(
      site,
      COORDINATION,
      child.assessment,
      `recorded-in-error?event=${eventId}`,
      '2026-02-20',
      { reason: 'Another child' },
    );
    expect(textOf(corrected)).toContain('Corrected: Decided not to assess');
    expect(await linesOf(COORDINATION, '/cases/ehc-advice')).toContain('1 to 5 of 5');
    const again = await record(site, COORDINATION, child.assessment, 'decision', '2026-02-23', { outcome: 'assess' });
    expect(textOf(again)).toContain('Under assessment');
    expect(textOf(again)).toMatch(
      /Decision whether to assess Due on 23 February 2026 Done on 23 February 2026 Status Met/,
    );
  });

  it('gets advice in time, late, under an exception, and from whoever does not know the child', async () => {
    const salt = await adviceOf(site, child, 'SALT');
    await record(site, 'salt', salt, 'delay-explained', '2026-03-02', { why: 'waiting-list' });
    expect(await linesOf('salt', salt)).toContain('That is no exception');
    await record(site, 'salt', salt, 'returned', '2026-03-30');
    expect(await linesOf('salt', salt)).toContain('In time');
    await record(site, 'salt', salt, 'quality-checked', '2026-03-31', {
      'needs-described': 'met',
      'provision-specific': 'partly',
      'outcomes-measurable': 'met',
      'child-view-included': 'met',
      'evidence-recent': 'not-applicable',
      'plain-language': 'met',
      'author-qualified': 'met',
    });
    expect(await linesOf('salt', salt)).toContain('91.7%');

    const ot = await adviceOf(site, child, 'OT');
    const refused = await record(site, 'ot', ot, 'exception', '2026-03-10', {
      ground: 'missed-appointment',
      ...because,
    });
    expect([refused.status, textOf(refused).includes('Record it first')]).toEqual([422, true]);
    await record(site, 'ot', ot, 'appointment-missed', '2026-03-09');
    await record(site, 'ot', ot, 'exception', '2026-03-10', { ground: 'missed-appointment', ...because });
    await record(site, 'ot', ot, 'returned', '2026-04-20');
    expect(await linesOf('ot', ot)).toContain('Late, exception');

    const paediatrics = await adviceOf(site, child, 'Community paediatrics');
    await record(site, COORDINATION, paediatrics, 'chased', '2026-04-20', { by: 'email' });
    await record(site, 'community-paediatrics', paediatrics, 'returned', '2026-04-21');
    expect(await linesOf(COORDINATION, paediatrics)).toMatch(/Advice returned on 21 April 2026, 22 days late/);

    const social = await adviceOf(site, child, 'Children’s social care');
    await record(site, 'social-care', social, 'not-known', '2026-04-01');
    const camhs = await adviceOf(site, child, 'Child and adolescent mental health');
    const agreed = {
      ...typedDate('writtenOn', '2025-11-03'),
      ...typedDate('authorAgreedOn', '2026-03-02'),
      ...typedDate('authorityAgreedOn', '2026-03-03'),
    };
    const two = await record(site, 'camhs', camhs, 'existing-advice-accepted', '2026-03-04', agreed);
    expect([two.status, textOf(two).includes('date the family agreed')]).toEqual([422, true]);
    await record(site, 'camhs', camhs, 'existing-advice-accepted', '2026-03-04', {
      ...agreed,
      ...typedDate('familyAgreedOn', '2026-03-04'),
    });
    expect(await linesOf(COORDINATION, overview())).toMatch(/All together: Late/);
  });

  it('becomes a plan: drafted, answered, final, and then reviewed every year', async () => {
    await record(site, COORDINATION, child.assessment, 'draft-served', '2026-05-04');
    expect(await linesOf(COORDINATION, overview())).toContain(
      'The family may answer the draft plan, until 18 May 2026',
    );
    await record(site, COORDINATION, child.assessment, 'family-responded', '2026-05-11');
    const final = await record(site, COORDINATION, child.assessment, 'plan-final', '2026-06-01');
    expect(textOf(final)).toMatch(/Final plan Due on 1 June 2026 Done on 1 June 2026 Status Met/);
    expect(textOf(final)).toContain('The family may appeal until 1 August 2026');
    await record(
      site,
      COORDINATION,
      child.assessment,
      'review-meeting-set',
      '2027-03-01',
      typedDate('meetingOn', '2027-05-03'),
    );
    await record(site, COORDINATION, child.assessment, 'review-meeting', '2027-05-03');
    await record(site, COORDINATION, child.assessment, 'review-report', '2027-05-14');
    const notice = await record(site, COORDINATION, child.assessment, 'review-notice', '2027-05-28', {
      outcome: 'amend',
    });
    expect(textOf(notice)).toContain('Amended plan issued Due on 23 July 2027 Done on Not yet Status Not due yet');
    await record(site, COORDINATION, child.assessment, 'transfer-planned', '2027-05-28', {
      move: 'primary-to-secondary',
      ...typedDate('movesOn', '2028-09-01'),
    });
    const amended = await record(site, COORDINATION, child.assessment, 'amended-plan-final', '2027-07-26');
    expect(textOf(amended)).toContain('Amended plan issued Due on 23 July 2027 Done on 26 July 2027 Status Late');
    expect(textOf(amended)).toContain('15 February 2028');
    const moved = await record(site, COORDINATION, child.assessment, 'transfer-plan-final', '2028-02-15');
    expect(textOf(moved)).toMatch(/1 September 2028 Due on 15 February 2028 Done on 15 February 2028 Status Met/);
    const person = await linesOf(COORDINATION, `/people/${child.personId}`);
    expect(person).toContain('EHC needs assessment');
    expect(person).toContain('Final plan issued');
  });

  it('of a child who moves away is handed on, and what is still owed is owed no more', async () => {
    const moving = await requested(site, nhsNumbers[1], {
      on: '2027-06-07',
      advice: [{ services: ['salt'], receivedOn: '2027-06-14' }],
    });
    const closed = await record(site, COORDINATION, moving.assessment, 'closed', '2027-07-26', {
      reason: 'moved-away',
    });
    expect(textOf(closed)).toContain('Closed: moved to another authority');
    expect(
      await linesOf(COORDINATION, moving.assessment.replace('/cases/ehc-assessment/', '/ehc-assessments/')),
    ).toContain('Not needed');
  });
});

let waiting: Requested;
const states: Readonly<Record<string, () => Promise<string>>> = {
  'ehc-assessments': async () => '/cases/ehc-assessment',
  'ehc-advice-list': async () => '/cases/ehc-advice',
  'ehc-assessment': async () => child.assessment,
  'ehc-assessment-under-way': async () => waiting.assessment,
  'ehc-overview': async () => overview(),
  'ehc-advice': async () => adviceOf(site, waiting, 'SALT'),
  'ehc-advice-done': async () => adviceOf(site, child, 'OT'),
  'ehc-exception-form': async () => `${waiting.assessment}/record/limit-exception`,
  'ehc-quality-form': async () => `${await adviceOf(site, child, 'SALT')}/record/quality-checked`,
  'ehc-chases': async () => '/ehc/chases',
  'ehc-figures': async () => '/ehc/figures?from-day=1&from-month=1&from-year=2026&to-day=31&to-month=12&to-year=2026',
  'ehc-figures-wrong': async () =>
    '/ehc/figures?from-day=1&from-month=1&from-year=2026&to-day=31&to-month=12&to-year=2025',
};

describe.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: false },
])('at $width px, JavaScript $javaScript', (view) => {
  beforeAll(async () => {
    waiting ??= await requested(site, nhsNumbers[2], {
      on: '2027-06-07',
      advice: [{ services: ['salt', 'ot', 'camhs'], receivedOn: '2027-06-14' }],
      name: { familyName: 'Fernández-Gómez-Kowalska', givenName: 'Oluwaseun' },
    });
  });

  it('every page fits, breaks no rule of the service, passes axe', async () => {
    const opened = await site.browse(browser, await of(site, COORDINATION), view);
    const { page } = opened;
    for (const [name, at] of Object.entries(states)) {
      await page.goto(`${site.origin}${await at()}`);
      await screenshot(page, `${name}-${view.width}`);
      expect(await noHorizontalScroll(page), name).toEqual([]);
      if (view.javaScript) expect(await axe(page), name).toEqual([]);
    }
    await opened.close();
  });
});

it('a coordinator records a draft in a browser, from the list to the saved record', async () => {
  const opened = await site.browse(browser, await of(site, COORDINATION), { width: 1280, javaScript: false });
  const { page } = opened;
  await page.goto(`${site.origin}${waiting.assessment}`);
  await press(page, 'Record the decision whether to assess');
  await press(page, 'Continue');
  expect(await page.textContent('.nhsuk-error-summary')).toContain('Select what was decided');
  await fillIn(page, { ...typedDate('on', '2027-07-19'), outcome: 'assess' });
  await press(page, 'Continue');
  await press(page, 'Save the decision');
  expect(await page.textContent('main')).toContain('Recorded: Decided to assess');
  await opened.close();
});

it('figures tell both rates, and chases what is owed', async () => {
  const figures = await linesOf(COORDINATION, (await states['ehc-figures']?.()) ?? '');
  expect(figures).toContain('Plans within 20 weeks In time 1 Late 0 Late, exception 0 In time, of all 100.0%');
  expect(figures).toMatch(
    /All services In time 3 Late 1 Late, exception 1 In time, of all 60\.0% In time, without exceptions 75\.0%/,
  );
  expect(figures).toMatch(/Assessments with all advice in time In time 0 Late 1 /);
  const chases = await got(COORDINATION, '/ehc/chases');
  expect(textOf(chases)).toContain('SALT: 1');
  expect(mainOf(chases)).toContain('/record/chased');
  expect(textOf(await got(COORDINATION, '/ehc/figures?from-day=40&from-month=1&from-year=2026'))).toContain(
    'There is a problem',
  );
});

it('every page about assessments is among the states', async () => {
  const visited = await Promise.all(Object.values(states).map(async (at) => (await at()).replace(/\?.*/, '')));
  const missing = ehcRoutes.filter(({ path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`);
    return !visited.some((address) => pattern.test(address));
  });
  expect(missing).toEqual([]);
});

it('no address holds anything of a person', () => {
  expect(
    site.addresses.filter((address) =>
      /Súilleabháin|Kowalska|999\d{7}|EHC-10427|Letter/i.test(decodeURIComponent(address)),
    ),
  ).toEqual([]);
});
