/** Budgets over the API: from the request to the end, money to the penny, and what is refused on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from '../api-service.ts';
import { asked, BUDGET_TEAM, happened, live, paid, planOf, route, say, spent } from './budget-service.ts';

let api: ApiService;
let officer: Asker;
beforeAll(async () => {
  api = await ApiService.open({ stream: true });
  officer = await api.staff('administrator', { services: BUDGET_TEAM });
});
afterAll(() => api.close());

describe('a budget', () => {
  it('goes from the request over the plan to payments, a review, a notice, and its end', async () => {
    const budget = await live(api, officer);
    const begun = await happened(api, officer, budget, ['2026-04-01', paid(900_000)], ['2026-05-01', spent(150_000)]);
    expect(begun.body.state).toMatchObject({
      stage: 'live',
      accounts: [{ type: 'direct-payment', paidPence: 900_000, spentPence: 150_000, balancePence: 750_000 }],
    });
    expect(begun.body.deadlines).toEqual([
      { kind: 'budget-review', start: '2026-04-01', due: '2026-07-01' },
      // The 16th birthday: planned for long before, so that the watch comes back on the day the task opens.
      { kind: 'budget-consent', start: '2029-08-11', due: '2030-02-11' },
    ]);
    const reviewed = await happened(api, officer, budget, [
      '2026-06-20',
      { kind: 'review-held', outcome: 'recover-surplus', goalsMet: 1, note: 'Money piles up' },
    ]);
    expect(reviewed.body.deadlines[0]).toEqual({ kind: 'budget-review', start: '2026-06-20', due: '2027-06-20' });
    const notice = {
      kind: 'recovery-noticed',
      type: 'direct-payment',
      reasons: ['accumulated-unspent'],
      explanation: 'A substantial part is unspent',
      surplusPence: 550_000,
      outsidePlanPence: 0,
      payBy: '2026-07-20',
      payer: 'representative',
      reconsideration: route,
    };
    const noticed = await happened(api, officer, budget, ['2026-06-20', notice]);
    expect(noticed.body.deadlines).toContainEqual({ kind: 'budget-recovery', start: '2026-06-20', due: '2026-07-20' });
    const [{ id: noticeId }] = noticed.body.state.notices;
    const back = { kind: 'money-returned', type: 'direct-payment', amountPence: 550_000, of: 'surplus', noticeId };
    const ended = await happened(
      api,
      officer,
      budget,
      ['2026-07-10', back],
      ['2026-08-01', { kind: 'suspended', why: 'in-hospital', reason: 'A long stay', reconsideration: route }],
      ['2026-09-01', { kind: 'ended', why: 'person-chose', reason: 'They asked', reconsideration: route }],
    );
    expect(ended.body.state).toMatchObject({ stage: 'ended', endedOn: '2026-09-01', notices: [] });
    expect(ended.body.state.accounts).toMatchObject([{ balancePence: 200_000, returnedPence: 550_000 }]);
    const before = await api.get(officer, budget.path, { asAt: '2026-05-01' });
    expect(before.body.state).toMatchObject({ stage: 'live', accounts: [{ balancePence: 750_000 }] });
  });

  it('that was refused is reconsidered, and goes on', async () => {
    const budget = await asked(api, officer);
    const refused = await say(api, officer, budget.path, 1, '2026-03-10', { kind: 'found-not-eligible', reason: 'No' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/facts/reconsideration', code: 'invalid-type' }]);
    const said = await happened(api, officer, budget, [
      '2026-03-10',
      { kind: 'found-not-eligible', reason: 'Not in continuing care', reconsideration: route },
    ]);
    const decisionId = said.body.history.at(-1).id;
    const taken = await happened(api, officer, budget, [
      '2026-03-15',
      { kind: 'reconsideration-asked', decisionId, askedBy: 'parent', reason: 'He is since March' },
    ]);
    expect(taken.body.deadlines).toEqual([{ kind: 'budget-reconsideration', start: '2026-03-15', due: '2026-04-12' }]);
    const askedId = taken.body.history.at(-1).id;
    const again = await happened(
      api,
      officer,
      budget,
      ['2026-03-20', { kind: 'reconsideration-decided', askedId, outcome: 'overturned', reason: 'He is' }],
      ['2026-03-21', { kind: 'found-eligible', reason: 'In continuing care' }],
    );
    expect(again.body).toMatchObject({ state: { stage: 'eligible' }, deadlines: [] });
  });

  it('is corrected: a step is taken back, an entry of the ledger is reversed and stays', async () => {
    const budget = await live(api, officer);
    const done = await happened(api, officer, budget, ['2026-04-01', paid(100_000)]);
    const entryId = done.body.history.at(-1).id;
    const error = { kind: 'recorded-in-error', eventId: entryId, reason: 'Twice' };
    const refused = await say(api, officer, budget.path, done.body.version, '2026-04-02', error);
    expect(refused.body).toMatchObject({ status: 422, code: 'reverse-instead' });
    const reversed = await happened(api, officer, budget, [
      '2026-04-02',
      { kind: 'entry-reversed', entryId, reason: 'Twice' },
    ]);
    expect(reversed.body.state.accounts).toMatchObject([{ paidPence: 0, balancePence: 0 }]);
    const { body } = await api.get(officer, `${budget.path}/statement`, { from: '2026-04-01', to: '2026-04-30' });
    expect(body).toMatchObject({
      openingPence: 0,
      lines: [
        { what: 'payment', effectPence: 100_000, balancePence: 100_000 },
        { what: 'reversal', effectPence: -100_000, balancePence: 0, reverses: entryId },
      ],
      closingPence: 0,
    });
  });

  it('says what is wrong where it is wrong', async () => {
    const budget = await live(api, officer);
    const { version } = (await api.get(officer, budget.path)).body;
    const refusals: readonly (readonly [Record<string, unknown>, string, string])[] = [
      [paid(1_300_001), '/facts/amountPence', 'over-allocation'],
      [paid(0.5), '/facts/amountPence', 'invalid-type'],
      [spent(1), '/facts/amountPence', 'over-balance'],
      [
        { kind: 'plan-changed', plan: { ...planOf(100), annualPence: 101 }, reason: 'Less' },
        '/facts/plan/parts',
        'parts-do-not-add-up',
      ],
      [{ kind: 'triage-accepted' }, '/facts/kind', 'invalid-union'],
    ];
    for (const [facts, pointer, code] of refusals) {
      const refused = await say(api, officer, budget.path, version, '2026-04-02', facts);
      expect([refused.status, refused.body.errors?.[0]?.pointer, refused.body.errors?.[0]?.code]).toEqual([
        422,
        pointer,
        code,
      ]);
    }
  });

  it('is changed by whoever read the current version, once for one key', async () => {
    const budget = await asked(api, officer);
    const key = { 'idempotency-key': api.key() };
    const body = { on: '2026-03-10', facts: { kind: 'found-eligible', reason: 'In continuing care' } };
    const ask = (headers: Record<string, string>) => api.post(officer, `${budget.path}/events`, body, headers);
    expect((await ask({})).status).toBe(428);
    const first = await ask({ ...key, 'if-match': '"1"' });
    expect([first.status, first.headers['etag']]).toEqual([201, '"2"']);
    expect((await ask({ ...key, 'if-match': '"1"' })).body).toEqual(first.body);
    expect((await ask({ 'if-match': '"1"' })).status).toBe(412);
  });

  it('is published by opaque ids alone, and copied to the audit', async () => {
    const before = api.published.length;
    const { budgetId, personId } = await live(api, officer);
    await api.engine.store?.settled();
    const told = api.published.slice(before).filter(({ subject }) => subject === budgetId);
    expect(told.map(({ type }) => type)).toContain('case.budget.agreed.v1');
    expect(JSON.stringify(told)).not.toMatch(/1300000|Swims|continuing/);
    const copies: string[] = [];
    for await (const { kind } of api.deps.audit.writtenAbout('liverpool', personId)) copies.push(kind);
    expect(copies).toContain('budget-went-live');
  });
});

describe('two at one moment', () => {
  it('cannot overspend: one of two payments that together are too much is recorded, whoever tries again', async () => {
    const budget = await live(api, officer, 100_000);
    const { version } = (await api.get(officer, budget.path)).body;
    const both = await Promise.all(
      [1, 2].map(() => say(api, officer, budget.path, version, '2026-04-02', paid(60_000))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 412]);
    const current = await api.get(officer, budget.path);
    const again = await say(api, officer, budget.path, current.body.version, '2026-04-02', paid(60_000));
    expect(again.body).toMatchObject({ status: 422, code: 'over-allocation' });
  });

  it('cannot overspend though eight pay and try again until they are told no', async () => {
    const budget = await live(api, officer, 100_000);
    const payer = async () => {
      for (;;) {
        const { version } = (await api.get(officer, budget.path)).body;
        const answer = await say(api, officer, budget.path, version, '2026-04-02', paid(30_000));
        if (answer.status !== 412) return answer.status;
      }
    };
    const answers = await Promise.all(Array.from({ length: 8 }, payer));
    expect(answers.filter((status) => status === 201)).toHaveLength(3);
    const { body } = await api.get(officer, budget.path);
    expect(body.state.accounts).toMatchObject([{ paidPence: 90_000, balancePence: 90_000 }]);
  });
});

describe('the list and the counts', () => {
  it('are of the budgets of the place, filtered and sorted, and a file of the same', async () => {
    const own = await ApiService.open();
    try {
      const team = await own.staff('administrator', { services: BUDGET_TEAM });
      await live(own, team, 1_300_000, { familyName: '=Okafor', birthDate: '2014-02-11' });
      await asked(own, team, { familyName: 'Nowak' });
      const all = await own.get(team, '/v1/budgets');
      expect(all.body).toMatchObject({ total: 2, complete: true });
      const direct = await own.get(team, '/v1/budgets', { type: 'direct-payment', sort: '-name' });
      expect(direct.body.rows).toMatchObject([
        {
          status: 'live',
          type: 'direct-payment',
          annualPence: 1_300_000,
          balancePence: 0,
          due: { what: 'budget-review' },
        },
      ]);
      expect((await own.get(team, '/v1/budgets', { status: 'flying' })).status).toBe(422);
      const file = await own.get(team, '/v1/budgets.csv', { status: 'live' });
      expect(file.text).toContain("'=Okafor");
      expect(file.text).toContain('13000.00');
      const counts = await own.get(team, '/v1/budgets/collection', { on: '2026-06-30' });
      expect(counts.body).toMatchObject({
        quarter: { label: 'Quarter 1 2026-27' },
        submitOn: '2026-07-01',
        children: { yearToDate: 1, live: 1, byType: { 'direct-payment': 1 } },
        adults: { yearToDate: 0 },
      });
      expect((await own.get(team, '/v1/budgets/collection', { on: '2026-03-31' })).body.everyone.yearToDate).toBe(0);
      for (const on of ['2099-01-01', '2027-01-01', '2023-12-31'])
        expect((await own.get(team, '/v1/budgets/collection', { on })).status).toBe(422);
    } finally {
      await own.close();
    }
  });
});

describe('whoever does not work with budgets', () => {
  it('is answered as if there were none', async () => {
    const { personId, path } = await live(api, officer);
    const therapist = await api.staff('clinician', { services: ['salt'] });
    const absent = await api.get(therapist, `/v1/people/${personId}/budgets/${api.deps.ids.fresh()}`);
    const hidden = await api.get(therapist, path);
    expect([hidden.status, hidden.body.code, hidden.body.title]).toEqual([404, 'case-not-found', absent.body.title]);
    expect((await api.get(therapist, '/v1/budgets')).status).toBe(403);
    expect((await api.get(therapist, '/v1/budgets/collection')).status).toBe(403);
    const commissioner = await api.staff('commissioner');
    expect((await api.get(commissioner, '/v1/budgets/collection')).status).toBe(403);
    const elsewhere = await api.staff('clinician', { place: 'cheshire-east', services: BUDGET_TEAM });
    expect((await api.get(elsewhere, path)).status).toBe(404);
    expect((await api.get(elsewhere, '/v1/budgets')).body).toMatchObject({ rows: [], total: 0 });
  });

  it('and who does is written down with each look', async () => {
    const { personId, path } = await live(api, officer);
    const reader = await api.staff('clinician', { services: BUDGET_TEAM });
    await api.get(reader, path);
    await api.get(reader, `${path}/statement`);
    const auditor = await api.staff('audit-officer');
    const seen = await api.get(auditor, `/v1/audit/people/${personId}`, { from: '2026-11-01', to: '2026-11-01' });
    expect(seen.body.lines.filter((line: { by: { id: string } }) => line.by.id === reader.id)).toHaveLength(2);
  });
});
