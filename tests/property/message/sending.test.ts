/** Whatever is doubled, delayed, reordered or killed: each alert reaches each channel of each recipient once, and none is lost. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../../shared/application/ports/senders.ts';
import { type Instant, instantOf, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { Message } from '../../../shared/domain/message/message.ts';
import { usualPreferences } from '../../../shared/domain/message/preferences.ts';
import type { Webhook } from '../../../shared/domain/message/webhook.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { Killed, MessagesInMemory, type Step } from './messages-in-memory.ts';

const START = parseInstant('2026-11-02T12:00:00Z');
const later = (minutes: number): Instant => instantOf(Date.parse(START) + minutes * 60_000);
const idOf = (text: string) => text.padEnd(16, '_');

const staff = ['priya', 'sam'].map((name) => ({
  id: idOf(name),
  version: 1,
  name,
  active: true,
  memberships: [{ place: 'liverpool', role: 'clinician' as const, services: ['salt'] }],
}));
const preferences = [
  {
    ...usualPreferences(idOf('priya')),
    version: 1,
    email: 'priya@staff.example',
    channels: ['email' as const],
    quiet: null,
  },
  {
    ...usualPreferences(idOf('sam')),
    ...{
      version: 1,
      email: 'sam@staff.example',
      phone: '+447700900123',
      channels: ['email' as const, 'text' as const],
    },
  },
];
const webhook: Webhook = {
  ...{ id: idOf('board'), place: 'liverpool', version: 1, name: 'Board', channel: 'webhook', team: null, failures: 0 },
  ...{ url: 'https://team.example.org/', secret: 's'.repeat(32), isOn: true },
  events: [{ id: idOf('made'), kind: 'created', at: START, by: idOf('dana') }],
};
/** One of each channel that each alert goes to. */
const CHANNELS = [
  'email priya@staff.example',
  'email sam@staff.example',
  'text +447700900123',
  'webhook https://team.example.org/',
];

const service = () => new MessagesInMemory(liverpool, staff, preferences, [webhook]);

function raised(number: number) {
  const alertId = idOf(`alert-${number}`);
  const data = { place: 'liverpool', alertId, severity: 'breach', team: 'salt', queue: 'SALT', seq: 0 };
  return { id: idOf(`event-${number}`), type: 'alert.raised.v1', subject: alertId, data };
}

/** Ids of the alerts that came to each channel. Whoever gets a repeat knows it by its reference and counts it once; of e-mails nobody does. */
function toldOn(memory: MessagesInMemory): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>();
  const told = new Map<string, string[]>(CHANNELS.map((channel) => [channel, []]));
  for (const { to, reference } of memory.arrived) {
    if (!to.startsWith('email ') && seen.has(`${to} ${reference}`)) continue;
    seen.add(`${to} ${reference}`);
    told.get(to)?.push(...alertsIn(memory, memory.messages.get(reference)));
  }
  return told;
}

function alertsIn(memory: MessagesInMemory, message: Message | undefined): string[] {
  if (message?.about.kind === 'alert') return [message.about.alertId];
  if (message?.about.kind !== 'bundle') return [];
  return message.about.messages.flatMap((id) => alertsIn(memory, memory.messages.get(id)));
}

/** Dies at the nth step from here. */
function killedAt(step: number): Step {
  let left = step;
  return async () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
}

const expectOnceEach = (memory: MessagesInMemory, alerts: number) => {
  const all = Array.from({ length: alerts }, (_, number) => raised(number).data.alertId).sort();
  for (const [channel, told] of toldOn(memory)) expect([...told].sort(), channel).toEqual(all);
  expect([...memory.messages.values()].filter(({ state }) => state !== 'sent')).toEqual([]);
};

/** Enough runs, far enough apart, for every lease to be over and every pause to have passed. */
async function toTheEnd(memory: MessagesInMemory, from: number): Promise<void> {
  for (let run = 0; run < 40; run += 1) {
    await memory.send(later(from + run * 60));
    await memory.record(later(from + run * 60));
  }
}

describe('sending', () => {
  it('reaches every channel once, though runs are killed at every step in turn', async () => {
    for (let step = 0; step < 60; step += 1) {
      const memory = service();
      for (const number of [0, 1, 2]) await memory.plan(raised(number), START);
      await memory.send(later(1), killedAt(step));
      await toTheEnd(memory, 2);
      expectOnceEach(memory, 3);
    }
  });

  it('reaches every channel once under any mixture of repeats, disorder, deaths, failures and runs at once', async () => {
    const happening = fc.oneof(
      fc.record({ kind: fc.constant('event' as const), alert: fc.nat(4), dies: fc.option(fc.nat(6)) }),
      fc.record({ kind: fc.constant('run' as const), dies: fc.option(fc.nat(40)), twice: fc.boolean() }),
      fc.record({ kind: fc.constant('receipts' as const), dies: fc.option(fc.nat(6)) }),
      // Nothing for a while: what is in doubt may be sent again.
      fc.record({ kind: fc.constant('pause' as const), dies: fc.constant(null) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 5, maxLength: 30 }),
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.nat(3)),
        async (all, luck, answers) => {
          const memory = service();
          const not = { isSent: false, problem: 'not-reached', isFinal: false } as const;
          memory.answer = () => {
            const answer = answers.next().value;
            if (answer === 0) return not;
            return answer === 1 ? { ...not, mayHaveArrived: true } : { isSent: true };
          };
          memory.arrivesUnheard = () => luck.next().value === true;
          let minute = 0;
          for (const one of all) {
            minute += 1;
            const step = one.dies === null ? undefined : killedAt(one.dies);
            if (one.kind === 'pause') minute += 20;
            else if (one.kind === 'receipts') await memory.record(later(minute), step);
            else if (one.kind === 'event') await memory.plan(raised(one.alert), later(minute), step);
            else if (one.twice) await Promise.all([memory.send(later(minute), step), memory.send(later(minute))]);
            else await memory.send(later(minute), step);
          }
          memory.answer = () => ({ isSent: true });
          await memory.record(later(minute));
          // What the queue could not hand over, it hands over again.
          for (const number of [0, 1, 2, 3, 4]) await memory.plan(raised(number), later(minute));
          await toTheEnd(memory, minute + 1);
          expectOnceEach(memory, 5);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('sends an e-mail that nobody heard of once more only when it was not taken', async () => {
    for (const isTaken of [true, false]) {
      const memory = service();
      memory.answer = () => ({ isSent: false, problem: 'email-unheard', isFinal: false, mayHaveArrived: true });
      memory.arrivesUnheard = () => isTaken;
      await memory.plan(raised(0), START);
      await memory.send(later(1));
      memory.answer = () => ({ isSent: true });
      // Its time is over, and what the post office said is still to be read.
      if (isTaken) await memory.send(later(20));
      expect(memory.counts['held-back'] ?? 0).toBe(isTaken ? 2 : 0);
      await toTheEnd(memory, 40);
      const emails = memory.arrived.filter(({ to }) => to.startsWith('email '));
      expect(emails.map(({ what }) => what.isRepeat)).toEqual(isTaken ? [false, false] : [true, true]);
      expectOnceEach(memory, 1);
    }
  });

  it('sends an e-mail in doubt again after four hours in which receipts could not be recorded', async () => {
    const memory = service();
    memory.answer = () => ({ isSent: false, problem: 'email-unheard', isFinal: false, mayHaveArrived: true });
    await memory.plan(raised(0), START);
    await memory.send(later(1));
    for (let minute = 2; minute < 4 * 60; minute += 1) await memory.send(later(minute));
    expect(memory.arrived.filter(({ to }) => to.startsWith('email '))).toHaveLength(2);
    for (let minute = 4 * 60; minute < 5 * 60; minute += 1) await memory.send(later(minute));
    expect(memory.arrived.filter(({ to }) => to.startsWith('email '))).toHaveLength(4);
  });

  it('takes many alerts of one moment to a person in one message, and to a system each by itself', async () => {
    const memory = service();
    for (let number = 0; number < 30; number += 1) await memory.plan(raised(number), START);
    await memory.send(later(1));
    const subjects = (channel: string) =>
      memory.arrived.filter(({ to }) => to === channel).map(({ what }: { what: Outgoing }) => what.subject);
    expect(subjects('email priya@staff.example')).toEqual(['You have 30 updates']);
    expect(subjects('webhook https://team.example.org/')).toHaveLength(30);
    expect(memory.counts).toMatchObject({ examined: 120, bundled: 90, sent: 33, failed: 0 });
  });

  it('tells a person nothing of what has ended meanwhile, and a system all of it', async () => {
    const memory = service();
    await memory.plan(raised(0), START);
    memory.ended.add(raised(0).data.alertId);
    await memory.send(later(1));
    expect(memory.arrived.map(({ to }) => to)).toEqual(['webhook https://team.example.org/']);
    expect(memory.counts).toMatchObject({ cancelled: 3, sent: 1 });
  });

  it('switches a webhook off that fails again and again, and tells people all the same', async () => {
    const memory = service();
    // Many alerts at once come to people in one message: what comes by itself is the system's.
    memory.answer = ({ type }) =>
      type === 'alert.raised' ? { isSent: false, problem: 'answered-500', isFinal: false } : { isSent: true };
    for (let number = 0; number < 25; number += 1) await memory.plan(raised(number), START);
    await memory.send(later(1));
    expect(memory.webhooks.get(webhook.id)).toMatchObject({ isOn: false });
    await toTheEnd(memory, 2);
    const left = [...memory.messages.values()].filter(({ channel }) => channel === 'webhook');
    expect(new Set(left.map(({ state }) => state))).toEqual(new Set(['failed']));
    expect(memory.arrived.filter(({ to }) => to.startsWith('email'))).toHaveLength(2);
  });
});
