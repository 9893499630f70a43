/** The audit on pages, asked directly and in a real browser: what it shows, and that anybody can use it. */
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from '../../../functions/web/pages/audit/routes.ts';
import { emergencyRoutes } from '../../../functions/web/pages/emergency/routes.ts';
import { localDateOf, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, withoutVisibleFocus } from '../../browser/layout.ts';
import { madePerson, madeReferral, nhsNumbers } from '../people/made-people.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { textOf, travelling, typedDate } from '../sent-form.ts';

let site: RunningSite;
let browser: Browser;
let officer: SignedIn;
let colleague: SignedIn;
let personId: string;
let granted: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  officer = await site.signIn('audit-officer', { services: [] });
  colleague = await site.signIn('clinician', { services: ['salt'] });
  const insider = await site.signIn('clinician');
  const who = { familyName: 'Özdemir', givenName: 'Ade', nhsNumber: nhsNumbers[0] };
  personId = (await madePerson(site, insider, who)).id;
  await madeReferral(site, insider, personId);
  for (let view = 0; view < 55; view += 1) await site.get(colleague, `/people/${personId}`);
  const outside = await Promise.all(
    Array.from({ length: 17 }, async (_, at) => {
      const person = await madePerson(site, insider, { givenName: `Wei ${at}` });
      await madeReferral(site, insider, person.id, { queue: 'OT' });
      return person.id;
    }),
  );
  for (const id of outside) await site.get(colleague, `/people/${id}`);
  const checked = await site.post(colleague, '/people/emergency-access', {
    nhsNumber: nhsNumbers[1],
    reason: 'The child cannot be woken',
  });
  granted = (await site.post(colleague, '/people/emergency-access', travelling(checked))).location ?? '';
});
afterEach(() => site.foresawEverything());
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const person = () => `/audit/people/${personId}`;
const staff = () => `/audit/staff/${colleague.staffId}`;
const access = () => granted.split('/').at(-1) ?? '';
const review = () => `/audit/emergency-access/${colleague.staffId}/${access()}`;

describe('the audit of a person', () => {
  it('is found by NHS number, and names who looked, fifty at a time', async () => {
    const found = await site.post(officer, '/audit/people', { nhsNumber: '999 001 7336' });
    expect([found.status, found.location]).toEqual([303, person()]);
    const first = await site.get(officer, person());
    const text = textOf(first);
    for (const said of ['ÖZDEMIR', '999 001 7336', 'Robin Somebody', 'Clinician', 'Opened the record', '1 to 50 of '])
      expect(text).toContain(said);
    expect(first.html).toContain('<title>Who saw or changed this person – ');
    const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(textOf(await site.get(officer, next))).toMatch(/5\d to (\d+) of \1 entries/);
  });

  it('says when nobody has the number, and what is wrong with the days', async () => {
    const nobody = await site.post(officer, '/audit/people', { nhsNumber: nhsNumbers[3] });
    expect([nobody.status, textOf(nobody).includes('Nobody in this place has this NHS number')]).toEqual([422, true]);
    const days = new URLSearchParams({
      ...(typedDate('from', '2026-11-02') as Record<string, string>),
      ...(typedDate('to', '2026-11-01') as Record<string, string>),
    });
    const wrong = await site.get(officer, `${person()}?${days.toString()}`);
    expect([wrong.status, textOf(wrong).includes('The first day must not be after the last')]).toEqual([422, true]);
    const impossible = await site.get(officer, `${person()}?from-day=30&from-month=2&from-year=2026`);
    expect(impossible.status).toBe(422);
    const before = new URLSearchParams(typedDate('to', '2026-10-01') as Record<string, string>);
    expect(textOf(await site.get(officer, `${person()}?${before.toString()}`))).toContain(
      'Nothing was seen or changed',
    );
  });

  it('comes as a file with every line, and no formula in it', async () => {
    const file = await site.get(officer, `${person()}/file`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(file.html, { bom: true, columns: true });
    expect(rows.length).toBeGreaterThan(55);
    expect(rows.every((row) => Object.values(row).every((cell) => !/^[=+\-@\t\r]/.test(cell)))).toBe(true);
    expect(rows[0]).toMatchObject({ did: 'saw', what: 'audit.read', role: 'Audit officer' });
  });
});

describe('whether the audit is whole', () => {
  it('is said of the last night too, and never that it was where it was not', async () => {
    const said = async () => textOf(await site.get(officer, '/audit/verification'));
    expect(await said()).toContain('No nightly check is known yet');
    const night = async (time: string, counts: Readonly<Record<string, number>>) =>
      site.deps.scheduleRuns.keep({
        schedule: 'keep-audit-heads',
        day: localDateOf(parseInstant(time)),
        time: parseInstant(time),
        requestId: `night-${time}`,
        complete: true,
        counts,
      });
    await night('2026-10-30T02:30:00Z', { findings: 0, unproved: 0, failed: 0 });
    expect(await said()).toContain('of 30 Oct 2026, 02:30, proved every entry of every place');
    await night('2026-10-31T02:30:00Z', { findings: 0, unproved: 1, failed: 0 });
    expect(await said()).toContain('of 31 Oct 2026, 02:30, did not prove every entry');
    await night('2026-11-01T02:30:00Z', { findings: 2, unproved: 0, failed: 0 });
    expect(await said()).toContain('found 2 things wrong');
  });
});

describe('the audit of a member of staff', () => {
  it('is found by a part of the name, and names nobody who was looked at', async () => {
    const found = await site.post(officer, '/audit/staff', { name: 'robin' });
    expect(found.html).toContain(`href="${staff()}"`);
    expect(textOf(await site.post(officer, '/audit/staff', { name: 'nobody at all' }))).toContain(
      'has a name like this',
    );
    const page = await site.get(officer, staff());
    expect(page.html).toContain(`href="${person()}"`);
    expect(textOf(page)).not.toContain('ÖZDEMIR');
    expect(textOf(page)).toContain('Outside their services');
    expect((await site.get(officer, `/audit/staff/${site.deps.ids.fresh()}`)).status).toBe(404);
  });

  it('is named among the unusual look-ups', async () => {
    const page = await site.get(officer, '/audit/unusual');
    expect(textOf(page)).toContain('Many people outside their own services How many 17');
    expect(page.html).toContain(`href="${staff()}?`);
  });
});

describe('the audit’s pages', () => {
  it('are for audit officers', async () => {
    for (const path of [
      '/audit',
      person(),
      `${person()}/file`,
      staff(),
      '/audit/unusual',
      '/audit/verification',
      review(),
    ])
      expect((await site.get(colleague, path)).status, path).toBe(403);
    expect(textOf(await site.get(officer, '/audit'))).toContain('Audit');
    expect((await site.get(officer, '/audit')).html).toMatch(/<nav[\s\S]*href="\/audit"/);
  });

  const states: readonly [name: string, who: () => SignedIn, path: () => string][] = [
    ['/audit', () => officer, () => '/audit'],
    ['/audit/people/{personId}', () => officer, person],
    ['/audit/people/{personId} with wrong days', () => officer, () => `${person()}?from-day=30&from-month=2`],
    ['/audit/staff/{staffId}', () => officer, staff],
    ['/audit/unusual', () => officer, () => '/audit/unusual'],
    ['/audit/verification', () => officer, () => '/audit/verification'],
    ['/audit/emergency-access', () => officer, () => '/audit/emergency-access'],
    ['/audit/emergency-access with none', () => officer, () => '/audit/emergency-access?which=reviewed'],
    ['/audit/emergency-access/{staffId}/{accessId}', () => officer, review],
    ['/people/emergency-access', () => colleague, () => '/people/emergency-access'],
    ['/people/emergency-access/{accessId}', () => colleague, () => granted],
    ['/people/emergency-access/{accessId}/open', () => colleague, () => `${granted}/open`],
  ];

  it('are all looked at here', () => {
    const shown = [...auditRoutes, ...emergencyRoutes]
      .filter(({ method, path }) => method === 'GET' && !path.endsWith('/file'))
      .map(({ path }) => path);
    expect(new Set(states.map(([name]) => name.split(' ')[0]))).toEqual(new Set(shown));
  });

  it.each(states)(
    '%s passes axe, fits 320 px, shows where the keyboard is, and needs no JavaScript',
    async (_, who, path) => {
      for (const width of [1280, 320]) {
        const watched = await site.browse(browser, who(), { width });
        await watched.page.goto(`${site.origin}${path()}`);
        expect(await axe(watched.page)).toEqual([]);
        expect(await noHorizontalScroll(watched.page)).toEqual([]);
        if (width === 320) expect(await withoutVisibleFocus(watched.page)).toEqual([]);
        await watched.close();
      }
      const plain = await site.browse(browser, who(), { javaScript: false });
      await plain.page.goto(`${site.origin}${path()}`);
      expect(await plain.page.locator('main h1').count()).toBe(1);
      await plain.close();
    },
  );

  it('lead an officer without JavaScript from a name to what somebody looked at, by days', async () => {
    const watched = await site.browse(browser, officer, { javaScript: false });
    const { page } = watched;
    await page.goto(`${site.origin}/audit`);
    await page.getByLabel('Name').fill('Robin');
    await page.getByRole('button', { name: 'Find what a member of staff looked at' }).click();
    await page.locator(`a[href="${staff()}"]`).click();
    await page.getByText('Filter this list').click();
    const first = page.getByRole('group', { name: /First day/ });
    await first.getByLabel('Day').fill('1');
    await first.getByLabel('Month').fill('11');
    await first.getByLabel('Year').fill('2026');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    expect(await page.getByRole('status').textContent()).toContain('1 November 2026 to 2 November 2026');
    await watched.close();
  });
});
