import { describe, expect, it } from 'vitest';
import {
  begunPack,
  commentedPack,
  editionsOf,
  isSigned,
  reissueOf,
  reopenedPack,
  sectionSchema,
  signedPack,
} from '../../../shared/domain/board/board-pack.ts';
import { periodOf, periodSchema, periodsUntil } from '../../../shared/domain/board/period.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

const by = { id: 'AAAAAAAAAAAAAAAA', name: 'Grace', role: 'performance-lead' };
const event = { id: 'BBBBBBBBBBBBBBBB', at: parseInstant('2026-11-02T09:00:00Z'), by, requestHash: '' };
const agreedOn = localDate('2026-11-12');

describe('a period', () => {
  it.each([
    ['2026-10', 'October 2026', '2026-10-01', '2026-10-31', ['2026-10']],
    ['2024-02', 'February 2024', '2024-02-01', '2024-02-29', ['2024-02']],
    ['2026-Q1', 'Quarter 1 of 2026-27', '2026-04-01', '2026-06-30', ['2026-04', '2026-05', '2026-06']],
    ['2026-Q4', 'Quarter 4 of 2026-27', '2027-01-01', '2027-03-31', ['2027-01', '2027-02', '2027-03']],
  ])('%s is %s', (code, name, from, to, months) => {
    expect(periodOf(code)).toEqual({ code, name, from, to, months });
  });

  it('is nothing else', () => {
    for (const code of ['2026-13', '2026-Q5', '2026', '2026-1', 'last'])
      expect(periodSchema.safeParse(code).success).toBe(false);
  });

  it('can be begun for those until today, the latest first, each once', () => {
    const codes = periodsUntil(localDate('2027-02-10'), 6).map(({ code }) => code);
    expect(codes).toEqual([
      '2027-02',
      '2026-Q4',
      '2027-01',
      '2026-12',
      '2026-Q3',
      '2026-11',
      '2026-10',
      '2026-09',
      '2026-Q2',
    ]);
  });
});

describe('a pack', () => {
  const begun = begunPack({ place: 'liverpool', period: '2026-10' }, event);
  const commented = commentedPack(begun, { section: 'queue-SALT', text: 'Posts are filled' }, event);
  const signed = signedPack(commented, { agreedOn, copy: 'x'.repeat(43) }, event);

  it('is written, signed, and no longer written', () => {
    expect([begun, commented, signed].map(isSigned)).toEqual([false, false, true]);
    expect(commented.comments['queue-SALT']).toMatchObject({ text: 'Posts are filled', version: 2 });
    const more = () => commentedPack(signed, { section: 'risks', text: 'Too late' }, event);
    expect(more).toThrow(expect.objectContaining({ code: 'pack-signed' }));
    expect(() => signedPack(signed, { agreedOn, copy: 'y'.repeat(43) }, event)).toThrow();
  });

  it('is issued again with the reason, and keeps what was signed', () => {
    expect(() => reopenedPack(begun, 'Nothing to issue', event)).toThrow(
      expect.objectContaining({ code: 'pack-not-signed' }),
    );
    const again = reopenedPack(signed, 'A count was wrong', event);
    expect([isSigned(again), reissueOf(again)?.reason]).toEqual([false, 'A count was wrong']);
    const twice = signedPack(again, { agreedOn, copy: 'y'.repeat(43) }, event);
    expect(editionsOf(twice).map(({ edition, copy }) => [edition, copy[0]])).toEqual([
      [1, 'x'],
      [2, 'y'],
    ]);
  });

  it('loses commentary that is emptied', () => {
    expect(commentedPack(commented, { section: 'queue-SALT', text: '' }, event).comments).toEqual({});
  });

  it('has these sections, and a section a waiting list', () => {
    for (const name of ['summary', 'queue-SALT', 'risks']) expect(sectionSchema.safeParse(name).success).toBe(true);
    for (const name of ['queue-', 'constructor', '__proto__', 'Queue-SALT'])
      expect(sectionSchema.safeParse(name).success).toBe(false);
  });
});
