import { describe, expect, it } from 'vitest';
import { instantOf, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { instantAt, isBetween, nextAt } from '../../../shared/domain/message/local-time.ts';
import {
  claimedMessage,
  heldBackMessage,
  isDue,
  LEASE_MINUTES,
  MOST_ATTEMPTS,
  newClaimedMessage,
  newMessage,
  replayedMessage,
  sentMessage,
  UNHEARD_MINUTES,
  unsentMessage,
} from '../../../shared/domain/message/message.ts';
import { wordsOf } from '../../../shared/domain/message/message-words.ts';
import { chosenPreferencesSchema, usualPreferences } from '../../../shared/domain/message/preferences.ts';
import { egressFault, isPublicAddress } from '../../../shared/domain/message/public-address.ts';
import {
  changedWebhook,
  deliveredTo,
  failedAt,
  MOST_FAILURES,
  type Webhook,
} from '../../../shared/domain/message/webhook.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

const NOW = parseInstant('2026-11-02T12:00:00Z');
const ID = 'Zk3v0bq1T-9xA_2c';
const NOT_REACHED = { problem: 'not-reached', isFinal: false };

describe('times of day in England', () => {
  it('are instants by the clock of that day', () => {
    expect(instantAt(localDate('2026-07-01'), '07:30')).toBe('2026-07-01T06:30:00.000Z');
    expect(instantAt(localDate('2026-12-01'), '07:30')).toBe('2026-12-01T07:30:00.000Z');
  });

  it('come again the next day', () => {
    expect(nextAt(parseInstant('2026-11-02T07:30:00Z'), '07:30')).toBe('2026-11-03T07:30:00.000Z');
    expect(nextAt(parseInstant('2026-11-02T07:29:59Z'), '07:30')).toBe('2026-11-02T07:30:00.000Z');
  });

  it('stand between two, over midnight too', () => {
    const at = (time: string) => parseInstant(`2026-11-02T${time}:00Z`);
    expect(
      ['19:00', '23:59', '00:00', '07:29'].map((time) => isBetween(at(time), { from: '19:00', to: '07:30' })),
    ).toEqual([true, true, true, true]);
    expect(['18:59', '07:30', '12:00'].some((time) => isBetween(at(time), { from: '19:00', to: '07:30' }))).toBe(false);
    expect(['12:00', '12:59', '13:00'].map((time) => isBetween(at(time), { from: '12:00', to: '13:00' }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a message', () => {
  const about = {
    id: ID,
    place: 'liverpool',
    to: ID,
    channel: 'email',
    about: { kind: 'test' },
    createdAt: NOW,
  } as const;
  const minutes = (number: number) => instantOf(Date.parse(NOW) + number * 60_000);

  it('belongs to whoever claims it, for a while', () => {
    const message = newMessage(about, NOW);
    expect(isDue(message, NOW)).toBe(true);
    for (const [channel, lease] of [
      ['text', LEASE_MINUTES],
      ['email', UNHEARD_MINUTES],
    ] as const) {
      const other = claimedMessage({ ...message, channel }, NOW);
      expect(isDue(other, minutes(lease - 1))).toBe(false);
      expect(isDue(other, minutes(lease))).toBe(true);
    }
    const claimed = claimedMessage(message, NOW);
    expect(isDue(sentMessage(claimed, NOW), minutes(10_000))).toBe(false);
  });

  it('is tried again, later each time, for most of a day, and then given up', () => {
    let message = newMessage(about, NOW);
    let waited = 0;
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
      message = unsentMessage(claimedMessage(message, minutes(waited)), NOT_REACHED, minutes(waited));
      expect(message.state).toBe('waiting');
      const next = (Date.parse(message.nextAt ?? '') - Date.parse(NOW)) / 60_000;
      expect(next).toBeGreaterThan(waited);
      waited = next;
    }
    expect(waited).toBeGreaterThan(20 * 60);
    message = unsentMessage(claimedMessage(message, minutes(waited)), NOT_REACHED, minutes(waited));
    expect(message).toMatchObject({ state: 'failed', problem: 'not-reached', nextAt: null, attempts: MOST_ATTEMPTS });
    expect(replayedMessage(message, NOW)).toMatchObject({ state: 'waiting', attempts: 0, problem: null, nextAt: NOW });
  });

  it('remembers the attempts of which nobody heard, until it is known what became of them', () => {
    const unheard = { problem: 'email-unheard', isFinal: false, mayHaveArrived: true };
    const first = unsentMessage(claimedMessage(newMessage(about, NOW), NOW), unheard, NOW);
    expect(first).toMatchObject({ version: 3, unheard: [2], nextAt: minutes(UNHEARD_MINUTES) });
    const held = heldBackMessage(first, minutes(15));
    expect(held).toMatchObject({ unheard: [2], heldBack: 1, attempts: 1, nextAt: minutes(30) });
    const second = claimedMessage(held, minutes(30));
    expect(second).toMatchObject({ version: 5, unheard: [2, 5], heldBack: 0 });
    // The second was refused: only the first is still in doubt.
    expect(unsentMessage(second, NOT_REACHED, minutes(30)).unheard).toEqual([2]);
    expect(sentMessage(second, minutes(30)).unheard).toEqual([]);
    expect(claimedMessage(newMessage({ ...about, channel: 'text' }, NOW), NOW).unheard).toEqual([]);
    expect(newClaimedMessage(about, NOW)).toMatchObject({ version: 1, attempts: 1, unheard: [1] });
  });

  it('is given up at once where trying again is no use, and is sent again only then', () => {
    const message = claimedMessage(newMessage(about, NOW), NOW);
    expect(unsentMessage(message, { problem: 'email-refused', isFinal: true }, NOW).state).toBe('failed');
    expect(() => replayedMessage(sentMessage(message, NOW), NOW)).toThrow('could not be sent');
  });
});

describe('the words of messages', () => {
  const clinic =
    /autis|adhd|speech|therap|occupation|diagnos|triage|referr|clinic|child|patient|assess|health|nhs|wait|breach|SALT|\bOT\b|ASD/i;
  const all = [
    ...(['raised', 'escalated', 'snooze-ended'] as const).flatMap((event) =>
      (['long-wait', 'breach', 'approaching', 'amber'] as const).map((severity) =>
        wordsOf({ kind: 'alert', alertId: ID, event, severity }),
      ),
    ),
    wordsOf({ kind: 'bundle', messages: [ID, ID], past: 0 }),
    wordsOf({ kind: 'bundle', messages: [ID, ID, ID], past: 2 }),
    wordsOf({ kind: 'test' }),
  ];

  it('hold no word of the clinic, no service and no queue', () => {
    const names = liverpool.queues.flatMap(({ name, shortName, code, service }) => [name, shortName, code, service]);
    for (const { subject, text, path } of all) {
      expect(`${subject} ${text}`).not.toMatch(clinic);
      for (const name of names) expect(`${subject} ${text} ${path}`.split(/[\s/.:,]+/)).not.toContain(name);
    }
  });

  it('say how many wait, and of how many the date has passed', () => {
    expect(wordsOf({ kind: 'bundle', messages: [ID, ID, ID], past: 2 })).toEqual({
      subject: 'You have 3 updates',
      text: 'You have 3 updates. For 2 of them a date has passed.',
      path: '/alerts',
    });
  });
});

describe('choices', () => {
  const { staffId: _id, version: _version, ...usual } = usualPreferences(ID);
  const faults = (more: object) =>
    chosenPreferencesSchema.safeParse({ ...usual, ...more }).error?.issues.map(({ path }) => path.join('.')) ?? [];

  it('need the address that a channel needs', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ channels: ['email', 'text'] })).toEqual(['email', 'phone']);
    expect(faults({ channels: ['email'], email: 'priya@staff.example' })).toEqual([]);
    expect(faults({ channels: ['text'], phone: '07700900123' })).toEqual(['phone']);
  });

  it('cannot silence what is past its date', () => {
    expect(faults({ timing: { ...usual.timing, breach: 'never' } })).toEqual(['timing.breach']);
    expect(faults({ timing: { ...usual.timing, amber: 'never' } })).toEqual([]);
  });

  it('have days and hours in order', () => {
    expect(faults({ quiet: { from: '07:00', to: '07:00' } })).toEqual(['quiet']);
    expect(faults({ quiet: { from: '7:00', to: '25:00' } })).toEqual(['quiet.from', 'quiet.to']);
    expect(faults({ away: { from: '2026-11-05', to: '2026-11-04', delegate: ID } })).toEqual(['away.to']);
  });
});

describe('addresses to write to', () => {
  const closed = { loopback: false };
  it.each([
    'https://team.example.org/alerts?x=1',
    'https://prod-12.uksouth.logic.azure.com/workflows/abc/triggers/manual/paths/invoke?sig=x',
    'https://8.8.8.8.example.org/',
  ])('may be public: %s', (url) => expect(egressFault(url, closed)).toBeUndefined());

  it.each([
    ['not an address', 'format'],
    ['http://team.example.org/', 'https'],
    ['ftp://team.example.org/', 'https'],
    ['https://user:pass@team.example.org/', 'credentials'],
    ['https://team.example.org:8443/', 'port'],
    ['https://localhost/', 'private'],
    ['https://LOCALHOST./', 'private'],
    ['https://127.0.0.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    ['https://8.8.8.8/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[2606:4700::1111]/', 'private'],
    ['https://intranet/', 'private'],
    ['https://db.internal/', 'private'],
    ['https://printer.local/', 'private'],
    [`https://team.example.org/${'a'.repeat(1000)}`, 'long'],
    ['http://127.0.0.1:4003/hooks/x', 'https'],
  ])('may not be %s', (url, fault) => expect(egressFault(url, closed)).toBe(fault));

  it('may be this machine on a developer’s, and nothing else in plain text', () => {
    expect(egressFault('http://127.0.0.1:4003/hooks/x', { loopback: true })).toBeUndefined();
    expect(egressFault('http://127.0.0.2/', { loopback: true })).toBe('https');
    expect(egressFault('http://team.example.org/', { loopback: true })).toBe('https');
  });

  it.each([
    ['8.8.8.8', true],
    ['151.101.1.140', true],
    ['2606:4700:4700::1111', true],
    ['2a00:1450:4009::200e', true],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['198.19.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['fc00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['2001::1', false],
    ['2001:db8::1', false],
    ['2002:a00:1::1', false],
  ])('lead to %s: public is %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));
});

describe('a webhook', () => {
  const created = { id: ID, kind: 'created', at: NOW, by: ID } as const;
  const webhook: Webhook = {
    ...{ id: ID, place: 'liverpool', version: 1, name: 'Board', channel: 'webhook', team: null, failures: 0 },
    ...{ url: 'https://team.example.org/', secret: 's'.repeat(32), isOn: true, events: [created] },
  };
  const failed = (from: Webhook, times: number) =>
    Array.from({ length: times }).reduce<Webhook>((one) => failedAt(one, { id: ID, at: NOW }, NOW), from);

  it('is switched off by itself after so many failures one after another', () => {
    expect(failed(webhook, MOST_FAILURES - 1).isOn).toBe(true);
    const off = failed(webhook, MOST_FAILURES);
    expect(off.isOn).toBe(false);
    expect(off.events.at(-1)).toMatchObject({ kind: 'given-up', by: 'service' });
    expect(failed(off, 5).events).toHaveLength(2);
  });

  it('forgets its failures with a success, which is not written down where there were none', () => {
    expect(deliveredTo(webhook)).toBe(webhook);
    expect(failed(deliveredTo(failed(webhook, MOST_FAILURES - 1)), 1).isOn).toBe(true);
  });

  it('is switched on and off by people, and says when it is so already', () => {
    const event = (kind: 'switched-on' | 'switched-off') => ({ ...created, kind });
    const off = changedWebhook(failed(webhook, 3), event('switched-off'));
    expect([off.isOn, changedWebhook(off, event('switched-on')).failures]).toEqual([false, 0]);
    expect(() => changedWebhook(webhook, event('switched-on'))).toThrow('on already');
    expect(() => changedWebhook(off, event('switched-off'))).toThrow('off already');
  });

  it('keeps the last of what happened, and who made it', () => {
    const many = Array.from({ length: 80 }, (_, n) => ({
      ...created,
      kind: 'tested' as const,
      id: `event-${n}`.padEnd(16, '0'),
    }));
    const worn = many.reduce((one, event) => changedWebhook(one, event), webhook);
    expect(worn.events).toHaveLength(50);
    expect([worn.events[0], worn.events.at(-1)]).toEqual([created, many.at(-1)]);
  });
});
