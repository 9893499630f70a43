/** Cases that grow heavy, on the real engine: nothing is refused for length, nothing is lost, whoever dies or is late on the way. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { numberSeal } from '../../shared/adapters/crypto/number-seal.ts';
import { casesInTable } from '../../shared/adapters/dynamodb/cases.ts';
import { archivedEventKey, caseKey } from '../../shared/adapters/dynamodb/keys.ts';
import { namedChanges } from '../../shared/adapters/dynamodb/named-changes.ts';
import { peopleToRead } from '../../shared/adapters/dynamodb/people.ts';
import { personItem } from '../../shared/adapters/dynamodb/stored-person.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { plannedCase } from '../../shared/application/case/case-entry.ts';
import type { KeptCase } from '../../shared/application/ports/cases.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { DueMoved } from '../../shared/domain/case/generic-facts.ts';
import { caseChainHolds, recordOnCase, stateOfCase } from '../../shared/domain/case/record-case.ts';
import type { Person } from '../../shared/domain/person/person.ts';
import { contextOn, toyType } from '../unit/case/toy-type.ts';
import { keyOfCase, sampleCase, toyTypes } from './case-samples.ts';
import { type Engine, openEngine } from './engine.ts';
import { policyOf, recorder, samplePerson, today } from './samples.ts';

/** What an item may weigh, bytes. */
const MOST_BYTES = 400_000;

/** Dies where it would put the case itself, after the archived events. */
class DyingAccess extends TableAccess {
  override put(...[item, condition]: Parameters<TableAccess['put']>): Promise<boolean> {
    return 'v' in item ? Promise.reject(new Error('the process died')) : super.put(item, condition);
  }
}

const cover = { keyed: sha256, seal: numberSeal('a key for tests') };

let engine: Engine;
let records: TableAccess;
beforeAll(async () => {
  engine = await openEngine();
  records = new TableAccess(engine.client, engine.recordsTable);
});
afterAll(() => engine.close());

const cases = () => casesInTable(records, toyTypes);

/** The case with a due date moved so many times more: what the service itself records, and no rule judges. */
function grown({ record, entry }: KeptCase, person: Person, count: number, on: string): KeptCase {
  const context = { ...contextOn(today), policy: policyOf(person.place), person: person.details };
  const [opened, from] = [localDate('2026-05-01'), localDate('2026-05-29')];
  let more = record;
  for (let n = 0; n < count; n += 1) {
    const facts: DueMoved = {
      kind: 'due-moved',
      deadline: 'care-assessment',
      start: opened,
      from,
      to: from,
      why: ['policy'],
    };
    more = recordOnCase(toyType, more, { facts, on: localDate(on) }, recorder(), context);
  }
  const rules = { types: toyTypes, policy: policyOf(person.place) };
  return { record: more, entry: plannedCase(rules, more, person, today, entry.alerted).entry };
}

/** A case that was saved some times, some hundred events each, and now weighs so much that the next write archives. */
async function heavyCase(person: Person, saves = 2): Promise<KeptCase> {
  let kept = sampleCase(person, '2026-05-01');
  await cases().create(kept);
  for (let save = 0; save < saves; save += 1) {
    const next = grown(kept, person, 400, '2026-06-02');
    await cases().save(next, kept.record.version);
    const { archived = 0 } = (await cases().get(person.place, keyOfCase(kept)))?.record ?? {};
    kept = archived === 0 ? next : { ...next, record: { ...next.record, archived } };
  }
  return kept;
}

const archivedOf = async (kept: KeptCase) => (await cases().get(kept.record.place, keyOfCase(kept)))?.record.archived;

describe('a case that has grown heavy', () => {
  it('is read whole, however much of it is archived, and never weighs more than an item may', async () => {
    const person = samplePerson('archive1');
    await records.put({ pk: 'archive1#P#unrelated', sk: 'E#C#x#y', schema: 1 }, 'absent');
    await records.put(personItem(person, cover), 'absent');
    const kept = await heavyCase(person, 4);
    const read = await cases().get('archive1', keyOfCase(kept));
    expect(read?.record.archived).toBeGreaterThan(600);
    expect(read).toEqual(kept);
    expect(caseChainHolds(read?.record ?? { events: [] }, sha256)).toBe(true);
    expect(await cases().many('archive1', [keyOfCase(kept)])).toEqual([read]);
    expect((await peopleToRead(records, toyTypes).record('archive1', person.id))?.cases).toEqual([read]);
    const item = await records.get(caseKey('archive1', keyOfCase(kept)));
    expect(Buffer.byteLength(JSON.stringify(item))).toBeLessThan(MOST_BYTES);
  });

  it('is as it was when a writer dies after archiving, and goes on with another writer', async () => {
    const person = samplePerson('archive2');
    const kept = await heavyCase(person);
    const before = await cases().get('archive2', keyOfCase(kept));
    const dying = casesInTable(new DyingAccess(engine.client, engine.recordsTable), toyTypes);
    await expect(dying.save(grown(kept, person, 1, '2026-06-03'), kept.record.version)).rejects.toThrow('died');
    expect(await cases().get('archive2', keyOfCase(kept))).toEqual(before);
    const other = grown(kept, person, 1, '2026-06-04');
    await cases().save(other, kept.record.version);
    expect(await archivedOf(kept)).toBeGreaterThan(before?.record.archived ?? 0);
    expect((await cases().get('archive2', keyOfCase(kept)))?.record.events).toEqual(other.record.events);
  });

  it('keeps what one of two writers at one moment recorded, and nothing of the other', async () => {
    const person = samplePerson('archive3');
    const kept = await heavyCase(person);
    const both = [grown(kept, person, 150, '2026-06-03'), grown(kept, person, 170, '2026-06-04')];
    const saved = await Promise.allSettled(both.map((next) => cases().save(next, kept.record.version)));
    expect(saved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = both[saved.findIndex(({ status }) => status === 'fulfilled')];
    expect((await cases().get('archive3', keyOfCase(kept)))?.record.events).toEqual(winner?.record.events);
  });

  it('is followed whole when a change of it was given up and is done again by its name', async () => {
    const person = samplePerson('archive5');
    const kept = await heavyCase(person);
    const name = { ...caseKey('archive5', keyOfCase(kept)), known: 3, alerts: [] };
    const found = await namedChanges(records, toyTypes, sha256).find(name, parseInstant('2026-11-01T12:00:00Z'));
    if (found?.change.of !== 'case') throw new Error('a case has changed');
    expect(found.change.after.record.events).toEqual(kept.record.events);
    expect(found.change.before?.record.events).toEqual(kept.record.events.slice(0, 3));
  });

  it('is not folded when an archived event is gone', async () => {
    const person = samplePerson('archive4');
    const kept = await heavyCase(person, 3);
    const lost = archivedEventKey('archive4', keyOfCase(kept), kept.record.events[7]?.id ?? '');
    await engine.client.send(new DeleteCommand({ TableName: engine.recordsTable, Key: lost }));
    const torn = await cases().get('archive4', keyOfCase(kept));
    expect(() => stateOfCase(toyType, torn?.record ?? { events: [] }, contextOn(today))).toThrow('missing');
  });
});
