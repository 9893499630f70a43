/** The rows of docs/access-patterns.md that an audit officer's questions come to, by number: how many requests each takes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import { spanOfDays } from '../../shared/domain/audit/days.ts';
import type { View } from '../../shared/domain/audit/view.ts';
import { instantOf } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { type Engine, openEngine } from './engine.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};
const TODAY = localDate('2026-11-02');
const DAYS = spanOfDays(TODAY, TODAY);
const MINUTE = 60_000;

let engine: Engine;
let deps: Deps;
let actor: string;
let person: string;

beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  [actor, person] = [deps.ids.fresh(), deps.ids.fresh()];
  const staff = { id: actor, version: 1, name: 'Sam', active: true, memberships: [] };
  await deps.staff.save({ issuer: 'https://a.example', subject: 's' }, staff);
  for (let minute = 0; minute < 60; minute += 1) await deps.audit.viewed(viewAt(minute));
  // The day before: not asked for.
  await deps.audit.viewed(viewAt(-24 * 60));
});
afterAll(() => engine.close());

function viewAt(minute: number): View {
  const at = instantOf(Date.parse(`${TODAY}T09:00:00Z`) + minute * MINUTE);
  const isList = minute % 2 === 1;
  return {
    place: 'liverpool',
    actor,
    role: 'clinician',
    action: isList ? 'queue.read' : 'person.read',
    at,
    subjects: [person],
    queue: isList ? 'SALT' : null,
    requestId: deps.ids.fresh(),
  };
}

async function metered<T>(entries: AsyncIterable<T> | Promise<unknown>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  let count = 0;
  if (entries instanceof Promise) await entries;
  else for await (const _ of entries) count += 1;
  return { count, requests: store.meter.read().requests };
}

describe('access patterns of the audit', () => {
  it('20: who saw a person is two requests, and two for each queue', async () => {
    const found = await metered(deps.auditSearch.viewsOfIn('liverpool', person, ['SALT', 'OT'], DAYS));
    // Nothing was shown of the second queue: its list of views is asked for, and no entry read.
    expect(found).toEqual({ count: 60, requests: 5 });
  });

  it('21: what somebody looked at is one request a megabyte', async () => {
    expect(await metered(deps.auditSearch.viewsByIn('liverpool', actor, DAYS))).toEqual({ count: 60, requests: 1 });
  });

  it('22: whether somebody has emergency access is one request', async () => {
    expect((await metered(deps.breakGlasses.askedBy('liverpool', actor))).requests).toBe(1);
  });

  it('23: who somebody is by id is one request', async () => {
    expect((await metered(deps.staff.named(actor))).requests).toBe(1);
  });
});
