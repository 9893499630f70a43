/** Alerts, what the watch reads, and the runs of schedules, as the real engine keeps them; the numbers are those of docs/access-patterns.md. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertItem, alertOf } from '../../shared/adapters/dynamodb/stored-alert.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { plannedRulesInTable, watchListInTable } from '../../shared/adapters/dynamodb/watch-list.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { PlannedRules, WatchedKey, WatchList } from '../../shared/application/ports/watch-list.ts';
import { type Alert, alertWatchDate } from '../../shared/domain/alert/alert.ts';
import { recommendedAlertPolicy } from '../../shared/domain/alert/alert-policy.ts';
import {
  acknowledgedAlert,
  raisedAlert,
  resolvedAlert,
  serviceItself,
  watchedAlert,
} from '../../shared/domain/alert/record-alert.ts';
import type { AlertSeverity } from '../../shared/domain/alert/severity.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { type Engine, openEngine } from './engine.ts';
import { ids, samplePerson, sampleReferral } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

let engine: Engine;
let deps: Deps;
let watchList: WatchList;
let plannedRules: PlannedRules;
let records: TableAccess;
beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  records = new TableAccess(client, recordsTable);
  watchList = watchListInTable(records);
  plannedRules = plannedRulesInTable(records);
});
afterAll(() => engine.close());

/** How many parts a row had while every alert was about a referral. */
const ROW_BEFORE_CASES = 14;

const recorder = (at = '2026-10-05T06:00:00Z') => ({ recordedAt: parseInstant(at), by: serviceItself, hash: sha256 });

function anAlert(severity: AlertSeverity, on: string, more: Partial<Alert> = {}): Alert {
  const days = { start: localDate('2026-06-01'), due: localDate('2026-10-05'), on: localDate(on) };
  const subject = { of: 'referral', id: ids.fresh(), queue: 'SALT' } as const;
  const of = { place: 'liverpool', personId: ids.fresh(), subject, team: 'salt' };
  const what = { kind: 'waiting-standard', threshold: severity, severity } as const;
  return raisedAlert({ ...of, ...days, ...what, ...more }, recorder());
}

const kept = (alert: Alert) => ({ alert, watchOn: alertWatchDate(alert, recommendedAlertPolicy) });
const commandOf = () => ({ ...recorder(), eventId: ids.fresh(), requestHash: 'asked' });

const subjectId = (key: WatchedKey) => (key.of === 'referral' ? key.referralId : key.caseId);

async function gathered<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

async function metered<T>(work: () => Promise<T>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  const result = await work();
  const { requests, itemsRead, tableWriteUnits, indexWriteUnits } = store.meter.read();
  return { result, requests, itemsRead, writeUnits: tableWriteUnits + indexWriteUnits };
}

describe('alerts', () => {
  it('are raised once under their id, read as they were kept, and changed from the version that was decided on', async () => {
    const alert = anAlert('breach', '2026-10-05');
    expect(await deps.alerts.raise(kept(alert))).toBe(true);
    expect(await deps.alerts.raise(kept({ ...alert, team: 'other' }))).toBe(false);
    expect(await deps.alerts.get('liverpool', alert.id)).toEqual(alert);
    expect(await deps.alerts.get('cheshire-east', alert.id)).toBeUndefined();
    const taken = acknowledgedAlert(alert, 'Ünïcode: 👋', commandOf());
    await deps.alerts.save(kept(taken), 1);
    await expect(deps.alerts.save(kept(taken), 1)).rejects.toMatchObject({ kind: 'stale', code: 'changed-since' });
    expect(await deps.alerts.many('liverpool', [alert.id, ids.fresh(), alert.id])).toEqual([taken]);
  });

  it('15: a team’s are one query, what nobody took up first, the most serious of each first, then the first due', async () => {
    const team = { team: 'order' };
    const amber = anAlert('amber', '2026-09-01', team);
    const old = anAlert('breach', '2026-10-01', { ...team, due: localDate('2026-08-31') });
    const fresh = anAlert('breach', '2026-09-01', team);
    const long = anAlert('long-wait', '2026-10-05', team);
    const passedOn = watchedAlert(anAlert('approaching', '2026-10-05', team), recommendedAlertPolicy, recorder());
    const taken = acknowledgedAlert(anAlert('long-wait', '2026-01-01', team), undefined, commandOf());
    const ended = resolvedAlert(anAlert('breach', '2026-10-02', team), 'cause-ended', recorder('2026-10-06T10:00:00Z'));
    const endedLater = resolvedAlert(
      anAlert('amber', '2026-10-02', team),
      'superseded',
      recorder('2026-10-07T10:00:00Z'),
    );
    for (const alert of [amber, old, fresh, long, passedOn, taken, ended, endedLater])
      await deps.alerts.raise(kept(alert));
    const { result, requests } = await metered(() => deps.alerts.list('liverpool', 'order', 'open', 100));
    expect(requests).toBe(1);
    expect(result.rows.map(({ id }) => id)).toEqual([passedOn, long, old, fresh, amber, taken].map(({ id }) => id));
    expect(result.rows[0]).toMatchObject({
      state: 'escalated',
      escalatedTo: 'waiting-list-managers',
      version: 2,
      team: 'order',
    });
    const escalated = await deps.alerts.list('liverpool', 'order', 'escalated', 100);
    expect(escalated.rows.map(({ id }) => id)).toEqual([passedOn.id]);
    const past = await deps.alerts.list('liverpool', 'order', 'resolved', 100);
    expect(past.rows.map(({ id }) => id)).toEqual([endedLater.id, ended.id]);
    expect(await deps.alerts.list('liverpool', 'order', 'open', 2)).toMatchObject({ complete: false });
    expect((await deps.alerts.list('cheshire-east', 'order', 'open', 100)).rows).toEqual([]);
  });

  it('hold nothing of a person but opaque ids', () => {
    const text = JSON.stringify(alertItem(kept(anAlert('breach', '2026-10-05'))));
    expect(text).not.toMatch(/Name|birth|nhs/i);
  });

  it('stored before there were cases read as about a referral, alone and in a list, and are kept anew by the next write', async () => {
    const alert = anAlert('breach', '2026-10-05', { team: 'before-cases' });
    const item = alertItem(kept(alert));
    const row = item.row.slice(0, ROW_BEFORE_CASES);
    expect(item.row).toEqual([...row, null]);
    await records.put({ ...item, schema: 1, row }, 'absent');

    expect(await deps.alerts.get('liverpool', alert.id)).toEqual(alert);
    const inList = async () => (await deps.alerts.list('liverpool', 'before-cases', 'open', 100)).rows;
    expect(await inList()).toMatchObject([{ id: alert.id, subject: alert.subject, state: 'raised', version: 1 }]);
    await deps.alerts.save(kept(acknowledgedAlert(alert, undefined, commandOf())), 1);
    expect(await records.get({ pk: item.pk, sk: item.sk })).toMatchObject({ schema: 2, row: { length: 15, 14: null } });
    expect(await inList()).toMatchObject([{ id: alert.id, subject: alert.subject, state: 'acknowledged', version: 2 }]);
  });

  it('of a shape that never was are an error with the key', () => {
    const item = alertItem(kept(anAlert('breach', '2026-10-05')));
    for (const wrong of [
      { ...item, schema: 1 },
      { ...item, row: item.row.slice(0, ROW_BEFORE_CASES) },
      { ...item, schema: 1, row: 'before' },
    ])
      expect(() => alertOf(wrong)).toThrow(`${item.pk} ${item.sk}`);
  });
});

describe('what the watch reads', () => {
  it('13: is what is due up to a day, of one service, and nothing else', async () => {
    const person = samplePerson('liverpool');
    const all = ['2025-01-06', '2026-10-26', '2026-10-27'].map((on) => sampleReferral(person, on, { queue: 'OT' }));
    for (const { referral, entry } of all) await deps.referrals.create(referral, entry);
    const dates = all.map(({ entry }) => entry.watch?.on);
    const upTo = dates[1] ?? localDate('2026-11-03');
    const { result, itemsRead } = await metered(() => gathered(watchList.subjects('liverpool', 'ot', upTo)));
    const due = all.filter(({ entry }) => entry.watch !== null && entry.watch.on <= upTo);
    expect(due.length).toBeLessThan(all.length);
    expect(result.map(subjectId).sort()).toEqual(due.map(({ referral }) => referral.id).sort());
    expect(itemsRead).toBe(due.length);
    expect(await gathered(watchList.subjects('liverpool', 'asd', upTo))).toEqual([]);
    const [first] = all;
    if (first === undefined) throw new Error('there is a referral');
    await deps.referrals.save(first.referral, { ...first.entry, watch: null }, first.referral.version);
    const left = await gathered(watchList.subjects('liverpool', 'ot', upTo));
    expect(left.map(subjectId)).not.toContain(first.referral.id);
  });

  it('14: telling of a threshold and moving the referral on is two requests and at most six write units', async () => {
    const { referral, entry } = sampleReferral(samplePerson('liverpool'), '2026-06-01');
    await deps.referrals.create(referral, entry);
    const alerted = [{ kind: 'waiting-standard', start: localDate('2026-06-01'), threshold: 'breach' }] as const;
    const moved = { ...entry, alerted, watch: { service: 'salt', on: localDate('2027-06-01') } };
    const { requests, writeUnits } = await metered(async () => {
      await deps.alerts.raise(
        kept(anAlert('breach', '2026-10-06', { subject: { of: 'referral', id: referral.id, queue: 'SALT' } })),
      );
      await deps.referrals.save(referral, moved, referral.version);
    });
    expect(requests).toBe(2);
    expect(writeUnits).toBeLessThanOrEqual(6);
    const read = await deps.referrals.get('liverpool', { personId: referral.personId, referralId: referral.id });
    expect(read?.entry).toEqual(moved);
  });

  it('of alerts, is those to be passed on or to come back', async () => {
    const alert = anAlert('breach', '2026-10-05', { place: 'cheshire-east' });
    await deps.alerts.raise(kept(alert));
    await deps.alerts.raise(kept(anAlert('amber', '2026-10-05', { place: 'cheshire-east' })));
    expect(await gathered(watchList.alerts('cheshire-east', localDate('2026-10-07')))).toEqual([]);
    expect(await gathered(watchList.alerts('cheshire-east', localDate('2026-10-08')))).toEqual([alert.id]);
  });

  it('remembers what the place was planned by', async () => {
    expect(await plannedRules.get('liverpool')).toBeUndefined();
    await plannedRules.keep('liverpool', 'one');
    await plannedRules.keep('liverpool', 'two');
    expect(await plannedRules.get('liverpool')).toBe('two');
  });
});

describe('the runs of a schedule', () => {
  it('17: are kept, each try of one invocation by itself, the newest first', async () => {
    const run = (day: string, requestId: string) => ({
      ...{ schedule: 'watch-deadlines', day: localDate(day), time: parseInstant(`${day}T05:00:00Z`), requestId },
      ...{ complete: true, counts: { raised: 3 } },
    });
    const runs = [run('2026-10-05', 'a'), run('2026-10-05', 'a'), run('2026-10-06', 'b')];
    for (const one of runs) await deps.scheduleRuns.keep(one);
    expect(await deps.scheduleRuns.has('watch-deadlines', localDate('2026-10-06'))).toBe(true);
    expect(await deps.scheduleRuns.has('watch-deadlines', localDate('2026-10-07'))).toBe(false);
    const { result, requests } = await metered(() => deps.scheduleRuns.latest('watch-deadlines', 10));
    expect([requests, result]).toEqual([1, runs.toReversed()]);
  });
});
