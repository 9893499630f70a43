/** Messages, webhooks and preferences as the real engine keeps them; the numbers are those of docs/access-patterns.md. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import { type Instant, instantOf, parseInstant } from '../../shared/domain/calendar/instant.ts';
import {
  claimedMessage,
  givenUpMessage,
  type Message,
  newMessage,
  sentMessage,
} from '../../shared/domain/message/message.ts';
import { usualPreferences } from '../../shared/domain/message/preferences.ts';
import { failedAt, type Webhook } from '../../shared/domain/message/webhook.ts';
import { type Engine, openEngine } from './engine.ts';
import { ids } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for families and nothing else',
};
const NOON = parseInstant('2026-11-02T12:00:00Z');
const later = (minutes: number): Instant => instantOf(Date.parse(NOON) + minutes * 60_000);

let engine: Engine;
let deps: Deps;
beforeAll(async () => {
  engine = await openEngine();
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
});
afterAll(() => engine.close());

function aMessage(more: Partial<Message> = {}, at = NOON): Message {
  const about = { kind: 'alert', alertId: ids.fresh(), event: 'raised', severity: 'breach' } as const;
  const fresh = newMessage(
    { id: ids.fresh(), place: 'liverpool', to: ids.fresh(), channel: 'email', about, createdAt: at },
    at,
  );
  return { ...fresh, ...more };
}

/** What the store's meter counted while something was done. */
async function metered(work: () => Promise<unknown>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  await work();
  const { requests, tableWriteUnits, indexWriteUnits } = store.meter.read();
  return { requests, writes: tableWriteUnits + indexWriteUnits };
}

async function due(place: string, upTo: Instant): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const page of deps.messages.due(place, upTo)) all.push(...page);
  return all;
}

describe('messages', () => {
  it('are kept once under their id, and changed over the version that was read', async () => {
    const message = aMessage();
    expect(await deps.messages.create(message)).toBe(true);
    expect(await deps.messages.create({ ...message, channel: 'text' })).toBe(false);
    expect(await deps.messages.get('liverpool', message.id)).toEqual(message);
    const claimed = claimedMessage(message, NOON);
    expect(await deps.messages.save(claimed)).toBe(true);
    expect(await deps.messages.save(claimed)).toBe(false);
    expect(await deps.messages.get('liverpool', message.id)).toEqual(claimed);
    expect(await deps.messages.get('cheshire-east', message.id)).toBeUndefined();
    expect(await deps.messages.many('liverpool', [message.id, ids.fresh()])).toEqual([claimed]);
  });

  it('that are due come the earliest first, and none that waits longer, is sent, or is another place’s', async () => {
    const place = 'cheshire-east';
    const [late, early, latest, sent] = [2, 1, 90, 0].map((minutes) => aMessage({ place }, later(minutes)));
    for (const message of [late, early, latest, sent]) if (message) await deps.messages.create(message);
    await deps.messages.save(sentMessage(sent as Message, NOON));
    expect(await due(place, later(5))).toEqual([early?.id, late?.id]);
    expect(await due(place, later(0))).toEqual([]);
  });

  it('that could not be sent are listed for operators, those to people alone, the last first', async () => {
    const [first, second, system] = [aMessage(), aMessage({}, later(1)), aMessage({ channel: 'webhook' })];
    for (const message of [first, second, system]) {
      await deps.messages.create(message);
      await deps.messages.save(givenUpMessage(message, 'no-address', later(3)));
    }
    const failed = await deps.messages.failed('liverpool', 10);
    expect(failed.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(await deps.messages.failed('liverpool', 1)).toEqual([failed[0]]);
  });

  it('to a webhook are listed whatever became of them', async () => {
    const to = ids.fresh();
    const all = [0, 1, 2].map((minutes) => aMessage({ to, channel: 'webhook' }, later(minutes)));
    for (const message of all) await deps.messages.create(message);
    await deps.messages.save(sentMessage(all[0] as Message, NOON));
    const states = (await deps.messages.toWebhook('liverpool', to, 2)).map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [all[2]?.id, 'waiting'],
      [all[1]?.id, 'waiting'],
    ]);
  });

  it.runIf(process.env['DYNAMODB_ENDPOINT'] === undefined)('cost what docs/access-patterns.md says', async () => {
    const message = aMessage();
    const kept = await metered(() => deps.messages.create(message));
    expect([kept.requests, kept.writes]).toEqual([1, 2]);
    const marked = await metered(() => deps.messages.save(sentMessage(message, NOON)));
    expect([marked.requests, marked.writes]).toEqual([1, 2]);
    const nothing = await metered(() => due('liverpool', parseInstant('2000-01-01T00:00:00Z')));
    expect(nothing.requests).toBe(1);
  });
});

describe('webhooks', () => {
  const event = { id: ids.fresh(), kind: 'created', at: NOON, by: ids.fresh() } as const;
  const webhook: Webhook = {
    ...{ id: ids.fresh(), place: 'liverpool', version: 1, name: 'Board', channel: 'webhook', team: null, failures: 0 },
    ...{ url: 'https://team.example.org/', secret: 's'.repeat(32), isOn: true, events: [event] },
  };

  it('are kept by place, and changed over the version that was read', async () => {
    await deps.webhooks.create(webhook);
    await expect(deps.webhooks.create(webhook)).rejects.toMatchObject({ code: 'already-there' });
    const failed = failedAt(webhook, { id: ids.fresh(), at: NOON }, NOON);
    await deps.webhooks.save(failed);
    await expect(deps.webhooks.save(failed)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await deps.webhooks.list('liverpool')).toEqual([failed]);
    expect(await deps.webhooks.list('cheshire-east')).toEqual([]);
    expect(await deps.webhooks.get('liverpool', webhook.id)).toEqual(failed);
    expect(await deps.webhooks.get('cheshire-east', webhook.id)).toBeUndefined();
  });
});

describe('preferences', () => {
  it('are kept for each member of staff, and changed over the version that was read', async () => {
    const chosen = { ...usualPreferences(ids.fresh()), version: 1, email: 'priya@staff.example' };
    expect(await deps.preferences.get(chosen.staffId)).toBeUndefined();
    await deps.preferences.save(chosen);
    await expect(deps.preferences.save(chosen)).rejects.toMatchObject({ code: 'changed-since' });
    await deps.preferences.save({ ...chosen, version: 2, channels: ['email'] });
    expect(await deps.preferences.many([chosen.staffId, ids.fresh()])).toEqual([
      { ...chosen, version: 2, channels: ['email'] },
    ]);
  });
});

describe('the staff of a place', () => {
  it('are read with all their roles and services', async () => {
    const member = (place: string) => ({
      ...{ id: ids.fresh(), version: 1, name: 'Somebody', active: true },
      memberships: [{ place, role: 'clinician' as const, services: ['salt'] }],
    });
    const [here, there] = [member('liverpool'), member('cheshire-east')];
    await deps.staff.save({ issuer: 'i', subject: here.id }, here);
    await deps.staff.save({ issuer: 'i', subject: there.id }, there);
    expect(await deps.staff.ofPlace('liverpool')).toEqual([here]);
  });
});
