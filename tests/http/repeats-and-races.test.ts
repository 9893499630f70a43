import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from './api-service.ts';
import { nhsNumbers, person, referral, referred } from './invented.ts';

let api: ApiService;
let admin: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  admin = await api.staff('administrator');
});
afterAll(() => api.close());

const note = (text: string) => ({ facts: { kind: 'noted', note: text }, on: '2026-10-01' });

describe('a request sent twice with one key', () => {
  it('adds one person, and answers alike', async () => {
    const key = { 'idempotency-key': api.key() };
    const body = person({ nhsNumber: nhsNumbers[0], localId: 'A1' });
    const first = await api.post(admin, '/v1/people', body, key);
    const again = await api.post(admin, '/v1/people', body, key);
    expect(first.status).toBe(201);
    expect([again.status, again.text, again.headers['etag']]).toEqual([201, first.text, first.headers['etag']]);
  });

  it('adds one person without a number, at the same moment too', async () => {
    const key = { 'idempotency-key': api.key() };
    const body = person({ familyName: 'Moment' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.post(admin, '/v1/people', body, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  });

  it('is refused with another body', async () => {
    const key = { 'idempotency-key': api.key() };
    await api.post(admin, '/v1/people', person({ familyName: 'One' }), key);
    const other = await api.post(admin, '/v1/people', person({ familyName: 'Two' }), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('is another request from somebody else', async () => {
    const key = { 'idempotency-key': api.key() };
    const mine = await api.post(admin, '/v1/people', person({ familyName: 'Mine' }), key);
    const theirs = await api.post(
      await api.staff('administrator'),
      '/v1/people',
      person({ familyName: 'Theirs' }),
      key,
    );
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('receives one referral, and answers as at first although more has happened since', async () => {
    const made = await api.post(admin, '/v1/people', person());
    const path = `/v1/people/${made.body.id}/referrals`;
    const key = { 'idempotency-key': api.key() };
    const first = await api.post(admin, path, referral(), key);
    await api.post(admin, `${first.headers['location']}/events`, note('later'), { 'if-match': '"1"' });
    const again = await api.post(admin, path, referral(), key);
    expect([again.status, again.text, again.headers['etag']]).toEqual([201, first.text, '"1"']);
    const other = await api.post(admin, path, referral({ queue: 'OT' }), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('records one event, and answers as at first whatever If-Match says', async () => {
    const { path } = await referred(api, admin);
    const key = { 'idempotency-key': api.key() };
    const first = await api.post(admin, `${path}/events`, note('once'), { ...key, 'if-match': '"1"' });
    await api.post(admin, `${path}/events`, note('later'), { 'if-match': '"2"' });
    for (const seen of ['"1"', '"2"', '"3"']) {
      const again = await api.post(admin, `${path}/events`, note('once'), { ...key, 'if-match': seen });
      expect([again.status, again.text, again.headers['etag']]).toEqual([201, first.text, '"2"']);
    }
    const other = await api.post(admin, `${path}/events`, note('else'), { ...key, 'if-match': '"3"' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await api.get(admin, path)).body.history).toHaveLength(3);
  });
});

describe('several writers', () => {
  it('lose no update: eight of them write three times each', async () => {
    const { path } = await referred(api, admin);
    const writers = 8;
    const each = 3;
    let conflicts = 0;
    const write = async (writer: number) => {
      let seen = 1;
      for (let turn = 0; turn < each; turn += 1) {
        const key = api.key();
        for (;;) {
          const headers = { 'idempotency-key': key, 'if-match': `"${seen}"` };
          const answer = await api.post(admin, `${path}/events`, note(`${writer} ${turn}`), headers);
          seen = answer.body.version ?? answer.body.facts.currentVersion;
          if (answer.status === 201) break;
          expect(answer.status, answer.text).toBe(412);
          conflicts += 1;
        }
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    const { body } = await api.get(admin, path);
    expect(body.version).toBe(1 + writers * each);
    const notes = body.history.slice(1).map(({ facts }: { facts: { note: string } }) => facts.note);
    expect(new Set(notes).size).toBe(writers * each);
    expect(conflicts).toBeGreaterThan(0);
  });

  it('learn what changed since they read', async () => {
    const { path } = await referred(api, admin);
    await api.post(admin, `${path}/events`, note('one'), { 'if-match': '"1"' });
    await api.post(
      admin,
      `${path}/events`,
      { facts: { kind: 'triage-accepted' }, on: '2026-10-02' },
      { 'if-match': '"2"' },
    );
    const late = await api.post(admin, `${path}/events`, note('late'), { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ code: 'changed-since', type: '/v1/docs#problem-changed-since' });
    expect(late.body.facts).toMatchObject({
      currentVersion: 3,
      changes: [
        { kind: 'noted', on: '2026-10-01' },
        { kind: 'triage-accepted', on: '2026-10-02' },
      ],
    });
    expect(late.text).not.toContain('"one"');
  });

  it('get one referral in a queue, however many are received at once', async () => {
    const made = await api.post(admin, '/v1/people', person());
    const path = `/v1/people/${made.body.id}/referrals`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.post(admin, path, referral())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await api.get(admin, `/v1/people/${made.body.id}`)).body.referrals).toHaveLength(1);
  });

  it('get one person for an NHS number, however many are added at once', async () => {
    const body = person({ nhsNumber: nhsNumbers[5] });
    const answers = await Promise.all(Array.from({ length: 6 }, () => api.post(admin, '/v1/people', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const found = await api.ask(admin, 'POST', '/v1/people/search', { body: { nhsNumber: nhsNumbers[5] } });
    expect(found.body.people).toHaveLength(1);
  });
});

describe('an NHS number claimed by a call that never came to put its person', () => {
  it('leads the next call to complete it, under the id that was reserved', async () => {
    const reserved = api.deps.ids.fresh();
    const claim = { personId: reserved, claimedAt: '2026-11-01T11:00:00.000Z' as never };
    await api.deps.personNumbers.claim('liverpool', 'nhs-number', nhsNumbers[6], claim);
    const search = { body: { nhsNumber: nhsNumbers[6] } };
    expect((await api.ask(admin, 'POST', '/v1/people/search', search)).body.people).toEqual([]);
    const key = { 'idempotency-key': api.key() };
    const made = await api.post(admin, '/v1/people', person({ nhsNumber: nhsNumbers[6] }), key);
    expect([made.status, made.body.id]).toEqual([201, reserved]);
    const again = await api.post(admin, '/v1/people', person({ nhsNumber: nhsNumbers[6] }), key);
    expect(again.text).toBe(made.text);
    expect((await api.ask(admin, 'POST', '/v1/people/search', search)).body.people).toHaveLength(1);
  });

  it('is free again once whoever held it no longer carries it, after a minute', async () => {
    const number = { nhsNumber: nhsNumbers[7] };
    const holder = await api.post(admin, '/v1/people', person(number));
    const path = `/v1/people/${holder.body.id}`;
    await api.ask(admin, 'PATCH', path, { body: { nhsNumber: null }, headers: { 'if-match': '"1"' } });
    const soon = await api.post(admin, '/v1/people', person({ ...number, familyName: 'Next' }));
    expect([soon.status, soon.body.code]).toEqual([409, 'number-being-claimed']);
    const key = { 'idempotency-key': api.key() };
    const later = await api.ask(admin, 'POST', '/v1/people', {
      body: person({ ...number, familyName: 'Next' }),
      headers: key,
      today: '2026-11-02',
    });
    expect(later.status, later.text).toBe(201);
  });
});
