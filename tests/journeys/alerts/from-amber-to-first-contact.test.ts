/** A child waits for speech and language therapy: the right team is told once at each threshold, until they are seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type AskedAs, askAs } from '../ask-as.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';

const LONG = 300_000;
const CLINICIAN = 'priya';
const MANAGER = 'dana';
const RECEIVED = localDate('2026-01-05'); // a Monday
const dayOf = (waited: number) => addDays(RECEIVED, waited);

let cloud: LocalCloud;
let referral: string;
beforeAll(async () => {
  // Whatever may happen at least once happens twice here.
  cloud = await openRecordedCloud({ today: RECEIVED, deliverTwice: true });
}, LONG);
afterAll(() => cloud?.close());

interface Alert {
  readonly id: string;
  readonly version: number;
  readonly threshold: string;
  readonly state: string;
  readonly deadline: string;
}

const asked = (...sent: AskedAs) => askAs(cloud, ...sent);

async function given_a_referral_that_was_accepted(): Promise<void> {
  const who = { familyName: 'Okafor', givenName: 'Wei', birthDate: '2018-10-16', noNhsNumberReason: 'not-known' };
  const person = await asked(CLINICIAN, 'POST', '/v1/people', who);
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const path = `/v1/people/${person.body.id}/referrals`;
  const received = await asked(CLINICIAN, 'POST', path, { queue: 'SALT', on: RECEIVED, facts });
  referral = `${path}/${received.body.id}`;
}

async function when_is_recorded(facts: Record<string, unknown>, on: string): Promise<void> {
  const { etag } = await asked(CLINICIAN, 'GET', referral);
  await asked(CLINICIAN, 'POST', `${referral}/events`, { facts, on }, etag);
  await cloud.settled();
}

/** The morning of a day: its watch runs, and all that follows from it. */
async function when_it_is(waited: number): Promise<void> {
  cloud.setToday(dayOf(waited));
  await cloud.runSchedule('WatchDeadlines');
  await cloud.settled();
}

async function waitAlerts(account = CLINICIAN, query = ''): Promise<readonly Alert[]> {
  const { body } = await asked(account, 'GET', `/v1/alerts${query}`);
  return body.alerts.filter(({ deadline }: Alert) => deadline === 'waiting-standard');
}

const told = (type: string) =>
  new Set(
    cloud
      .events()
      .map(({ event }) => event)
      .filter((event) => event['detail-type'] === type)
      .map((event) => JSON.stringify(event['detail'])),
  );

describe('a wait on the whole local cloud', () => {
  it('is told to its team at each threshold, once', async () => {
    await given_a_referral_that_was_accepted();
    cloud.setToday(dayOf(85));
    await when_is_recorded({ kind: 'family-contacted', purpose: 'validation', stillNeeded: true }, dayOf(85));
    const seen: string[] = [];
    for (const waited of [94, 95, 96, 113, 114, 115, 126, 127]) {
      await when_it_is(waited);
      seen.push(`${waited} ${(await waitAlerts()).map(({ threshold }) => threshold).join()}`);
    }
    expect(seen).toEqual([
      '94 ',
      '95 amber',
      '96 amber',
      '113 amber',
      '114 approaching',
      '115 approaching',
      '126 approaching',
      '127 breach',
    ]);
    expect(told('alert.raised.v1').size).toBe(3);
  });

  it('put off comes back, and not taken up is passed on', async () => {
    const [breach] = await waitAlerts();
    const path = `/v1/alerts/${breach?.id}`;
    const snooze = { until: dayOf(129), reason: 'The family is away until Thursday' };
    await asked(CLINICIAN, 'POST', `${path}/snooze`, snooze, `"${breach?.version}"`);
    await when_it_is(128);
    expect((await waitAlerts())[0]?.state).toBe('snoozed');
    await when_it_is(129);
    expect((await waitAlerts())[0]?.state).toBe('raised');
    expect(await waitAlerts(MANAGER)).toEqual([]);
    await when_it_is(136);
    expect((await waitAlerts())[0]?.state).toBe('escalated');
    const [passedOn] = await waitAlerts(MANAGER);
    expect(passedOn).toMatchObject({ id: breach?.id, state: 'escalated' });
    await asked(MANAGER, 'POST', `${path}/acknowledge`, { note: 'Clinic added' }, `"${passedOn?.version}"`);
    expect((await waitAlerts())[0]?.state).toBe('acknowledged');
    await cloud.settled();
    // Nobody had taken up the warning before it either.
    const passed = [...told('alert.escalated.v1')].map((event) => JSON.parse(event).data.threshold);
    expect(passed.sort()).toEqual(['approaching', 'breach']);
  });

  it('ends by itself with the first contact', async () => {
    await when_is_recorded({ kind: 'contact', mechanism: 'face-to-face', parentOnly: false }, dayOf(136));
    expect(await waitAlerts()).toEqual([]);
    const ended = await waitAlerts(CLINICIAN, '?state=resolved');
    expect(ended.map(({ threshold }) => threshold).sort()).toEqual(['amber', 'approaching', 'breach']);
    await when_it_is(400);
    expect(await waitAlerts()).toEqual([]);
  });

  it('asks its roles for nothing that they do not hold', () => {
    expect(cloud.denials()).toEqual([]);
  });
});
