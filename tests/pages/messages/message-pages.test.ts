/** The pages about being told: one's own choices, webhooks, and how the service does; and that they are fit for everybody. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notificationRoutes } from '../../../functions/web/pages/notifications/routes.ts';
import { operationsRoutes } from '../../../functions/web/pages/operations/routes.ts';
import { webhookRoutes } from '../../../functions/web/pages/webhooks/routes.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  claimedMessage,
  givenUpMessage,
  newMessage,
  sentMessage,
  unsentMessage,
} from '../../../shared/domain/message/message.ts';
import { axe } from '../../browser/accessibility.ts';
import { launchBrowser } from '../../browser/chromium.ts';
import { noHorizontalScroll, screenshot } from '../../browser/layout.ts';
import { type Fields, RunningSite, type SignedIn } from '../running-site.ts';
import { mainOf, textOf, travelling, typedDate } from '../sent-form.ts';
import { press } from '../typed-answers.ts';

let site: RunningSite;
let browser: Browser;
let clinician: SignedIn;
let colleague: SignedIn;
let manager: SignedIn;
let operator: SignedIn;

beforeAll(async () => {
  [site, browser] = await Promise.all([RunningSite.open(), launchBrowser()]);
  clinician = await site.signIn('clinician', { services: ['salt'] });
  colleague = await site.signIn('clinician', { services: ['salt'] });
  manager = await site.signIn('data-manager');
  operator = await site.signIn('operator');
  await site.deps.scheduleRuns.keep({
    schedule: 'watch-deadlines',
    day: localDate('2026-11-02'),
    time: parseInstant('2026-11-02T06:00:00Z'),
    requestId: 'run-1',
    complete: true,
    counts: { examined: 1204, raised: 31, 'already-had': 2, failed: 0 },
  });
  const at = parseInstant('2026-11-01T12:00:00Z');
  const about = { id: site.deps.ids.fresh(), place: 'liverpool', to: clinician.staffId, createdAt: at } as const;
  const message = newMessage({ ...about, channel: 'email', about: { kind: 'test' } }, at);
  await site.deps.messages.create(message);
  await site.deps.messages.save(givenUpMessage(message, 'no-address', at));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const choices: Fields = {
  channels: ['email'],
  email: 'priya@staff.example',
  'timing-long-wait': 'at-once',
  'timing-breach': 'at-once',
  'timing-approaching': 'daily',
  'timing-amber': 'never',
  quietFrom: '19:00',
  quietTo: '07:30',
};

describe('your notifications', () => {
  it('are chosen, checked and saved; what was wrong is said where it is', async () => {
    const asked = travelling(await site.get(clinician, '/notifications'));
    const wrong = await site.post(clinician, '/notifications', {
      ...asked,
      ...choices,
      channels: ['email', 'text'],
      quietTo: '',
    });
    expect(wrong.status).toBe(422);
    expect(textOf(wrong)).toContain('Enter the mobile number to text');
    expect(textOf(wrong)).toContain('Enter the time that quiet hours end, like 07:30');
    expect(mainOf(wrong)).toContain('value="priya@staff.example"');
    const answers = { ...choices, channels: ['email', 'text'], phone: '07700 900123' };
    const check = await site.post(clinician, '/notifications', { ...asked, ...answers });
    expect(textOf(check)).toContain('07700 900123');
    const saved = await site.post(clinician, '/notifications', { ...answers, ...travelling(check) });
    expect(saved.location).toBe('/notifications?saved=yes');
    expect(textOf(await site.get(clinician, '/notifications?saved=yes'))).toContain('Your choices have been saved');
    expect(await site.deps.preferences.get(clinician.staffId)).toMatchObject({
      version: 1,
      phone: '+447700900123',
      timing: { 'long-wait': 'at-once', amber: 'never' },
      away: null,
    });
  });

  it('name a colleague of the same service to stand in, and nobody else', async () => {
    const form = await site.get(clinician, '/notifications');
    expect(mainOf(form)).toContain(colleague.staffId);
    expect(mainOf(form)).not.toContain(operator.staffId);
    const away = { ...typedDate('awayFrom', '2026-11-09'), ...typedDate('awayTo', '2026-11-13') };
    const answers = { ...choices, ...away, awayDelegate: colleague.staffId };
    const check = await site.post(clinician, '/notifications', { ...travelling(form), ...answers });
    expect(textOf(check)).toContain('9 November 2026');
    await site.post(clinician, '/notifications', { ...answers, ...travelling(check) });
    expect(await site.deps.preferences.get(clinician.staffId)).toMatchObject({ away: { delegate: colleague.staffId } });
  });

  it('take no number that texts cannot reach, and no absence that is over; one that ends is asked about no more', async () => {
    const asked = travelling(await site.get(clinician, '/notifications'));
    const sent = (more: Fields) => site.post(clinician, '/notifications', { ...asked, ...choices, ...more });
    const landline = await sent({ phone: '0151 496 0000' });
    expect([landline.status, textOf(landline).includes('Texts cannot reach this number')]).toEqual([422, true]);
    expect(mainOf(landline)).toContain('href="#phone"');
    const over = await sent({
      ...typedDate('awayFrom', '2025-11-09'),
      ...typedDate('awayTo', '2025-11-13'),
      awayDelegate: colleague.staffId,
    });
    expect(textOf(over)).toContain('The last day away must be today or later');
    expect(mainOf(over)).toContain('href="#awayTo-day"');
    const kept = await site.deps.preferences.get(clinician.staffId);
    if (kept === undefined || kept.away === null) throw new Error('no absence was chosen');
    const away = { ...kept.away, from: localDate('2026-10-05'), to: localDate('2026-10-09') };
    await site.deps.preferences.save({ ...kept, away, version: kept.version + 1 });
    const later = await site.get(clinician, '/notifications');
    expect(mainOf(later)).toContain('value="priya@staff.example"');
    expect(mainOf(later)).toMatch(/name="awayTo-year"[^>]*>/);
    expect(mainOf(later)).not.toContain('value="2026"');
  });

  it('that were saved in another window meanwhile are not overwritten', async () => {
    const old = { ...choices, ...travelling(await site.get(clinician, '/notifications')) };
    const check = await site.post(clinician, '/notifications', old);
    const kept = await site.deps.preferences.get(clinician.staffId);
    if (kept === undefined) throw new Error('nothing was chosen');
    await site.deps.preferences.save({ ...kept, email: 'elsewhere@staff.example', version: kept.version + 1 });
    const meanwhile = await site.post(clinician, '/notifications', { ...choices, ...travelling(check) });
    expect([meanwhile.status, textOf(meanwhile).includes('in another window')]).toEqual([412, true]);
  });
});

describe('what GOV.UK Notify says later', () => {
  const told = (token: string, body: unknown) =>
    fetch(`${site.origin}/notify-callbacks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('marks a text that did not arrive, once, under the token that operators see', async () => {
    const token = /app-secret">([^<]+)</.exec(mainOf(await site.get(operator, '/operations')))?.[1] ?? '';
    const at = parseInstant('2026-11-01T12:00:00Z');
    const about = { id: site.deps.ids.fresh(), place: 'liverpool', to: clinician.staffId, createdAt: at } as const;
    const message = newMessage({ ...about, channel: 'text', about: { kind: 'test' } }, at);
    await site.deps.messages.create(message);
    await site.deps.messages.save(sentMessage(message, at));
    const state = async () => (await site.deps.messages.get('liverpool', message.id))?.state;
    const said = { id: 'n-1', reference: `liverpool/${message.id}`, to: '07700900123', notification_type: 'sms' };
    expect((await told('another token', { ...said, status: 'permanent-failure' })).status).toBe(403);
    expect((await told(token, { ...said, status: 'delivered' })).status).toBe(204);
    expect(await state()).toBe('sent');
    for (let twice = 0; twice < 2; twice += 1)
      expect((await told(token, { ...said, status: 'permanent-failure' })).status).toBe(204);
    expect(await state()).toBe('failed');
    for (const other of [
      { ...said, reference: null },
      { ...said, reference: 'x/y' },
      { ...said, reference: 'liverpool/nobodyHasThisId' },
    ])
      expect((await told(token, { ...other, status: 'permanent-failure' })).status).toBe(204);
    for (const other of ['not json', '{}', '[]']) expect((await told(token, other)).status).toBeGreaterThanOrEqual(400);
    expect(site.faults).toEqual([]);
  });
});

async function added(name: string): Promise<{ readonly id: string; readonly secret: string }> {
  const answers = { name, channel: 'webhook', team: 'salt', url: 'https://team.example.org/alerts' };
  const asked = await site.get(manager, '/webhooks/add');
  const check = await site.post(manager, '/webhooks/add', { ...travelling(asked), ...answers });
  const sent = { ...answers, ...travelling(check) };
  const made = await site.post(manager, '/webhooks/add', sent);
  expect(made.status, textOf(made)).toBe(200);
  // Reloading the page sends it again, and makes no second one.
  expect(mainOf(await site.post(manager, '/webhooks/add', sent))).toBe(mainOf(made));
  const id = /href="\/webhooks\/([\w-]{16})"/.exec(mainOf(made))?.[1] ?? '';
  return { id, secret: /app-secret">([^<]+)</.exec(mainOf(made))?.[1] ?? '' };
}

describe('webhooks', () => {
  it('show their secret when they are made, and never again', async () => {
    const { id, secret } = await added('Task board');
    expect(secret).toMatch(/^[\w-]{32}$/);
    const page = await site.get(manager, `/webhooks/${id}`);
    expect(textOf(page)).toContain('https://team.example.org/alerts');
    expect(page.html).not.toContain(secret);
    expect(textOf(await site.get(manager, '/webhooks'))).toContain('Task board');
    expect((await site.get(clinician, '/webhooks')).status).toBe(403);
  });

  it('go to no address inside', async () => {
    const asked = travelling(await site.get(manager, '/webhooks/add'));
    for (const url of [
      'http://team.example.org/',
      'https://localhost/',
      'https://169.254.169.254/',
      'https://10.0.0.1/',
    ]) {
      const refused = await site.post(manager, '/webhooks/add', {
        ...asked,
        name: 'X',
        channel: 'webhook',
        team: 'EVERY',
        url,
      });
      expect([url, refused.status]).toEqual([url, 422]);
    }
  });

  it('are tried, switched off and on, given a new secret, and sent what they missed', async () => {
    const { id, secret } = await added('To be worked');
    const at = parseInstant('2026-11-01T12:00:00Z');
    const about = { kind: 'alert', alertId: site.deps.ids.fresh(), event: 'raised', severity: 'breach' } as const;
    const missed = newMessage(
      { id: site.deps.ids.fresh(), place: 'liverpool', to: id, channel: 'webhook', about, createdAt: at },
      at,
    );
    await site.deps.messages.create(missed);
    const claimed = claimedMessage(missed, at);
    await site.deps.messages.save(claimed);
    await site.deps.messages.save(givenUpMessage(claimed, 'answered-500', at));
    const buttons = async () => {
      const page = await site.get(manager, `/webhooks/${id}`);
      return [...mainOf(page).matchAll(/action="\/webhooks\/[\w-]+\/(\w+)"/g)].map(([, name]) => name ?? '');
    };
    const work = async (name: string) => {
      const hidden = travelling(await site.get(manager, `/webhooks/${id}`), (await buttons()).indexOf(name));
      return site.post(manager, `/webhooks/${id}/${name}`, hidden);
    };
    expect(await buttons()).toEqual(['test', 'replay', 'off']);
    expect((await work('test')).location).toBe(`/webhooks/${id}?done=test`);
    expect((await work('replay')).location).toBe(`/webhooks/${id}?done=replay`);
    expect(await site.deps.messages.get('liverpool', missed.id)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect((await site.deps.messages.toWebhook('liverpool', id, 10)).map((one) => one.about.kind)).toEqual([
      'test',
      'alert',
    ]);
    const asks = await site.get(manager, `/webhooks/${id}/secret`);
    expect(textOf(asks)).toContain('Until the system there knows it, that system refuses them');
    const anew = await site.post(manager, `/webhooks/${id}/secret`, travelling(asks));
    expect(/app-secret">([^<]+)</.exec(mainOf(anew))?.[1]).not.toBe(secret);
    expect((await work('off')).location).toBe(`/webhooks/${id}?done=off`);
    expect(await buttons()).toEqual(['test', 'on']);
    expect((await work('on')).location).toBe(`/webhooks/${id}?done=on`);
    const stale = await site.post(manager, `/webhooks/${id}/off`, { version: '1', key: site.deps.ids.fresh() });
    expect(stale.status).toBe(412);
  });

  it('say when what did not arrive is tried again, and as at when', async () => {
    const { id } = await added('To be tried again');
    const at = parseInstant('2026-11-01T12:00:00Z');
    const about = { id: site.deps.ids.fresh(), place: 'liverpool', to: id, createdAt: at } as const;
    const message = claimedMessage(newMessage({ ...about, channel: 'webhook', about: { kind: 'test' } }, at), at);
    const unsent = unsentMessage(message, { problem: 'timed-out', isFinal: false }, at);
    await site.deps.messages.create(unsent);
    const text = textOf(await site.get(manager, `/webhooks/${id}`));
    expect(text).toContain('next try 1 Nov 2026, 12:01');
    expect(text).toContain('As at 2 Nov 2026, 09:00');
    await site.deps.messages.save(sentMessage(unsent, at));
  });

  it('of another place are not there', async () => {
    const { id } = await added('Ours');
    const elsewhere = await site.signIn('data-manager', { place: 'cheshire-east' });
    expect((await site.get(elsewhere, `/webhooks/${id}`)).status).toBe(404);
    expect(textOf(await site.get(elsewhere, '/webhooks'))).toContain('There are none yet');
  });
});

describe('operations', () => {
  it('say what ran, what it did, what did not, and as at when', async () => {
    const text = textOf(await site.get(operator, '/operations'));
    expect(text).toContain('As at 2 Nov 2026, 09:00');
    expect(text).toMatch(/Watch of deadlines, every morning at 6am Well.*1,204.*31/);
    expect(text).toMatch(/No run was kept when there should have been one: Closing of the audit/);
    expect(text).toContain('There is no address to send to');
    expect(text).toMatch(/Teams that no message reaches.*OT/);
    expect(text).not.toContain('Messages are late');
    expect((await site.get(manager, '/operations')).status).toBe(403);
  });

  it('are not well where the audit was found wrong, or messages wait that should have gone out', async () => {
    const time = parseInstant('2026-11-02T02:30:00Z');
    const counts = { heads: 1, views: 5_210, events: 88, unproved: 0, findings: 1, failed: 0 };
    const night = { schedule: 'keep-audit-heads', day: localDate('2026-11-02'), time, requestId: 'run-2' };
    await site.deps.scheduleRuns.keep({ ...night, complete: true, counts });
    const about = { id: site.deps.ids.fresh(), place: 'liverpool', to: clinician.staffId, createdAt: time } as const;
    const message = newMessage({ ...about, channel: 'email', about: { kind: 'test' } }, time);
    await site.deps.messages.create(message);
    const text = textOf(await site.get(operator, '/operations'));
    expect(text).toMatch(/Closing of the audit, every night at 2:30am Incomplete.*Views proved 5,210.*Found wrong 1/);
    expect(text).toContain('Messages are late 1 should have been sent more than 15 minutes ago');
    await site.deps.messages.save(sentMessage(message, time));
  });
});

const states: Readonly<
  Record<
    string,
    { readonly who: () => SignedIn; readonly at: () => Promise<string>; readonly act?: (page: Page) => Promise<void> }
  >
> = {
  notifications: { who: () => colleague, at: async () => '/notifications' },
  'notifications-wrong': {
    who: () => colleague,
    at: async () => '/notifications',
    act: async (page) => {
      await page.locator('main [name="channels"]').first().check();
      await press(page, 'Continue');
    },
  },
  'notifications-check': {
    who: () => clinician,
    at: async () => '/notifications',
    act: (page) => press(page, 'Continue'),
  },
  webhooks: { who: () => manager, at: async () => '/webhooks' },
  'webhooks-none': { who: () => noWebhooks, at: async () => '/webhooks' },
  'webhook-secret': {
    who: () => manager,
    at: async () => `/webhooks/${(await site.deps.webhooks.list('liverpool'))[0]?.id}/secret`,
  },
  'webhook-add': { who: () => manager, at: async () => '/webhooks/add' },
  'webhook-add-wrong': { who: () => manager, at: async () => '/webhooks/add', act: (page) => press(page, 'Continue') },
  'webhook-added': {
    who: () => manager,
    at: async () => '/webhooks/add',
    act: async (page) => {
      await page.locator('main [name="name"]').fill('A name that is rather long for a board of tasks');
      await page.locator('main [name="channel"]').first().check();
      await page.locator('main [name="team"]').selectOption({ index: 1 });
      await page.locator('main [name="url"]').fill('https://team.example.org/a/rather/long/address?with=something');
      await press(page, 'Continue');
      await press(page, 'Add the webhook');
    },
  },
  webhook: {
    who: () => manager,
    at: async () =>
      `/webhooks/${(await site.deps.webhooks.list('liverpool')).find(({ name }) => name === 'To be worked')?.id}`,
  },
  operations: { who: () => operator, at: async () => '/operations' },
};
let noWebhooks: SignedIn;
beforeAll(async () => {
  noWebhooks = await site.signIn('data-manager', { place: 'cheshire-east' });
});

describe.each([
  { width: 1280, javaScript: true },
  { width: 320, javaScript: false },
])('at $width px, JavaScript $javaScript', (view) => {
  it.each(Object.keys(states))('%s: fits, breaks no rule of the service, passes axe', async (name) => {
    const state = states[name];
    if (state === undefined) throw new Error('there is no such state');
    const opened = await site.browse(browser, state.who(), view);
    const { page } = opened;
    await page.goto(`${site.origin}${await state.at()}`);
    await state.act?.(page);
    await screenshot(page, `${name}-${view.width}`);
    expect(await noHorizontalScroll(page)).toEqual([]);
    if (view.javaScript) expect(await axe(page)).toEqual([]);
    await opened.close();
    expect(site.faults).toEqual([]);
  });
});

it('every page about being told is among the states', async () => {
  const visited = await Promise.all(Object.values(states).map(({ at }) => at()));
  const missing = [...notificationRoutes, ...webhookRoutes, ...operationsRoutes].filter(({ method, path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[\\w-]+')}$`);
    return method === 'GET' && !visited.some((address) => pattern.test(address));
  });
  expect(missing).toEqual([]);
});

it('no address holds anything that was typed', () => {
  expect(
    site.addresses.filter((address) => /staff\.example|7700|team\.example|board/i.test(decodeURIComponent(address))),
  ).toEqual([]);
});
