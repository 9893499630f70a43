/** Facts about a person that could be nobody else's are put into every field; then nothing that leaves may hold them. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../events/catalogue.ts';
import { ApiService, type Asker, type Received } from './api-service.ts';
import { referral } from './invented.ts';

const canaries = {
  familyName: 'Canarybird',
  givenName: 'Zephyrine',
  nhsNumber: '9990121311',
  localId: 'CANARY-77',
  birthDate: '2013-07-19',
  postcode: 'L99 7ZQ',
  interpreterLanguage: 'Canarian',
  reasonableAdjustments: ['Feathered room'],
  communicationNeeds: ['Whistled speech'],
};
const NOTE = 'Secret note of a canary';
const everything = [...Object.values(canaries).flat(), '999 012 1311', NOTE];

let api: ApiService;
let asker: Asker;
const lines: string[] = [];
/** How much other tests let the functions say. */
const quiet = process.env['POWERTOOLS_LOG_LEVEL'];
beforeAll(async () => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  api = await ApiService.open({ stream: true });
  asker = await api.staff('clinician', {
    services: ['salt', 'learning-disability', 'personal-health-budgets', 'children-in-care-health'],
  });
});
afterAll(() => {
  process.env['POWERTOOLS_LOG_LEVEL'] = quiet ?? 'SILENT';
  return api.close();
});

/** Everything written from now on, by whatever way. */
function listen(): void {
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, name).mockImplementation((...said: unknown[]) => {
      lines.push(said.map(String).join(' '));
    });
  }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
}

function clean(text: string, where: string): void {
  for (const canary of everything) expect(text.includes(canary), `${where} holds ${canary}`).toBe(false);
}

async function opened(path: string, on: string, facts: Readonly<Record<string, unknown>>) {
  const answer = await api.post(asker, path, { on, facts });
  expect(answer.status, answer.text).toBe(201);
  return answer;
}

/** Records something on a version of what was opened. */
function said({ headers }: Received, version: number, facts: Readonly<Record<string, unknown>>) {
  return api.post(asker, `${headers['location']}/events`, { on: '2026-09-01', facts }, { 'if-match': `"${version}"` });
}

/** Whoever reads a table alone finds the person and no NHS number (promise P10). */
async function numberIsSealed(): Promise<void> {
  const { recordsTable, auditTable, client } = api.engine;
  const tables = await Promise.all(
    [recordsTable, auditTable].map((TableName) => client.send(new ScanCommand({ TableName }))),
  );
  const kept = JSON.stringify(tables.map(({ Items }) => Items));
  expect(kept).toContain(canaries.familyName);
  expect(kept).not.toContain(canaries.nhsNumber);
}

describe('facts about a person', () => {
  it('are in no log line, error, published event or header', async () => {
    listen();
    const made = await api.post(asker, '/v1/people', canaries);
    expect(made.status, made.text).toBe(201);
    const personPath = `/v1/people/${made.body.id}`;
    const received = await api.post(asker, `${personPath}/referrals`, referral());
    const path = `${personPath}/referrals/${received.body.id}`;
    const noted = { facts: { kind: 'noted', note: NOTE }, on: '2026-09-01' };
    const first = await api.post(asker, `${path}/events`, noted, { 'if-match': '"1"' });
    expect(first.status, first.text).toBe(201);
    const register = { on: '2026-08-03', facts: { kind: 'registered', practice: 'N82001' } };
    const check = await api.post(asker, `${personPath}/cases/health-check`, register);
    expect(check.status, check.text).toBe(201);
    const plan = { kind: 'plan-agreed', goals: [NOTE], actions: [{ what: NOTE, owner: NOTE, by: '2026-12-01' }] };
    const events = `${personPath}/cases/health-check/${check.body.id}/events`;
    const agreed = await api.post(asker, events, { facts: plan, on: '2026-09-01' }, { 'if-match': '"1"' });
    expect(agreed.status, agreed.text).toBe(201);
    const care = await opened(`${personPath}/cases/care-assessment`, '2026-08-03', {
      ...{ kind: 'became-looked-after', legalStatus: 'section-20', authority: NOTE, outOfArea: false },
    });
    const delayed = { kind: 'delay-recorded', owner: 'family', reason: NOTE };
    const late = await said(care, 1, delayed);
    const budget = await opened(`${personPath}/budgets`, '2026-08-03', {
      ...{ kind: 'requested', right: 'continuing-care', askedBy: 'parent' },
    });
    const found = await said(budget, 1, { kind: 'found-eligible', reason: NOTE });
    const ledger = { reference: NOTE, nhsNumber: canaries.nhsNumber, purpose: NOTE, entry: NOTE, amount: NOTE };
    const carer = { nhsNumber: canaries.nhsNumber, familyName: NOTE, authority: NOTE, legalStatus: NOTE };
    const file = { rows: [{ record: 1, line: 2, cells: { nhsNumber: canaries.nhsNumber, familyName: NOTE } }] };
    await api.ask(asker, 'PATCH', personPath, { body: { givenName: 'Zephyrine B' }, headers: { 'if-match': '"1"' } });
    const good = [
      made,
      received,
      first,
      await api.get(asker, personPath),
      await api.get(asker, '/v1/queues/SALT/referrals'),
      check,
      agreed,
      await api.get(asker, '/v1/health-checks'),
      await api.get(asker, '/v1/health-checks.csv'),
      await api.post(asker, '/v1/health-checks/practice-file', file),
      ...[care, late, budget, found],
      await api.get(asker, '/v1/cases/care-assessment/rows.csv'),
      await api.get(asker, '/v1/budgets'),
      await api.ask(asker, 'POST', '/v1/budgets/ledger', {
        body: { system: 'finance', rows: [{ row: 1, cells: ledger }] },
      }),
      await api.post(asker, '/v1/care-assessments/notifications', { rows: [{ record: 1, line: 2, cells: carer }] }),
    ];
    for (const { headers } of good) clean(JSON.stringify(headers), 'a header');

    const refused = [
      await api.post(asker, '/v1/people', canaries),
      await api.post(asker, '/v1/people', { ...canaries, nhsNumber: '9990121312', birthDate: '2013-07-32' }),
      await api.post(asker, '/v1/people', { ...canaries, [canaries.familyName.toLowerCase()]: 1, flags: [NOTE] }),
      await api.ask(asker, 'POST', '/v1/people', {
        text: `{"familyName": "${canaries.familyName}", oops`,
        headers: { 'idempotency-key': api.key() },
      }),
      await api.ask(asker, 'POST', '/v1/people/search', { body: { nhsNumber: canaries.familyName } }),
      await api.post(asker, `${path}/events`, noted, { 'if-match': '"1"' }),
      await api.post(asker, `${path}/events`, { ...noted, on: '2012-01-01' }, { 'if-match': '"2"' }),
      await api.ask(asker, 'PATCH', personPath, {
        body: { familyName: canaries.familyName },
        headers: { 'if-match': '"2"' },
      }),
      await api.get(asker, '/v1/queues/SALT/referrals', { sort: canaries.familyName }),
      await api.get(asker, '/v1/health-checks', { practice: canaries.familyName }),
      await said(care, 2, { ...delayed, reason: NOTE.repeat(30) }),
      await said(care, 2, { kind: 'chased', whom: NOTE, how: 'email' }),
      await said(budget, 2, { kind: 'noted', note: NOTE, surprise: NOTE }),
      await said(budget, 2, {
        kind: 'spent',
        type: 'direct-payment',
        amountPence: 100,
        category: NOTE,
        payee: 'other',
      }),
      await api.ask(asker, 'POST', '/v1/budgets/ledger', { body: { system: NOTE, rows: [] } }),
      await api.get(asker, '/v1/cases/care-assessment', { status: NOTE }),
      await api.post(
        asker,
        events,
        { facts: { ...plan, goals: [NOTE.repeat(30)] }, on: '2026-09-01' },
        { 'if-match': '"2"' },
      ),
    ];
    for (const { status, text, headers } of refused) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      clean(text, `a ${status}`);
      clean(JSON.stringify(headers), 'a header');
    }

    // Something that nobody foresaw, with a fact about the person in its message.
    const people = api.deps.people as { record: unknown };
    const { record } = people;
    people.record = async () => {
      throw new TypeError(`Cannot read ${canaries.familyName}`, { cause: new Error(NOTE) });
    };
    const unforeseen = await api.get(asker, personPath);
    people.record = record;
    expect([unforeseen.status, unforeseen.body.code]).toEqual([500, 'unexpected']);
    clean(unforeseen.text, 'a 500');
    expect(lines.some((line) => line.includes('not answered') && line.includes('canary.test.ts'))).toBe(true);

    await api.engine.store?.settled();
    expect(api.published.map(({ type }) => type).sort()).toEqual(
      [
        'case.budget.found-eligible.v1',
        'case.budget.requested.v1',
        'case.care-assessment.became-looked-after.v1',
        'case.care-assessment.delay-recorded.v1',
        'case.health-check.plan-agreed.v1',
        'case.health-check.registered.v1',
        'person.changed.v1',
        'person.created.v1',
        'referral.noted.v1',
        'referral.received.v1',
      ].sort(),
    );
    for (const event of api.published) {
      expect(catalogue.get(event.type)?.schema.safeParse(event).success).toBe(true);
      clean(JSON.stringify(event), 'a published event');
    }
    await numberIsSealed();

    expect(lines.length).toBeGreaterThan(10);
    clean(lines.join('\n'), 'a log line');
  });
});
