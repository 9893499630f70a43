/** A practice's file over the API: checked, brought in, sent again, and read back from the list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceColumns } from '../../../shared/domain/health-check/practice-file/columns.ts';
import { fileMapping } from '../../../shared/domain/import/file-columns.ts';
import { fileCells } from '../../../shared/http/csv/file-csv.ts';
import { readCsv } from '../../../shared/http/csv/read-csv.ts';
import { ApiService, type Asker } from '../api-service.ts';
import { nhsNumbers, person, referral } from '../invented.ts';
import { followed, happened, NURSES } from './health-check-service.ts';

let api: ApiService;
let nurse: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  nurse = await api.staff('administrator', { services: NURSES });
});
afterAll(() => api.close());

const born = '2008-10-14';
async function someone(more: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await api.post(nurse, '/v1/people', person({ birthDate: born, ...more }));
  if (made.status !== 201) throw new Error(made.text);
  return made.body.id;
}
let line = 1;
function row(cells: Readonly<Record<string, string>>) {
  line += 1;
  const usual = { familyName: 'Okafor', birthDate: born, practice: 'N82001', registeredOn: '2023-04-01' };
  return { record: line - 1, line, cells: { ...usual, ...cells } };
}
const send = (rows: readonly unknown[], asker = nurse) => api.post(asker, '/v1/health-checks/practice-file', { rows });
const rehearse = (rows: readonly unknown[]) => api.post(nurse, '/v1/health-checks/practice-file/dry-run', { rows });

describe('a practice’s file', () => {
  it('opens records and adds what was done; a dry run says the same and writes nothing', async () => {
    const first = await someone({ nhsNumber: nhsNumbers[0] });
    const second = await someone({ localId: 'LP 9' });
    const rows = [
      row({ nhsNumber: '999 001 7336', checkedOn: '12/05/2026', planOn: '13/05/2026' }),
      row({ localId: 'LP 9', invitedOn: '01/10/2026', bookedFor: '20/11/2026' }),
    ];
    const dry = await rehearse(rows);
    expect(dry.status, dry.text).toBe(200);
    expect((await api.get(nurse, `/v1/people/${first}/health-check`)).status).toBe(404);
    const done = await send(rows);
    expect(done.body).toEqual(dry.body);
    expect(done.body.rows).toMatchObject([
      {
        outcome: 'created',
        personId: first,
        added: [{ kind: 'registered' }, { kind: 'checked' }, { kind: 'plan-agreed' }],
      },
      {
        outcome: 'created',
        personId: second,
        added: [{ kind: 'registered' }, { kind: 'invited' }, { kind: 'booked' }],
      },
    ]);
    const record = await api.get(nurse, `/v1/people/${first}/health-check`);
    expect(record.body).toMatchObject({ version: 3, state: { status: 'COMPLETED_THIS_FY', plan: 'complete' } });

    const again = await send(rows);
    expect(again.body.rows).toMatchObject([
      { outcome: 'unchanged', added: [] },
      { outcome: 'unchanged', added: [] },
    ]);
    expect((await api.get(nurse, `/v1/people/${first}/health-check`)).body).toEqual(record.body);
    // What a file brought in is a record like any other.
    const noted = await happened(api, nurse, { personId: first, path: `/v1/people/${first}/health-check` }, [
      '2026-06-01',
      { kind: 'noted', note: 'Rang the practice' },
    ]);
    expect(noted.headers['etag']).toBe('"4"');
  });

  it('takes nothing of a row that is wrong, and says what to do about each fault', async () => {
    await someone({ nhsNumber: nhsNumbers[1] });
    const known = await followed(api, nurse, { who: { nhsNumber: nhsNumbers[2] } });
    const { body } = await send([
      row({ nhsNumber: nhsNumbers[3] }),
      row({ nhsNumber: nhsNumbers[1], birthDate: '2008-10-15' }),
      row({ nhsNumber: nhsNumbers[2], localId: 'LP 9' }),
      row({ nhsNumber: nhsNumbers[2], registeredOn: '2022-04-01' }),
      row({ nhsNumber: nhsNumbers[1], checkedOn: '2022-01-01' }),
      row({ nhsNumber: nhsNumbers[1], declinedOn: '2026-05-01', declinedBy: 'parent', capacityConsidered: 'yes' }),
      row({ nhsNumber: '1234567890', familyName: '', checkedOn: '31/02/2026' }),
    ]);
    const codes = body.rows.map(({ faults }: { faults: { code: string }[] }) => faults.map(({ code }) => code));
    expect(codes).toEqual([
      ['person-unknown'],
      ['birth-date-differs'],
      ['two-people'],
      ['register-date-differs'],
      ['does-not-fit'],
      // The same person, a row before.
      ['listed-twice'],
      ['required-missing', 'nhs-number-check-digit', 'date-invalid'],
    ]);
    expect(body.rows.every(({ outcome }: { outcome: string }) => outcome === 'rejected')).toBe(true);
    expect(body.rows[6].faults[2]).toMatchObject({ column: 'Check Date', found: '31/02/2026' });
    expect((await api.get(nurse, known.path)).body).toMatchObject({ version: 1, history: [{ on: '2023-04-01' }] });
  });

  it('names open records of its practices that it leaves out, and takes nobody off', async () => {
    const left = await followed(api, nurse, { who: { nhsNumber: nhsNumbers[4] }, practice: 'N82077' });
    const named = await followed(api, nurse, { who: { nhsNumber: nhsNumbers[5] }, practice: 'N82077' });
    const { body } = await send([row({ nhsNumber: nhsNumbers[5], practice: 'N82077' })]);
    expect(body.absent).toMatchObject([{ personId: left.personId, caseId: left.caseId, familyName: 'Okafor' }]);
    expect(body.rows).toMatchObject([{ outcome: 'unchanged', personId: named.personId }]);
  });

  it('does not say again what was recorded in error here', async () => {
    const personId = await someone({ nhsNumber: nhsNumbers[6] });
    const path = `/v1/people/${personId}/health-check`;
    const rows = [row({ nhsNumber: nhsNumbers[6], checkedOn: '2026-05-12' })];
    await send(rows);
    const record = (await api.get(nurse, path)).body;
    await happened(api, nurse, { personId, path }, [
      '2026-06-01',
      { kind: 'recorded-in-error', eventId: record.history[1].id, reason: 'Another person' },
    ]);
    const again = await send(rows);
    expect(again.body.rows).toMatchObject([{ outcome: 'unchanged', flags: ['corrected-here'] }]);
    expect((await api.get(nurse, path)).body.state.lastCheck).toBeNull();
  });

  it('comes to the same however often it is sent at once', async () => {
    const personId = await someone({ nhsNumber: nhsNumbers[7] });
    const rows = [row({ nhsNumber: nhsNumbers[7], checkedOn: '2026-05-12', planOn: '2026-05-12' })];
    const answers = await Promise.all([send(rows), send(rows), send(rows)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const outcomes = answers.map(({ body }) => body.rows[0].outcome);
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(2);
    expect((await api.get(nurse, `/v1/people/${personId}/health-check`)).body.history).toHaveLength(3);
  });

  it('written from the list reads as what is there already', async () => {
    const { text } = await api.get(nurse, '/v1/health-checks.csv');
    const file = readCsv(Buffer.from(text));
    const { places, missing, unread } = fileMapping(practiceColumns, file.headings);
    expect([missing, unread]).toEqual([[], ['Forename', 'Status', 'Next Check Due', 'Invitation', 'Year Missed']]);
    const { body } = await send(fileCells(file, places));
    expect(body.rows.length).toBeGreaterThan(5);
    for (const answer of body.rows) expect(answer).toMatchObject({ outcome: 'unchanged', faults: [] });
    expect(body.absent).toEqual([]);
  });

  it('tells nobody of somebody whom they may not know of', async () => {
    const manager = await api.staff('data-manager');
    const who = { birthDate: born, flags: ['restricted'], nhsNumber: '9990155666' };
    const made = await api.post(manager, '/v1/people', person(who));
    expect(made.status, made.text).toBe(201);
    await api.post(manager, `/v1/people/${made.body.id}/referrals`, referral());
    const wrongDay = await rehearse([row({ nhsNumber: who.nhsNumber, birthDate: '2008-10-15' })]);
    expect(wrongDay.body.rows[0]).toMatchObject({ personId: null, faults: [{ code: 'person-unknown' }] });
    const rightDay = await rehearse([row({ nhsNumber: who.nhsNumber })]);
    expect(rightDay.body.rows[0].faults).toMatchObject([{ code: 'person-unknown' }]);
  });

  it('is for those who work with health checks, and no longer than it may be', async () => {
    const therapist = await api.staff('clinician', { services: ['salt'] });
    expect((await send([row({ nhsNumber: nhsNumbers[0] })], therapist)).status).toBe(403);
    expect((await send([])).status).toBe(422);
    expect((await send(Array.from({ length: 501 }, () => row({})))).status).toBe(422);
    const ahead = { rows: [row({ nhsNumber: nhsNumbers[0] })], asAt: '2026-11-02' };
    expect((await api.post(nurse, '/v1/health-checks/practice-file', ahead)).status).toBe(422);
  });
});
