import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { chainFault, type ViewEntry } from '../../shared/domain/audit/view.ts';
import { ApiService, type Asker } from './api-service.ts';
import { person, referred } from './invented.ts';

let api: ApiService;
beforeAll(async () => {
  api = await ApiService.open({ stream: true });
});
afterAll(() => api.close());

async function gathered<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}
const viewsBy = (asker: Asker) => gathered(api.deps.audit.viewsBy('liverpool', asker.id));
const told = ({ action, subjects, queue }: ViewEntry) => ({ action, subjects, queue });

describe('the record of who looked', () => {
  it('has exactly one entry for every view, before it is given', async () => {
    const asker = await api.staff('administrator');
    const { personId, path } = await referred(api, asker, { what: { queue: 'ASD' } });
    await api.get(asker, `/v1/people/${personId}`);
    await api.get(asker, path);
    await api.get(asker, '/v1/queues/ASD/referrals');
    await api.get(asker, '/v1/queues/ASD/referrals.csv');
    await api.ask(asker, 'POST', '/v1/people/search', { body: { familyName: 'Nobody', birthDate: '2018-10-16' } });
    await api.get(asker, `/v1/people/${api.deps.ids.fresh()}`);
    await api.get(asker, '/v1/queues/ASD/summary');
    const views = await viewsBy(asker);
    expect(views.map(told)).toEqual([
      { action: 'person.read', subjects: [personId], queue: null },
      { action: 'referral.read', subjects: [personId], queue: null },
      { action: 'queue.read', subjects: [personId], queue: 'ASD' },
      { action: 'queue.export', subjects: [personId], queue: 'ASD' },
      { action: 'person.find', subjects: [], queue: null },
    ]);
    expect(chainFault(views, sha256)).toBeUndefined();
  });

  it('loses and doubles nothing when one person looks at many things at once', async () => {
    const asker = await api.staff('administrator');
    const made = await api.post(asker, '/v1/people', person());
    await Promise.all(Array.from({ length: 12 }, () => api.get(asker, `/v1/people/${made.body.id}`)));
    const views = await viewsBy(asker);
    expect(views.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    expect(chainFault(views, sha256)).toBeUndefined();
  });

  it('shows what was taken out, altered or moved', async () => {
    const asker = await api.staff('administrator');
    const made = await api.post(asker, '/v1/people', person());
    for (let view = 0; view < 4; view += 1) await api.get(asker, `/v1/people/${made.body.id}`);
    const views = await viewsBy(asker);
    const [a, b, c, d] = views as [ViewEntry, ViewEntry, ViewEntry, ViewEntry];
    expect(chainFault([a, c, d], sha256)).toEqual({ seq: 2, fault: 'missing' });
    expect(chainFault([a, { ...b, action: 'queue.read' }, c, d], sha256)).toEqual({ seq: 2, fault: 'altered' });
    expect(chainFault([a, { ...c, seq: 2 }, { ...b, seq: 3 }, d], sha256)).toEqual({ seq: 2, fault: 'unlinked' });
    expect(chainFault([b, c, d], sha256)).toEqual({ seq: 1, fault: 'missing' });
  });

  it('finds every view of a person, lists that named them included', async () => {
    const [one, two] = [await api.staff('administrator'), await api.staff('clinician')];
    const { personId } = await referred(api, one, { what: { queue: 'ADHD' } });
    await api.get(one, '/v1/queues/ADHD/referrals');
    const other = await referred(api, one, { what: { queue: 'ADHD', facts: { source: 'gp', tier: 'soon' } } });
    await api.get(two, '/v1/queues/ADHD/referrals', { limit: '1' });
    await api.get(two, `/v1/people/${personId}`);
    const views = await gathered(api.deps.audit.viewsOf('liverpool', personId, ['ADHD']));
    expect(views.map(({ actor, action }) => [actor, action]).sort()).toEqual(
      [
        [one.id, 'queue.read'],
        [two.id, 'person.read'],
      ].sort(),
    );
    const others = await gathered(api.deps.audit.viewsOf('liverpool', other.personId, ['ADHD']));
    expect(others.map(({ actor }) => actor)).toEqual([two.id]);
  });

  it('must be written before anything is shown', async () => {
    const asker = await api.staff('administrator');
    const made = await api.post(asker, '/v1/people', person());
    await api.engine.store?.settled();
    const audit = api.deps.audit as { viewed: unknown };
    const { viewed } = audit;
    audit.viewed = async () => {
      throw new Error('the audit is away');
    };
    const refused = await api.get(asker, `/v1/people/${made.body.id}`);
    audit.viewed = viewed;
    expect(refused.status).toBe(500);
    expect(refused.text).not.toContain('Okafor');
  });
});

describe('the record of what was written', () => {
  it('has every event once, by person and by writer, under the hash it was committed with', async () => {
    const asker = await api.staff('clinician');
    const { personId, referralId, path } = await referred(api, asker);
    await api.post(
      asker,
      `${path}/events`,
      { facts: { kind: 'triage-accepted' }, on: '2026-09-01' },
      { 'if-match': '"1"' },
    );
    await api.engine.store?.settled();
    const written = await gathered(api.deps.audit.writtenAbout('liverpool', personId));
    expect(written.map(({ aggregateId, seq, kind }) => [aggregateId, seq, kind]).sort()).toEqual(
      [
        [personId, 0, 'created'],
        [referralId, 0, 'received'],
        [referralId, 1, 'triage-accepted'],
      ].sort(),
    );
    const kept = await api.deps.referrals.get('liverpool', { personId, referralId });
    expect(written.filter((entry) => entry.aggregateId === referralId).map(({ hash }) => hash)).toEqual(
      kept?.referral.events.map(({ hash }) => hash),
    );
    const byWriter = await gathered(api.deps.audit.writtenBy('liverpool', asker.id));
    expect(byWriter.map(({ kind }) => kind)).toEqual(['created', 'received', 'triage-accepted']);
  });
});
