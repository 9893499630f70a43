/** Each row of docs/access-patterns.md, by its number: how many requests it takes, and what it costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packRow, unpackRow } from '../../shared/adapters/dynamodb/row-codec.ts';
import { referralItem } from '../../shared/adapters/dynamodb/stored-referral.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { KeptReferral } from '../../shared/application/ports/referrals.ts';
import type { Person } from '../../shared/domain/person/person.ts';
import { type Engine, openEngine } from './engine.ts';
import { samplePerson, sampleReferral, withEvent } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};
/** What performance.md's page of 50 in 2 read units leaves to one entry. */
const MOST_ENTRY_BYTES = 327;

let engine: Engine;
let deps: Deps;
let people: Person[];
let kept: KeptReferral[];
beforeAll(async () => {
  // Costs are metered at the local store's front door, so these are asked of no other engine.
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  people = Array.from({ length: 60 }, () => samplePerson('liverpool'));
  kept = people.map((person, index) => sampleReferral(person, `2026-0${1 + (index % 9)}-11`));
  for (const person of people) await deps.people.create(person);
  for (const { referral, entry } of kept) await deps.referrals.create(referral, entry);
});
afterAll(() => engine.close());

/** What the store's meter counted while something was done. */
async function metered<T>(work: () => Promise<T>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  const result = await work();
  const { requests, readUnits, tableWriteUnits, indexWriteUnits } = store.meter.read();
  return { result, requests, readUnits, writeUnits: tableWriteUnits + indexWriteUnits };
}

const first = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined) throw new Error('there is nothing');
  return one;
};

describe('access patterns', () => {
  it('1: everything about a person is one query', async () => {
    const { result, requests } = await metered(() => deps.people.record('liverpool', first(people).id));
    expect(requests).toBe(1);
    expect(result?.referrals).toHaveLength(1);
  });

  it('2: a referral with its history is one read', async () => {
    const key = { personId: first(kept).referral.personId, referralId: first(kept).referral.id };
    const { requests, readUnits } = await metered(() => deps.referrals.get('liverpool', key));
    expect([requests, readUnits]).toEqual([1, 1]);
  });

  it('3: a page of 50 of a queue in the order of the policy is one query of at most 2 read units', async () => {
    const { result, requests, readUnits } = await metered(() => deps.queues.page('liverpool', 'SALT', 50));
    expect(result.rows).toHaveLength(50);
    expect(requests).toBe(1);
    expect(readUnits).toBeLessThanOrEqual(2);
  });

  it('4: a queue is counted by a query that returns no row', async () => {
    const { result, requests } = await metered(() => deps.queues.count('liverpool', 'SALT'));
    expect([result, requests]).toEqual([60, 1]);
  });

  it('5: a whole list is read for a filter, as many requests as it has megabytes', async () => {
    const { result, requests } = await metered(() => deps.queues.all('liverpool', 'SALT', 'waiting', 10_000));
    expect([result.rows.length, result.complete, requests]).toEqual([60, true, 1]);
  });

  it('6: the figures of any day read every referral of the queue, a hundred a request', async () => {
    const keys = kept.map(({ entry }) => entry.row);
    const { result, requests } = await metered(() => deps.referrals.many('liverpool', keys));
    expect([result.length, requests]).toEqual([60, 1]);
  });

  it('7: a person by a number is the read of a pointer', async () => {
    const { requests, readUnits } = await metered(() =>
      deps.personNumbers.find('liverpool', 'nhs-number', '9990017336'),
    );
    expect([requests, readUnits]).toEqual([1, 1]);
  });

  it('8: people by their birthday are one query', async () => {
    const { result, requests } = await metered(() => deps.people.bornOn('liverpool', first(people).details.birthDate));
    expect([result.length, requests]).toEqual([60, 1]);
  });

  it('9: a command on a referral is one conditional write of at most 8 units', async () => {
    const before = first(kept);
    const after = withEvent(before, first(people), { kind: 'triage-accepted' }, '2026-10-01');
    const { requests, writeUnits } = await metered(() => deps.referrals.save(after.referral, after.entry, 1));
    expect(requests).toBe(1);
    expect(writeUnits).toBeLessThanOrEqual(8);
  });

  it('10: the policy in force is one query of one item', async () => {
    expect((await metered(() => deps.policies.current('liverpool'))).requests).toBe(1);
  });

  it('11: who somebody is, is one read', async () => {
    const identity = { issuer: 'https://a.example', subject: 'nobody' };
    expect((await metered(() => deps.staff.find(identity))).requests).toBe(1);
  });

  it('12: a view is recorded by a query, a claim and a pointer', async () => {
    const view = {
      place: 'liverpool',
      actor: first(people).id,
      role: 'clinician',
      action: 'person.read',
      at: first(kept).referral.events[0]?.recordedAt as never,
      subjects: [first(people).id],
      queue: null,
      requestId: 'r',
    };
    // The first of somebody's chain also says that the chain is there.
    expect((await metered(() => deps.audit.viewed(view))).requests).toBe(4);
    expect((await metered(() => deps.audit.viewed(view))).requests).toBe(3);
  });
});

describe('an entry of a queue', () => {
  it('takes at most 327 bytes, keys included, and reads as it was written', () => {
    const who = {
      familyName: 'Fernández-Gómez-Kowalska',
      givenName: 'Oluwaseun Adébáyò',
      flags: ['ehc-plan', 'looked-after', 'restricted'] as never,
      interpreterLanguage: 'Somali',
    };
    const person = samplePerson('cheshire-east', who);
    const { referral, entry } = sampleReferral(person, '2026-08-03', { tier: 'urgent' });
    const full = {
      ...entry.row,
      appointmentOn: entry.row.orderingDate,
      returnedUntil: entry.row.orderingDate,
      missedInARow: 2,
      assignedTo: 'Priya Nair',
    };
    const keys = { personId: full.personId, referralId: full.referralId, queue: full.queue };
    expect(unpackRow(packRow(full), keys)).toEqual(full);
    const { pk, sk, lp, ls, row } = referralItem(referral, { ...entry, row: full });
    const bytes = sizeOf({ pk, sk, lp, ls, row });
    console.info(`an entry of a queue: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(MOST_ENTRY_BYTES);
  });
});

/** Bytes of an item as DynamoDB counts them: names, and values by their kind. */
function sizeOf(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value), 0);
}

function valueSize(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).replace(/0+$/, '').length / 2) + 1;
  if (Array.isArray(value)) return 3 + value.reduce((sum: number, one) => sum + 1 + valueSize(one), 0);
  return 1;
}
