/** The life of a case, whatever its duty: opened, late, told of, done, and its alert gone; over the real engine and its stream. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/application/call.ts';
import { exportCases, listCases } from '../../../shared/application/case/list-cases.ts';
import { openCaseOf, openingSchemaOf } from '../../../shared/application/case/open-case.ts';
import { readCase } from '../../../shared/application/case/read-case.ts';
import { newCaseEventSchemaOf, recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { readPerson } from '../../../shared/application/person/read-person.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseType } from '../../../shared/domain/case/case-type.ts';
import { caseChainHolds } from '../../../shared/domain/case/record-case.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { Role } from '../../../shared/domain/staff/staff.ts';
import { toyType } from '../../unit/case/toy-type.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import { person as someone } from '../invented.ts';

const KIND = 'care-assessment';
const TEAM = 'children-in-care-health';
/** The toy, with one visit a person, and days of a policy of the place's own. */
const oneEach: CaseType = { ...toyType, identity: () => [] };

const types = new Map([[KIND, oneEach] as const]);

let service: WatchedService;
let count = 0;
beforeAll(async () => {
  service = await WatchedService.open({ types });
});
afterAll(() => service.close());

const deps = () => service.api.deps;
function callOn(
  day: string,
  role: Role = 'clinician',
  services: readonly string[] = [TEAM],
  place = 'liverpool',
): Call {
  count += 1;
  const actor = { id: service.api.deps.ids.derived(role, ...services), place, role, services };
  return { actor, now: parseInstant(`${day}T09:00:00Z`), requestId: `request-${count}` };
}

const asked = (on: string) => ({ facts: { kind: 'asked', practice: 'N82054' }, on: localDate(on) });
const visited = (on: string) => ({ facts: { kind: 'visited' }, on: localDate(on) });
const key = () => service.api.key();

async function newPerson(): Promise<string> {
  const manager = await service.api.staff('data-manager');
  return (await service.api.post(manager, '/v1/people', person())).body.id;
}
const person = () => someone({ nhsNumber: null, noNhsNumberReason: 'not-known', localId: `L${key().slice(4)}` });

describe('a case', () => {
  let personId: string;
  let caseKey: { personId: string; kind: typeof KIND; caseId: string };
  beforeEach(async () => {
    personId = await newPerson();
    const view = await openCaseOf(deps(), callOn('2026-06-01'), personId, KIND, asked('2026-06-01'), key());
    caseKey = { personId, kind: KIND, caseId: view.record.id };
    await service.settled();
  });

  it('that is late is told of once, to its team, and the alert ends when the duty is done', async () => {
    const due = (await readCase(deps(), callOn('2026-06-01'), caseKey)).row.due?.on;
    expect(due).toBe('2026-06-29');
    for (const day of ['2026-06-15', '2026-06-22', '2026-06-30', '2026-06-30', '2026-07-01']) await service.watch(day);
    const own = async (list: 'open' | 'resolved' = 'open') =>
      (await service.alerts(TEAM, list)).filter(({ subject }) => subject.id === caseKey.caseId);
    expect((await own()).map(({ threshold, subject }) => [threshold, subject])).toEqual([
      ['breach', { of: 'case', id: caseKey.caseId, kind: KIND, service: TEAM }],
    ]);
    expect((await own('resolved')).map(({ threshold }) => threshold).sort()).toEqual(['amber', 'approaching']);
    await recordCaseEvent(deps(), callOn('2026-07-02'), caseKey, visited('2026-07-02'), 1, key());
    await service.settled();
    expect(await own()).toEqual([]);
    const read = await readCase(deps(), callOn('2026-07-02'), caseKey);
    const done = read.record.events.at(-1)?.id ?? '';
    const mistake = { kind: 'recorded-in-error', eventId: done, reason: 'Another child' };
    await recordCaseEvent(
      deps(),
      callOn('2026-07-03'),
      caseKey,
      { facts: mistake, on: localDate('2026-07-03') },
      2,
      key(),
    );
    await service.settled();
    expect((await own()).map(({ threshold }) => threshold)).toEqual(['breach']);
    const published = service.api.published.filter(({ subject }) => subject === caseKey.caseId).map(({ type }) => type);
    expect(published).toEqual([
      `case.${KIND}.asked.v1`,
      `case.${KIND}.visited.v1`,
      `case.${KIND}.recorded-in-error.v1`,
    ]);
    const told = service.api.published.find(
      ({ type, data }) => type === 'alert.raised.v1' && 'caseId' in data && data.caseId === caseKey.caseId,
    );
    expect(told?.data).toMatchObject({ case: KIND, service: TEAM, deadline: KIND });
    const copies: string[] = [];
    for await (const { kind, aggregateId } of deps().audit.writtenAbout('liverpool', personId))
      if (aggregateId === caseKey.caseId) copies.push(kind);
    expect(copies).toEqual([`${KIND}-asked`, `${KIND}-visited`, `${KIND}-recorded-in-error`]);
  });

  it('is one of its person: asked for again it is refused with its id, sent again it is the same', async () => {
    const sent = key();
    const call = callOn('2026-06-01');
    const another = await newPerson();
    const first = await openCaseOf(deps(), call, another, KIND, asked('2026-06-01'), sent);
    expect(await openCaseOf(deps(), call, another, KIND, asked('2026-06-01'), sent)).toEqual(first);
    await expect(openCaseOf(deps(), call, another, KIND, asked('2026-06-01'), key())).rejects.toMatchObject({
      code: 'case-exists',
      facts: { caseId: first.record.id },
    });
  });

  it('is written once by two at one moment, and one command sent twice is one event', async () => {
    const call = callOn('2026-06-05');
    const sent = key();
    const twice = await Promise.all(
      [1, 2].map(() => recordCaseEvent(deps(), call, caseKey, visited('2026-06-04'), 1, sent)),
    );
    expect(twice[0]?.record).toEqual(twice[1]?.record);
    await expect(recordCaseEvent(deps(), call, caseKey, visited('2026-06-04'), 1, key())).rejects.toMatchObject({
      code: 'changed-since',
      facts: { currentVersion: 2, changes: [{ kind: 'visited' }] },
    });
  });

  it('is kept from whoever does not work with it, and from other places', async () => {
    for (const other of [
      callOn('2026-06-05', 'clinician', ['salt']),
      callOn('2026-06-05', 'data-manager', [], 'cheshire-east'),
    ]) {
      await expect(readCase(deps(), other, caseKey)).rejects.toMatchObject({ code: 'case-not-found' });
      await expect(recordCaseEvent(deps(), other, caseKey, visited('2026-06-04'), 1, key())).rejects.toMatchObject({
        kind: 'not-found',
      });
    }
    await expect(readCase(deps(), callOn('2026-06-05', 'commissioner'), caseKey)).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(
      openCaseOf(deps(), callOn('2026-06-05', 'clinician', ['salt']), personId, KIND, asked('2026-06-01'), key()),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await readPerson(deps(), callOn('2026-06-05', 'clinician', ['salt']), personId)).cases).toEqual([]);
    expect((await readPerson(deps(), callOn('2026-06-05'), personId)).cases).toMatchObject([
      { row: { status: 'asked' } },
    ]);
    // Whoever oversees the kind sees it; so does a data manager of the place.
    expect(await readCase(deps(), callOn('2026-06-05', 'clinician', ['community-paediatrics']), caseKey)).toBeDefined();
    expect(await readCase(deps(), callOn('2026-06-05', 'data-manager', []), caseKey)).toBeDefined();
  });

  it('follows its person: the row is made anew when a name changes', async () => {
    const manager = await service.api.staff('data-manager');
    const headers = { 'if-match': '"1"' };
    await service.api.ask(manager, 'PATCH', `/v1/people/${personId}`, { body: { familyName: 'Ångström' }, headers });
    await service.settled();
    const kept = await deps().cases.get('liverpool', caseKey);
    expect([kept?.entry.row.familyName, kept?.entry.personVersion, kept?.record.version]).toEqual(['Ångström', 2, 1]);
  });
});

describe('what may be sent', () => {
  it('is what the type says, its corrections besides, and nothing that the service records by itself', () => {
    const on = '2026-06-01';
    const opening = openingSchemaOf(oneEach);
    expect(opening.safeParse({ facts: { kind: 'asked' }, on }).success).toBe(true);
    expect(opening.safeParse({ facts: { kind: 'asked', surprise: 1 }, on }).success).toBe(false);
    const happened = newCaseEventSchemaOf(oneEach);
    const mistake = { kind: 'recorded-in-error', eventId: 'A1b2C3d4E5f6G7h8', reason: 'A slip' };
    expect(happened.safeParse({ facts: mistake, on }).success).toBe(true);
    expect(happened.safeParse({ facts: { ...mistake, reason: '' }, on }).error?.issues[0]?.path).toEqual([
      'facts',
      'reason',
    ]);
    const moved = { kind: 'due-moved', deadline: KIND, start: on, from: on, to: on, why: ['policy'] };
    expect(happened.safeParse({ facts: moved, on }).success).toBe(false);
  });
});

describe('the list of a kind', () => {
  it('is by due date, shows each row once over its pages, and counts exactly', async () => {
    const days = ['2026-03-02', '2026-02-02', '2026-01-05', '2026-03-02', '2026-04-06'];
    for (const day of days) await openCaseOf(deps(), callOn(day), await newPerson(), KIND, asked(day), key());
    const call = callOn('2026-06-01');
    const seen: string[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await listCases(deps(), call, { kind: KIND, filter: { due: 'overdue' }, limit: 2, cursor });
      seen.push(...page.rows.map(({ caseId }) => caseId));
      expect(page.rows.every(({ due }) => due !== null && due.on < '2026-06-01')).toBe(true);
      expect(page.before).toBe(seen.length - page.rows.length);
      ({ next: cursor, total } = page);
    } while (cursor !== undefined);
    expect([new Set(seen).size, seen.length]).toEqual([total, total]);
    expect(total).toBe(days.length);
    const byName = await listCases(deps(), call, { kind: KIND, sort: { column: 'name', direction: 'descending' } });
    expect(byName.groups).toEqual(['N82054']);
    const file = await exportCases(deps(), call, { kind: KIND, filter: { due: 'overdue' } });
    expect([file.rows.map(({ caseId }) => caseId), file.complete]).toEqual([seen, true]);
    const others = listCases(deps(), callOn('2026-06-01', 'clinician', ['salt']), { kind: KIND });
    await expect(others).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('a due date that the rules move', () => {
  it('is told in the history with the old date and the reason, by the watch or by whoever records next', async () => {
    const policy = (version: number) => ({ ...liverpool, version, triageWorkingDays: 5 + version });
    const first = await newPerson();
    const second = await newPerson();
    const opened = [];
    for (const personId of [first, second])
      opened.push(await openCaseOf(deps(), callOn('2026-09-01'), personId, KIND, asked('2026-09-01'), key()));
    await service.watch('2026-09-02');
    const [one, two] = opened.map(({ record: { personId, id } }) => ({ personId, kind: KIND, caseId: id }) as const);
    if (one === undefined || two === undefined) throw new Error('two were opened');
    const longer: CaseType = {
      ...oneEach,
      deadlines: (state, context) =>
        oneEach.deadlines(state, context).map((deadline) => ({ ...deadline, due: addDays(deadline.due, 7) })),
    };
    types.set(KIND, longer);
    await deps().policies.save(policy(2));
    // Whoever records before the watch has planned anew finds it moved.
    const booked = { facts: { kind: 'booked', visitOn: '2026-09-10' } as never, on: localDate('2026-09-02') };
    const sent = key();
    const record = () => recordCaseEvent(deps(), callOn('2026-09-02'), two, booked, 1, sent);
    const recorded = await record();
    // The move is an event and so a version: sent again, the answer is the same.
    expect(recorded.record).toMatchObject({ version: 3 });
    expect(await record()).toEqual(recorded);
    expect(recorded.record.events.map(({ facts }) => facts)).toMatchObject([
      { kind: 'asked' },
      { kind: 'due-moved', deadline: KIND, start: '2026-09-01', from: '2026-09-29', to: '2026-10-06', why: ['policy'] },
      { kind: 'booked' },
    ]);
    await service.watch('2026-09-03');
    const planned = await deps().cases.get('liverpool', one);
    expect(planned?.record.events.map(({ facts, by }) => [facts.kind, by.role])).toEqual([
      ['asked', 'clinician'],
      ['due-moved', 'service'],
    ]);
    expect(planned?.entry.planned).toMatchObject({ policy: 2, dues: [{ due: '2026-10-06' }] });
    expect(caseChainHolds(planned?.record ?? { events: [] }, deps().hash)).toBe(true);
    await service.watch('2026-09-04');
    expect((await deps().cases.get('liverpool', one))?.record.version).toBe(2);
  });
});
