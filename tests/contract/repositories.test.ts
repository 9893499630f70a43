/** What every repository promises, said once: asked of the twin in memory and of the real engine alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { NumberClaim } from '../../shared/application/ports/person-numbers.ts';
import type { ListPage, PageEdge } from '../../shared/application/ports/queues.ts';
import type { View } from '../../shared/domain/audit/view.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import type { Session } from '../../shared/domain/session/session.ts';
import { type Engine, openEngine } from './engine.ts';
import type { Ports } from './ports.ts';
import { portsInMemory } from './ports-in-memory.ts';
import { changed, ids, policyOf, samplePerson, sampleReferral, withEvent } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const makers: readonly [string, () => Ports][] = [
  ['the twin in memory', portsInMemory],
  [
    'the real engine',
    () => {
      const { recordsTable, auditTable, client } = engine;
      return serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
    },
  ],
];

/** A place of a test's own, so that tests on one engine do not meet. */
const newPlace = () =>
  `p${ids
    .fresh()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '0')}`;

async function gathered<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

const at = (minute: number) => parseInstant(`2026-11-01T09:${String(minute).padStart(2, '0')}:00.000Z`);

describe.each(makers)('%s', (_name, make) => {
  let ports: Ports;
  let place: string;
  beforeAll(() => {
    ports = make();
    place = newPlace();
  });

  describe('people', () => {
    it('are read as they were kept, one by one, several, and with everything about them', async () => {
      const person = samplePerson(place);
      const referrals = [sampleReferral(person, '2026-08-03'), sampleReferral(person, '2026-09-01', { queue: 'OT' })];
      await ports.people.create(person);
      for (const { referral, entry } of referrals) await ports.referrals.create(referral, entry);
      expect(await ports.people.get(place, person.id)).toEqual(person);
      expect(await ports.people.many(place, [person.id, ids.fresh(), person.id])).toEqual([person]);
      const record = await ports.people.record(place, person.id);
      expect(record?.person).toEqual(person);
      expect(record?.referrals).toHaveLength(2);
      expect(record?.referrals).toEqual(expect.arrayContaining(referrals));
      expect(await ports.people.get(newPlace(), person.id)).toBeUndefined();
      expect(await ports.people.record(place, ids.fresh())).toBeUndefined();
    });

    it('are never put over one another, and only changed from the version that was read', async () => {
      const person = samplePerson(place);
      await ports.people.create(person);
      await expect(ports.people.create(person)).rejects.toMatchObject({ kind: 'conflict', code: 'already-there' });
      const second = changed(person, { givenName: 'Birger' });
      await ports.people.save(second);
      await expect(ports.people.save(second)).rejects.toMatchObject({ kind: 'stale', code: 'changed-since' });
      expect((await ports.people.get(place, person.id))?.details.givenName).toBe('Birger');
    });

    it('are found by their birthday, those merged into another left out', async () => {
      const born = { birthDate: '2009-02-03' as never };
      const [one, other] = [samplePerson(place, born), samplePerson(place, born)];
      await ports.people.create(one);
      await ports.people.create({ ...other, mergedInto: one.id });
      expect(await ports.people.bornOn(place, born.birthDate)).toEqual([
        { personId: one.id, familyName: 'Ó Súilleabháin', givenName: 'Björn', birthDate: '2009-02-03' },
      ]);
      expect(await ports.people.bornOn(newPlace(), born.birthDate)).toEqual([]);
    });
  });

  describe('numbers of people', () => {
    it('are claimed once, and taken over only from the claim that is named', async () => {
      const from = (minute: number) => ({ personId: ids.fresh(), claimedAt: at(minute) });
      const [first, second, third] = [from(1), from(2), from(3)];
      const claim = (who: NumberClaim, over?: NumberClaim) =>
        ports.personNumbers.claim(place, 'nhs-number', '9990017336', who, over);
      expect(await ports.personNumbers.find(place, 'nhs-number', '9990017336')).toBeUndefined();
      expect(await claim(first)).toEqual(first);
      expect(await claim(second)).toEqual(first);
      expect(await claim(third, second)).toEqual(first);
      expect(await claim(second, first)).toEqual(second);
      expect(await ports.personNumbers.find(place, 'nhs-number', '9990017336')).toEqual(second);
      expect(await ports.personNumbers.find(place, 'local-id', '9990017336')).toBeUndefined();
      expect(await ports.personNumbers.find(newPlace(), 'nhs-number', '9990017336')).toBeUndefined();
      const many = [
        { kind: 'local-id', number: 'none' },
        { kind: 'nhs-number', number: '9990017336' },
        { kind: 'nhs-number', number: '9990017336' },
      ] as const;
      expect(await ports.personNumbers.findMany(place, many)).toEqual([undefined, second, second]);
    });
  });

  describe('referrals', () => {
    it('are read as they were kept, history and entry', async () => {
      const person = samplePerson(place);
      let kept = sampleReferral(person, '2026-08-03');
      await ports.referrals.create(kept.referral, kept.entry);
      kept = withEvent(kept, person, { kind: 'triage-accepted' }, '2026-08-05');
      kept = withEvent(kept, person, { kind: 'noted', note: 'Ünïcode: 👋 ‏עברית' }, '2026-08-06');
      await ports.referrals.save({ ...kept.referral, version: 2 }, kept.entry, 1);
      const key = { personId: person.id, referralId: kept.referral.id };
      const read = await ports.referrals.get(place, key);
      expect(read).toEqual({ referral: { ...kept.referral, version: 2 }, entry: kept.entry });
      expect(await ports.referrals.many(place, [key, { ...key, referralId: ids.fresh() }])).toEqual([read]);
      expect(await ports.referrals.get(newPlace(), key)).toBeUndefined();
    });

    it('are never put over one another, and only changed from the version that was decided on', async () => {
      const person = samplePerson(place);
      const kept = sampleReferral(person, '2026-08-03');
      await ports.referrals.create(kept.referral, kept.entry);
      await expect(ports.referrals.create(kept.referral, kept.entry)).rejects.toMatchObject({ kind: 'conflict' });
      const next = withEvent(kept, person, { kind: 'triage-accepted' }, '2026-08-05');
      await ports.referrals.save(next.referral, next.entry, 1);
      await expect(ports.referrals.save(next.referral, next.entry, 1)).rejects.toMatchObject({ kind: 'stale' });
    });
  });

  describe('queues', () => {
    it('list in order, page by page, and count; a referral that is seen or ended moves to its own list', async () => {
      const own = newPlace();
      const person = samplePerson(own);
      const tiers = ['routine', 'urgent', 'soon'] as const;
      const all = Array.from({ length: 25 }, (_, index) =>
        sampleReferral(person, `2026-0${1 + (index % 9)}-1${index % 10}`, { tier: tiers[index % 3] ?? 'routine' }),
      );
      for (const { referral, entry } of all) await ports.referrals.create(referral, entry);
      const expected = all
        .map(({ entry }) => entry)
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ row }) => row);
      const pages: ListPage[] = [];
      let edge: PageEdge | undefined;
      do {
        const page = await ports.queues.page(own, 'SALT', 5, edge);
        pages.push(page);
        edge = page.end && { after: page.end };
      } while (edge !== undefined);
      expect(pages.flatMap(({ rows }) => rows)).toEqual(expected);
      expect(pages.map(({ rows }) => rows.length)).toEqual([5, 5, 5, 5, 5]);
      expect(pages[0]?.start).toBeUndefined();
      const back = pages[3]?.start && (await ports.queues.page(own, 'SALT', 5, { before: pages[3].start }));
      expect(back?.rows).toEqual(pages[2]?.rows);
      const first = pages[1]?.start && (await ports.queues.page(own, 'SALT', 5, { before: pages[1].start }));
      expect([first?.rows, first?.start]).toEqual([pages[0]?.rows, undefined]);
      expect(await ports.queues.count(own, 'SALT')).toBe(25);
      expect(await ports.queues.all(own, 'SALT', 'waiting', 10)).toEqual({
        rows: expected.slice(0, 10),
        complete: false,
      });
      expect(await ports.queues.all(own, 'SALT', 'waiting', 25)).toEqual({ rows: expected, complete: true });

      const [seen, ended] = all as [(typeof all)[0], (typeof all)[0]];
      const contact = { kind: 'contact', mechanism: 'video', parentOnly: false } as const;
      const seenNow = withEvent(seen, person, contact, '2026-10-01');
      const endedNow = withEvent(ended, person, { kind: 'declined-by-family' }, '2026-10-01');
      await ports.referrals.save(seenNow.referral, seenNow.entry, 1);
      await ports.referrals.save(endedNow.referral, endedNow.entry, 1);
      expect(await ports.queues.count(own, 'SALT')).toBe(23);
      expect((await gathered(ports.queues.each(own, 'SALT', 'pathway'))).flat()).toEqual([seenNow.entry.row]);
      expect((await gathered(ports.queues.each(own, 'SALT', 'closed'))).flat()).toEqual([endedNow.entry.row]);
      expect(await ports.queues.count(own, 'OT')).toBe(0);
      expect(await ports.queues.count(newPlace(), 'SALT')).toBe(0);
    });
  });

  describe('policies', () => {
    it('keep every version, and give the highest', async () => {
      const own = newPlace();
      expect(await ports.policies.current(own)).toBeUndefined();
      const first = policyOf(own);
      await ports.policies.save(first);
      for (let version = 2; version <= 11; version += 1) await ports.policies.save({ ...first, version });
      expect(await ports.policies.current(own)).toEqual({ ...first, version: 11 });
      await expect(ports.policies.save({ ...first, version: 11 })).rejects.toMatchObject({ kind: 'stale' });
    });
  });

  describe('staff', () => {
    it('are found by issuer and subject together', async () => {
      const member = { id: ids.fresh(), version: 1, name: 'Sam', active: true, memberships: [] };
      const identity = { issuer: 'https://a.example', subject: place };
      await ports.staff.save(identity, member);
      expect(await ports.staff.find(identity)).toEqual(member);
      expect(await ports.staff.find({ ...identity, issuer: 'https://b.example' })).toBeUndefined();
      await expect(ports.staff.save(identity, member)).rejects.toMatchObject({ kind: 'stale' });
      await ports.staff.save(identity, { ...member, version: 2, active: false });
      expect((await ports.staff.find(identity))?.active).toBe(false);
      const named = { id: member.id, name: 'Sam', active: false, memberships: [] };
      expect(await ports.staff.named(member.id)).toEqual(named);
      expect((await ports.staff.everybody()).filter(({ id }) => id === member.id)).toEqual([named]);
      expect(await ports.staff.named(ids.fresh())).toBeUndefined();
    });
  });

  describe('sessions', () => {
    it('are kept, renewed, never set back, and never come back once ended', async () => {
      const session: Session = {
        idHash: `${ids.fresh()}${ids.fresh()}abcdefghijk`,
        staffId: ids.fresh(),
        provider: { issuer: 'https://a.example', subject: 's', session: null, idToken: 't' },
        acting: { place: 'liverpool', role: 'clinician' },
        formToken: ids.fresh() + ids.fresh(),
        signedInAt: at(0),
        seenAt: at(5),
      };
      await ports.sessions.keep(session);
      await ports.sessions.keep({ ...session, seenAt: at(3) });
      expect(await ports.sessions.find(session.idHash)).toEqual(session);
      await ports.sessions.keep({ ...session, seenAt: at(8) });
      expect((await ports.sessions.find(session.idHash))?.seenAt).toBe(at(8));
      await ports.sessions.end(session.idHash);
      await ports.sessions.end(session.idHash);
      expect(await ports.sessions.find(session.idHash)).toBeUndefined();
      await expect(ports.sessions.keep(session)).rejects.toMatchObject({ code: 'session-ended' });
    });

    it('end together when the identity provider ends its own', async () => {
      const provider = { issuer: 'https://a.example', subject: 's', session: ids.fresh(), idToken: 't' };
      const begin = async (own: Session['provider']) => {
        const session: Session = {
          idHash: `${ids.fresh()}${ids.fresh()}abcdefghijk`,
          staffId: ids.fresh(),
          provider: own,
          acting: null,
          formToken: ids.fresh() + ids.fresh(),
          signedInAt: at(0),
          seenAt: at(0),
        };
        await ports.sessions.keep(session);
        return session.idHash;
      };
      const [one, two] = [await begin(provider), await begin(provider)];
      const elsewhere = await begin({ ...provider, session: ids.fresh() });
      await ports.sessions.endAtProvider(provider.issuer, provider.session);
      expect(await Promise.all([one, two].map(ports.sessions.find))).toEqual([undefined, undefined]);
      expect(await ports.sessions.find(elsewhere)).toBeDefined();
    });
  });

  describe('the audit', () => {
    it('chains the views of each member of staff, and finds those of a person', async () => {
      const own = newPlace();
      const [actor, other, subject] = [ids.fresh(), ids.fresh(), ids.fresh()] as [string, string, string];
      const view = (more: Partial<View>): View => ({
        place: own,
        actor,
        role: 'clinician',
        action: 'person.read',
        at: at(1),
        subjects: [subject],
        queue: null,
        requestId: ids.fresh(),
        ...more,
      });
      const first = await ports.audit.viewed(view({}));
      const second = await ports.audit.viewed(view({ at: at(2), action: 'queue.read', queue: 'SALT' }));
      await ports.audit.viewed(view({ at: at(3), action: 'queue.read', queue: 'SALT', subjects: [ids.fresh()] }));
      const foreign = await ports.audit.viewed(view({ at: at(4), actor: other }));
      expect([first.seq, second.seq, foreign.seq]).toEqual([1, 2, 1]);
      expect(second.previousHash).toBe(first.hash);
      expect((await gathered(ports.audit.viewsBy(own, actor))).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      const found = await gathered(ports.audit.viewsOf(own, subject, ['SALT']));
      expect(found.map(({ hash }) => hash).sort()).toEqual([first.hash, second.hash, foreign.hash].sort());
      expect(await gathered(ports.audit.viewsOf(newPlace(), subject, ['SALT']))).toEqual([]);
    });

    it('copies an event once, and refuses another in its place', async () => {
      const own = newPlace();
      const entry = {
        place: own,
        personId: ids.fresh(),
        aggregateId: ids.fresh(),
        seq: 0,
        eventId: ids.fresh(),
        kind: 'received',
        recordedAt: at(1),
        actor: ids.fresh(),
        role: 'clinician',
        previousHash: '',
        hash: 'first',
      };
      const next = { ...entry, seq: 1, eventId: ids.fresh(), recordedAt: at(2), hash: 'second' };
      await ports.audit.written(next);
      await ports.audit.written(entry);
      await ports.audit.written(entry);
      await expect(ports.audit.written({ ...entry, hash: 'another' })).rejects.toThrow();
      expect(await gathered(ports.audit.writtenAbout(own, entry.personId))).toEqual([entry, next]);
      expect(await gathered(ports.audit.writtenBy(own, entry.actor))).toEqual([entry, next]);
    });
  });
});
