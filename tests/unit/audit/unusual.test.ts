import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { spanOfDays, startOfDay } from '../../../shared/domain/audit/days.ts';
import { unusualHours, unusualRules } from '../../../shared/domain/audit/unusual.ts';
import { nextEntry, type View, type ViewEntry } from '../../../shared/domain/audit/view.ts';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

const MINUTE = 60_000;
const id = (serial: number) => `P${String(serial).padStart(15, '0')}`;

/** Views from an instant on, one a minute. */
function views(from: string, count: number, more: (at: number) => Partial<View> = () => ({})): readonly ViewEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const view: View = {
      place: 'liverpool',
      actor: 'SSSSSSSSSSSSSSS1',
      role: 'clinician',
      action: 'person.read',
      at: instantOf(Date.parse(from) + at * MINUTE),
      subjects: [id(at)],
      queue: null,
      requestId: 'r',
      ...more(at),
    };
    return nextEntry(view, undefined, sha256);
  });
}
const found = (entries: readonly ViewEntry[]) => unusualHours(entries).map(({ rule, count }) => [rule, count]);
const outside = () => ({ marks: ['outside-service' as const] });

describe('unusual hours', () => {
  it('begin one above what a rule allows', () => {
    expect(found(views('2026-11-02T10:00:00Z', 15, outside))).toEqual([]);
    expect(found(views('2026-11-02T10:00:00Z', 16, outside))).toEqual([['outside-service', 16]]);
    const search = () => ({ action: 'person.find', subjects: [], marks: ['nhs-number' as const] });
    expect(found(views('2026-11-02T10:00:00Z', 30, search))).toEqual([]);
    expect(found(views('2026-11-02T10:00:00Z', 31, search))).toEqual([['number-searches', 31]]);
    const emergency = () => ({ marks: ['emergency' as const] });
    expect(found(views('2026-11-02T10:00:00Z', 1, emergency))).toEqual([['emergency', 1]]);
  });

  it('count people once, however often one is looked at', () => {
    expect(found(views('2026-11-02T10:00:00Z', 50, () => ({ ...outside(), subjects: [id(1)] })))).toEqual([]);
  });

  it('are hours of the clock: what is spread over two is counted in each', () => {
    expect(found(views('2026-11-02T10:45:00Z', 30, outside))).toEqual([]);
    expect(unusualHours(views('2026-11-02T10:30:00Z', 60, outside)).map(({ hour, count }) => [hour, count])).toEqual([
      ['2026-11-02T10:00:00.000Z', 30],
      ['2026-11-02T11:00:00.000Z', 30],
    ]);
  });

  it.each([
    ['at 19:00 on a working day in winter', '2026-11-02T19:00:00Z', []],
    ['at 20:00 on a working day in winter', '2026-11-02T20:00:00Z', [['outside-hours', 11]]],
    ['at 20:00 in summer, which is 19:00 in UTC', '2026-07-06T19:00:00Z', [['outside-hours', 11]]],
    ['at 06:30 on a working day', '2026-11-02T06:30:00Z', [['outside-hours', 11]]],
    ['at 07:00 on a working day', '2026-11-02T07:00:00Z', []],
    ['at noon on a Saturday', '2026-10-31T12:00:00Z', [['outside-hours', 11]]],
    ['at noon on a bank holiday', '2026-12-25T12:00:00Z', [['outside-hours', 11]]],
  ])('%s', (_, from, expected) => {
    expect(found(views(from, 11))).toEqual(expected);
  });

  it('count the people of files that were taken out', () => {
    const file = (people: number) => () => ({
      action: 'queue.export',
      queue: 'SALT',
      subjects: Array.from({ length: people }, (_unused, at) => id(at)),
    });
    expect(found(views('2026-11-02T10:00:00Z', 1, file(500)))).toEqual([]);
    expect(found(views('2026-11-02T10:00:00Z', 1, file(501)))).toEqual([['files', 501]]);
  });

  it('have rules with a code and a title of their own', () => {
    expect(new Set(unusualRules.map(({ code }) => code)).size).toBe(unusualRules.length);
    expect(new Set(unusualRules.map(({ title }) => title)).size).toBe(unusualRules.length);
  });
});

describe('days of the audit', () => {
  it.each([
    ['2026-11-02', '2026-11-02T00:00:00.000Z'],
    ['2026-07-06', '2026-07-05T23:00:00.000Z'],
    // Clocks go forward at one in the morning on this day, and back at two on the other: both began before.
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
  ])('%s begins in England at %s', (day, instant) => {
    expect(startOfDay(localDate(day))).toBe(instant);
  });

  it('end where the next begins', () => {
    const day = localDate('2026-10-25');
    expect(spanOfDays(day, day)).toEqual({ from: '2026-10-24T23:00:00.000Z', until: '2026-10-26T00:00:00.000Z' });
  });
});
