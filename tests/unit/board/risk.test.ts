import { describe, expect, it } from 'vitest';
import { boardText } from '../../../shared/domain/board/board-text.ts';
import { isOverdue, scoreOf } from '../../../shared/domain/board/risk.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { aRisk } from '../../http/indicators/papers.ts';

describe('a risk', () => {
  it.each([
    [1, 3, 3, 'low'],
    [2, 2, 4, 'moderate'],
    [2, 3, 6, 'moderate'],
    [2, 4, 8, 'high'],
    [3, 4, 12, 'high'],
    [3, 5, 15, 'extreme'],
    [5, 5, 25, 'extreme'],
  ])('of likelihood %i and impact %i scores %i, %s', (likelihood, impact, score, rating) => {
    expect(scoreOf({ likelihood, impact })).toEqual({ score, rating });
  });

  it('is overdue the day after its owner’s day, while it is open', () => {
    const details = aRisk({ dueOn: localDate('2026-11-09') });
    const on = (day: string, isOpen = true) => isOverdue({ isOpen, details }, localDate(day));
    expect([on('2026-11-09'), on('2026-11-10'), on('2026-11-10', false)]).toEqual([false, true, false]);
  });
});

describe('text for the board', () => {
  const takes = (text: string) => boardText('The text', 100).safeParse(text).success;

  it.each(['9990000018', '999 000 0018', '999-000-0018', 'her number is 999.000.0018.', '9990000019'])(
    'refuses what looks like an NHS number: %s',
    (text) => expect(takes(text)).toBe(false),
  );

  it.each(['0151 233 3000', '12 posts, 18 weeks, 2026-27', '£1,250,000', '07700 900123', 'in 2025 and 2026'])(
    'takes other numbers: %s',
    (text) => expect(takes(text)).toBe(true),
  );

  it('is neither empty nor too long', () => {
    expect([takes('   '), takes('x'.repeat(101)), takes('x'.repeat(100))]).toEqual([false, false, true]);
  });
});
