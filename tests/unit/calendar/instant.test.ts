import { describe, expect, it } from 'vitest';
import {
  epochMillisecondsOf,
  instantOf,
  instantSchema,
  localDateOf,
  localTimeOf,
  parseInstant,
} from '../../../shared/domain/calendar/instant.ts';

describe('Instant', () => {
  it.each([
    ['2026-03-29T00:59:59.999Z', '2026-03-29', '00:59', 'GMT'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00', 'BST'],
    ['2026-10-25T00:59:00.000Z', '2026-10-25', '01:59', 'BST'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00', 'GMT'],
    ['2026-07-14T22:59:59.000Z', '2026-07-14', '23:59', 'BST'],
    ['2026-07-14T23:00:00.000Z', '2026-07-15', '00:00', 'BST'],
    ['2025-12-31T23:59:59.999Z', '2025-12-31', '23:59', 'GMT'],
    ['2004-10-30T23:30:00.000Z', '2004-10-31', '00:30', 'BST'],
  ])('%s is %s %s %s in England', (utc, date, time, zone) => {
    const instant = instantSchema.parse(utc);
    expect([localDateOf(instant), localTimeOf(instant)]).toEqual([date, { time, zone }]);
  });

  it('writes every instant one way, so that instants compare as text', () => {
    expect(parseInstant('2025-06-30T23:30:00Z')).toBe('2025-06-30T23:30:00.000Z');
    expect(parseInstant('2025-06-30T23:30:00.120Z')).toBe('2025-06-30T23:30:00.120Z');
    expect(instantOf(1_751_326_200_000)).toBe('2025-06-30T23:30:00.000Z');
    expect(epochMillisecondsOf(parseInstant('2025-06-30T23:30:00Z'))).toBe(1_751_326_200_000);
  });

  it.each([
    '2025-06-30T23:30:00',
    '2025-06-30T23:30:00+01:00',
    '2025-06-30 23:30:00Z',
    '2025-06-31T23:30:00Z',
    '2025-06-30T24:00:00Z',
    '2025-06-30T23:60:00Z',
    '2025-06-30T23:30:60Z',
    '2025-06-30T23:30:00.1Z',
    '2025-06-30',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ kind: 'invalid', code: 'instant-format' }));
    expect(instantSchema.safeParse(text).success).toBe(false);
  });

  it('stores only the one form', () => {
    expect(instantSchema.safeParse('2025-06-30T23:30:00Z').success).toBe(false);
  });

  it('fails loudly outside the calendar', () => {
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
    expect(() => instantOf(-1e15)).toThrow(RangeError);
  });

  it('answers the same after many other hours were asked for', () => {
    const first = instantOf(1_751_326_200_000);
    for (let hour = 0; hour < 6000; hour += 1) localDateOf(instantOf(1_600_000_000_000 + hour * 3_600_000));
    expect(localDateOf(first)).toBe('2025-07-01');
  });
});
