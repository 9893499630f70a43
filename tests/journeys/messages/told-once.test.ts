/** A date comes near for a child who waits: everybody of the team is told, once on each channel, in words that say nothing of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import type { OutboxMessage } from '../../../infra/local/outbox/outbox.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type AskedAs, askAs } from '../ask-as.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';

const LONG = 300_000;
const RECEIVED = localDate('2026-01-05'); // a Monday
const dayOf = (waited: number) => addDays(RECEIVED, waited);

let cloud: LocalCloud;
beforeAll(async () => {
  // Whatever may happen at least once happens twice here.
  cloud = await openRecordedCloud({ today: RECEIVED, deliverTwice: true });
}, LONG);
afterAll(() => cloud?.close());

const asked = (...sent: AskedAs) => askAs(cloud, ...sent);

async function given_priya_is_told_at_any_hour_by_email_and_text(): Promise<void> {
  const { body, etag } = await asked('priya', 'GET', '/v1/me/notifications');
  const { staffId: _id, ...chosen } = body;
  const more = { channels: ['email', 'text'], phone: '+447700900123', quiet: null };
  const timing = { ...chosen.timing, amber: 'at-once' };
  await asked('priya', 'PUT', '/v1/me/notifications', { ...chosen, ...more, timing }, etag);
}

async function given_a_referral_that_was_accepted(): Promise<void> {
  const who = { familyName: 'Canarybird', givenName: 'Zephyrine', birthDate: '2018-10-16', nhsNumber: '9990121311' };
  const person = await asked('priya', 'POST', '/v1/people', who);
  const path = `/v1/people/${person.body.id}/referrals`;
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const received = await asked('priya', 'POST', path, { queue: 'SALT', on: RECEIVED, facts });
  cloud.setToday(dayOf(85));
  const { etag } = await asked('priya', 'GET', `${path}/${received.body.id}`);
  const contacted = { facts: { kind: 'family-contacted', purpose: 'validation', stillNeeded: true }, on: dayOf(85) };
  await asked('priya', 'POST', `${path}/${received.body.id}/events`, contacted, etag);
}

/** The morning of a day: its watch runs, and all that follows from it; then the messages go out, twice. */
async function when_it_is(waited: number): Promise<void> {
  cloud.setToday(dayOf(waited));
  await cloud.runSchedule('WatchDeadlines');
  await cloud.settled();
  await Promise.all([cloud.runSchedule('SendMessages'), cloud.runSchedule('SendMessages')]);
  await cloud.settled();
}

const sentTo = (address: string) => cloud.outbox().filter(({ to }) => to.includes(address));
const references = (messages: readonly OutboxMessage[]) => messages.map(({ reference }) => reference);

describe('a date that comes near, on the whole local cloud', () => {
  it('is told to the team by e-mail, text and webhook, once', async () => {
    await given_priya_is_told_at_any_hour_by_email_and_text();
    await given_a_referral_that_was_accepted();
    await when_it_is(95);
    const [email, text, hook] = [sentTo('priya@staff.example'), sentTo('+447700900123'), sentTo('/hooks/task-board')];
    expect([email.length, text.length], JSON.stringify(cloud.outbox())).toEqual([1, 1]);
    expect(hook.length).toBeGreaterThanOrEqual(1);
    await when_it_is(96);
    expect([sentTo('priya@staff.example'), sentTo('+447700900123')]).toEqual([email, text]);
    // Nobody of another team hears of it.
    expect(sentTo('helen@staff.example')).toEqual([]);
    const all = references(cloud.outbox());
    expect(new Set(all).size).toBe(all.length);
  });

  it('says nothing of the child, their service or their care', () => {
    const said = JSON.stringify([cloud.outbox(), cloud.events().map(({ event }) => event)]);
    for (const canary of ['Canarybird', 'Zephyrine', '9990121311', '2018-10-16']) expect(said).not.toContain(canary);
    const read = cloud.outbox().map(({ subject, body }) => `${subject} ${body}`);
    expect(read.join('\n')).not.toMatch(/speech|SALT|therap|referr|waiting|NHS|child/i);
  });

  it('is told to the bus as sent, and asks its roles for nothing that they do not hold', () => {
    const sent = cloud.events().filter(({ event }) => event['detail-type'] === 'message.sent.v1');
    expect(sent.length).toBeGreaterThanOrEqual(3);
    expect(cloud.denials()).toEqual([]);
  });
});
