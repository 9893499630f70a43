/** How it was: asked after the first contact, at the end and each year of a long wait, in the words of whoever is asked; answered once, and counted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCaseOf } from '../../../shared/application/case/open-case.ts';
import { dutySources } from '../../../shared/application/indicators/census/duty-sources.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

const TODAY = '2026-11-01';
const OWN = { holder: 'young-person', relationship: 'self', basis: 'own' } as const;
let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
});
afterAll(() => families?.close());

async function waitingSince(on: string, birthDate: string) {
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  return referred(families.api, staff, { who: { birthDate }, what: { queue: 'SALT', on, facts } });
}

async function happened(path: string, on: string, facts: unknown): Promise<void> {
  const { headers } = await families.api.ask(staff, 'GET', path);
  const answer = await families.api.post(staff, `${path}/events`, { on, facts }, { 'if-match': headers['etag'] ?? '' });
  if (answer.status !== 201) throw new Error(answer.text);
}

const asked = async (who: string, personId: string, today = TODAY) =>
  (await families.ask(who, 'GET', `/v1/family/children/${personId}`, { today })).body.asked;
const answer = (who: string, personId: string, referralId: string, occasion: string, comment: string | null = null) =>
  families.ask(who, 'POST', `/v1/family/children/${personId}/feedback`, {
    body: { referralId, occasion, answer: 'good', comment },
  });

/** What the census counts of a duty. */
async function counted(indicator: string) {
  const counting = dutySources(families.api.deps.cases).map((count) => count(liverpool, localDate(TODAY)));
  return (await Promise.all(counting)).flat().find((count) => count.indicator === indicator);
}

describe('a family is asked how it was', () => {
  it('each year of a long wait, the parent, the child and the young person each in their own words', async () => {
    const { personId, referralId } = await waitingSince('2025-10-01', '2012-06-01');
    const grantId = await families.letIn(staff, personId, 'parent-asked');
    await families.record(staff, personId, { kind: 'competence-assessed', competent: true, consentsTo: [grantId] });
    await families.letIn(staff, personId, 'child-asked', OWN);
    const yearly = { referralId, occasion: 'a-year-waited', year: 1 };
    expect(await asked('parent-asked', personId)).toEqual([{ ...yearly, version: 'parent' }]);
    expect(await asked('child-asked', personId)).toEqual([{ ...yearly, version: 'child' }]);
    const older = await waitingSince('2025-10-01', '2009-06-01');
    await families.letIn(staff, older.personId, 'young-person-asked', OWN);
    expect(await asked('young-person-asked', older.personId)).toMatchObject([{ version: 'young-person' }]);

    expect((await answer('parent-asked', personId, referralId, 'a-year-waited', 'Too long')).status).toBe(201);
    expect(await asked('parent-asked', personId)).toEqual([]);
    // The child's own question is still open, and another year asks anew.
    expect(await asked('child-asked', personId)).toHaveLength(1);
    expect(await asked('parent-asked', personId, '2027-10-05')).toEqual([{ ...yearly, year: 2, version: 'parent' }]);
    const record = await families.api.deps.people.record('liverpool', personId);
    const given = record?.cases.find((one) => one.record.kind === 'feedback')?.record.events[0]?.facts;
    expect(given).toMatchObject({ version: 'parent', comment: 'Too long', service: 'salt', year: 1 });
  });

  it('after the first contact and at the end, and what was said is counted', async () => {
    const { personId, referralId, path } = await waitingSince('2026-06-01', '2018-06-01');
    await families.letIn(staff, personId, 'seen-and-left');
    expect(await asked('seen-and-left', personId)).toEqual([]);
    await happened(path, '2026-08-03', { kind: 'contact', mechanism: 'face-to-face', parentOnly: false });
    const occasions = async () =>
      (await asked('seen-and-left', personId)).map(({ occasion }: { occasion: string }) => occasion);
    expect(await occasions()).toEqual(['first-contact']);
    await happened(path, '2026-10-05', { kind: 'discharged', reason: 'completed', clinician: 'Dr Shah' });
    expect(await occasions()).toEqual(['first-contact', 'discharge']);
    expect((await answer('seen-and-left', personId, referralId, 'discharge')).status).toBe(201);
    expect((await answer('seen-and-left', personId, referralId, 'discharge')).status).toBe(409);
    expect(await occasions()).toEqual(['first-contact']);
    expect(await counted('satisfaction')).toMatchObject({ numerator: 2, denominator: 2 });
  });
});

describe('a goal', () => {
  it('that staff agree and the family rates as met is counted', async () => {
    const { personId } = await waitingSince('2026-06-01', '2018-06-01');
    await families.letIn(staff, personId, 'rates-a-goal');
    const actor = {
      id: staff.id,
      place: 'liverpool',
      role: 'administrator',
      services: ['salt', 'family-liaison'],
    } as const;
    const call = { actor, now: parseInstant(`${TODAY}T12:00:00Z`), requestId: 'goal' };
    const agreed = { kind: 'agreed', goal: 1, text: 'Asks for lunch', target: 7, service: 'salt' } as const;
    await openCaseOf(
      families.api.deps,
      call,
      personId,
      'health-goals',
      { facts: agreed, on: localDate(TODAY) },
      'goal',
    );
    const rate = (rating: number) =>
      families.ask('rates-a-goal', 'POST', `/v1/family/children/${personId}/goal-ratings`, {
        body: { goal: 1, rating },
      });
    expect((await rate(3)).status).toBe(201);
    expect(await counted('health-goals-met')).toMatchObject({ numerator: 0, denominator: 0 });
    expect((await rate(8)).status).toBe(201);
    expect(await counted('health-goals-met')).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
