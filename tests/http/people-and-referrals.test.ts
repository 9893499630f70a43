import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from './api-service.ts';
import { nhsNumbers, person, referral, referred } from './invented.ts';

let api: ApiService;
let admin: Asker;
let clinician: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  admin = await api.staff('administrator');
  clinician = await api.staff('clinician');
});
afterAll(() => api.close());

describe('people', () => {
  it('are added, and read with everything about them', async () => {
    const made = await api.post(admin, '/v1/people', person({ nhsNumber: '999 001 7336', localId: 'LP1' }));
    expect(made.status, made.text).toBe(201);
    expect(made.headers['etag']).toBe('"1"');
    expect(made.headers['location']).toBe(`/v1/people/${made.body.id}`);
    expect(made.body.details.nhsNumber).toBe('9990017336');
    const read = await api.get(admin, made.headers['location'] ?? '');
    expect(read.status).toBe(200);
    expect(read.body).toEqual({ person: made.body, referrals: [], cases: [] });
  });

  it('are found by NHS number, by local id, and by name and date of birth', async () => {
    const made = await api.post(
      admin,
      '/v1/people',
      person({ nhsNumber: nhsNumbers[1], localId: 'LP 77', familyName: "O'Brién" }),
    );
    for (const search of [
      { nhsNumber: '999 003 4664' },
      { localId: 'LP 77' },
      { familyName: 'obrien', birthDate: '2018-10-16' },
      { familyName: 'O’Brien', givenName: 'we', birthDate: '2018-10-16' },
    ]) {
      const found = await api.ask(admin, 'POST', '/v1/people/search', { body: search });
      expect(
        found.body.people.map(({ id }: { id: string }) => id),
        JSON.stringify(search),
      ).toEqual([made.body.id]);
    }
    const other = await api.ask(admin, 'POST', '/v1/people/search', {
      body: { familyName: 'obrien', birthDate: '2018-10-17' },
    });
    expect(other.body).toEqual({ people: [], more: false });
  });

  it('carry an NHS number that nobody else has', async () => {
    const first = await api.post(admin, '/v1/people', person({ nhsNumber: nhsNumbers[2] }));
    const second = await api.post(admin, '/v1/people', person({ nhsNumber: nhsNumbers[2], familyName: 'Other' }));
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'nhs-number-taken', facts: { personId: first.body.id } });
  });

  it('of one name and birth date are flagged as possible duplicates, not merged', async () => {
    const who = person({ familyName: 'Twin', birthDate: '2015-01-02' });
    const first = await api.post(admin, '/v1/people', who);
    const second = await api.post(admin, '/v1/people', who);
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.body.possibleDuplicateOf).toEqual([first.body.id]);
  });

  it('are changed by whoever read the current version', async () => {
    const made = await api.post(admin, '/v1/people', person({ nhsNumber: nhsNumbers[3] }));
    const path = `/v1/people/${made.body.id}`;
    const change = { givenName: 'Wendy', nhsNumber: nhsNumbers[4] };
    const changed = await api.ask(admin, 'PATCH', path, { body: change, headers: { 'if-match': '"1"' } });
    expect(changed.status, changed.text).toBe(200);
    expect(changed.body.version).toBe(2);
    expect(changed.body.history[1]).toMatchObject({ kind: 'changed', fields: ['givenName', 'nhsNumber'] });
    const old = await api.ask(admin, 'POST', '/v1/people/search', { body: { nhsNumber: nhsNumbers[3] } });
    expect(old.body.people).toEqual([]);
    const late = await api.ask(admin, 'PATCH', path, { body: { givenName: 'Wu' }, headers: { 'if-match': '"1"' } });
    expect(late.status).toBe(412);
    expect(late.body.facts).toMatchObject({
      currentVersion: 2,
      changes: [{ kind: 'changed', fields: ['givenName', 'nhsNumber'] }],
    });
  });

  it.each([
    ['a wrong check digit', { nhsNumber: '9990017337' }, '/nhsNumber', 'nhs-number-check-digit'],
    ['a number of another stage', { nhsNumber: '4010232137' }, '/nhsNumber', 'nhs-number-not-issued-here'],
    ['ten zeroes', { nhsNumber: '0000000000' }, '/nhsNumber', 'nhs-number-format'],
    ['a birth date that is no day', { birthDate: '2015-02-30' }, '/birthDate', 'date-not-real'],
    ['a birth date to come', { birthDate: '2026-11-02' }, '/birthDate', 'date-in-future'],
    ['a death before birth', { diedOn: '2018-10-15' }, '/diedOn', 'before-birth'],
    ['a field nobody knows', { nickname: 'Bo' }, '/nickname', 'unrecognized-key'],
    ['no family name', { familyName: ' ' }, '/familyName', 'too-small'],
    ['a postcode that is none', { postcode: 'Liverpool' }, '/postcode', 'postcode-format'],
  ])('with %s are refused with a pointer', async (_case, wrong, pointer, code) => {
    const refused = await api.post(admin, '/v1/people', person(wrong));
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });
});

describe('referrals', () => {
  it('are received, triaged, seen and explained', async () => {
    const { path, answer } = await referred(api, admin);
    expect(answer.body.state).toMatchObject({ stage: 'received', waitDays: 90, running: true });
    const accepted = await api.post(
      clinician,
      `${path}/events`,
      { facts: { kind: 'triage-accepted' }, on: '2026-08-10' },
      { 'if-match': '"1"' },
    );
    expect(accepted.status, accepted.text).toBe(201);
    expect(accepted.headers['etag']).toBe('"2"');
    const seen = await api.post(
      clinician,
      `${path}/events`,
      { facts: { kind: 'contact', mechanism: 'face-to-face' }, on: '2026-09-03' },
      { 'if-match': '"2"' },
    );
    expect(seen.body.state).toMatchObject({ stage: 'seen', running: false, waitDays: 31 });
    const read = await api.get(clinician, path);
    expect(read.body.history.map(({ facts }: { facts: { kind: string } }) => facts.kind)).toEqual([
      'received',
      'triage-accepted',
      'contact',
    ]);
    expect(read.body.explanation.wait).toMatchObject({ days: 31, within: true });
    const then = await api.get(clinician, path, { asAt: '2026-08-20' });
    expect(then.body.state).toMatchObject({ stage: 'waiting', waitDays: 17 });
    const known = await api.get(clinician, path, { asAt: '2026-10-01', knownAt: '2026-11-01T11:00:00.000Z' });
    expect(known.body.state.stage).toBe('void');
  });

  it('are corrected by recording an event in error, which stays in the history', async () => {
    const { path } = await referred(api, admin);
    const wrong = await api.post(
      clinician,
      `${path}/events`,
      { facts: { kind: 'triage-accepted' }, on: '2026-08-10' },
      { 'if-match': '"1"' },
    );
    expect(wrong.status, wrong.text).toBe(201);
    const eventId = wrong.body.history[1].id;
    const corrected = await api.post(
      clinician,
      `${path}/events`,
      { facts: { kind: 'recorded-in-error', eventId, reason: 'Another child' }, on: '2026-08-10' },
      { 'if-match': '"2"' },
    );
    expect(corrected.status, corrected.text).toBe(201);
    expect(corrected.body.state.stage).toBe('received');
    expect(corrected.body.history).toHaveLength(3);
  });

  it('are one for each person and queue while open: another receipt is linked', async () => {
    const { personId, referralId, path } = await referred(api, admin);
    const second = await api.post(admin, `/v1/people/${personId}/referrals`, referral({ on: '2026-09-01' }));
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'open-referral-exists', facts: { referralId } });
    const linked = await api.post(
      admin,
      `${path}/events`,
      { facts: { kind: 'linked-duplicate', received: '2026-09-01', source: 'School' }, on: '2026-09-01' },
      { 'if-match': '"1"' },
    );
    expect(linked.body.state).toMatchObject({ linkedDuplicates: 1, waitDays: 90 });
    const elsewhere = await api.post(admin, `/v1/people/${personId}/referrals`, referral({ queue: 'OT' }));
    expect(elsewhere.status).toBe(201);
  });

  it.each([
    ['a queue that is not there', { queue: 'NOWHERE' }, 404, 'queue-not-found'],
    ['a day to come', { on: '2026-11-02' }, 422, 'date-in-future'],
    ['a day before birth', { on: '2018-10-15' }, 422, 'before-birth'],
    ['30 February', { on: '2026-02-30' }, 422, 'input'],
  ])('into %s are refused', async (_case, wrong, status, code) => {
    const made = await api.post(admin, '/v1/people', person());
    const refused = await api.post(admin, `/v1/people/${made.body.id}/referrals`, referral(wrong));
    expect(refused.status, refused.text).toBe(status);
    expect(refused.body.code).toBe(code);
  });

  it('refuse events that do not fit, with a pointer', async () => {
    const { path } = await referred(api, admin);
    const refused = await api.post(
      clinician,
      `${path}/events`,
      { facts: { kind: 'contact', mechanism: 'face-to-face' }, on: '2026-08-02' },
      { 'if-match': '"1"' },
    );
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/on' })]);
  });
});
