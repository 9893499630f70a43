/** The ports over maps: a twin of the repositories, small enough to be read as what they promise. */

import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import type { AuditTrail, WrittenEntry } from '../../shared/application/ports/audit.ts';
import type { NumberClaim } from '../../shared/application/ports/person-numbers.ts';
import type { KeptReferral, QueueList } from '../../shared/application/ports/referrals.ts';
import type { NamedStaff } from '../../shared/application/ports/staff-directory.ts';
import { nextEntry, type ViewEntry } from '../../shared/domain/audit/view.ts';
import { conflict, stale } from '../../shared/domain/error.ts';
import type { Person } from '../../shared/domain/person/person.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import type { Session } from '../../shared/domain/session/session.ts';
import type { Staff } from '../../shared/domain/staff/staff.ts';
import { casesInMemory } from './cases-in-memory.ts';
import type { Ports } from './ports.ts';

const joined = (...parts: readonly (string | number)[]) => JSON.stringify(parts);
const staleError = () => stale('changed-since', 'It has been changed since you read it');

export function portsInMemory(): Ports {
  const people = new Map<string, Person>();
  const numbers = new Map<string, NumberClaim>();
  const referrals = new Map<string, KeptReferral>();
  const cases = casesInMemory();
  const policies = new Map<string, Policy[]>();
  const staff = new Map<string, Staff>();
  const sessions = new Map<string, Session | null>();

  const inQueue = (place: string, queue: string, list: QueueList) =>
    [...referrals.values()]
      .filter(({ referral, entry }) => referral.place === place && referral.queue === queue && entry.list === list)
      .sort((a, b) => (a.entry.order < b.entry.order ? -1 : 1))
      .map(({ entry }) => entry);

  return {
    people: {
      get: async (place, personId) => people.get(joined(place, personId)),
      async record(place, personId) {
        const person = people.get(joined(place, personId));
        const own = [...referrals.values()]
          .filter(({ referral }) => referral.place === place && referral.personId === personId)
          .sort((a, b) => (a.referral.id < b.referral.id ? -1 : 1));
        return person === undefined ? undefined : { person, referrals: own, cases: cases.of(place, personId) };
      },
      many: async (place, ids) => [...people.values()].filter((one) => one.place === place && ids.includes(one.id)),
      bornOn: async (place, birthDate) =>
        [...people.values()]
          .filter((one) => one.place === place && one.details.birthDate === birthDate && one.mergedInto === null)
          .map(({ id, details: { familyName, givenName } }) => ({ personId: id, familyName, givenName, birthDate })),
      async create(person) {
        const key = joined(person.place, person.id);
        if (people.has(key)) throw conflict('already-there', 'There is such a person already');
        people.set(key, person);
      },
      async save(person) {
        const key = joined(person.place, person.id);
        if (people.get(key)?.version !== person.version - 1) throw staleError();
        people.set(key, person);
      },
    },
    personNumbers: {
      find: async (place, kind, number) => numbers.get(joined(place, kind, number)),
      findMany: async (place, wanted) => wanted.map(({ kind, number }) => numbers.get(joined(place, kind, number))),
      async claim(place, kind, number, claim, over) {
        const key = joined(place, kind, number);
        const held = numbers.get(key);
        if (held !== undefined && joined(...Object.values(held)) !== joined(...Object.values(over ?? {}))) return held;
        numbers.set(key, claim);
        return claim;
      },
    },
    referrals: {
      get: async (place, { personId, referralId }) => referrals.get(joined(place, personId, referralId)),
      many: async (place, keys) =>
        keys.flatMap(({ personId, referralId }) => referrals.get(joined(place, personId, referralId)) ?? []),
      async create(referral, entry) {
        const key = joined(referral.place, referral.personId, referral.id);
        if (referrals.has(key)) throw conflict('already-there', 'There is such a referral already');
        referrals.set(key, { referral, entry });
      },
      async save(referral, entry, decidedOn) {
        const key = joined(referral.place, referral.personId, referral.id);
        if (referrals.get(key)?.referral.version !== decidedOn) throw staleError();
        referrals.set(key, { referral, entry });
      },
    },
    queues: {
      async page(place, queue, limit, edge) {
        const all = inQueue(place, queue, 'waiting');
        const firstAfter = (order: string) => all.filter((entry) => entry.order <= order).length;
        const firstNotBefore = (order: string) => all.filter((entry) => entry.order < order).length;
        const last = edge !== undefined && 'before' in edge ? firstNotBefore(edge.before['order'] ?? '') : undefined;
        const from =
          last !== undefined
            ? Math.max(0, last - limit)
            : edge !== undefined && 'after' in edge
              ? firstAfter(edge.after['order'] ?? '')
              : 0;
        const to = Math.min(all.length, last ?? from + limit);
        const shown = all.slice(from, to);
        const [first, final] = [shown[0], shown.at(-1)];
        return {
          rows: shown.map(({ row }) => row),
          ...(first === undefined || from === 0 ? {} : { start: { order: first.order } }),
          ...(final === undefined || to === all.length ? {} : { end: { order: final.order } }),
        };
      },
      count: async (place, queue) => inQueue(place, queue, 'waiting').length,
      async all(place, queue, list, ceiling) {
        const rows = inQueue(place, queue, list).map(({ row }) => row);
        return { rows: rows.slice(0, ceiling), complete: rows.length <= ceiling };
      },
      async *each(place, queue, list) {
        yield inQueue(place, queue, list).map(({ row }) => row);
      },
    },
    cases: cases.port,
    policies: {
      current: async (place) => policies.get(place)?.at(-1),
      async save(policy) {
        const kept = policies.get(policy.place.id) ?? [];
        if (kept.some(({ version }) => version === policy.version)) throw staleError();
        policies.set(
          policy.place.id,
          [...kept, policy].sort((a, b) => a.version - b.version),
        );
      },
    },
    staff: {
      find: async ({ issuer, subject }) => staff.get(joined(issuer, subject)),
      everybody: async () => [...staff.values()].map(namedOf),
      async named(id) {
        const found = [...staff.values()].find((one) => one.id === id);
        return found && namedOf(found);
      },
      ofPlace: async (place) =>
        [...staff.values()].filter(({ memberships }) => memberships.some((one) => one.place === place)),
      async save({ issuer, subject }, member) {
        const key = joined(issuer, subject);
        if ((staff.get(key)?.version ?? 0) !== member.version - 1) throw staleError();
        staff.set(key, member);
      },
    },
    sessions: {
      find: async (idHash) => sessions.get(idHash) ?? undefined,
      async keep(session) {
        const kept = sessions.get(session.idHash);
        if (kept === null) throw conflict('session-ended', 'This session has ended');
        if (kept === undefined || kept.seenAt <= session.seenAt) sessions.set(session.idHash, session);
      },
      async end(idHash) {
        if (sessions.has(idHash)) sessions.set(idHash, null);
      },
      async endAtProvider(issuer, providerSession) {
        for (const [idHash, session] of sessions) {
          const { provider } = session ?? {};
          if (provider?.issuer === issuer && provider.session === providerSession) sessions.set(idHash, null);
        }
      },
    },
    audit: auditInMemory(),
  };
}

const namedOf = ({ id, name, active, memberships }: Staff): NamedStaff => ({
  id,
  name,
  active,
  memberships: memberships.map(({ place, role }) => ({ place, role })),
});

function auditInMemory(): AuditTrail {
  const views: ViewEntry[] = [];
  const written: WrittenEntry[] = [];
  const inPlace = (place: string) => views.filter((entry) => entry.place === place);
  return {
    async viewed(view) {
      const last = inPlace(view.place).findLast(({ actor }) => actor === view.actor);
      const entry = nextEntry(view, last, sha256);
      views.push(entry);
      return entry;
    },
    // Every view is on its lists: they are looked for in the views themselves.
    async listed() {},
    async written(entry) {
      const there = written.find(({ aggregateId, seq }) => aggregateId === entry.aggregateId && seq === entry.seq);
      if (there === undefined) written.push(entry);
      else if (there.hash !== entry.hash) throw new Error('altered');
    },
    async *viewsBy(place, actor) {
      yield* inPlace(place).filter((entry) => entry.actor === actor);
    },
    async *viewsOf(place, personId, queues) {
      for (const entry of inPlace(place)) {
        if (!entry.subjects.includes(personId)) continue;
        if (entry.queue === null || queues.includes(entry.queue)) yield entry;
      }
    },
    async *writtenAbout(place, personId) {
      const about = written.filter((entry) => entry.place === place && entry.personId === personId);
      yield* about.sort((a, b) => (joinedKey(a) < joinedKey(b) ? -1 : 1));
    },
    async *writtenBy(place, actor) {
      const by = written.filter((entry) => entry.place === place && entry.actor === actor);
      yield* by.sort((a, b) => (a.recordedAt + joinedKey(a) < b.recordedAt + joinedKey(b) ? -1 : 1));
    },
  };
}

function joinedKey({ aggregateId, seq }: WrittenEntry): string {
  return `${aggregateId}#${String(seq).padStart(4, '0')}`;
}
