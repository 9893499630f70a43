/**
 * A mother is invited by text, says how she wants to be reached, is asked whether the place is still needed and answers; another is
 * asked and stays silent. On the whole local cloud, under the functions' own roles.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { textOf } from '../../pages/sent-form.ts';
import { type AskedAs, askAs } from '../ask-as.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';
import { Visitor } from './visitor.ts';

const RECEIVED = localDate('2026-01-05'); // a Monday
const dayOf = (waited: number) => addDays(RECEIVED, waited);

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openRecordedCloud({ today: RECEIVED });
}, 300_000);
afterAll(() => cloud?.close());

const asked = async (...sent: AskedAs) => (await askAs(cloud, ...sent)).body;

async function invitedByText(givenName: string, phone: string) {
  const who = { familyName: 'Canarybird', givenName, birthDate: '2018-10-16' };
  const { id: personId } = await asked('priya', 'POST', '/v1/people', who);
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const { id: referralId } = await asked('priya', 'POST', `/v1/people/${personId}/referrals`, {
    queue: 'SALT',
    on: RECEIVED,
    facts,
  });
  const adult = { holder: 'adult', name: 'Zephyrine Canarybird', relationship: 'mother' };
  const right = { basis: 'parental-responsibility', checked: 'birth-certificate' };
  const invitation = { ...adult, ...right, link: { channel: 'text', address: phone } };
  await asked('priya', 'POST', `/v1/people/${personId}/family-access/invitations`, invitation, '"0"');
  await sent();
  return { personId, referralId };
}

async function sent(): Promise<void> {
  await cloud.settled();
  await cloud.runSchedule('SendMessages');
  await cloud.settled();
}

const textsTo = (phone: string) => cloud.outbox().filter(({ to, channel }) => channel === 'text' && to.includes(phone));

describe('a family that was invited by text', () => {
  it('uses the link with the date of birth, and is asked in her language whether she still waits', async () => {
    const { personId, referralId } = await invitedByText('Ada', '07700 900123');
    const [, path = ''] = /(\/family\/invited\/[\w-]+)/.exec(textsTo('+447700900123')[0]?.body ?? '') ?? [];
    const visitor = new Visitor(cloud.url);
    await visitor.signIn('family-sarah');
    expect(textOf(await visitor.get(path))).toContain('You are invited');
    const form = await visitor.get(`${path}/use`);
    const date = { 'birthDate-day': '16', 'birthDate-month': '10', 'birthDate-year': '2018' };
    expect(textOf(await visitor.send(form, `${path}/use`, date))).toContain('You can use this page from now on');
    const reach = `/family/children/${personId}/reach`;
    const chosen = { channel: 'text', language: 'pl', interpreter: 'Polish' };
    const saved = await visitor.send(await visitor.get(`${reach}/choices`), `${reach}/choices`, chosen);
    expect(textOf(saved)).toContain('We send you a text');
    const silent = await invitedByText('Ben', '07700 900456');
    cloud.setToday(dayOf(84));
    await cloud.runSchedule('WatchDeadlines');
    await cloud.settled();
    // Texts do not ring before eight: the one of this morning goes before the next.
    cloud.setToday(dayOf(85));
    await sent();
    const question = textsTo('+447700900123').at(-1)?.body ?? '';
    expect(question).toMatch(/Mamy do Ciebie pytanie.*still-needed/s);
    // Who never used the link has no access, and is told nothing.
    expect(textsTo('+447700900456')).toHaveLength(1);
    const again = new Visitor(cloud.url);
    await again.signIn('family-sarah');
    const check = `/family/children/${personId}/still-needed`;
    const asking = await again.get(check);
    expect(textOf(await again.send(asking, check, { [referralId]: 'still-needed' }))).toContain('You keep your place');
    await cloud.settled();
    const { waits } = await asked('family-sarah', 'GET', `/v1/family/children/${personId}`);
    expect(waits).toMatchObject([{ id: referralId, open: true, askedSince: null }]);
    const other = await asked('priya', 'GET', `/v1/people/${silent.personId}/referrals/${silent.referralId}`);
    expect(JSON.stringify(other)).toContain('"waiting"');
  });

  it('leaves no name, number or word of health in what was sent, and needed no right that no function has', async () => {
    for (const { body, subject } of cloud.outbox().filter(({ channel }) => channel === 'text'))
      expect(`${subject} ${body}`).not.toMatch(/Canarybird|Ada|Ben|Speech|SALT|2018|9990/);
    expect(cloud.denials()).toEqual([]);
  });
});
