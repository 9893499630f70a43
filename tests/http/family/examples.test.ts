/** The worked examples of domain.md 9, by their ids, as a family meets them: what its API answers on the days they name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { FamilyService } from './family-service.ts';

let families: FamilyService;
let staff: Asker;
beforeAll(async () => {
  families = await FamilyService.open();
  staff = await families.api.staff('clinician');
});
afterAll(() => families?.close());

const everything = ['health', 'ehc', 'budget', 'appointments', 'messages'];
const OWN = { holder: 'young-person', relationship: 'self', basis: 'own' } as const;
let made = 0;

interface Family {
  readonly personId: string;
  readonly referralId: string;
  readonly path: string;
  readonly mother: string;
  readonly grantId: string;
}

/** A child who waits, and a mother who was let in. */
async function family(
  birthDate: string,
  { letInOn = '2023-01-05', queue = 'SALT', on = '2023-01-05', ...who }: Readonly<Record<string, string>> = {},
): Promise<Family> {
  made += 1;
  const mother = `mother-${made}`;
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const child = await referred(families.api, staff, { who: { birthDate, ...who }, what: { queue, on, facts } });
  return { ...child, mother, grantId: await families.letIn(staff, child.personId, mother, {}, letInOn) };
}

const seen = (subject: string, personId: string, today: string) =>
  families.ask(subject, 'GET', `/v1/family/children/${personId}`, { today });
const home = async (subject: string, today: string) =>
  (await families.ask(subject, 'GET', '/v1/family/children', { today })).body;

async function happened({ path }: Pick<Family, 'path'>, on: string, facts: unknown): Promise<void> {
  const { headers } = await families.api.ask(staff, 'GET', path);
  const answer = await families.api.post(staff, `${path}/events`, { on, facts }, { 'if-match': headers['etag'] ?? '' });
  if (answer.status !== 201) throw new Error(answer.text);
}

async function said(personId: string, facts: unknown, on: string): Promise<void> {
  const answer = await families.record(staff, personId, facts, on);
  if (answer.status !== 201) throw new Error(answer.text);
}

describe('the worked examples of families', () => {
  it.each([
    ['F9-01', '2010-03-15', '2026-03-15', '2026-06-27', '2028-03-15'],
    ['F9-02', '2009-08-15', '2025-08-15', '2025-06-28', '2027-08-15'],
    ['F9-03', '2009-09-01', '2025-09-01', '2026-06-27', '2027-09-01'],
  ])(
    '%s: born %s, two days are shown for health and plan, and the 18th birthday',
    async (_, born, health, plan, adult) => {
      const { mother, personId } = await family(born);
      const { growingUp } = (await seen(mother, personId, '2025-03-20')).body;
      const on = (step: string) => growingUp.find((one: { step: string }) => one.step === step).on;
      expect([on('health-choices'), on('plan-choices'), on('adult-team')]).toEqual([health, plan, adult]);
      // Each part closes on its own day.
      const parts = async (day: string) => (await seen(mother, personId, day)).body.parts ?? [];
      const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      expect(await parts(dayBefore(health))).toContain('health');
      expect(await parts(health)).not.toContain('health');
      expect(await parts(dayBefore(plan))).toContain('ehc');
      expect(await parts(plan)).not.toContain('ehc');
    },
  );

  it('F9-04: a mother with parental responsibility sees everything of a child of 8', async () => {
    const { mother, personId } = await family('2016-05-20', { letInOn: '2024-06-01' });
    expect((await seen(mother, personId, '2024-06-01')).body.parts).toEqual(everything);
  });

  it('F9-05: at 11 nothing is cut off; it was told from 10 on, and there is a review to do', async () => {
    const { mother, personId } = await family('2014-10-02');
    const notices = async (day: string) =>
      (await seen(mother, personId, day)).body.notices.map(({ kind }: { kind: string }) => kind);
    expect(await notices('2024-10-01')).toEqual([]);
    expect(await notices('2024-10-02')).toEqual(['changes-at-11']);
    expect((await seen(mother, personId, '2025-10-02')).body.parts).toEqual(everything);
    expect((await families.access(staff, personId, '2025-10-02')).reviews).toContainEqual(
      expect.objectContaining({ kind: 'review-at-11', from: '2025-10-02' }),
    );
  });

  it('F9-06: at 13, able to decide and refusing, the mother’s ends at once and the child’s own stays', async () => {
    const { mother, personId } = await family('2012-02-11');
    await said(personId, { kind: 'competence-assessed', competent: true, consentsTo: [] }, '2025-05-01');
    await families.letIn(staff, personId, 'child-of-13', OWN, '2025-05-01');
    expect(await seen(mother, personId, '2025-05-01')).toMatchObject({
      status: 403,
      body: { title: 'Your access has changed. Contact the service' },
    });
    expect((await seen('child-of-13', personId, '2025-05-01')).body.parts).toEqual(everything);
  });

  it('F9-07: at 15, not able to decide, the mother’s goes on and it is asked again in twelve months', async () => {
    const { mother, personId } = await family('2010-11-03');
    await said(personId, { kind: 'competence-assessed', competent: false, consentsTo: [] }, '2025-09-09');
    expect((await seen(mother, personId, '2025-10-01')).body.parts).toEqual(everything);
    expect((await families.access(staff, personId, '2025-10-01')).reviews).toContainEqual(
      expect.objectContaining({ kind: 'assess-again', dueOn: '2026-09-09' }),
    );
  });

  it('F9-08: closes at 00:00 on the 16th birthday, is told ahead, and opens again on consent', async () => {
    const { mother, personId, grantId } = await family('2009-11-03');
    await families.letIn(staff, personId, 'turning-16', OWN, '2025-05-03');
    const told = async (who: string, day: string) =>
      (await seen(who, personId, day)).body.growingUp.find(({ step }: { step: string }) => step === 'health-choices');
    expect((await told('turning-16', '2025-05-03')).text).toMatch(/^You will be 16\./);
    expect((await told(mother, '2025-05-03')).text).toMatch(/They close for you on this day/);
    expect((await seen(mother, personId, '2025-11-02')).body.parts).toEqual(everything);
    expect((await seen(mother, personId, '2025-11-03')).body.parts).toEqual(['ehc']);
    expect((await told('turning-16', '2025-11-03')).text).toMatch(/^You are 16\./);
    await said(personId, { kind: 'consent-recorded', grantId, given: true }, '2025-11-03');
    expect((await seen(mother, personId, '2025-11-04')).body.parts).toEqual(everything);
  });

  it('F9-09: under a care order nobody sees the record unless the authority agrees', async () => {
    const { mother, personId, grantId } = await family('2017-03-04');
    await said(personId, { kind: 'care-order-made', authority: 'The council' }, '2024-02-01');
    expect((await seen(mother, personId, '2024-02-01')).status).toBe(403);
    const carer = { relationship: 'foster-carer', basis: 'delegated' } as const;
    await expect(families.letIn(staff, personId, 'foster-carer', carer, '2024-02-02')).rejects.toThrow(
      /authority-needed/,
    );
    await families.letIn(staff, personId, 'foster-carer', { ...carer, authority: 'Team manager' }, '2024-02-02');
    expect((await seen('foster-carer', personId, '2024-02-02')).body.parts).toEqual(everything);
    await said(personId, { kind: 'authorised', grantId, authority: 'Team manager' }, '2024-03-01');
    expect((await seen(mother, personId, '2024-03-01')).body.parts).toEqual(everything);
  });

  it('F9-10: what an assessment found is shown once the family was told in person', async () => {
    const one = await family('2016-05-20', { queue: 'ASD', on: '2025-03-03' });
    await happened(one, '2025-05-12', { kind: 'assessment-started', byRole: 'Psychologist' });
    await happened(one, '2025-06-10', { kind: 'outcome-decided', outcome: 'confirmed' });
    await happened(one, '2025-06-10', { kind: 'appointment-booked', appointmentOn: '2025-06-20' });
    const wait = async (day: string) => (await seen(one.mother, one.personId, day)).body.waits[0];
    const before = await wait('2025-06-15');
    expect(before).toMatchObject({ stage: 'assessment-finished', appointment: { on: '2025-06-20' }, outcome: null });
    expect(JSON.stringify(before)).not.toContain('found what it was looking for');
    await happened(one, '2025-06-20', { kind: 'family-informed' });
    expect(await wait('2025-06-20')).toMatchObject({ stage: 'told', outcome: { code: 'confirmed' } });
  });

  it('F9-11: a flag, an address that is withheld and the other adult are in no answer to any of them', async () => {
    const secret = { postcode: 'L17 9ZZ', familyName: 'Canarybird' };
    const { mother, personId } = await family('2017-03-04', secret);
    await families.letIn(staff, personId, 'father-apart', { relationship: 'father', name: 'Fatherbird' }, '2023-01-05');
    const { body } = await families.api.ask(staff, 'GET', `/v1/people/${personId}`);
    expect(body.person.details).toMatchObject(secret);
    const reach = `/v1/family/children/${personId}/reach`;
    const address = { body: { channel: 'letter', address: '4 Hidden Lane\nL17 9ZZ' } };
    expect((await families.ask('father-apart', 'POST', `${reach}/addresses`, address)).status).toBe(201);
    const paths = ['', '/who-has-looked', '/reach'].map((end) => `/v1/family/children/${personId}${end}`);
    for (const path of ['/v1/family/children', ...paths]) {
      const { status, text } = await families.ask(mother, 'GET', path);
      expect(status, path).toBe(200);
      expect(text, path).not.toMatch(/L17|Hidden|Canarybird|Fatherbird|father|Adult mother/);
    }
  });

  it('F9-12: at 18 a wait moves to the pathway for adults with the same start, and is no removal', async () => {
    const one = await family('2007-07-20', { queue: 'ADHD', on: '2023-10-02', letInOn: '2023-10-02' });
    await families.letIn(staff, one.personId, 'turning-18', OWN, '2025-01-19');
    const wait = async (day: string) => (await seen('turning-18', one.personId, day)).body.waits[0];
    expect((await wait('2025-01-19')).adultMove).toBeNull();
    const move = { on: '2025-07-20', pathway: 'ADHD assessment, 18 to 25', team: 'Adult ADHD team' };
    expect((await wait('2025-01-20')).adultMove).toMatchObject({ ...move, standing: 'to-plan' });
    const eighteen = await wait('2025-07-20');
    expect(eighteen).toMatchObject({ open: true, stage: 'waiting', wait: { since: '2023-10-02', days: 657 } });
    expect(eighteen.adultMove).toMatchObject({ ...move, standing: 'moved' });
    const refused = { kind: 'transition', step: 'refused-by-adult-team', team: 'Secret team', reason: 'Secret reason' };
    await happened(one, '2025-07-21', refused);
    const after = await wait('2025-08-01');
    expect(after).toMatchObject({ open: true, wait: { since: '2023-10-02', running: true } });
    expect(after.adultMove).toMatchObject({ ...move, standing: 'refused' });
    expect(JSON.stringify(after)).not.toContain('Secret');
  });

  it('F9-13: after a death nothing is shown but whom to ask', async () => {
    const { mother, personId } = await family('2014-10-02');
    const { headers } = await families.api.ask(staff, 'GET', `/v1/people/${personId}`);
    const died = await families.api.ask(staff, 'PATCH', `/v1/people/${personId}`, {
      body: { diedOn: '2025-04-03' },
      headers: { 'idempotency-key': families.api.key(), 'if-match': headers['etag'] ?? '' },
    });
    expect(died.status, died.text).toBeLessThan(300);
    expect((await seen(mother, personId, '2026-11-01')).status).toBe(403);
    expect(await home(mother, '2026-11-01')).toMatchObject({ children: [], closed: [{ why: 'bereaved' }] });
  });
});
