import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type AdviceStanding, absenceCounts, adviceTimeliness } from '../../../shared/domain/ehc/advice-limit.ts';
import { youngChildReview } from '../../../shared/domain/ehc/annual-review.ts';
import { appealBy } from '../../../shared/domain/ehc/draft-plan.ts';
import { inEhcScope, planEndsBy } from '../../../shared/domain/ehc/end-of-rights.ts';
import { absentDays } from '../../../shared/domain/ehc/long-absence.ts';
import { adviceTogether, countLimits, onTimeRates } from '../../../shared/domain/ehc/on-time.ts';
import {
  type QualityAnswer,
  type QualityChecklist,
  qualityItems,
  qualityScore,
} from '../../../shared/domain/ehc/quality.ts';
import { type EhcLimit, type EhcRuleSet, ehcRuleSets, ehcRulesOn } from '../../../shared/domain/ehc/rule-set.ts';
import { limitSteps } from '../../../shared/domain/ehc/timetable.ts';

const day = localDate;
const rules = ehcRulesOn(day('2025-03-03'));

describe('Absence from the area (reading 33)', () => {
  const received = day('2025-03-03'); // to 14 April
  const away = (leftOn: string, returnedOn: string | null) => ({
    leftOn: day(leftOn),
    returnedOn: returnedOn === null ? null : day(returnedOn),
  });

  it.each([
    ['28 days inside', '2025-03-10', '2025-04-07', true],
    ['27 days inside', '2025-03-10', '2025-04-06', false],
    ['left before receipt: only the part after it', '2025-02-01', '2025-03-31', true],
    ['left before receipt, back a day too soon', '2025-02-01', '2025-03-30', false],
    ['back after the last day: only the part up to it', '2025-03-17', '2025-06-01', true],
    ['left a day too late for 28 days', '2025-03-18', '2025-06-01', false],
    ['wholly before', '2025-01-01', '2025-02-20', false],
    ['wholly after', '2025-05-01', '2025-07-01', false],
  ])('%s', (_what, leftOn, returnedOn, counts) => {
    expect(absenceCounts(received, away(leftOn, returnedOn), day('2025-12-01'), rules)).toBe(counts);
  });

  it('counts up to the day asked about while the family is still away', () => {
    const span = { from: received, to: day('2025-04-14') };
    expect(
      ['2025-03-10', '2025-04-06', '2025-04-07', '2025-09-01'].map((asAt) =>
        absentDays(away('2025-03-10', null), span, day(asAt)),
      ),
    ).toEqual([0, 27, 28, 35]);
  });
});

describe('The rule set', () => {
  it('binds by the date of the request: a later one changes nothing made before it', () => {
    const [first] = ehcRuleSets;
    if (first === undefined) throw new Error('There is a rule set');
    const later: EhcRuleSet = { ...first, version: 'later', from: day('2029-09-01') };
    const sets = [first, later];
    expect(['2014-09-01', '2029-08-31', '2029-09-01'].map((on) => ehcRulesOn(day(on), sets).version)).toEqual([
      first.version,
      first.version,
      'later',
    ]);
    expect(() => ehcRulesOn(day('2014-08-31'))).toThrow('1 September 2014');
  });

  it('assessments are for those under 25, and a plan ends at the latest with that school year', () => {
    const born = day('2000-10-05');
    expect([inEhcScope(born, day('2025-10-04')), inEhcScope(born, day('2025-10-05'))]).toEqual([true, false]);
    expect(inEhcScope(born, day('2000-10-04'))).toBe(false);
    expect([planEndsBy(born), planEndsBy(day('2000-08-31')), planEndsBy(day('2000-09-01'))]).toEqual([
      '2026-08-31',
      '2025-08-31',
      '2026-08-31',
    ]);
  });
});

describe('The authority’s limits', () => {
  const none = new Set<EhcLimit>();
  const standings = (done: Partial<Record<EhcLimit, string>>, asAt: string, lifted = none, notNeeded = none) => {
    const days = Object.fromEntries(Object.entries(done).map(([limit, on]) => [limit, day(on)]));
    return limitSteps({ requestedOn: day('2025-01-13'), done: days, lifted, notNeeded }, day(asAt), rules).map(
      ({ standing }) => standing,
    );
  };

  it('the last day is in time and the next is late', () => {
    expect(standings({ decision: '2025-02-24' }, '2025-03-01')).toEqual(['met', 'open', 'open']);
    expect(standings({ decision: '2025-02-25' }, '2025-03-01')).toEqual(['late', 'open', 'open']);
    expect(standings({}, '2025-02-24')).toEqual(['open', 'open', 'open']);
    expect(standings({}, '2025-06-03')).toEqual(['overdue', 'overdue', 'overdue']);
  });

  it('an exception lifts the limit that it is about: no days are added, and what comes late is late under it', () => {
    const lifted = new Set<EhcLimit>(['final-plan']);
    expect(standings({ 'final-plan': '2025-07-01' }, '2025-07-01', lifted)).toEqual([
      'overdue',
      'overdue',
      'late-lifted',
    ]);
    expect(standings({ 'final-plan': '2025-06-02' }, '2025-07-01', lifted).at(-1)).toBe('met');
    expect(standings({}, '2025-06-03', lifted).at(-1)).toBe('overdue-lifted');
    expect(countLimits(['met', 'late', 'overdue', 'late-lifted', 'overdue-lifted', 'open', 'not-needed'])).toEqual({
      onTime: 1,
      late: 2,
      lateException: 2,
    });
  });

  it('what the course of things made empty is not needed', () => {
    const notNeeded = new Set<EhcLimit>(['no-plan-notice', 'final-plan']);
    expect(standings({ decision: '2025-02-01' }, '2026-01-01', none, notNeeded)).toEqual([
      'met',
      'not-needed',
      'not-needed',
    ]);
  });
});

describe('Advice', () => {
  it('that is no longer owed is neither in time nor late', () => {
    const course = { receivedOn: day('2025-03-03'), repliedOn: null, withdrawnOn: day('2025-05-01'), excepted: false };
    expect(adviceTimeliness(course, day('2025-06-01'), rules)).toMatchObject({ standing: 'withdrawn', daysLate: 0 });
  });

  it.each<[readonly AdviceStanding[], ReturnType<typeof adviceTogether>]>([
    [['on-time', 'on-time'], 'on-time'],
    [['on-time', 'withdrawn'], 'on-time'],
    [['on-time', 'awaited'], null],
    [['on-time', 'late'], 'late'],
    [['late-exception', 'on-time'], 'late-exception'],
    [['late-exception', 'overdue'], 'late'],
    [['awaited', 'overdue-exception'], 'late-exception'],
    [['withdrawn'], null],
    [[], null],
  ])('%j together is %s', (standings, together) => {
    expect(adviceTogether(standings)).toBe(together);
  });

  it('has no rate where nothing is due', () => {
    expect(onTimeRates({ onTime: 0, late: 0, lateException: 3 })).toEqual({
      withExceptions: 0,
      withoutExceptions: null,
    });
    expect(onTimeRates({ onTime: 2, late: 1, lateException: 0 })).toEqual({
      withExceptions: 66.7,
      withoutExceptions: 66.7,
    });
  });

  it('has a quality score apart: half for partly, and nothing for what does not apply', () => {
    const all = (answer: QualityAnswer): QualityChecklist => {
      const [...items] = qualityItems.map((item) => [item, answer] as const);
      return Object.fromEntries(items) as QualityChecklist;
    };
    expect([qualityScore(all('met')), qualityScore(all('partly')), qualityScore(all('not-met'))]).toEqual([100, 50, 0]);
    expect(qualityScore(all('not-applicable'))).toBeNull();
    expect(qualityScore({ ...all('met'), 'evidence-recent': 'not-applicable', 'plain-language': 'not-met' })).toBe(
      83.3,
    );
  });
});

describe('Appeals and reviews of the very young', () => {
  it('an appeal is open for 2 months from the letter or 1 from the certificate, whichever is later', () => {
    expect(appealBy(day('2025-12-31'), null, rules)).toBe('2026-02-28');
    expect(appealBy(day('2025-12-31'), day('2026-01-10'), rules)).toBe('2026-02-28');
    expect(appealBy(day('2025-12-31'), day('2026-02-20'), rules)).toBe('2026-03-20');
  });

  it('a review is thought of every 3 to 6 months before the fifth birthday', () => {
    expect(youngChildReview(day('2025-05-31'), day('2021-06-01'), rules)).toEqual({
      from: '2025-08-31',
      to: '2025-11-30',
    });
    expect(youngChildReview(day('2025-05-31'), day('2020-05-31'), rules)).toBeNull();
  });
});
