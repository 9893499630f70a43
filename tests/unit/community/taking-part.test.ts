import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import {
  type Answers,
  checkAnswers,
  countedAnswers,
  writtenAnswers,
} from '../../../shared/domain/community/answers.ts';
import {
  emptyRegister,
  type Register,
  seated,
  seatsTaken,
  withBooking,
  withoutBooking,
} from '../../../shared/domain/community/register.ts';
import { suppressionRules } from '../../../shared/domain/indicator/suppression/rule.ts';
import { aQuestionnaire } from '../../http/community-papers.ts';

const at = parseInstant('2026-11-02T09:00:00Z');
const rule = suppressionRules['under-5'];
const { questions } = aQuestionnaire();

describe('places at a meeting', () => {
  it('are never more than there are, never taken from who has one, and never left free while somebody who fits waits', () => {
    const step = fc.oneof(
      fc.record({ book: fc.integer({ min: 0, max: 12 }), seats: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ cancel: fc.integer({ min: 0, max: 12 }) }),
      fc.record({ add: fc.integer({ min: 0, max: 3 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(step, { maxLength: 40 }), (places, steps) => {
        let capacity = places;
        let register: Register = emptyRegister({ id: 'AAAAAAAAAAAAAAAA', place: 'liverpool' });
        for (const one of steps) {
          const before = register;
          let gone = '';
          if ('add' in one) {
            capacity += one.add;
            register = seated(register, capacity, at);
          } else if ('cancel' in one) {
            gone = `adult-${one.cancel}`;
            register = withoutBooking(register, gone, capacity, at);
          } else if (!register.bookings.some(({ id }) => id === `adult-${one.book}`)) {
            const asked = { id: `adult-${one.book}`, seats: one.seats, needs: null, at };
            register = withBooking(register, asked, capacity);
          }
          const free = capacity - seatsTaken(register);
          expect(free).toBeGreaterThanOrEqual(0);
          for (const { id, state } of before.bookings)
            if (state === 'booked' && id !== gone)
              expect(register.bookings.find((booking) => booking.id === id)?.state).toBe('booked');
          for (const { id, state, seats, movedUpAt } of register.bookings) {
            if (state === 'waiting') expect(seats).toBeGreaterThan(free);
            // To be told: who has places now, and waited before this step or an earlier one.
            const waited = before.bookings.find((booking) => booking.id === id);
            const hasMoved = waited !== undefined && (waited.state === 'waiting' || waited.movedUpAt !== null);
            expect(movedUpAt !== null).toBe(state === 'booked' && hasMoved);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are booked once by each adult', () => {
    const asked = { id: 'A', seats: 1, needs: null, at };
    const register = withBooking(emptyRegister({ id: 'AAAAAAAAAAAAAAAA', place: 'liverpool' }), asked, 2);
    expect(() => withBooking(register, asked, 2)).toThrow('booked already');
    expect(withoutBooking(register, 'B', 2, at)).toBe(register);
  });
});

describe('answers', () => {
  const said = (chosen: number, rating: number, text: string | null = null): Answers => [
    { chosen: [chosen] },
    { rating },
    text === null ? null : { text },
  ];

  it.each<[string, Answers]>([
    ['too few', [{ chosen: [0] }]],
    ['an answer that there is not', [{ chosen: [2] }, null, null]],
    ['two where one is asked', [{ chosen: [0, 1] }, null, null]],
    ['words where a number is asked', [null, { text: 'Five' }, null]],
    ['nothing at all', [null, null, null]],
  ])('are refused when they are %s', (_case, answers) => {
    expect(() => checkAnswers(questions, answers)).toThrow();
  });

  it('are counted with small numbers hidden, and the one beside a small one too', () => {
    const all = [...Array.from({ length: 18 }, () => said(0, 4)), said(1, 4), said(1, 4)];
    const counted = countedAnswers(questions, all, rule);
    expect(counted.answered).toBe(20);
    // Two said no: shown, the eighteen who said yes would tell.
    expect(counted.questions[0]?.options.map(({ count, percent }) => [count, percent])).toEqual([
      ['*', '*'],
      ['*', '*'],
    ]);
    const even = [...Array.from({ length: 12 }, () => said(0, 4)), ...Array.from({ length: 8 }, () => said(1, 2))];
    expect(countedAnswers(questions, even, rule).questions[0]?.options.map(({ count }) => count)).toEqual([10, 10]);
  });

  it('of several choices hide a count whose rest is small', () => {
    const several = [{ kind: 'several' as const, text: 'What helps?', options: ['Groups', 'Calls'] }];
    const all: Answers[] = Array.from({ length: 10 }, (_, n) => [{ chosen: n < 8 ? [0, 1] : [1] }]);
    const [counted] = countedAnswers(several, all, rule).questions;
    expect(counted?.options.map(({ count }) => count)).toEqual(['*', '*']);
  });

  it('in words are shown by themselves, and only once enough have answered', () => {
    const few = [said(0, 4, 'Ring me'), said(0, 4)];
    expect(writtenAnswers(questions, few, rule)).toEqual([[], [], []]);
    const enough = ['Zoo', 'Apples', 'More news', 'Calls', 'Texts'].map((text) => said(0, 3, text));
    expect(writtenAnswers(questions, enough, rule)[2]).toEqual(['Apples', 'Calls', 'More news', 'Texts', 'Zoo']);
  });
});
