/** Reviews of families' access as the days go by: on the list of their team, told once each time, over when one is recorded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleAccessReview } from '../../../shared/application/family-access/settle-access-review.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { WatchedService } from '../alerts/watched-service.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const TEAM = 'family-liaison';
let day = '2026-11-01';
let service: WatchedService;
let families: FamilyService;
let clinician: Asker;
let liaison: Asker;
beforeAll(async () => {
  service = await WatchedService.open({ clock: () => Date.parse(`${day}T12:00:00Z`) });
  families = FamilyService.over(service.api);
  clinician = await service.api.staff('clinician');
  liaison = await service.api.staff('administrator', { services: [TEAM] });
});
afterAll(() => service?.close());

/** A day comes, and the watch with it. */
async function on(next: string): Promise<void> {
  day = next;
  await service.watch(next);
}

/** A child whose mother was let see the record. */
async function seenByMother(birthDate: string): Promise<string> {
  const { personId } = await referred(service.api, clinician, { who: { birthDate } });
  await families.letIn(clinician, personId, `mother-of-${personId}`, {}, day);
  await service.settled();
  return personId;
}

async function told(personId: string, list: 'open' | 'resolved' = 'open'): Promise<string[]> {
  const own = (await service.alerts(TEAM, list)).filter((row) => row.personId === personId);
  return own.map(({ kind, threshold }) => `${kind} ${threshold}`).sort();
}

async function listed(query: Readonly<Record<string, string>>): Promise<string[]> {
  const { status, text, body } = await service.api.ask(liaison, 'GET', '/v1/cases/access-review', {
    query,
    today: day,
  });
  expect(status, text).toBe(200);
  return body.cases.map((row: { personId: string }) => row.personId);
}

async function recorded(personId: string, facts: unknown): Promise<void> {
  const { status, text } = await families.record(liaison, personId, facts, day);
  expect(status, text).toBe(201);
  await service.settled();
}

describe('the review at 11', () => {
  it('is told of three times, each once, stands on the list as late, and is over when the child was assessed', async () => {
    day = '2026-11-01';
    const personId = await seenByMother('2015-08-10');
    await on('2026-11-01');
    expect(await told(personId)).toEqual(['access-review-at-11 amber']);
    await on('2026-11-03');
    await on('2026-11-10');
    expect(await told(personId)).toEqual(['access-review-at-11 approaching']);
    expect(await listed({ due: 'overdue' })).not.toContain(personId);
    await on('2026-11-11');
    await on('2026-11-11');
    expect(await told(personId)).toEqual(['access-review-at-11 breach']);
    expect(await listed({ due: 'overdue' })).toEqual([personId]);
    expect(await listed({ status: 'to-do' })).toEqual([personId]);

    await recorded(personId, { kind: 'competence-assessed', competent: false, consentsTo: [] });
    expect(await told(personId)).toEqual([]);
    expect(await told(personId, 'resolved')).toHaveLength(3);
    expect(await listed({ due: 'overdue' })).toEqual([]);
    await on('2027-11-12');
    expect(await told(personId)).toEqual(['access-assess-again breach']);
  });

  it('that was never done ends as the young person turns 16, when it has become another', async () => {
    day = '2026-11-01';
    const personId = await seenByMother('2010-11-20');
    await on('2026-11-02');
    expect(await told(personId)).toEqual(['access-invite approaching', 'access-review-at-11 breach']);
    await on('2026-11-21');
    expect(await told(personId)).toEqual(['access-invite breach']);
  });

  it('is in the file of the list, and is nobody’s whose team it is not', async () => {
    day = '2026-11-11';
    const personId = await seenByMother('2015-08-11');
    const file = await service.api.ask(liaison, 'GET', '/v1/cases/access-review/rows.csv', { today: day });
    expect(file.text).toContain('access-review-at-11');
    expect(file.text).toContain('2026-11-11');
    const others = await service.api.ask(clinician, 'GET', '/v1/cases/access-review', { today: day });
    expect(others.status).toBe(403);
    const { body } = await service.api.get(clinician, `/v1/people/${personId}/cases`);
    expect(body.cases).toEqual([]);
  });

  it('follows from the access, and is recorded nowhere else', async () => {
    day = '2026-11-11';
    const personId = await seenByMother('2015-08-12');
    const record = await service.api.deps.people.record('liverpool', personId);
    const kept = record?.cases.find((one) => one.record.kind === 'access-review');
    expect(kept?.record).toMatchObject({
      version: 1,
      events: [{ by: { actor: 'service' }, facts: { kind: 'stood' } }],
    });
    for (const at of ['2026-11-11T13:00:00Z', '2026-11-09T13:00:00Z', '2026-11-13T13:00:00Z'])
      await settleAccessReview(service.api.deps, { place: 'liverpool', personId }, parseInstant(at));
    expect(await service.api.deps.people.record('liverpool', personId)).toEqual(record);
  });
});
