/** The calendar of somebody of a family: what it opens, for how long, and what it costs to try. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCalendar } from '../../../shared/application/family/calendar.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { type Asker, TODAY } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const noPage = { kind: 'not-found', code: 'no-such-page' };

let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
});
afterAll(() => families?.close());

/** A child with an appointment, and the id of the grant of an adult. */
async function booked(subject: string, birthDate = '2018-10-16') {
  const { personId, path, answer } = await referred(families.api, staff, { who: { birthDate } });
  const grantId = await families.letIn(staff, personId, subject);
  let { version } = answer.body;
  const record = async (facts: unknown) => {
    const headers = { 'idempotency-key': families.api.key(), 'if-match': `"${version}"` };
    const done = await families.api.ask(staff, 'POST', `${path}/events`, { body: { facts, on: TODAY }, headers });
    if (done.status !== 201) throw new Error(done.text);
    version = done.body.version;
  };
  await record({ kind: 'triage-accepted' });
  await record({ kind: 'appointment-booked', appointmentOn: '2026-11-05', time: '09:30' });
  return { personId, grantId, record };
}

async function started(subject: string, key?: string): Promise<string> {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await families.ask(subject, 'POST', '/v1/family/calendar', { headers });
  expect(answer.status, answer.text).toBe(201);
  return /^\/family\/calendar\/([\w-]{24})\/dates\.ics$/.exec(answer.body.href)?.[1] ?? '';
}
const end = (subject: string) => families.ask(subject, 'POST', '/v1/family/calendar/end');

const feed = (secret: string, today = TODAY) =>
  readCalendar(families.deps, secret, { now: parseInstant(`${today}T13:00:00Z`), requestId: 'a-calendar' });
const daysOf = async (secret: string, today?: string) =>
  (await feed(secret, today)).dates.map(({ on, time, isCancelled }) => [on, time, isCancelled]);

describe('the calendar of a family', () => {
  it('is fed from the day its address is made until it is ended', async () => {
    await booked('fed');
    const since = async () => (await families.ask('fed', 'GET', '/v1/family/calendar')).body.since;
    expect(await since()).toBeNull();
    const secret = await started('fed');
    expect(secret).not.toBe('');
    expect(await since()).toBe(TODAY);
    expect(await daysOf(secret)).toEqual([['2026-11-05', '09:30', false]]);
    expect((await end('fed')).body).toEqual({ since: null });
    await expect(feed(secret)).rejects.toMatchObject(noPage);
    expect(await since()).toBeNull();
    expect((await end('fed')).status).toBe(200);
  });

  it('has one address for one key, and a new one ends the one before', async () => {
    const key = families.api.key();
    const first = await started('again', key);
    expect(await started('again', key)).toBe(first);
    const second = await started('again');
    expect(second).not.toBe(first);
    await expect(feed(first)).rejects.toMatchObject(noPage);
    expect(await daysOf(second)).toEqual([]);
    // The form that made the first is sent once more.
    const old = await families.ask('again', 'POST', '/v1/family/calendar', { headers: { 'idempotency-key': key } });
    expect([old.status, old.body.code]).toEqual([409, 'calendar-ended']);
    await expect(feed(first)).rejects.toMatchObject(noPage);
  });

  it('follows what happens to an appointment under one id', async () => {
    const { record } = await booked('moved');
    const secret = await started('moved');
    const [before] = (await feed(secret)).dates;
    await record({ kind: 'appointment-cancelled', by: 'family' });
    await record({ kind: 'appointment-booked', appointmentOn: '2026-11-19' });
    const after = (await feed(secret)).dates;
    expect(after.map(({ on, time, isCancelled }) => [on, time, isCancelled])).toEqual([
      ['2026-11-05', '09:30', true],
      ['2026-11-19', null, false],
    ]);
    expect(after[0]?.id).toBe(before?.id);
    // Four weeks after their day they are gone.
    expect(await daysOf(secret, '2026-12-04')).toEqual([['2026-11-19', null, false]]);
  });

  it('shows each adult what their own grant opens, from the next request on', async () => {
    const { personId, grantId } = await booked('first-parent');
    const second = await families.letIn(staff, personId, 'second-parent', { relationship: 'father' });
    const [mine, theirs] = [await started('first-parent'), await started('second-parent')];
    const hide = { kind: 'limited', grantId: second, hidden: ['appointments'], reason: 'court-order' };
    const hidden = await families.record(staff, personId, hide);
    expect(hidden.status, hidden.text).toBe(201);
    expect(await daysOf(theirs)).toEqual([]);
    expect(await daysOf(mine)).toHaveLength(1);
    await families.record(staff, personId, { kind: 'revoked', grantId, reason: 'risk-of-harm' });
    expect(await daysOf(mine)).toEqual([]);
  });

  it('is read in the language of the adult, and written down as a view by them', async () => {
    const { personId } = await booked('reader');
    const secret = await started('reader');
    const identity = { issuer: 'https://families.example', subject: 'reader' };
    const account = await families.deps.calendarLinks.find(secret);
    const found = account && (await families.deps.familyAccounts.find(account));
    if (account === undefined || found === undefined) throw new Error(`Nobody is ${identity.subject}`);
    const { account: own } = found;
    await families.deps.familyAccounts.save(account, { ...own, version: own.version + 1, reading: 'pl' });
    expect((await feed(secret)).words.say('calendar.appointment')).toBe('Wizyta');
    const views = [];
    for await (const view of families.api.deps.audit.viewsBy('liverpool', own.id)) views.push(view);
    expect(views.at(-1)).toMatchObject({ requestId: 'a-calendar', action: 'family.read', subjects: [personId] });
  });

  it('costs one read to whoever guesses, and keeps no secret in the store', async () => {
    await booked('guessed');
    const secret = await started('guessed');
    const { store } = families.api.engine;
    store?.meter.reset();
    await expect(feed('AAAAAAAAAAAAAAAAAAAAAAAA')).rejects.toMatchObject(noPage);
    if (store !== undefined) expect(store.meter.read()).toMatchObject({ requests: 1, tableWriteUnits: 0 });
    const account = await families.deps.calendarLinks.find(secret);
    expect(JSON.stringify([account, account && (await families.deps.familyAccounts.find(account))])).not.toContain(
      secret,
    );
  });
});
