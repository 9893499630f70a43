/** The pages of alerts: what they show, what the forms do, and that they are fit for everybody. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertRoutes } from '../../../functions/web/pages/alerts/routes.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { RunningSite, type SignedIn } from '../running-site.ts';
import { mainOf, textOf, travelling, typedDate } from '../sent-form.ts';
import { fillIn, press } from '../typed-answers.ts';
import { openAlerts, waitingSince, watched } from './watched-site.ts';

let site: RunningSite;
let browser: Browser;
let clinician: SignedIn;
let people: readonly { readonly personId: string; readonly referralId: string }[];

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  clinician = await site.signIn('clinician', { services: ['salt'] });
  people = [
    await waitingSince(site, clinician, '2025-09-01', { familyName: 'Ó Súilleabháin', givenName: 'سلمى' }),
    await waitingSince(site, clinician, '2026-06-01', {
      familyName: 'Fernández-Gómez-Kowalska',
      givenName: 'Oluwaseun',
    }),
    await waitingSince(site, clinician, '2026-06-08', { familyName: 'Nowak', givenName: 'Zofia' }),
    await waitingSince(site, clinician, '2026-07-01', { familyName: 'Okafor', givenName: 'Wei' }),
    await waitingSince(site, clinician, '2026-07-20', { familyName: 'Okafor', givenName: 'Adaeze' }),
  ];
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const firstAlert = async (threshold: string) => {
  const alert = (await openAlerts(site)).find((row) => row.threshold === threshold);
  if (alert === undefined) throw new Error(`there is no alert of ${threshold}`);
  return alert;
};

describe('before the watch has run', () => {
  it('the list does not say that there are none', async () => {
    const browsed = await site.browse(browser, clinician);
    await browsed.page.goto(`${site.origin}/alerts`);
    const text = textOf({ html: await browsed.page.content() });
    expect(text).toContain('Some alerts may be missing');
    expect(text).toContain('has not been looked at yet');
    expect(text).toContain('We cannot say whether there are alerts');
    expect(text).not.toContain('no open alerts');
    expect(await axe(browsed.page)).toEqual([]);
    await browsed.close();
  });
});

describe('my team’s alerts', () => {
  beforeAll(() => watched(site, site.today));

  it('say when what falls due was looked at', async () => {
    const text = textOf(await site.get(clinician, '/alerts'));
    expect(text).toContain('What falls due was looked at on 2 November 2026, 06:00');
    expect(text).not.toContain('may be missing');
  });

  it('name whom they are about, the most serious first, and lead on', async () => {
    const text = textOf(await site.get(clinician, '/alerts'));
    expect(text).toContain('1 to 6 of 6 alerts');
    const order = ['Long wait', 'Breach', 'Approaching', 'Amber'].map((word) =>
      text.indexOf(word, text.indexOf('1 to 6')),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).toContain('Over 52 weeks');
  });

  it('are filtered by address, and say when nothing matches', async () => {
    const amber = await site.get(clinician, '/alerts?severity=amber');
    expect(textOf(amber)).toContain('1 to 1 of 1 alert that match');
    expect(textOf(await site.get(clinician, '/alerts?state=snoozed'))).toContain('No alert matches these filters');
    expect((await site.get(clinician, '/alerts?severity=purple')).status).toBe(400);
    const other = await site.signIn('clinician', { services: ['asd'] });
    expect(textOf(await site.get(other, '/alerts'))).toContain('Your teams have no open alerts');
    expect((await site.get(await site.signIn('commissioner'), '/alerts')).status).toBe(403);
  });

  it('offer filters for what they are about, and for what was chosen', async () => {
    const offered = mainOf(await site.get(clinician, '/alerts?kind=triage'));
    expect(offered.match(/name="kind"/g)).toHaveLength(3);
    for (const kind of ['waiting-standard', 'long-wait', 'triage']) expect(offered).toContain(`value="${kind}"`);
    expect(offered).toContain('<option value="SALT"');
    expect(offered).not.toContain('<option value="OT"');
  });

  it('stand on the pages of the person and the referral, for those who may see them', async () => {
    const [longest] = people;
    const person = `/people/${longest?.personId}`;
    for (const path of [person, `${person}/referrals/${longest?.referralId}`]) {
      const shown = await site.get(clinician, path);
      expect(mainOf(shown)).toMatch(/aria-label="Alerts"[\s\S]*Over 52 weeks, SALT/);
    }
    const elsewhere = await site.signIn('clinician', { services: ['ot'] });
    expect(mainOf(await site.get(elsewhere, person))).not.toContain('aria-label="Alerts"');
  });

  it('show on the row of the waiting list', async () => {
    const text = textOf(await site.get(clinician, '/queues/SALT'));
    expect(text).toContain('Long wait');
    expect(text).toContain('Approaching');
  });
});

describe('an alert', () => {
  it('says by when it is to be taken up, since when it is so, and leads back to the list it came from', async () => {
    const { id } = await firstAlert('over-52-weeks');
    const list = '/alerts?severity=long-wait';
    const shown = await site.get(clinician, `/alerts/${id}?return=${encodeURIComponent(list)}`);
    // Raised on Monday 2 November, passed on after two working days.
    expect(textOf(shown)).toContain('Acknowledge by 4 November 2026. If nobody does, Waiting list managers are told');
    expect(textOf(shown)).toContain('Long wait since 1 September 2026');
    const back = `return=${encodeURIComponent(list)}`;
    expect(mainOf(shown)).toContain(`/acknowledge?${back}`);
    const asked = await site.get(clinician, `/alerts/${id}/snooze?${back}`);
    expect(travelling(asked)['return']).toEqual([list]);
    expect(asked.html).toContain(`href="/alerts/${id}?${back}"`);
  });

  it('is acknowledged with a note, which its history keeps', async () => {
    const { id } = await firstAlert('approaching');
    const asked = await site.get(clinician, `/alerts/${id}/acknowledge`);
    const check = await site.post(clinician, `/alerts/${id}/acknowledge`, {
      ...travelling(asked),
      note: 'Booked for Friday',
    });
    expect(textOf(check)).toContain('Booked for Friday');
    const saved = await site.post(clinician, `/alerts/${id}/acknowledge`, {
      ...travelling(check),
      note: 'Booked for Friday',
    });
    expect(saved.location).toBe(`/alerts/${id}?done=acknowledged&return=%2Falerts`);
    const text = textOf(await site.get(clinician, `/alerts/${id}?done=acknowledged`));
    expect(text).toContain('The alert has been acknowledged');
    expect(text).toMatch(/Acknowledged.*by you, as clinician.*Booked for Friday.*Raised.*by the service/);
    const again = await site.post(clinician, `/alerts/${id}/acknowledge`, {
      ...travelling(await site.get(clinician, `/alerts/${id}/acknowledge`)),
      note: 'Once more',
    });
    expect([again.status, textOf(again).includes('has been acknowledged already')]).toEqual([422, true]);
    expect(mainOf(again)).toContain('Once more');
  });

  it('is snoozed, once the day and the reason are right; what was typed is kept', async () => {
    const { id } = await firstAlert('amber');
    const path = `/alerts/${id}/snooze`;
    const asked = travelling(await site.get(clinician, path));
    const wrong = await site.post(clinician, path, {
      ...asked,
      ...typedDate('until', '2027-01-01'),
      reason: 'Family away',
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('must be between tomorrow and 30 November 2026');
    expect(mainOf(wrong)).toContain('Family away');
    const answers = { ...asked, ...typedDate('until', '2026-11-10'), reason: 'Family away' };
    const check = await site.post(clinician, path, answers);
    expect((await site.post(clinician, path, { ...answers, ...travelling(check) })).status).toBe(303);
    expect(textOf(await site.get(clinician, `/alerts/${id}`))).toContain('Snoozed until 10 November 2026');
  });

  it('that somebody else changed meanwhile says what they did, and saves nothing by itself', async () => {
    const { id, version } = await firstAlert('over-52-weeks');
    const path = `/alerts/${id}/acknowledge`;
    const check = await site.post(clinician, path, { ...travelling(await site.get(clinician, path)), note: '' });
    const colleague = await site.signIn('clinician', { services: ['salt'] });
    const theirs = await site.post(colleague, `/alerts/${id}/snooze`, {
      ...{ version: String(version), key: site.deps.ids.fresh(), step: 'save', _step: 'save' },
      ...{ ...typedDate('until', '2026-11-05'), reason: 'Waiting for school' },
    });
    expect(theirs.status, textOf(theirs)).toBe(303);
    const meanwhile = await site.post(clinician, path, { ...travelling(check), note: '' });
    expect(textOf(meanwhile)).toContain('Snoozed until 5 November 2026');
    expect((await openAlerts(site)).find((row) => row.id === id)?.state).toBe('snoozed');
  });

  it('several at once are reported one by one', async () => {
    const list = await site.get(clinician, '/alerts?severity=breach');
    const hidden = travelling(list, 1);
    const rows = (await openAlerts(site)).filter(({ severity }) => severity === 'breach');
    const chosen = rows.map(({ id, version }) => `${id}.${version}`);
    await site.post(clinician, '/alerts/acknowledge', { ...hidden, alert: [chosen[0] ?? ''] });
    const report = await site.post(clinician, '/alerts/acknowledge', {
      ...hidden,
      key: site.deps.ids.fresh(),
      alert: chosen,
    });
    expect(textOf(report)).toContain(`${rows.length - 1} alerts acknowledged`);
    expect(textOf(report)).toContain('1 alert could not be acknowledged');
    expect(mainOf(report)).toMatch(/href="\/alerts\/[\w-]{16}\?return=%2Falerts%3Fseverity%3Dbreach"/);
    expect(textOf(report)).toMatch(
      /[A-Z]+, .* Waiting standard, SALT Why Acknowledged meanwhile, by you, as clinician/,
    );
    expect(mainOf(report)).toContain('href="/alerts?severity=breach"');
    const none = await site.post(clinician, '/alerts/acknowledge', hidden);
    expect([none.status, textOf(none).includes('Choose at least one alert')]).toEqual([422, true]);
    expect(mainOf(none)).toContain(`href="#choose-`);
    expect(textOf(none)).toContain(`1 to ${rows.length} of ${rows.length} alert`);
  });
});

it('coming back to the list chooses nobody: the rows have moved on', async () => {
  const opened = await site.browse(browser, clinician, { width: 1280, javaScript: false });
  const { page } = opened;
  await page.goto(`${site.origin}/alerts`);
  await page.locator('main [name="alert"]').first().check();
  await press(page, 'Acknowledge');
  await page.goBack();
  expect(await page.locator('main [name="alert"]').count()).toBeGreaterThan(0);
  expect(await page.locator('main [name="alert"]:checked').count()).toBe(0);
  await opened.close();
});

const states: Readonly<
  Record<string, { readonly at: () => Promise<string>; readonly act?: (page: Page) => Promise<void> }>
> = {
  alerts: { at: async () => '/alerts' },
  'alerts-filtered': { at: async () => '/alerts?severity=breach&state=acknowledged' },
  'alerts-none': { at: async () => '/alerts?severity=amber&kind=triage' },
  'alerts-ended': { at: async () => '/alerts?state=resolved' },
  'alerts-chosen-none': { at: async () => '/alerts', act: (page) => press(page, 'Acknowledge') },
  'alerts-chosen': {
    at: async () => '/alerts',
    act: async (page) => {
      for (const box of await page.locator('main [name="alert"]').all()) await box.check();
      await press(page, 'Acknowledge');
    },
  },
  alert: { at: async () => `/alerts/${(await firstAlert('approaching')).id}` },
  'alert-acknowledge': { at: async () => `/alerts/${(await firstAlert('amber')).id}/acknowledge` },
  'alert-snooze': { at: async () => `/alerts/${(await firstAlert('amber')).id}/snooze` },
  'alert-snooze-wrong': {
    at: async () => `/alerts/${(await firstAlert('amber')).id}/snooze`,
    act: (page) => press(page, 'Continue'),
  },
  'alert-snooze-check': {
    at: async () => `/alerts/${(await firstAlert('amber')).id}/snooze`,
    act: async (page) => {
      await fillIn(page, { ...typedDate('until', '2026-11-12'), reason: 'The family is away' });
      await press(page, 'Continue');
    },
  },
};

describe.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: false },
])('at $width px, JavaScript $javaScript', (view) => {
  it.each(Object.keys(states))('%s: fits, breaks no rule of the service, passes axe', async (name) => {
    const state = states[name];
    const opened = await site.browse(browser, clinician, view);
    const { page } = opened;
    await page.goto(`${site.origin}${await state?.at()}`);
    await state?.act?.(page);
    await screenshot(page, `${name}-${view.width}`);
    expect(await noHorizontalScroll(page)).toEqual([]);
    if (view.javaScript) expect(await axe(page)).toEqual([]);
    await opened.close();
    expect(site.faults).toEqual([]);
  });
});

it('every page about alerts is among the states', async () => {
  const visited = await Promise.all(Object.values(states).map(async ({ at }) => (await at()).replace(/\?.*/, '')));
  const missing = alertRoutes.filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`);
    // Nothing is at the address of a bulk change by itself: it leads to the list.
    return method === 'GET' && path !== '/alerts/acknowledge' && !visited.some((address) => pattern.test(address));
  });
  expect(missing).toEqual([]);
});

it('no address holds anything of a person', () => {
  expect(
    site.addresses.filter((address) => /Nowak|Okafor|Booked|Family|away/i.test(decodeURIComponent(address))),
  ).toEqual([]);
});
