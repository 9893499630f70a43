/** What an audit officer is shown: who saw a person, what a member of staff looked at, what is unusual, and whether it is whole. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewKey, writtenKey } from '../../shared/adapters/dynamodb/keys.ts';
import { keepAuditHeads } from '../../shared/application/audit/keep-heads.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { ApiService, type Asker, TODAY } from './api-service.ts';
import { person, referred } from './invented.ts';

let api: ApiService;
let officer: Asker;
beforeAll(async () => {
  api = await ApiService.open({ stream: true });
  officer = await api.staff('audit-officer', { services: [] });
});
afterAll(() => api.close());

interface Line {
  readonly what: string;
  readonly did: string;
  readonly by: { readonly id: string; readonly name: string | null };
  readonly people: readonly string[];
}
const told = (lines: readonly Line[]) => lines.map(({ by, what }) => [by.id, what]);

describe('who saw or changed a person', () => {
  it('names everybody, the newest first, with the officer’s own look', async () => {
    const [one, two] = [await api.staff('administrator'), await api.staff('clinician')];
    const { personId, path } = await referred(api, one, { what: { queue: 'ASD' } });
    await api.get(two, path);
    await api.get(one, '/v1/queues/ASD/referrals');
    await api.engine.store?.settled();
    const { status, body } = await api.get(officer, `/v1/audit/people/${personId}`);
    expect(status).toBe(200);
    expect(told(body.lines)).toEqual([
      [officer.id, 'audit.read'],
      [one.id, 'queue.read'],
      [two.id, 'referral.read'],
      [one.id, 'received'],
      [one.id, 'created'],
    ]);
    expect(body.lines.every(({ by }: Line) => by.name === 'Somebody')).toBe(true);
  });

  it('is asked for by days, and a page at a time, each line once', async () => {
    const asker = await api.staff('administrator');
    const made = await api.post(asker, '/v1/people', person());
    for (let view = 0; view < 60; view += 1) await api.get(asker, `/v1/people/${made.body.id}`);
    const path = `/v1/audit/people/${made.body.id}`;
    const first = (await api.get(officer, path)).body;
    expect(first.lines).toHaveLength(50);
    const second = (await api.get(officer, path, { cursor: first.next })).body;
    expect(second.next).toBeUndefined();
    const numbers = [...first.lines, ...second.lines]
      .filter(({ what }: Line) => what === 'person.read')
      .map(({ number }: { number: number }) => number);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, at) => 60 - at));
    const before = { from: '2026-10-01', to: '2026-10-31' };
    expect((await api.get(officer, path, before)).body.lines).toEqual([]);
    expect((await api.get(officer, path, { from: '2026-11-02', to: '2026-11-01' })).body.code).toBe('date-order');
    expect((await api.get(officer, path, { from: '2024-11-02' })).body.code).toBe('too-many-days');
    expect((await api.get(officer, path, { cursor: 'made-up' })).body.code).toBe('cursor-unknown');
  });
});

describe('what a member of staff looked at', () => {
  it('has what they saw and wrote in the place, and is itself recorded with whom it was about', async () => {
    const asker = await api.staff('administrator');
    const { personId } = await referred(api, asker);
    await api.get(asker, `/v1/people/${personId}`);
    await api.engine.store?.settled();
    const { body } = await api.get(officer, `/v1/audit/staff/${asker.id}`);
    expect(body.lines.map(({ what, people }: Line) => [what, people])).toEqual([
      ['person.read', [personId]],
      ['received', [personId]],
      ['created', [personId]],
    ]);
    let last: unknown;
    for await (const view of api.deps.audit.viewsBy('liverpool', officer.id)) last = view;
    expect(last).toMatchObject({ action: 'audit.read', about: asker.id });
  });
});

describe('unusual look-ups', () => {
  it('are hours in which a rule was exceeded, from the chains today and as they were kept on closed days', async () => {
    const manager = await api.staff('data-manager');
    const curious = await api.staff('clinician', { services: ['salt'] });
    const people = await Promise.all(
      Array.from({ length: 16 }, () => referred(api, manager, { what: { queue: 'OT' } })),
    );
    for (const { personId } of people) await api.get(curious, `/v1/people/${personId}`);
    const ofCurious = async (today?: string) => {
      const sent = { query: { from: TODAY, to: TODAY }, ...(today === undefined ? {} : { today }) };
      const { hours } = (await api.ask(officer, 'GET', '/v1/audit/unusual', sent)).body;
      return hours.filter(({ by }: Line) => by.id === curious.id);
    };
    const outside = { rule: 'outside-service', count: 16, over: 15, hour: `${TODAY}T12:00:00.000Z` };
    // 1 November 2026 is a Sunday: the same look-ups are outside working hours as well.
    const expected = [{ rule: 'outside-service' }, { rule: 'outside-hours', count: 16, over: 10 }];
    const open = await ofCurious();
    expect(open).toHaveLength(2);
    expect(open).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))));
    expect(open).toContainEqual(expect.objectContaining(outside));
    const run = () => keepAuditHeads(api.deps, 'liverpool', parseInstant('2026-11-02T02:30:00Z'));
    expect(await run()).toMatchObject({ day: TODAY, head: { number: 1, links: expect.any(Number) } });
    expect(await run()).toMatchObject({ day: TODAY, head: null });
    expect(await ofCurious('2026-11-02')).toEqual(open);
  });
});

describe('the verification', () => {
  interface Finding {
    readonly chain: { readonly of: string; readonly id: string };
    readonly fault: string;
    readonly from: number;
    readonly to: number;
  }
  /** Every slice, to the end. */
  async function verified(today = '2026-11-02'): Promise<{ findings: Finding[]; people: number; views: number }> {
    const findings: Finding[] = [];
    let [people, views] = [0, 0];
    let cursor: string | undefined;
    do {
      const sent = { today, ...(cursor === undefined ? {} : { query: { cursor } }) };
      const { status, body, text } = await api.ask(officer, 'GET', '/v1/audit/verification', sent);
      if (status !== 200) throw new Error(text);
      findings.push(...body.findings);
      people += body.checked.people;
      views += body.checked.views;
      cursor = body.next;
    } while (cursor !== undefined);
    return { findings, people, views };
  }
  const put = (Item: Record<string, unknown>) => {
    const TableName = api.engine.auditTable;
    return api.engine.client.send(new PutCommand({ TableName, Item }));
  };

  it('finds nothing where nothing was touched, and looks at everybody', async () => {
    const asker = await api.staff('administrator');
    const { personId } = await referred(api, asker);
    await api.get(asker, `/v1/people/${personId}`);
    await api.engine.store?.settled();
    const { findings, people, views } = await verified();
    expect(findings).toEqual([]);
    expect(people).toBeGreaterThan(16);
    expect(views).toBeGreaterThan(80);
  });

  it('names the entry that was altered, and the end that was cut off', async () => {
    const asker = await api.staff('administrator');
    const { personId, referralId } = await referred(api, asker);
    for (let view = 0; view < 3; view += 1) await api.get(asker, `/v1/people/${personId}`);
    await api.engine.store?.settled();
    const entries = [];
    for await (const view of api.deps.audit.viewsBy('liverpool', asker.id)) entries.push(view);
    const entry = entries[1];
    if (entry === undefined) throw new Error('there are three views');
    const stored = { ...viewKey('liverpool', asker.id, 2), schema: 1 };
    await put({ ...stored, entry: { ...entry, role: 'operator' } });
    expect((await verified()).findings).toEqual([
      expect.objectContaining({ chain: { of: 'views', id: asker.id }, fault: 'altered', from: 2, to: 2 }),
    ]);
    await put({ ...stored, entry });
    const [copy] = await Promise.all([firstCopy(personId, referralId)]);
    const key = writtenKey('liverpool', personId, referralId, 0);
    await put({ ...key, schema: 1, entry: { ...copy, actor: officer.id } });
    const findings = (await verified()).findings;
    expect(findings).toContainEqual(
      expect.objectContaining({ chain: { of: 'history', id: referralId }, fault: 'copy-altered', from: 0 }),
    );
    await put({ ...key, schema: 1, entry: copy });
    expect((await verified()).findings).toEqual([]);
  });

  async function firstCopy(personId: string, aggregateId: string) {
    for await (const entry of api.deps.audit.writtenAbout('liverpool', personId))
      if (entry.aggregateId === aggregateId) return entry;
    throw new Error('it was not copied');
  }
});
