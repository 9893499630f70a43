/** A family's dates in its own calendar: the address is made, shown once, read by an app that nobody signed in, and stopped. */
import ICAL from 'ical.js';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { happened, madePerson, madeReferral } from '../people/made-people.ts';
import { RunningSite, SITE_URL, type SignedIn } from '../running-site.ts';
import { textOf, travelling } from '../sent-form.ts';
import { isFit } from './fit.ts';
import { letIn, recorded } from './let-in.ts';

const path = '/family/calendar';

let site: RunningSite;
let browser: Browser;
let staff: SignedIn;
beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  staff = await site.signIn('administrator', { services: ['salt', 'family-liaison'] });
});
afterEach(() => site.foresawEverything());
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** The address on the page that shows it, without the origin. */
function addressOn(html: string): string {
  const [, address = ''] = /<code class="app-secret">([^<]*)<\/code>/.exec(html) ?? [];
  expect(address.startsWith(`${SITE_URL}${path}/`), address).toBe(true);
  return address.slice(SITE_URL.length);
}

describe('dates in a calendar of one’s own', () => {
  it('come from an address that is made and stopped on a phone', async () => {
    const person = await madePerson(site, staff, { familyName: 'Calendarious', givenName: 'Zephyrine' });
    const referral = await madeReferral(site, staff, person.id);
    await happened(
      site,
      staff,
      referral,
      ['2026-08-03', { kind: 'triage-accepted' }],
      ['2026-10-26', { kind: 'appointment-booked', appointmentOn: localDate('2026-11-12'), time: '09:30' }],
    );
    const family = await letIn(site, staff, { personId: person.id, subject: 'with-a-calendar' });
    const watched = await site.browse(browser, family, { width: 320 });
    const { page } = watched;
    await page.goto(`${site.origin}/family`);
    await page.getByRole('link', { name: 'See dates in your own calendar' }).click();
    await isFit(page, 'calendar-home');
    await page.getByRole('button', { name: 'Make an address' }).click();
    await isFit(page, 'calendar-made');
    const address = addressOn(await page.content());
    expect(await page.title()).not.toContain(address.split('/')[3] ?? '');

    const file = await site.get(null, address);
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(file.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
    const [event, ...others] = new ICAL.Component(ICAL.parse(file.html)).getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(event?.getFirstPropertyValue('summary')).toBe('Appointment');
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-11-12T09:30:00');
    expect(event?.getFirstPropertyValue('url')).toBe(`${SITE_URL}/family/children/${person.id}`);
    expect(file.html).not.toMatch(/Zephyrine|Calendarious|speech|salt/i);

    await page.goto(`${site.origin}${path}`);
    await isFit(page, 'calendar-known');
    expect(await page.content()).not.toContain(address);
    await page.getByRole('button', { name: 'Stop the address' }).click();
    await page.getByRole('heading', { name: 'The address has stopped' }).waitFor();
    await isFit(page, 'calendar-stopped');
    await watched.close();

    const stopped = await site.get(null, address);
    const unknown = await site.get(null, `${path}/AAAAAAAAAAAAAAAAAAAAAAAA/dates.ics`);
    const nowhere = await site.get(null, '/family/nowhere');
    const alike = ({ status, html, headers }: typeof stopped) => [
      status,
      textOf({ html }).replace(/request-\S+/, ''),
      headers,
    ];
    expect(stopped.status).toBe(404);
    expect(alike(stopped)).toEqual(alike(unknown));
    expect(alike(stopped)).toEqual(alike(nowhere));
  });

  it('are none once the grant has ended, and the address says so to nobody', async () => {
    const person = await madePerson(site, staff, { familyName: 'Ended', givenName: 'Ada' });
    const referral = await madeReferral(site, staff, person.id);
    await happened(
      site,
      staff,
      referral,
      ['2026-08-03', { kind: 'triage-accepted' }],
      ['2026-10-26', { kind: 'appointment-booked', appointmentOn: localDate('2026-11-12') }],
    );
    const family = await letIn(site, staff, { personId: person.id, subject: 'with-an-ended-grant' });
    const form = travelling(await site.get(family, path));
    const address = addressOn((await site.post(family, path, form)).html);
    // Reloading the page that shows it sends the form again.
    expect(addressOn((await site.post(family, path, form)).html)).toBe(address);
    expect((await site.get(null, address)).html).toContain('DTSTART;VALUE=DATE:20261112');
    await recorded(site, staff, person.id, 'revoked', { reason: 'risk-of-harm' });
    const after = await site.get(null, address);
    expect([after.status, after.html.includes('BEGIN:VEVENT')]).toEqual([200, false]);
  });
});
