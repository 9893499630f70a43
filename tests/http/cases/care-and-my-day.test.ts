/** Health assessments in care over the API, and the day of whoever works them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from '../api-service.ts';
import { person, referral } from '../invented.ts';

let api: ApiService;
let nurse: Asker;
let manager: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  nurse = await api.staff('clinician', { services: ['children-in-care-health', 'salt'] });
  manager = await api.staff('data-manager');
});
afterAll(() => api.close());

const entered = (on: string, more: Readonly<Record<string, unknown>> = {}) => ({
  facts: { kind: 'became-looked-after', legalStatus: 'section-20', authority: 'Liverpool', outOfArea: false, ...more },
  on,
});

async function someone(familyName: string): Promise<string> {
  return (await api.post(manager, '/v1/people', person({ familyName }))).body.id;
}

describe('health assessments in care', () => {
  it('go from becoming looked after to the plan returned, each step over the version before', async () => {
    const personId = await someone('Abara');
    const opened = await api.post(nurse, `/v1/people/${personId}/cases/care-assessment`, entered('2026-10-05'));
    expect(opened.status, opened.text).toBe(201);
    expect(opened.body).toMatchObject({
      status: 'notification-awaited',
      waitingOn: 'other-body',
      due: { on: '2026-11-02', what: 'care-assessment' },
      deadlines: [{ kind: 'care-assessment', start: '2026-10-05', due: '2026-11-02' }],
    });
    const path = opened.headers['location'] ?? '';
    const steps = [
      { facts: { kind: 'consent-given', by: 'local-authority' }, on: '2026-10-08' },
      { facts: { kind: 'seen', by: 'medical-practitioner' }, on: '2026-10-20' },
      { facts: { kind: 'plan-returned' }, on: '2026-10-28' },
    ];
    let version = 1;
    for (const step of steps) {
      const answer = await api.post(nurse, `${path}/events`, step, { 'if-match': `"${version}"` });
      expect(answer.status, answer.text).toBe(201);
      version += 1;
    }
    const read = await api.get(nurse, path);
    expect(read.body).toMatchObject({
      status: 'up-to-date',
      due: { on: '2027-10-20', what: 'care-review' },
      version: 4,
    });
    expect((await api.get(nurse, path, { asAt: '2026-10-10' })).body.status).toBe('to-book');
  });

  it('refuse with a pointer what the rules refuse, and a second record of one entry', async () => {
    const personId = await someone('Bello');
    const path = `/v1/people/${personId}/cases/care-assessment`;
    const opened = await api.post(nurse, path, entered('2026-10-05'));
    const record = `${opened.headers['location']}/events`;
    const seen = { facts: { kind: 'seen', by: 'nurse' }, on: '2026-10-20' };
    const refused = await api.post(nurse, record, seen, { 'if-match': '"1"' });
    expect([refused.status, refused.body.errors[0].pointer, refused.body.code]).toEqual([
      422,
      '/on',
      'consent-missing',
    ]);
    const again = await api.post(nurse, path, entered('2026-10-05'));
    expect([again.status, again.body.code]).toEqual([409, 'case-exists']);
    expect(again.text).toContain(opened.body.id);
    expect((await api.post(nurse, path, entered('2026-10-06', { outOfArea: true }))).status).toBe(201);
  });

  it('are listed the first due first, and leave as a file in which no cell is a formula', async () => {
    const personId = await someone('=1+1');
    await api.post(nurse, `/v1/people/${personId}/cases/care-assessment`, entered('2026-09-01'));
    const list = await api.get(nurse, '/v1/cases/care-assessment', { due: 'overdue' });
    expect(list.body).toMatchObject({
      total: 1,
      complete: true,
      cases: [{ familyName: '=1+1', due: { on: '2026-09-29' } }],
    });
    const file = await api.get(nurse, '/v1/cases/care-assessment/rows.csv', { due: 'overdue' });
    expect(file.text).toContain("'=1+1");
    expect(
      (await api.get(await api.staff('clinician', { services: ['salt'] }), '/v1/cases/care-assessment')).status,
    ).toBe(403);
  });
});

describe('the counts of a period', () => {
  it('are of what was due in it, whole and by authority, and add up', async () => {
    const personId = await someone('Dede');
    const opened = await api.post(
      nurse,
      `/v1/people/${personId}/cases/care-assessment`,
      entered('2026-09-01', { authority: 'Sefton' }),
    );
    const steps = [
      { facts: { kind: 'consent-given', by: 'parent' }, on: '2026-09-02' },
      { facts: { kind: 'seen', by: 'medical-practitioner' }, on: '2026-09-15' },
      { facts: { kind: 'plan-returned' }, on: '2026-09-29' },
    ];
    for (const [at, step] of steps.entries())
      await api.post(nurse, `${opened.headers['location']}/events`, step, { 'if-match': `"${at + 1}"` });
    const period = { from: '2026-09-01', to: '2026-11-30' };
    const { status, body, text } = await api.get(nurse, '/v1/care-assessments/counts', period);
    expect(status, text).toBe(200);
    // What is due after today is not in it yet.
    expect(body).toMatchObject({ from: '2026-09-01', to: '2026-11-01' });
    expect(body.initial).toMatchObject({ denominator: 2, returned: 1, seen: 1, lateBy: { 'not-recorded': 1 } });
    expect(body.reviews).toMatchObject({ denominator: 0 });
    expect(body.authorities).toMatchObject([
      { authority: 'Liverpool', initial: { denominator: 1, returned: 0 } },
      { authority: 'Sefton', initial: { denominator: 1, returned: 1, returnedStretch: 0 } },
    ]);
    expect(text).not.toMatch(/Dede/);
  });

  it('are for the teams that work with children in care, and of days in order', async () => {
    const path = '/v1/care-assessments/counts';
    const other = await api.staff('clinician', { services: ['salt'] });
    expect((await api.get(other, path, { from: '2026-09-01', to: '2026-09-30' })).status).toBe(403);
    const turned = await api.get(nurse, path, { from: '2026-09-30', to: '2026-09-01' });
    expect([turned.status, turned.body.errors[0].pointer]).toEqual([422, '/to']);
  });
});

describe('my day', () => {
  it('has duties of referrals and of cases in one order, with exact counts, and leaves out other services', async () => {
    const personId = await someone('Cole');
    await api.post(manager, `/v1/people/${personId}/referrals`, referral({ on: '2026-10-28' }));
    await api.post(manager, `/v1/people/${personId}/referrals`, referral({ queue: 'OT', on: '2026-10-28' }));
    const day = await api.get(nurse, '/v1/my-day', { days: '28' });
    expect(day.status, day.text).toBe(200);
    const { items, counts, total, complete } = day.body;
    expect(complete).toBe(true);
    expect(items.map(({ due }: { due: string }) => due)).toEqual(
      items.map(({ due }: { due: string }) => due).toSorted(),
    );
    expect(
      items.some(({ kind, queue }: { kind: string; queue: string | null }) => kind === 'referral' && queue === 'OT'),
    ).toBe(false);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['referral', 'care-assessment']),
    );
    expect(counts.late + counts.today + counts.ahead + counts.waiting).toBe(total);
    const late = await api.get(nurse, '/v1/my-day', { part: 'late', kind: 'care-assessment' });
    expect(late.body.items).toMatchObject([{ familyName: '=1+1', part: 'late', what: 'care-assessment' }]);
  });

  it('asks the store once for the due cases of each service and twice for each queue, and is recorded as a view', async () => {
    const { store } = api.engine;
    const asker = await api.staff('clinician', { services: ['children-in-care-health', 'salt'] });
    await api.get(asker, '/v1/my-day');
    store?.meter.reset();
    await api.get(asker, '/v1/my-day');
    // Who asks, the policy, the due cases of two services, two lists of one queue; three for each of the two views recorded.
    expect(store?.meter.read().requests ?? 0).toBeLessThanOrEqual(12);
    const viewed: string[] = [];
    for await (const view of api.deps.audit.viewsBy('liverpool', asker.id)) viewed.push(`${view.action} ${view.queue}`);
    expect(viewed).toContain('case.list cases:care-assessment');
  });
});
