/** One request fans out into a task for each service, whatever dies on the way; over the real engine and its stream. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCases } from '../../../shared/application/case/list-cases.ts';
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { readCase } from '../../../shared/application/case/read-case.ts';
import { recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { adviceFactsSchema } from '../../../shared/domain/ehc/advice-facts.ts';
import { stale } from '../../../shared/domain/error.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import { ApiService } from '../api-service.ts';
import { COORDINATION, EhcService } from './ehc-service.ts';

const services = ['camhs', 'ot', 'salt'];
const asking = { kind: 'advice-asked', services };
const mistaken = (eventId: string) => ({ kind: 'recorded-in-error', eventId, reason: 'The date was wrong' });

let watched: WatchedService;
let ehc: EhcService;
beforeAll(async () => {
  watched = await WatchedService.open();
  ehc = new EhcService(watched.api);
});
afterAll(() => watched.close());

/** The same store, some of whose writes go otherwise. */
function withCases(deps: Deps, otherwise: Partial<Pick<Deps['cases'], 'create' | 'save'>>): Deps {
  const { cases } = deps;
  const own = {
    get: cases.get,
    many: cases.many,
    whole: cases.whole,
    archived: cases.archived,
    create: cases.create,
    save: cases.save,
    list: cases.list,
    each: cases.each,
    due: cases.due,
  };
  const bound = Object.fromEntries(Object.entries(own).map(([name, method]) => [name, method.bind(cases)]));
  return { ...deps, cases: { ...(bound as typeof own), ...otherwise } };
}

/** A store that dies when a new case is to be kept for the so-many-eth time. */
function dyingAfter(deps: Deps, creations: number): Deps {
  let made = 0;
  return withCases(deps, {
    create(kept) {
      made += 1;
      return made > creations ? Promise.reject(new Error('the process died')) : deps.cases.create(kept);
    },
  });
}

/** A store that keeps a case, whose answer is lost: asked once more, it says that somebody was first. */
function unheard(deps: Deps): Deps {
  return withCases(deps, {
    async save(kept, version) {
      await deps.cases.save(kept, version);
      throw stale('changed-since', 'Somebody was first');
    },
  });
}

describe('A request for advice', () => {
  it('is one task a service, due six weeks after its body received it, each in its own service’s list', async () => {
    const view = await ehc.request(await ehc.person(), '2026-03-02');
    await ehc.record(view, '2026-03-09', asking);
    const tasks = await ehc.advice(view, '2026-03-09');
    expect(tasks.map(({ row }) => [row.service, row.status, row.due?.on, row.group])).toEqual(
      services.map((service) => [service, 'awaited', '2026-04-20', view.record.id]),
    );
    const seenBy = async (own: string) => {
      const { rows } = await listCases(ehc.deps, ehc.callOn('2026-03-10', [own], 'clinician'), {
        kind: 'ehc-advice',
        limit: 200,
      });
      return new Set(rows.filter(({ group }) => group === view.record.id).map(({ service }) => service));
    };
    expect(await seenBy('salt')).toEqual(new Set(['salt']));
    expect(await seenBy(COORDINATION)).toEqual(new Set(services));
  });

  it.each([0, 1, 2])('that dies after %i tasks is completed by whoever follows the stream', async (creations) => {
    const view = await ehc.request(await ehc.person(), '2026-03-02');
    await watched.settled();
    await expect(ehc.record(view, '2026-03-09', asking, dyingAfter(ehc.deps, creations))).rejects.toThrow('died');
    await watched.settled();
    const tasks = await ehc.advice(view, '2026-03-09');
    expect(tasks.map(({ row }) => row.service)).toEqual(services);
    expect(tasks.every(({ row }) => row.lastEventOn === '2026-03-09' && row.open)).toBe(true);
  });

  it('is followed by alerts to each service, apart from the chases', async () => {
    const view = await ehc.request(await ehc.person(), '2026-05-04');
    await ehc.record(view, '2026-05-04', asking);
    await watched.settled();
    for (const day of ['2026-06-04', '2026-06-05', '2026-06-11', '2026-06-16', '2026-06-17']) await watched.watch(day);
    const [, , salt] = await ehc.advice(view, '2026-06-17');
    const told = async (list: 'open' | 'resolved') =>
      (await watched.alerts('salt', list))
        .filter(({ subject }) => subject.id === salt?.row.caseId)
        .map(({ threshold, on }) => [threshold, on]);
    expect(await told('open')).toEqual([['breach', '2026-06-16']]);
    expect((await told('resolved')).sort()).toEqual([
      ['amber', '2026-06-05'],
      ['approaching', '2026-06-11'],
    ]);
    if (salt === undefined) throw new Error('SALT is asked');
    await ehc.answer(salt, '2026-06-18', { kind: 'returned' });
    await watched.settled();
    expect(await told('open')).toEqual([]);
  });

  it('that is corrected corrects the tasks, and is refused where a service’s answer would contradict it', async () => {
    const view = await ehc.request(await ehc.person(), '2026-03-02');
    const wrong = await ehc.record(view, '2026-03-16', asking);
    const eventId = wrong.record.events.at(-1)?.id ?? '';
    await ehc.record(wrong, '2026-03-16', mistaken(eventId));
    expect(await ehc.advice(view, '2026-03-16')).toEqual([]);
    await ehc.record(wrong, '2026-03-09', asking);
    const tasks = await ehc.advice(view, '2026-03-16');
    expect(tasks.map(({ state }) => [state.service, state.receivedOn])).toEqual(
      services.map((service) => [service, '2026-03-09']),
    );
    const [camhs] = tasks;
    if (camhs === undefined) throw new Error('CAMHS is asked');
    await ehc.answer(camhs, '2026-03-20', { kind: 'not-known' });
    const again = await readCase(ehc.deps, ehc.callOn('2026-03-21'), {
      personId: view.record.personId,
      kind: 'ehc-assessment',
      caseId: view.record.id,
    });
    const right = again.record.events.at(-1)?.id ?? '';
    await expect(ehc.record({ ...again }, '2026-03-21', mistaken(right))).resolves.toBeDefined();
    expect(await ehc.advice(view, '2026-03-21')).toEqual([]);
    await expect(ehc.record(again, '2026-03-25', asking)).rejects.toMatchObject({ code: 'contradicts-advice' });
    await ehc.record(again, '2026-03-12', asking);
    expect((await ehc.advice(view, '2026-03-25')).map(({ row }) => row.status)).toEqual([
      'on-time',
      'awaited',
      'awaited',
    ]);
  });

  it('ends with its assessment, but for what has come, and is owed again when that was a mistake', async () => {
    const view = await ehc.request(await ehc.person(), '2026-03-02');
    await ehc.record(view, '2026-03-09', asking);
    const [camhs] = await ehc.advice(view, '2026-03-09');
    if (camhs === undefined) throw new Error('CAMHS is asked');
    await ehc.answer(camhs, '2026-03-20', { kind: 'returned' });
    const closed = await ehc.record(view, '2026-03-23', { kind: 'closed', reason: 'moved-away' });
    const statuses = async () => (await ehc.advice(view, '2026-03-24')).map(({ row }) => row.status);
    expect(await statuses()).toEqual(['on-time', 'withdrawn', 'withdrawn']);
    await ehc.record(closed, '2026-03-24', mistaken(closed.record.events.at(-1)?.id ?? ''));
    expect(await statuses()).toEqual(['on-time', 'awaited', 'awaited']);
  });

  it('is nothing that anybody makes or ends by hand, and one person has one assessment', async () => {
    const personId = await ehc.person();
    const view = await ehc.request(personId, '2026-03-02');
    await ehc.record(view, '2026-03-09', asking);
    const [task] = await ehc.advice(view, '2026-03-09');
    if (task === undefined) throw new Error('CAMHS is asked');
    const facts = adviceFactsSchema.parse({
      kind: 'asked',
      assessmentId: view.record.id,
      requestEventId: view.record.id,
      service: 'salt',
      round: 1,
      familyAsked: false,
    });
    const opening = { facts, on: localDate('2026-03-09') };
    await expect(
      openCaseOf(ehc.deps, ehc.callOn('2026-03-10'), personId, 'ehc-advice', opening, ehc.api.key()),
    ).rejects.toMatchObject({ code: 'follows-from-another' });
    await expect(
      ehc.answer(task, '2026-03-10', { kind: 'withdrawn', reason: 'assessment-ended' }),
    ).rejects.toMatchObject({ code: 'follows-from-another' });
    const opened = { personId, kind: 'ehc-advice', caseId: task.row.caseId } as const;
    const error = {
      facts: mistaken((await readCase(ehc.deps, ehc.callOn('2026-03-10'), opened)).record.events[0]?.id ?? ''),
      on: localDate('2026-03-10'),
    };
    await expect(
      recordCaseEvent(ehc.deps, ehc.callOn('2026-03-10'), opened, error, 1, ehc.api.key()),
    ).rejects.toMatchObject({ code: 'follows-from-another' });
    await expect(ehc.request(personId, '2026-03-16')).rejects.toMatchObject({
      code: 'assessment-open',
      facts: { caseId: view.record.id },
    });
    await expect(ehc.request(personId, '2026-03-02')).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('A request for advice, with nobody to follow the stream', () => {
  let api: ApiService;
  beforeAll(async () => {
    api = await ApiService.open();
  });
  afterAll(() => api.close());

  it.each([0, 1, 2])('that dies after %i tasks is completed when it is sent again', async (creations) => {
    const alone = new EhcService(api);
    const view = await alone.request(await alone.person(), '2026-03-02');
    const key = api.key();
    await expect(alone.record(view, '2026-03-09', asking, dyingAfter(alone.deps, creations), key)).rejects.toThrow(
      'died',
    );
    expect(await alone.advice(view, '2026-03-09')).toHaveLength(creations);
    const again = await alone.record(view, '2026-03-09', asking, alone.deps, key);
    expect((await alone.advice(view, '2026-03-09')).map(({ row }) => row.service)).toEqual(services);
    expect(again.record.version).toBe(2);
  });

  it('is whole when it is answered, though the answer of its own write was lost on the way', async () => {
    const alone = new EhcService(api);
    const view = await alone.request(await alone.person(), '2026-03-02');
    await alone.record(view, '2026-03-09', asking, unheard(alone.deps));
    expect((await alone.advice(view, '2026-03-09')).map(({ row }) => row.service)).toEqual(services);
  });
});
