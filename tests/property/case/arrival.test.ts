/** Paper comes late: what a case is follows from the days on which things happened, not from the order in which they were typed in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { caseChainHolds, type HappenedToCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { anyLife, careLife, contextAt, type Life, lived, opened, recorded } from './lives.ts';

const inAnyOrder = (lives: fc.Arbitrary<Life>) =>
  lives.chain((life) =>
    fc.tuple(fc.constant(life), fc.shuffledSubarray([...life.rest], { minLength: life.rest.length })),
  );

/** What is typed in in an order; what does not fit yet is tried again until nothing more fits. */
function typedIn({ type, birthDate, opening }: Life, order: readonly HappenedToCase[]) {
  let record = opened(type, birthDate, opening);
  let waiting = order;
  for (let before = waiting.length + 1; waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter((next) => {
      const grown = recorded(type, birthDate, record, next);
      record = grown ?? record;
      return grown === undefined;
    });
  }
  return { record, waiting };
}

/** The state on a day, without the ids of events: these follow from when each was recorded. */
const stateOf = ({ type, birthDate }: Life, record: Pick<Case, 'events'>, asAt: Life['asAt']) =>
  JSON.stringify(stateOfCase(type, record, contextAt(birthDate, asAt)), (key, value: unknown) =>
    key === 'eventId' ? undefined : value,
  );

/** That it comes to the same on the last day and on the day of any one thing as if each had been recorded when it happened. */
function expectTheSame(life: Life, record: Case, pick: number): void {
  expect(caseChainHolds(record, sha256)).toBe(true);
  const inOrder = lived(life);
  const days = [life.asAt, life.rest[pick % Math.max(1, life.rest.length)]?.on ?? life.asAt];
  for (const day of days) expect(stateOf(life, record, day)).toBe(stateOf(life, inOrder, day));
}

describe('A case, in whatever order things are recorded', () => {
  it('comes to the same on every day', () => {
    fc.assert(
      fc.property(inAnyOrder(anyLife), fc.nat(), ([life, order], pick) => {
        const { record, waiting } = typedIn(life, order);
        // Leaving and coming back cannot be put under what was recorded of the time after: that is corrected first.
        const rest = life.rest.filter((one) => !waiting.includes(one));
        expectTheSame({ ...life, rest }, record, pick);
      }),
    );
  });

  it('takes everything that happened to a child in care in the end', () => {
    fc.assert(
      fc.property(inAnyOrder(careLife), ([life, order]) => {
        expect(typedIn(life, order).waiting).toEqual([]);
      }),
    );
  });

  it('is, with an entry recorded in error, what it would be had the entry never been made', () => {
    fc.assert(
      fc.property(anyLife, fc.nat(), (life, pick) => {
        fc.pre(life.rest.length > 0);
        const kept = lived(life);
        const mistake = kept.events[1 + (pick % life.rest.length)];
        if (mistake === undefined) throw new Error('there is one');
        const facts = { kind: 'recorded-in-error', eventId: mistake.id, reason: 'Another child' };
        const corrected = recorded(life.type, life.birthDate, kept, { facts, on: life.asAt });
        // What other entries rest on cannot be taken away under them.
        fc.pre(corrected !== undefined);
        const others = kept.events.filter(({ id }) => id !== mistake.id);
        const without = { events: others.map((event, seq) => ({ ...event, seq })) };
        expect(stateOf(life, corrected, life.asAt)).toBe(stateOf(life, without, life.asAt));
      }),
    );
  });
});
