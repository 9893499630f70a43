/** A file of looked-after children over the API: checked, brought in, sent again, sent by two at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedNotifications as expected, notificationsFile } from '../../fixtures/care/notifications.ts';
import { ApiService, type Asker } from '../api-service.ts';
import { person, referral } from '../invented.ts';

let api: ApiService;
let nurse: Asker;
let manager: Asker;
const { rows, missing, unread } = notificationsFile();
const known: Record<string, string> = {};

beforeAll(async () => {
  api = await ApiService.open();
  nurse = await api.staff('clinician', { services: ['children-in-care-health'] });
  manager = await api.staff('data-manager');
  await add('mensah', { nhsNumber: '9990005001', familyName: 'Mensah', givenName: 'Kofi', birthDate: '2016-02-03' });
  await add('novak', { nhsNumber: '9990005079', familyName: 'Novak', givenName: 'Ema', birthDate: '2014-05-20' });
  await add('doyle', { nhsNumber: '9990005494', familyName: 'Doyle', givenName: 'Finn', birthDate: '2013-11-30' });
  await add('adeyemi', { nhsNumber: '9990005141', familyName: 'Adeyemi', givenName: 'Tobi', birthDate: '2012-01-09' });
  await add('sharma', { nhsNumber: '9990005214', familyName: 'Sharma', givenName: 'Anika', birthDate: '2017-07-07' });
  await add('obrien', { localId: 'LP 77', familyName: 'O’Brien', givenName: 'Maeve', birthDate: '2011-03-14' });
  await add('obi', { nhsNumber: '9990005354', familyName: 'Obi', givenName: 'Ada', birthDate: '2015-09-09' });
  const hidden = { nhsNumber: '9990005281', familyName: 'Hidden', birthDate: '2015-04-01', flags: ['restricted'] };
  await api.post(manager, `/v1/people/${await add('hidden', hidden)}/referrals`, referral());
  await open('novak', '2026-10-12', { facts: { kind: 'consent-given', by: 'local-authority' }, on: '2026-10-14' });
  await open('doyle', '2026-09-01', { facts: { kind: 'notified' }, on: '2026-09-03' });
  await open('adeyemi', '2026-08-03', { facts: { kind: 'notified' }, on: '2026-08-04' });
});
afterAll(() => api.close());

async function add(name: string, more: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await api.post(manager, '/v1/people', person(more));
  if (made.status !== 201) throw new Error(made.text);
  known[name] = made.body.id;
  return made.body.id;
}

async function open(name: string, on: string, then: unknown): Promise<void> {
  const facts = { kind: 'became-looked-after', legalStatus: 'section-20', authority: 'Liverpool', outOfArea: false };
  const opened = await api.post(nurse, `/v1/people/${known[name]}/cases/care-assessment`, { facts, on });
  await api.post(nurse, `${opened.headers['location']}/events`, then, { 'if-match': '"1"' });
}

const path = '/v1/care-assessments/notifications';
const send = (some: readonly unknown[] = rows, asker = nurse) => api.post(asker, path, { rows: some });

interface Answer {
  readonly line: number;
  readonly outcome: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly isNewcomer: boolean;
  readonly added: readonly { readonly on: string; readonly kind: string }[];
  readonly flags: readonly string[];
  readonly review: { readonly code: string } | null;
  readonly faults: readonly { readonly code: string; readonly column: string }[];
}

/** An answer as the expected report writes it: without what is empty. */
function told({ line, outcome, isNewcomer, added, flags, review, faults }: Answer) {
  return {
    ...{ line, outcome },
    ...(isNewcomer && { isNewcomer }),
    ...(added.length > 0 && { added: added.map(({ on, kind }) => `${on} ${kind}`) }),
    ...(flags.length > 0 && { flags }),
    ...(review !== null && { review: review.code }),
    ...(faults.length > 0 && { faults: faults.map(({ code, column }) => `${code} ${column}`) }),
  };
}
const outcomes = (body: { rows: readonly Answer[] }) => body.rows.map(({ outcome }) => outcome);

describe('a file of looked-after children', () => {
  it('is checked without writing anything, and comes to the report that is expected of it', async () => {
    expect([missing, unread]).toEqual([[], expected.unread]);
    const dry = await api.post(nurse, `${path}/dry-run`, { rows });
    expect(dry.status, dry.text).toBe(200);
    expect({ asAt: dry.body.asAt, rows: dry.body.rows.map(told) }).toEqual({
      asAt: expected.asAt,
      rows: expected.rows,
    });
    const counts = Object.fromEntries(
      Object.keys(expected.counts).map((wanted) => [
        wanted,
        outcomes(dry.body).filter((outcome) => outcome === wanted).length,
      ]),
    );
    expect(counts).toEqual(expected.counts);
    expect((await api.get(nurse, `/v1/people/${known['mensah']}/cases`)).body.cases).toEqual([]);
    const search = { nhsNumber: '9990005567' };
    expect((await api.ask(nurse, 'POST', '/v1/people/search', { body: search })).body.people).toEqual([]);
  });

  it('is brought in as the check said, once, however often and by whomever it is sent', async () => {
    const colleague = await api.staff('administrator', { services: ['children-in-care-health'] });
    const [one, two] = await Promise.all([send(), send(rows, colleague)]);
    expect([one.status, two.status], one.text + two.text).toEqual([200, 200]);
    for (const [at, row] of expected.rows.entries()) {
      const both = [one.body.rows[at].outcome, two.body.rows[at].outcome];
      if (row.outcome === 'created' || row.outcome === 'updated')
        expect(both, `line ${row.line}`).toContain(row.outcome);
    }
    const again = await send();
    const changed = outcomes(again.body).filter((outcome) => outcome === 'created' || outcome === 'updated');
    expect(changed).toEqual([]);
    const { body } = await api.get(nurse, `/v1/people/${known['mensah']}/cases`);
    expect(body.cases).toMatchObject([
      { status: 'to-book', due: { on: '2026-11-09', what: 'care-assessment' }, group: 'Liverpool' },
    ]);
    const moved = again.body.rows.find(({ line }: Answer) => line === 3);
    const record = await api.get(nurse, `/v1/people/${moved.personId}/cases/care-assessment/${moved.caseId}`);
    expect(record.body.history.map(({ facts }: { facts: { kind: string } }) => facts.kind)).toEqual([
      'became-looked-after',
      'consent-given',
      'placement-moved',
      'notified',
    ]);
    const rahman = again.body.rows.find(({ line }: Answer) => line === 10);
    const added = await api.get(nurse, `/v1/people/${rahman.personId}`);
    expect(added.body.person.details).toMatchObject({ familyName: 'Rahman', givenName: 'Zainab' });
    expect(added.body.cases).toHaveLength(2);
  });

  it('adds nobody for a row that is not taken, and shows nobody whom the sender may not know of', async () => {
    for (const nhsNumber of ['9990005427', '9990005702', '9990005915']) {
      const found = await api.ask(manager, 'POST', '/v1/people/search', { body: { nhsNumber } });
      expect(found.body.people).toEqual([]);
    }
    const { body } = await send();
    const hidden = body.rows.find(({ line }: Answer) => line === 8);
    expect([hidden.personId, hidden.caseId]).toEqual([null, null]);
    // For whoever may know of them it is a child like any other, and nothing was added under the number meanwhile.
    const seen = await api.post(manager, `${path}/dry-run`, { rows: [rows[6]] });
    expect(seen.body.rows).toMatchObject([{ outcome: 'created', isNewcomer: false, personId: known['hidden'] }]);
  });

  it('does not say again what was recorded in error here', async () => {
    const [row] = rows;
    const { caseId } = (await send([row])).body.rows[0];
    const record = `/v1/people/${known['mensah']}/cases/care-assessment/${caseId}`;
    const { history, version } = (await api.get(nurse, record)).body;
    const consent = history.find(({ facts }: { facts: { kind: string } }) => facts.kind === 'consent-given');
    const mistake = { kind: 'recorded-in-error', eventId: consent.id, reason: 'Another child' };
    const withdrawn = await api.post(
      nurse,
      `${record}/events`,
      { facts: mistake, on: '2026-11-01' },
      { 'if-match': `"${version}"` },
    );
    expect(withdrawn.status, withdrawn.text).toBe(201);
    expect((await send([row])).body.rows).toMatchObject([{ outcome: 'unchanged', flags: ['corrected-here'] }]);
    const opening = { kind: 'recorded-in-error', eventId: history[0].id, reason: 'Another child' };
    await api.post(nurse, `${record}/events`, { facts: opening, on: '2026-11-01' }, { 'if-match': `"${version + 1}"` });
    expect((await send([row])).body.rows).toMatchObject([
      { outcome: 'review', review: { code: 'recorded-in-error', column: 'Looked After From' } },
    ]);
  });

  it('is for those who work with children in care, no longer than it may be, of a day that has come', async () => {
    const other = await api.staff('clinician', { services: ['salt'] });
    expect((await send(rows, other)).status).toBe(403);
    expect((await send([])).status).toBe(422);
    expect((await send(Array.from({ length: 501 }, () => rows[0]))).status).toBe(422);
    expect((await api.post(nurse, path, { rows: [rows[0]], asAt: '2026-11-02' })).status).toBe(422);
  });
});
