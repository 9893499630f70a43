/** The questions about EHC assessments and advice in docs/access-patterns.md: how many requests each takes, and what it costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { CaseView } from '../../shared/application/case/case-view.ts';
import { openCaseOf } from '../../shared/application/case/open-case.ts';
import { recordCaseEvent } from '../../shared/application/case/record-case-event.ts';
import type { Deps } from '../../shared/application/deps.ts';
import { countEhc } from '../../shared/application/ehc/count-ehc.ts';
import { listChases } from '../../shared/application/ehc/list-chases.ts';
import { readAssessment } from '../../shared/application/ehc/read-assessment.ts';
import { settleAdvice } from '../../shared/application/ehc/settle-advice.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { assessmentFactsSchema } from '../../shared/domain/ehc/assessment-facts.ts';
import { type Engine, openEngine } from './engine.ts';
import { samplePerson } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the cookies of families',
};
const ASSESSMENTS = 30;
const services = ['salt', 'ot', 'camhs', 'community-paediatrics', 'social-care'];
const REQUESTED = localDate('2026-09-01');

let engine: Engine;
let deps: Deps;
const views: CaseView[] = [];
const actor = {
  id: 'm4Nb6Vc8Xz0Lk2Jh',
  place: 'liverpool',
  role: 'administrator',
  services: ['ehc-coordination'],
} as const;
const call = { actor, now: parseInstant('2026-11-01T09:00:00Z'), requestId: 'request' };
const asking = assessmentFactsSchema.parse({ kind: 'advice-asked', services });

/** An assessment requested for somebody new. */
async function requested(): Promise<CaseView> {
  const person = samplePerson('liverpool', { nhsNumber: null });
  await deps.people.create(person);
  const facts = assessmentFactsSchema.parse({ kind: 'request-received', requestedBy: 'parent' });
  return openCaseOf(deps, call, person.id, 'ehc-assessment', { facts, on: REQUESTED }, deps.ids.fresh());
}

const keyOf = ({ record: { personId, id } }: CaseView) => ({ personId, caseId: id });

/** The services are asked: their tasks are made with it. */
function asked(view: CaseView): Promise<CaseView> {
  const key = { ...keyOf(view), kind: 'ehc-assessment' } as const;
  return recordCaseEvent(deps, call, key, { facts: asking, on: REQUESTED }, 1, deps.ids.fresh());
}

beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  for (let at = 0; at < ASSESSMENTS; at += 1) views.push(await asked(await requested()));
});
afterAll(() => engine.close());

async function metered<T>(work: () => Promise<T>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  const result = await work();
  const { requests, itemsRead, tableWriteUnits, indexWriteUnits } = store.meter.read();
  return { result, requests, itemsRead, writeUnits: tableWriteUnits + indexWriteUnits };
}

describe('access patterns of EHC assessments', () => {
  it('46: an assessment with the advice of every service is one request, and those of the view', async () => {
    const [view] = views;
    if (view === undefined) throw new Error('there is one');
    // Whoever looks for the first time begins a chain of views.
    await readAssessment(deps, call, keyOf(view));
    const { result, requests, itemsRead } = await metered(() => readAssessment(deps, call, keyOf(view)));
    expect(result.advice.map(({ state }) => state.service)).toEqual(services.toSorted());
    // The collection, and what it takes to record the view.
    expect(requests).toBeLessThanOrEqual(1 + 4);
    // The person, the assessment, each service's advice; the head of the chain of views.
    expect(itemsRead).toBeLessThanOrEqual(2 + services.length + 2);
  });

  it('47: advice to be chased is the list of open advice, read once, and the view', async () => {
    const { result, requests } = await metered(() => listChases(deps, call));
    expect(result).toMatchObject({ complete: true });
    expect(result.chases).toHaveLength(ASSESSMENTS * services.length);
    expect(requests).toBeLessThanOrEqual(1 + 4);
  });

  it('48: the counts of a period read the two lists of both kinds, and no record', async () => {
    const period = { from: REQUESTED, to: localDate('2026-10-31') };
    const { result, requests } = await metered(() => countEhc(deps, call, period));
    expect(result.advice).toMatchObject({ all: { due: ASSESSMENTS * services.length } });
    expect(requests).toBeLessThanOrEqual(4 + 1);
  });

  it('49: advice that is asked for is a put a service; asked again, the collection tells that nothing is missing', async () => {
    const view = await requested();
    const first = await metered(() => asked(view));
    // The person and the assessment are read and the assessment put; then the collection, and a put a service.
    expect(first.requests).toBeLessThanOrEqual(services.length + 7);
    const again = await metered(() => settleAdvice(deps, view.record, call.now));
    expect([again.requests <= 2, again.writeUnits]).toEqual([true, 0]);
    const { result } = await metered(() => readAssessment(deps, call, keyOf(view)));
    expect(result.advice).toHaveLength(services.length);
  });
});
