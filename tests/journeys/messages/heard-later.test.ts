/** An e-mail whose answer is lost: it was taken, and is not sent again; or it was not, and is. One that comes back is seen by operators. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type AskedAs, askAs } from '../ask-as.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';

const LONG = 300_000;
const TODAY = localDate('2026-01-05');
const SEND = 'POST /v2/email/outbound-emails';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openRecordedCloud({ today: TODAY });
}, LONG);
afterAll(() => cloud?.close());

const asked = (...sent: AskedAs) => askAs(cloud, ...sent);

async function given_priya_is_told_at_once_by_email(email: string): Promise<void> {
  const { body, etag } = await asked('priya', 'GET', '/v1/me/notifications');
  const { staffId: _id, ...chosen } = body;
  await asked('priya', 'PUT', '/v1/me/notifications', { ...chosen, email, channels: ['email'], quiet: null }, etag);
}

let children = 0;
/** Five working days to triage it have gone by. */
async function given_a_referral_that_nobody_has_triaged(on: string): Promise<void> {
  children += 1;
  const who = { familyName: `Canarybird-${children}`, givenName: 'Zephyrine', birthDate: '2018-10-16' };
  const person = await asked('priya', 'POST', '/v1/people', who);
  const facts = { source: 'gp', tier: 'routine' };
  await asked('priya', 'POST', `/v1/people/${person.body.id}/referrals`, { queue: 'SALT', on, facts });
}

async function when_the_watch_has_run(on: string): Promise<void> {
  cloud.setToday(on);
  await cloud.runSchedule('WatchDeadlines');
  await cloud.settled();
}

async function when_messages_go_out(on: string): Promise<void> {
  cloud.setToday(on);
  await cloud.runSchedule('SendMessages');
  await cloud.settled();
}

const emails = () => cloud.outbox().filter(({ channel }) => channel === 'email');

describe('an e-mail of whose fate nobody hears at first', () => {
  const late = addDays(TODAY, 10);
  const nextDay = addDays(late, 1);

  it('is not sent again when SES had taken it', async () => {
    await given_priya_is_told_at_once_by_email('priya@staff.example');
    await given_a_referral_that_nobody_has_triaged(TODAY);
    await when_the_watch_has_run(late);
    cloud.hangUp({ operation: SEND, when: 'after' });
    await when_messages_go_out(late);
    const taken = emails();
    expect(taken.flatMap(({ to }) => to).sort()).toEqual(['priya@staff.example', 'sam@staff.example']);
    await when_messages_go_out(nextDay);
    expect(emails()).toEqual(taken);
    // The bus is told of each as sent: of the whole, and of the two that it stands for.
    const sent = cloud.events().filter(({ event }) => event['detail-type'] === 'message.sent.v1');
    expect(sent.length).toBe(cloud.outbox().length + 4);
  });

  it('is sent again when SES had not', async () => {
    const before = emails().length;
    await given_a_referral_that_nobody_has_triaged(TODAY);
    await when_the_watch_has_run(nextDay);
    cloud.hangUp({ operation: SEND, when: 'before' });
    await when_messages_go_out(nextDay);
    expect(emails()).toHaveLength(before + 1);
    for (const days of [1, 2]) {
      await when_messages_go_out(addDays(nextDay, days));
      expect(emails()).toHaveLength(before + 2);
    }
  });

  it('is seen by operators when it comes back', async () => {
    await given_priya_is_told_at_once_by_email('bounce@simulator.amazonses.com');
    await given_a_referral_that_nobody_has_triaged(TODAY);
    await when_the_watch_has_run(addDays(nextDay, 3));
    await when_messages_go_out(addDays(nextDay, 3));
    const { body } = await asked('olu', 'GET', '/v1/operations');
    expect(body.failedMessages).toEqual([expect.objectContaining({ channel: 'email', problem: 'email-bounced' })]);
    expect(cloud.denials()).toEqual([]);
  });
});
