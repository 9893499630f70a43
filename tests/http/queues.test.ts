import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import { ApiService, type Asker, TODAY } from './api-service.ts';
import { person, referral, referred } from './invented.ts';

interface Row {
  readonly referralId: string;
  readonly familyName: string;
  readonly tier: string;
  readonly orderingDate: string;
  readonly waitDays: number;
}

let api: ApiService;
let admin: Asker;
let clinician: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  admin = await api.staff('administrator');
  clinician = await api.staff('clinician');
});
afterAll(() => api.close());

const tiers = ['urgent', 'soon', 'routine'] as const;
const dayOf = (index: number) => `2026-0${1 + (index % 9)}-1${index % 10}`;

async function everyPage(path: string, query: Readonly<Record<string, string>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.get(admin, path, { ...query, ...(cursor === null ? {} : { cursor }) });
    expect(page.status, page.text).toBe(200);
    rows.push(...page.body.rows);
    cursor = page.body.next;
  } while (cursor !== null);
  return rows;
}

describe('a queue', () => {
  const path = '/v1/queues/OT/referrals';
  beforeAll(async () => {
    for (let index = 0; index < 23; index += 1) {
      await referred(api, admin, {
        who: {
          familyName: `Family${String.fromCharCode(65 + ((index * 7) % 23))}`,
          birthDate: `20${10 + (index % 9)}-05-05`,
        },
        what: {
          queue: 'OT',
          on: dayOf(index),
          facts: { source: 'school', tier: tiers[index % 3], alreadyAccepted: index % 2 === 0 },
        },
      });
    }
  });

  it('lists by the policy: urgent, soon, routine, then the earliest ordering date', async () => {
    const rows = await everyPage(path, { limit: '5' });
    expect(rows).toHaveLength(23);
    const order = rows.map(({ tier, orderingDate }) => `${tiers.indexOf(tier as never)} ${orderingDate}`);
    expect(order).toEqual([...order].sort());
  });

  it('tells the exact total, with any page', async () => {
    const page = await api.get(admin, path, { limit: '5' });
    expect(page.body).toMatchObject({ total: 23, complete: true, asAt: TODAY });
    const without = await api.get(admin, path, { limit: '5', total: 'false' });
    expect(without.body).toMatchObject({ total: null, rows: page.body.rows });
    const chosen = await api.get(admin, path, { limit: '3', tier: 'urgent' });
    expect(chosen.body).toMatchObject({ total: 8 });
    expect(chosen.body.rows).toHaveLength(3);
  });

  it.each([
    [{}],
    [{ sort: 'name' }],
    [{ sort: '-wait' }],
    [{ sort: '-tier,name', tier: 'soon,routine' }],
    [{ stage: 'received' }],
  ])('shows each row exactly once while paging by %j', async (query) => {
    const whole = await everyPage(path, { ...query, limit: '200' });
    const paged = await everyPage(path, { ...query, limit: '4' });
    expect(paged).toEqual(whole);
    expect(new Set(paged.map(({ referralId }) => referralId)).size).toBe(paged.length);
  });

  it('filters by stage, wait and what needs action', async () => {
    const triage = await everyPage(path, { stage: 'received' });
    expect(triage).toHaveLength(11);
    const long = await everyPage(path, { overDays: '126' });
    expect(long.length).toBeGreaterThan(0);
    for (const { waitDays } of long) expect(waitDays).toBeGreaterThan(126);
    const bands = await everyPage(path, { wait: '18-52-weeks,over-52-weeks' });
    expect(bands.map(({ referralId }) => referralId)).toEqual(long.map(({ referralId }) => referralId));
  });

  it.each([
    ['an unknown cursor', { cursor: 'bm90IG9uZQ' }, 'cursor-unknown'],
    ['a page of none', { limit: '0' }, 'input'],
    ['a page of too many', { limit: '201' }, 'input'],
    ['a stage that is none', { stage: 'sleeping' }, 'input'],
    ['a parameter nobody knows', { colour: 'blue' }, 'input'],
  ])('refuses %s', async (_case, query: Record<string, string>, code) => {
    const refused = await api.get(admin, path, query);
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe(code);
  });

  it('opens a cursor only for the list it came from, unaltered', async () => {
    const { next } = (await api.get(admin, path, { limit: '5' })).body;
    for (const elsewhere of [
      [`/v1/queues/SALT/referrals`, { cursor: next }],
      [path, { cursor: next, sort: 'name' }],
      [path, { cursor: `${next.slice(0, -4)}AAAA` }],
    ] as const) {
      const refused = await api.get(admin, elsewhere[0], elsewhere[1]);
      expect(refused.body.code).toBe('cursor-unknown');
    }
  });

  it('tells nothing of a person in a cursor', async () => {
    const { next, rows } = (await api.get(admin, path, { limit: '1', sort: 'name' })).body;
    expect(Buffer.from(next, 'base64url').toString('latin1')).not.toContain(rows[0].familyName);
  });

  it('keeps a row that nobody touches exactly once while others come, go and move', async () => {
    const before = await everyPage(path, { sort: 'name' });
    const seen: Row[] = [];
    let cursor: string | null = null;
    let step = 0;
    const touched = new Set<string>();
    do {
      const page = await api.get(admin, path, { sort: 'name', limit: '4', ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.body.rows);
      cursor = page.body.next;
      // Between two pages the last row shown is re-tiered, and somebody new arrives.
      const last = page.body.rows.at(-1);
      const referralPath = `/v1/people/${last.personId}/referrals/${last.referralId}`;
      const { headers } = await api.get(clinician, referralPath);
      touched.add(last.referralId);
      await api.post(
        clinician,
        `${referralPath}/events`,
        { facts: { kind: 'retiered', tier: last.tier === 'urgent' ? 'soon' : 'urgent', reason: 'Worse' }, on: TODAY },
        { 'if-match': headers['etag'] ?? '' },
      );
      const familyName = step % 2 === 0 ? 'Aaron' : 'Zwart';
      await referred(api, admin, { who: { familyName, birthDate: '2012-02-02' }, what: { queue: 'OT', on: TODAY } });
      step += 1;
    } while (cursor !== null && step < 40);
    const counts = new Map<string, number>();
    for (const { referralId } of seen) counts.set(referralId, (counts.get(referralId) ?? 0) + 1);
    for (const { referralId } of before) {
      if (!touched.has(referralId)) expect(counts.get(referralId), referralId).toBe(1);
    }
  });
});

describe('figures of a queue', () => {
  it('are exact for any past day, from the events', async () => {
    const events = async (path: string, ...recorded: [Record<string, unknown>, string][]) => {
      for (const [facts, on] of recorded) {
        const { headers } = await api.get(clinician, path);
        const answer = await api.post(
          clinician,
          `${path}/events`,
          { facts, on },
          { 'if-match': headers['etag'] ?? '' },
        );
        expect(answer.status, answer.text).toBe(201);
      }
    };
    const receive = (on: string) =>
      referred(api, admin, {
        what: { queue: 'ADHD', on, facts: { source: 'gp', tier: 'routine', alreadyAccepted: true } },
      });
    await receive('2026-01-05');
    const seen = await receive('2026-02-02');
    await events(seen.path, [{ kind: 'assessment-started', byRole: 'Psychologist' }, '2026-05-04']);
    const gone = await receive('2026-03-02');
    await events(gone.path, [{ kind: 'declined-by-family' }, '2026-06-01']);
    const at = async (asAt: string) => (await api.get(admin, '/v1/queues/ADHD/summary', { asAt })).body;
    expect(await at('2026-01-04')).toMatchObject({ open: 0, medianDays: null, seen: 0, removedUnseen: 0 });
    expect(await at('2026-03-02')).toMatchObject({ open: 3, breached: 0, longestDays: 56, medianDays: 28 });
    expect(await at('2026-05-04')).toMatchObject({ open: 2, seen: 1, seenWithinStandard: 1, removedUnseen: 0 });
    expect(await at('2026-06-01')).toMatchObject({ open: 1, breached: 1, longestDays: 147, removedUnseen: 1 });
    expect(await at(TODAY)).toMatchObject({ open: 1, bands: [0, 0, 0, 0, 0, 1, 0], seen: 1, removedUnseen: 1 });
  });
});

describe('a policy', () => {
  it('gains a queue, which is then worked from end to end', async () => {
    const operator = await api.staff('operator');
    const read = await api.get(operator, '/v1/policy');
    expect(read.body.version).toBe(liverpool.version);
    const salt = read.body.queues[0];
    const breaks = {
      ...salt,
      code: 'SHORT-BREAKS',
      name: 'Short breaks',
      shortName: 'Breaks',
      service: 'short-breaks',
      spellings: [],
    };
    const saved = await api.ask(operator, 'PUT', '/v1/policy', {
      body: { ...read.body, queues: [...read.body.queues, breaks] },
      headers: { 'if-match': read.headers['etag'] ?? '' },
    });
    expect(saved.status, saved.text).toBe(200);
    expect(saved.headers['etag']).toBe(`"${liverpool.version + 1}"`);
    const late = await api.ask(operator, 'PUT', '/v1/policy', {
      body: read.body,
      headers: { 'if-match': read.headers['etag'] ?? '' },
    });
    expect(late.status).toBe(412);

    const team = await api.staff('clinician', { services: ['short-breaks'] });
    const { path } = await referred(api, team, { what: { queue: 'SHORT-BREAKS' } });
    await api.post(team, `${path}/events`, { facts: { kind: 'triage-accepted' }, on: TODAY }, { 'if-match': '"1"' });
    const list = await api.get(team, '/v1/queues/SHORT-BREAKS/referrals');
    expect(list.body).toMatchObject({ total: 1, rows: [{ stage: 'waiting', waitDays: 90 }] });
    await api.post(
      team,
      `${path}/events`,
      { facts: { kind: 'contact', mechanism: 'video' }, on: TODAY },
      { 'if-match': '"2"' },
    );
    const figures = await api.get(team, '/v1/queues/SHORT-BREAKS/summary');
    expect(figures.body).toMatchObject({ open: 0, seen: 1, policyVersion: liverpool.version + 1 });
  });

  it('cannot lose a queue', async () => {
    const operator = await api.staff('operator');
    const read = await api.get(operator, '/v1/policy');
    const refused = await api.ask(operator, 'PUT', '/v1/policy', {
      body: { ...read.body, queues: read.body.queues.slice(1) },
      headers: { 'if-match': read.headers['etag'] ?? '' },
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/queues', code: 'queue-missing' })]);
  });
});

describe('a file of a queue', () => {
  it('has the columns of an extract, and no cell that is a formula', async () => {
    const made = await api.post(admin, '/v1/people', person({ familyName: '=1+1', givenName: '@now', localId: 'LP9' }));
    await api.post(admin, `/v1/people/${made.body.id}/referrals`, referral({ queue: 'ASD', on: '2026-10-05' }));
    const file = await api.get(admin, '/v1/queues/ASD/referrals.csv');
    expect(file.status, file.text).toBe(200);
    expect(file.headers['content-type']).toMatch(/^text\/csv/);
    expect(file.headers['content-disposition']).toBe(`attachment; filename="asd-${TODAY}.csv"`);
    const [headings, row] = file.text.replace('\ufeff', '').split('\r\n');
    expect(headings?.split(',').slice(0, 6)).toEqual([
      'Referral ID',
      'NHS Number',
      'Local Patient ID',
      'Forename',
      'Surname',
      'Date of Birth',
    ]);
    expect(row).toContain(",LP9,'@now,'=1+1,2018-10-16,");
  });
});
