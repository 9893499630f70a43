import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { caseTypeOf, caseTypes } from '../../../shared/domain/case/case-types.ts';
import { caseChainHolds, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { afterwards, contextOn, day, toyCase, toyType } from './toy-type.ts';

const asked = { kind: 'asked' };
const visited = { kind: 'visited' };
const booked = (visitOn: string) => ({ kind: 'booked', visitOn });

function refusalOf(work: () => unknown): readonly (string | undefined)[] {
  try {
    work();
  } catch (caught) {
    if (isDomainError(caught)) return [caught.code, caught.issues[0]?.pointer];
    throw caught;
  }
  return [];
}

const idOf = (kept: Case, kind: string) => kept.events.find(({ facts }) => facts.kind === kind)?.id ?? '';
const mistaken = (kept: Case, kind: string) => ({
  kind: 'recorded-in-error',
  eventId: idOf(kept, kind),
  reason: 'Typed twice',
});
const stateOn = (kept: Case, asAt: string) => stateOfCase(toyType, kept, contextOn(asAt));

describe('a case', () => {
  it('is opened at version 1, grows by one with each event, and its chain holds', () => {
    const kept = toyCase(
      '2025-06-20',
      [asked, '2025-06-02'],
      [booked('2025-06-19'), '2025-06-05'],
      [visited, '2025-06-19'],
    );
    expect([kept.version, kept.events.length, kept.kind]).toEqual([3, 3, 'care-assessment']);
    expect(caseChainHolds(kept, sha256)).toBe(true);
    const altered = kept.events.map((event) => (event.seq === 1 ? { ...event, on: day('2025-06-06') } : event));
    expect(caseChainHolds({ events: altered }, sha256)).toBe(false);
    expect(caseChainHolds({ events: kept.events.slice(1) }, sha256)).toBe(false);
  });

  it('is on any day what the events up to that day made of it', () => {
    const kept = toyCase('2025-06-20', [asked, '2025-06-02'], [visited, '2025-06-19']);
    expect(stateOn(kept, '2025-06-01')).toBeUndefined();
    expect(stateOn(kept, '2025-06-18')?.visitedOn).toBeNull();
    expect(stateOn(kept, '2025-06-19')?.visitedOn).toBe('2025-06-19');
  });

  it('takes an event of an earlier day where that day puts it', () => {
    const kept = afterwards(
      toyCase('2025-06-20', [asked, '2025-06-02'], [visited, '2025-06-19']),
      booked('2025-06-12'),
      '2025-06-05',
      '2025-06-20',
    );
    expect(stateOn(kept, '2025-06-20')).toMatchObject({ bookedFor: '2025-06-12', visitedOn: '2025-06-19' });
  });

  it.each([
    ['of a day to come', () => toyCase('2025-06-02', [asked, '2025-06-03']), ['date-in-future', '/on']],
    ['of a day before birth', () => toyCase('2025-06-02', [asked, '2015-03-09']), ['before-birth', '/on']],
    ['that no record begins with', () => toyCase('2025-06-02', [visited, '2025-06-02']), ['not-open', '/facts/kind']],
    [
      'before the one that opens it',
      () => afterwards(toyCase('2025-06-02', [asked, '2025-06-02']), visited, '2025-06-01', '2025-06-02'),
      ['not-open', '/facts/kind'],
    ],
    [
      'that its type refuses, with the pointer',
      () => afterwards(toyCase('2025-06-02', [asked, '2025-06-02']), booked('2025-06-01'), '2025-06-02'),
      ['date-order', '/facts/visitOn'],
    ],
    [
      'after which another would no longer fit',
      () =>
        afterwards(
          toyCase('2025-06-20', [asked, '2025-06-02'], [booked('2025-06-12'), '2025-06-10']),
          visited,
          '2025-06-09',
          '2025-06-20',
        ),
      ['contradicts-history', '/on'],
    ],
  ])('refuses an event %s', (_name, work, refused) => {
    expect(refusalOf(work)).toEqual(refused);
  });

  it('never goes on from a history that misses events', () => {
    const kept = toyCase('2025-06-20', [asked, '2025-06-02'], [booked('2025-06-19'), '2025-06-03']);
    const torn = { ...kept, events: kept.events.slice(1) };
    expect(() => afterwards(torn, booked('2025-06-20'), '2025-06-20')).toThrow('missing');
    expect(() => stateOn(torn, '2025-06-20')).toThrow('missing');
  });
});

describe('an event recorded in error', () => {
  const kept = toyCase('2025-06-20', [asked, '2025-06-02'], [visited, '2025-06-19']);

  it('is taken out of what counts and stays in the history; taken out itself, it counts again', () => {
    const once = afterwards(kept, mistaken(kept, 'visited'), '2025-06-20');
    expect(stateOn(once, '2025-06-20')?.visitedOn).toBeNull();
    expect(once.events).toHaveLength(3);
    const twice = afterwards(once, mistaken(once, 'recorded-in-error'), '2025-06-20');
    expect(stateOn(twice, '2025-06-20')?.visitedOn).toBe('2025-06-19');
    expect(caseChainHolds(twice, sha256)).toBe(true);
  });

  it('is named once, and exists', () => {
    const once = afterwards(kept, mistaken(kept, 'visited'), '2025-06-20');
    expect(refusalOf(() => afterwards(once, mistaken(kept, 'visited'), '2025-06-20'))).toEqual([
      'already-in-error',
      '/facts/eventId',
    ]);
    const unknown = { kind: 'recorded-in-error', eventId: 'nothing-has-this', reason: 'A slip' };
    expect(refusalOf(() => afterwards(kept, unknown, '2025-06-20'))).toEqual(['event-unknown', '/facts/eventId']);
  });

  it('leaves nothing when it opened the record, which can then be opened again', () => {
    const voided = afterwards(kept, mistaken(kept, 'asked'), '2025-06-20');
    expect(stateOn(voided, '2025-06-20')).toBeUndefined();
    const again = afterwards(voided, asked, '2025-06-03', '2025-06-20');
    expect(stateOn(again, '2025-06-20')).toMatchObject({ askedOn: '2025-06-03', visitedOn: '2025-06-19' });
  });
});

describe('the registry', () => {
  it('says of a kind that no duty has that there is none', () => {
    expect(refusalOf(() => caseTypeOf(new Map(), 'budget'))).toEqual(['case-kind-not-found', undefined]);
    expect([...caseTypes].every(([kind, type]) => type.kind === kind)).toBe(true);
  });
});
