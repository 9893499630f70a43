/** Whatever one entry of whatever history is removed, altered or moved: the verifier finds it and names it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import type { AuditFinding } from '../../../shared/domain/audit/finding.ts';
import {
  beforeFirstView,
  type ChainPoint,
  chainFindings,
  type HistoryCopy,
  type HistoryLink,
  historyFindings,
  viewLink,
} from '../../../shared/domain/audit/verify.ts';
import { nextEntry, type View, type ViewEntry, viewMarks } from '../../../shared/domain/audit/view.ts';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';

const id = fc.string({
  unit: fc.constantFrom(...Array.from('ABCDEFGHabcdefgh01234567-_')),
  minLength: 16,
  maxLength: 16,
});
const view: fc.Arbitrary<View> = fc.record(
  {
    place: fc.constant('liverpool'),
    actor: fc.constant('ActorActorActor1'),
    role: fc.constantFrom('clinician', 'administrator'),
    action: fc.constantFrom('person.read', 'queue.read', 'person.find'),
    at: fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }).map(instantOf),
    subjects: fc.array(id, { maxLength: 4 }),
    queue: fc.constantFrom('SALT', null),
    requestId: fc.uuid(),
    marks: fc.subarray([...viewMarks], { minLength: 1 }),
  },
  { requiredKeys: ['place', 'actor', 'role', 'action', 'at', 'subjects', 'queue', 'requestId'] },
);
const chain: fc.Arbitrary<readonly ViewEntry[]> = fc.array(view, { minLength: 2, maxLength: 25 }).map((views) => {
  const entries: ViewEntry[] = [];
  for (const one of views) entries.push(nextEntry(one, entries.at(-1), sha256));
  return entries;
});
/** A chain and a place in it, from 0. */
const chainAt = chain.chain((entries) => fc.tuple(fc.constant(entries), fc.nat({ max: entries.length - 1 })));

const OF = { of: 'views', id: 'ActorActorActor1' } as const;
const headOf = (entries: readonly ViewEntry[]): readonly ChainPoint[] =>
  entries.slice(-1).map(({ seq, hash }) => ({ seq, hash }));
const verify = (entries: readonly ViewEntry[], heads: readonly ChainPoint[] = [], base = beforeFirstView) =>
  chainFindings(
    OF,
    entries.map((entry) => viewLink(entry, sha256)),
    base,
    heads,
  );
const names = (findings: readonly AuditFinding[], seq: number) =>
  findings.some(({ from, to }) => from <= seq && seq <= to);

describe('a chain of views', () => {
  it('is whole as it was written, and from any entry that was proved before', () => {
    fc.assert(
      fc.property(chainAt, ([entries, at]) => {
        expect(verify(entries, headOf(entries))).toEqual([]);
        const { seq, hash } = entries[at] as ViewEntry;
        expect(verify(entries.slice(at + 1), headOf(entries), { seq, hash })).toEqual([]);
      }),
    );
  });

  it('shows which entry was removed; the last ones by the head', () => {
    fc.assert(
      fc.property(chainAt, ([entries, at]) => {
        const left = entries.toSpliced(at, 1);
        const fault = at === entries.length - 1 ? 'truncated' : 'missing';
        expect(verify(left, headOf(entries))).toEqual([{ chain: OF, fault, from: at + 1, to: at + 1 }]);
      }),
    );
  });

  it('shows how many were cut off the end', () => {
    fc.assert(
      fc.property(chainAt, ([entries, at]) => {
        const cut = { chain: OF, fault: 'truncated', from: at + 1, to: entries.length };
        expect(verify(entries.slice(0, at), headOf(entries))).toEqual([cut]);
      }),
    );
  });

  const alterations: fc.Arbitrary<(entry: ViewEntry) => ViewEntry> = fc.constantFrom(
    (entry) => ({ ...entry, actor: 'AnotherAnother12' }),
    (entry) => ({ ...entry, at: instantOf(Date.parse(entry.at) + 1) }),
    (entry) => ({ ...entry, action: `${entry.action}.not` }),
    (entry) => ({ ...entry, subjects: [...entry.subjects, 'SomebodySomebody'] }),
    (entry) => ({ ...entry, queue: entry.queue === null ? 'OT' : null }),
    (entry) => ({ ...entry, marks: [...(entry.marks ?? []), 'emergency' as const] }),
    (entry) => ({ ...entry, grantId: 'GrantGrantGrant1' }),
    (entry) => ({ ...entry, about: 'SomebodySomebody' }),
    (entry) => ({ ...entry, requestId: `${entry.requestId}x` }),
  );

  it('shows which entry was altered', () => {
    fc.assert(
      fc.property(chainAt, alterations, ([entries, at], alter) => {
        const altered = entries.with(at, alter(entries[at] as ViewEntry));
        expect(verify(altered)).toEqual([{ chain: OF, fault: 'altered', from: at + 1, to: at + 1 }]);
      }),
    );
  });

  it('shows an entry that was replaced with a hash that fits it', () => {
    fc.assert(
      fc.property(chainAt, alterations, ([entries, at], alter) => {
        const { seq: _seq, previousHash: _previous, hash: _hash, ...said } = alter(entries[at] as ViewEntry);
        const replaced = entries.with(at, nextEntry(said, entries[at - 1], sha256));
        const findings = verify(replaced, headOf(entries));
        expect(findings.map(({ fault }) => fault)).toEqual([at === entries.length - 1 ? 'rewritten' : 'unlinked']);
        expect(names(findings, at + 1)).toBe(true);
      }),
    );
  });

  it('shows a whole chain that was written anew', () => {
    fc.assert(
      fc.property(chainAt, ([entries, at]) => {
        const anew: ViewEntry[] = entries.slice(0, at);
        for (const entry of entries.slice(at)) {
          const { seq: _seq, previousHash: _previous, hash: _hash, ...said } = entry;
          anew.push(nextEntry({ ...said, role: 'operator' }, anew.at(-1), sha256));
        }
        expect(verify(anew)).toEqual([]);
        const findings = verify(anew, headOf(entries));
        expect(findings).toEqual([{ chain: OF, fault: 'rewritten', from: entries.length, to: entries.length }]);
      }),
    );
  });

  it('shows two entries that changed places, whether or not they took each other’s number', () => {
    fc.assert(
      fc.property(chainAt, fc.nat(), ([entries, at], other) => {
        const to = other % entries.length;
        fc.pre(to !== at);
        const [a, b] = [entries[at], entries[to]] as [ViewEntry, ViewEntry];
        const swapped = entries.with(at, b).with(to, a);
        const findings = verify(swapped);
        expect(findings.some(({ fault, from }) => fault === 'moved' && (from === a.seq || from > 0))).toBe(true);
        const renumbered = entries.with(at, { ...b, seq: a.seq }).with(to, { ...a, seq: b.seq });
        expect(names(verify(renumbered), a.seq) && names(verify(renumbered), b.seq)).toBe(true);
      }),
    );
  });
});

/** A history of as many events, with the copies that the audit has of it. */
const history = fc.integer({ min: 1, max: 12 }).map((length) => {
  const events: HistoryLink[] = [];
  for (let seq = 0; seq < length; seq += 1) {
    const previousHash = events.at(-1)?.hash ?? '';
    const hash = sha256(`${previousHash} event ${seq}`);
    events.push({ seq, previousHash, hash, saidHash: hash, copy: `copy of ${seq}`, settled: true });
  }
  return events;
});
const historyAt = history.chain((events) => fc.tuple(fc.constant(events), fc.nat({ max: events.length - 1 })));
const HISTORY = { of: 'history', id: 'RecordRecord1234' } as const;
const copiesOf = (events: readonly HistoryLink[]): HistoryCopy[] =>
  events.map(({ seq, hash, copy }) => ({ seq, hash, copy }));
const bySeq = (copies: readonly HistoryCopy[]) => new Map(copies.map((copy) => [copy.seq, copy]));

describe('the history of a record beside its copies', () => {
  it('is whole as it was written', () => {
    fc.assert(
      fc.property(history, (events) => {
        const copies = copiesOf(events);
        expect(historyFindings(HISTORY, events, copies, bySeq(copies))).toEqual([]);
      }),
    );
  });

  it('shows which event was removed, and a tail that was cut off even without a head', () => {
    fc.assert(
      fc.property(historyAt, ([events, at]) => {
        const copies = copiesOf(events);
        const findings = historyFindings(HISTORY, events.toSpliced(at, 1), copies, bySeq(copies));
        expect(names(findings, at)).toBe(true);
        const cut = historyFindings(HISTORY, events.slice(0, at), copies, bySeq(copies));
        expect(cut.map(({ fault, from }) => [fault, from])).toEqual(
          events.slice(at).map(({ seq }) => ['truncated', seq]),
        );
      }),
    );
  });

  it('shows which copy was removed or says something else, on either list', () => {
    fc.assert(
      fc.property(historyAt, ([events, at]) => {
        const copies = copiesOf(events);
        const without = copies.toSpliced(at, 1);
        const finding = (fault: string): unknown[] => [expect.objectContaining({ fault, from: at, to: at })];
        expect(historyFindings(HISTORY, events, without, bySeq(copies))).toEqual(finding('not-copied'));
        expect(historyFindings(HISTORY, events, copies, bySeq(without))).toEqual(finding('not-listed'));
        const other = copies.with(at, { ...(copies[at] as HistoryCopy), copy: 'something else' });
        expect(historyFindings(HISTORY, events, other, bySeq(copies))).toEqual(finding('copy-altered'));
        expect(historyFindings(HISTORY, events, copies, bySeq(other))).toEqual(finding('not-listed'));
      }),
    );
  });

  it('waits for the copy of what was recorded a moment ago', () => {
    const [event] = fc.sample(history, 1)[0] as [HistoryLink];
    expect(historyFindings(HISTORY, [{ ...event, settled: false }], [], new Map())).toEqual([]);
  });

  it('shows that record and copies were both removed, by the head', () => {
    fc.assert(
      fc.property(history, (events) => {
        const heads = events.map(({ seq, hash }) => ({ seq, hash })).slice(-1);
        const findings = historyFindings(HISTORY, [], [], new Map(), heads);
        expect(findings).toEqual([{ chain: HISTORY, fault: 'truncated', from: 0, to: events.length - 1 }]);
      }),
    );
  });
});
