/** What the repository of cases promises, asked of the twin in memory and of the real engine alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseItem, keptCaseOf } from '../../shared/adapters/dynamodb/stored-case.ts';
import { UnreadableItem } from '../../shared/adapters/dynamodb/stored-item.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../shared/domain/case/case.ts';
import type { CaseRow } from '../../shared/domain/case/case-row.ts';
import { keyOfCase, sampleCase, toyTypes, withHappened } from './case-samples.ts';
import { type Engine, openEngine } from './engine.ts';
import type { Ports } from './ports.ts';
import { portsInMemory } from './ports-in-memory.ts';
import { ids, samplePerson, sampleReferral } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const makers: readonly [string, () => Ports][] = [
  ['the twin in memory', portsInMemory],
  [
    'the real engine',
    () => {
      const { recordsTable, auditTable, client } = engine;
      return serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client, toyTypes);
    },
  ],
];

const newPlace = () =>
  `p${ids
    .fresh()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '0')}`;
const idsOf = (rows: readonly CaseRow[]) => rows.map(({ caseId }) => caseId);
const visited = { kind: 'visited' };
const booked: CaseFacts & { visitOn: string } = { kind: 'booked', visitOn: '2026-10-01' };

describe.each(makers)('cases in %s', (_name, make) => {
  let ports: Ports;
  let place: string;
  beforeAll(() => {
    ports = make();
    place = newPlace();
  });

  it('are read as they were kept, one by one, several, and with everything about the person', async () => {
    const person = samplePerson(place, { flags: ['looked-after', 'restricted'], gpPractice: null });
    const kept = withHappened(sampleCase(person, '2026-09-01', 'N82054'), person, booked, '2026-09-04');
    const referral = sampleReferral(person, '2026-08-03');
    await ports.people.create(person);
    await ports.cases.create(kept);
    await ports.referrals.create(referral.referral, referral.entry);
    expect(await ports.cases.get(place, keyOfCase(kept))).toEqual(kept);
    expect(await ports.cases.many(place, [keyOfCase(kept), { ...keyOfCase(kept), caseId: ids.fresh() }])).toEqual([
      kept,
    ]);
    expect(await ports.people.record(place, person.id)).toEqual({ person, referrals: [referral], cases: [kept] });
    expect(await ports.cases.get(newPlace(), keyOfCase(kept))).toBeUndefined();
    expect(await ports.cases.get(place, { ...keyOfCase(kept), kind: 'budget' })).toBeUndefined();
  });

  it('are never put over one another, and only changed from the version that was read', async () => {
    const person = samplePerson(place);
    const kept = sampleCase(person, '2026-10-05');
    await ports.cases.create(kept);
    await expect(ports.cases.create(kept)).rejects.toMatchObject({ kind: 'conflict', code: 'already-there' });
    const next = withHappened(kept, person, visited, '2026-10-09');
    await ports.cases.save(next, 1);
    await expect(ports.cases.save(next, 1)).rejects.toMatchObject({ kind: 'stale', code: 'changed-since' });
    expect(await ports.cases.get(place, keyOfCase(kept))).toEqual(next);
  });

  it('stand in the list of what is open by due date and among what is due of their service, until they are met', async () => {
    const elsewhere = newPlace();
    const person = samplePerson(elsewhere);
    const all = ['2026-10-05', '2026-09-01', '2026-10-26'].map((on) => sampleCase(person, on));
    const [second, first, third] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
    for (const one of all) await ports.cases.create(one);
    const open = await ports.cases.list(elsewhere, 'care-assessment', 'open', 10);
    expect(open.rows).toEqual([first, second, third].map(({ entry }) => entry.row));
    expect(await ports.cases.list(elsewhere, 'care-assessment', 'open', 2)).toMatchObject({ complete: false });
    const upTo = second.entry.row.due?.on ?? localDate('2026-12-31');
    const due = (service: string) => ports.cases.due(elsewhere, service, upTo, 10);
    expect(idsOf((await due('children-in-care-health')).rows)).toEqual(
      idsOf([first, second].map(({ entry }) => entry.row)),
    );
    expect((await due('salt')).rows).toEqual([]);
    await ports.cases.save(withHappened(first, person, visited, '2026-10-20'), 1);
    await ports.cases.save(withHappened(third, person, visited, '2026-10-30'), 1);
    expect(idsOf((await due('children-in-care-health')).rows)).toEqual([second.record.id]);
    expect(idsOf((await ports.cases.list(elsewhere, 'care-assessment', 'open', 10)).rows)).toEqual([second.record.id]);
    const closed = await ports.cases.list(elsewhere, 'care-assessment', 'closed', 10);
    expect(idsOf(closed.rows)).toEqual([third.record.id, first.record.id]);
    const each: CaseRow[] = [];
    for await (const rows of ports.cases.each(elsewhere, 'care-assessment', 'open')) each.push(...rows);
    expect(idsOf(each)).toEqual([second.record.id]);
  });
});

describe('a stored case', () => {
  it('that cannot be read is an error with its key, and none of its values', () => {
    const kept = sampleCase(samplePerson('liverpool', { familyName: 'O’Brien' }), '2026-10-05');
    const item = caseItem(kept);
    expect(keptCaseOf(item, toyTypes)).toEqual(kept);
    for (const wrong of [
      { ...item, schema: 4 },
      { ...item, sk: item.sk.replace('#C#', '#H#') },
      { ...item, row: ['O’Brien'] },
      { ...item, surprise: true },
      { ...item, events: [{ ...item.events[0], facts: { kind: 'asked', surprise: 'O’Brien' } }] },
      { ...item, events: [{ ...item.events[0], on: '2026-02-30' }] },
    ]) {
      const read = () => keptCaseOf(wrong, toyTypes);
      expect(read).toThrow(UnreadableItem);
      expect(read).toThrow(wrong.sk);
      expect(read).not.toThrow('O’Brien');
    }
  });
});
