/** Imports and reviews as a program asks for them: what is refused, where it says so, and a queue's own file coming back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { importFile } from '../../../shared/application/import/import-file.ts';
import { guessMapping } from '../../../shared/domain/import/columns.ts';
import { rawRows } from '../../../shared/http/csv/raw-rows.ts';
import { readCsv } from '../../../shared/http/csv/read-csv.ts';
import { firstExtract } from '../../fixtures/import/extracts.ts';
import { rowOf, rowsOf } from '../../unit/import/row.ts';
import { ApiService, type Asker, TODAY } from '../api-service.ts';
import { apiDoor } from './api-door.ts';

let api: ApiService;
let manager: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  manager = await api.staff('data-manager');
});
afterAll(() => api.close());

describe('imports', () => {
  it('are refused with a pointer to each field that is wrong', async () => {
    const { id } = (await api.post(manager, '/v1/imports', { rows: 300 })).body;
    const batch = (rows: unknown) => api.post(manager, `/v1/imports/${id}/batches`, { rows });
    const many = Array.from({ length: 201 }, (_, at) => rowOf({}, at + 1));
    const cases: readonly [answer: Awaited<ReturnType<typeof batch>>, status: number, pointer: string | null][] = [
      [await api.post(manager, '/v1/imports', { rows: 0 }), 422, '/rows'],
      [await api.post(manager, '/v1/imports', { rows: 1, asAt: '2026-02-30' }), 422, '/asAt'],
      [await api.post(manager, '/v1/imports', { rows: 1, asAt: '2026-11-02' }), 422, '/asAt'],
      [await api.ask(manager, 'POST', '/v1/imports', { body: { rows: 1 } }), 400, null],
      [await batch(many), 422, '/rows'],
      [await batch([]), 422, '/rows'],
      [await batch([{ ...rowOf(), cells: { familyName: 7 } }]), 422, '/rows/0/cells/familyName'],
      [await batch([{ ...rowOf(), cells: { shoeSize: '7' } }]), 422, '/rows/0/cells'],
      [await batch([rowOf({ notes: 'x'.repeat(4001) })]), 422, '/rows/0/cells/notes'],
      [await batch([rowOf({}, 301)]), 422, '/rows/0/record'],
      [await api.post(manager, `/v1/imports/${id}/complete`, undefined), 409, null],
      [await api.get(manager, '/v1/imports/NoSuchImport0001'), 404, null],
    ];
    for (const [at, [{ status, body, text }, wanted, pointer]] of cases.entries()) {
      expect(status, `case ${at}: ${text}`).toBe(wanted);
      if (pointer !== null)
        expect({ at, ...body }).toMatchObject({
          at,
          errors: expect.arrayContaining([expect.objectContaining({ pointer: expect.stringContaining(pointer) })]),
        });
    }
  });

  it('answer a batch with what was found in a cell, and keep nothing of it', async () => {
    const rows = rowsOf({ referralId: 'ANSWER-1', service: 'Chiropody of the moon' });
    const { id } = (await api.post(manager, '/v1/imports', { rows: 1 })).body;
    const answer = await api.post(manager, `/v1/imports/${id}/batches`, { rows });
    expect(answer.body.rows).toMatchObject([
      { outcome: 'rejected', code: 'service-unknown', column: 'Service', found: 'Chiropody of the moon' },
    ]);
    expect((await api.post(manager, `/v1/imports/${id}/complete`, undefined)).body.totals).toMatchObject({
      rejected: { 'service-unknown': 1 },
    });
    const report = await api.get(manager, `/v1/imports/${id}`);
    expect(report.body.rows).toHaveLength(1);
    expect(report.text).not.toContain('Chiropody');
  });
});

describe('a queue’s file', () => {
  it('comes back unchanged, row by row, those that were added by hand included', async () => {
    const door = apiDoor(api, manager, TODAY);
    const rows = firstExtract.rows.slice(0, 240);
    await importFile(door, { rows, system: 'extract', asAt: TODAY as never }, sha256);
    const person = await api.post(manager, '/v1/people', {
      familyName: '=Gómez',
      givenName: 'Amélie',
      birthDate: '2018-05-12',
      reasonableAdjustments: ['Quiet room', '+44 151 000 0000'],
      flags: ['looked-after'],
    });
    const facts = { source: 'school', tier: 'soon' };
    const added = { queue: 'SALT', on: '2026-08-03', facts };
    expect((await api.post(manager, `/v1/people/${person.body.id}/referrals`, added)).status).toBe(201);

    const { status, text } = await api.ask(manager, 'GET', '/v1/queues/SALT/referrals.csv');
    expect(status).toBe(200);
    expect(text).toContain("'=Gómez");
    const file = readCsv(new TextEncoder().encode(text));
    const back = rawRows(file, guessMapping(file.headings));
    expect(back.length).toBeGreaterThan(20);
    const told = await importFile(door, { rows: back, system: 'extract', asAt: TODAY as never }, sha256);
    const others = told.rows.filter(({ outcome }) => outcome !== 'unchanged');
    expect(others).toEqual([]);
    expect(told.counts.unchanged).toBe(back.length);
  });
});

describe('reviews', () => {
  it('are decided with If-Match and a key, once', async () => {
    const door = apiDoor(api, manager, TODAY);
    const rows = rowsOf(
      { referralId: 'RV-1', nhsNumber: '9990086656', localId: 'RV1', service: 'OT' },
      { referralId: 'RV-2', nhsNumber: '9990086656', localId: 'RV1', service: 'OT', receivedOn: '2026-03-02' },
    );
    const told = await importFile(door, { rows, system: 'extract', asAt: TODAY as never }, sha256);
    const path = `/v1/reviews/${told.rows[1]?.reviewId}`;
    const listed = await api.get(manager, '/v1/reviews', { limit: '100' });
    expect(listed.body.reviews).toContainEqual(
      expect.objectContaining({ reason: 'open-referral-in-queue', queue: 'OT' }),
    );
    const read = await api.get(manager, path);
    expect(read.headers['etag']).toBe('"1"');
    expect(read.body).toMatchObject({
      decisions: ['link', 'create', 'dismiss'],
      review: { state: 'open', row: { queue: 'OT' } },
    });
    const link = { decision: 'link' };
    expect((await api.post(manager, `${path}/decision`, link)).status).toBe(428);
    expect((await api.post(manager, `${path}/decision`, link, { 'if-match': '"7"' })).status).toBe(412);
    const headers = { 'if-match': '"1"', 'idempotency-key': api.key() };
    const decided = await api.post(manager, `${path}/decision`, link, headers);
    expect(decided.body).toMatchObject({ state: 'linked', decided: { decision: 'link' } });
    expect(await api.post(manager, `${path}/decision`, link, headers)).toMatchObject({
      status: 200,
      body: decided.body,
    });
    expect((await api.post(manager, `${path}/decision`, { decision: 'dismiss' }, headers)).status).toBe(422);
  });
});
