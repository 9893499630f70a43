import { describe, expect, it } from 'vitest';
import { careAssessment } from '../../../shared/domain/care-assessment/care-type.ts';
import { initialCount, initialCounts, reviewCounts } from '../../../shared/domain/care-assessment/counts.ts';
import type { CareFacts } from '../../../shared/domain/care-assessment/facts.ts';
import { careStatus, missedMilestones } from '../../../shared/domain/care-assessment/standing.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { careFrom, consent, contextOn, day, entered, returned, seen, stateOn } from './care.ts';

function refusalOf(work: () => unknown): readonly (string | undefined)[] {
  try {
    work();
  } catch (caught) {
    if (isDomainError(caught)) return [caught.code, caught.issues[0]?.pointer];
    throw caught;
  }
  return [];
}

const ENTRY = '2025-06-02';
const notified = { kind: 'notified' } as const;
const booked = { kind: 'booked', appointmentOn: day('2025-06-16') } as const;
const statusAfter = (...happened: (readonly [CareFacts, string])[]) =>
  careStatus(stateOn(careFrom(ENTRY, happened, '2025-06-30'), '2025-06-30'));

describe('where it stands', () => {
  it('follows what happened, and says on whom it waits', () => {
    expect(statusAfter()).toBe('notification-awaited');
    expect(statusAfter([notified, '2025-06-03'])).toBe('consent-awaited');
    expect(statusAfter([notified, '2025-06-03'], [consent, '2025-06-05'])).toBe('to-book');
    expect(statusAfter([consent, '2025-06-05'], [booked, '2025-06-06'])).toBe('booked');
    expect(
      statusAfter([consent, '2025-06-05'], [booked, '2025-06-06'], [{ kind: 'appointment-missed' }, '2025-06-16']),
    ).toBe('to-book');
    expect(statusAfter([consent, '2025-06-05'], [seen, '2025-06-16'])).toBe('plan-awaited');
    expect(statusAfter([consent, '2025-06-05'], [seen, '2025-06-16'], [returned, '2025-06-20'])).toBe('up-to-date');
    expect(statusAfter([{ kind: 'consent-refused', by: 'young-person', competent: true }, '2025-06-05'])).toBe(
      'refused',
    );
    expect(statusAfter([{ kind: 'consent-refused', by: 'parent', competent: false }, '2025-06-05'])).toBe(
      'notification-awaited',
    );
  });

  it('becomes due for a review by the passing of days alone', () => {
    const record = careFrom(
      ENTRY,
      [
        [consent, '2025-06-05'],
        [seen, '2025-06-16'],
        [returned, '2025-06-20'],
      ],
      '2026-07-01',
    );
    expect(careStatus(stateOn(record, '2026-04-20'))).toBe('up-to-date');
    expect(careStatus(stateOn(record, '2026-04-21'))).toBe('review-due');
    const summary = careAssessment.summary(stateOn(record, '2025-07-01'), contextOn('2025-07-01'));
    expect(careAssessment.statusOn?.(summary, day('2026-04-21'))).toBe('review-due');
  });

  it('names the milestones that are behind, with the day each was due', () => {
    const record = careFrom(ENTRY, [[notified, '2025-06-03']], '2025-06-17');
    expect(missedMilestones(stateOn(record, '2025-06-09'))).toEqual([]);
    expect(missedMilestones(stateOn(record, '2025-06-17'))).toEqual([
      { milestone: 'consent', by: '2025-06-09' },
      { milestone: 'booked', by: '2025-06-16' },
    ]);
  });
});

describe('the deadlines', () => {
  it('warn on working days 10 and 15 and the day after the twentieth, and end when the plan is returned', () => {
    const record = careFrom(
      ENTRY,
      [
        [consent, '2025-06-05'],
        [seen, '2025-06-27'],
      ],
      '2025-06-28',
    );
    const [deadline] = careAssessment.deadlines(stateOn(record, '2025-06-28'), contextOn('2025-06-28'));
    expect(deadline).toMatchObject({ kind: 'care-assessment', start: ENTRY, due: '2025-06-30' });
    expect(deadline?.warnOn.map(({ on }) => on)).toEqual(['2025-06-16', '2025-06-23', '2025-07-01']);
    const done = careFrom(
      ENTRY,
      [
        [consent, '2025-06-05'],
        [seen, '2025-06-27'],
        [returned, '2025-06-29'],
      ],
      '2025-06-30',
    );
    expect(careAssessment.deadlines(stateOn(done, '2025-06-30'), contextOn('2025-06-30'))).toMatchObject([
      { kind: 'care-review', due: '2026-06-27' },
    ]);
  });

  it('do not move with the placement, in or out of the area', () => {
    const moved = { kind: 'placement-moved', outOfArea: true } as const;
    const state = stateOn(careFrom(ENTRY, [[moved, '2025-06-10']], '2025-06-12'), '2025-06-12');
    expect([state.timetable.due, state.outOfArea, state.moves]).toEqual(['2025-06-30', true, 1]);
  });

  it('of an entry before the years of the list are given the longest the count can take', () => {
    const state = stateOn(careFrom('2019-06-03', [], '2025-06-12'), '2025-06-12');
    expect(state.timetable.due).toBe('2019-07-20');
  });
});

describe('what is refused', () => {
  it.each<[string, readonly (readonly [CareFacts, string])[], readonly string[]]>([
    ['an assessment without consent', [[seen, '2025-06-10']], ['consent-missing', '/on']],
    [
      'a first assessment by a nurse',
      [
        [consent, '2025-06-05'],
        [{ kind: 'seen', by: 'nurse' }, '2025-06-10'],
      ],
      ['doctor-needed', '/facts/by'],
    ],
    ['a plan before an assessment', [[returned, '2025-06-10']], ['nothing-to-return', '/facts/kind']],
    [
      'a missed appointment that nobody booked',
      [[{ kind: 'appointment-missed' }, '2025-06-10']],
      ['nothing-booked', '/facts/kind'],
    ],
    ['an appointment before its booking', [[booked, '2025-06-20']], ['date-order', '/facts/appointmentOn']],
    [
      'a stay too long for a short break',
      [[{ kind: 'short-breaks', longestStayDays: 18, daysInYear: 40 }, '2025-06-10']],
      ['not-short-breaks', '/facts/longestStayDays'],
    ],
    [
      'too many days for short breaks',
      [[{ kind: 'short-breaks', longestStayDays: 17, daysInYear: 76 }, '2025-06-10']],
      ['not-short-breaks', '/facts/daysInYear'],
    ],
    [
      'anything after care ended',
      [
        [{ kind: 'care-ended', why: 'adopted' }, '2025-06-10'],
        [booked, '2025-06-12'],
      ],
      ['care-ended', '/on'],
    ],
    ['a second beginning', [[entered, '2025-06-10']], ['already-open', '/facts/kind']],
  ])('%s', (_name, happened, refused) => {
    expect(refusalOf(() => careFrom(ENTRY, happened, '2025-06-30'))).toEqual(refused);
  });

  it('somebody of 18 or over', () => {
    expect(refusalOf(() => careFrom(ENTRY, [], '2025-06-30', '2007-06-02'))).toEqual(['over-18', '/on']);
  });
});

describe('the counts', () => {
  const late = { kind: 'delay-recorded', owner: 'local-authority', reason: 'Consent came on working day 18' } as const;
  const states = [
    careFrom(
      ENTRY,
      [
        [consent, '2025-06-05'],
        [seen, '2025-06-20'],
        [returned, '2025-06-22'],
      ],
      '2025-07-31',
    ),
    careFrom(
      ENTRY,
      [
        [consent, '2025-06-25'],
        [late, '2025-06-25'],
        [seen, '2025-07-02'],
      ],
      '2025-07-31',
    ),
    careFrom(ENTRY, [], '2025-07-31'),
    careFrom(ENTRY, [[{ kind: 'care-ended', why: 'returned-home' }, '2025-06-30']], '2025-07-31'),
    careFrom(ENTRY, [[{ kind: 'care-ended', why: 'returned-home' }, '2025-06-29']], '2025-07-31'),
    careFrom(ENTRY, [[{ kind: 'consent-refused', by: 'young-person', competent: true }, '2025-06-06']], '2025-07-31'),
    careFrom('2025-07-01', [], '2025-07-31'),
  ].map((record) => stateOn(record, '2025-07-31'));

  it('hold what was due in the period, excluded and refused apart, and who caused what came late', () => {
    expect(initialCounts(states, { from: day('2025-06-01'), to: day('2025-06-30') })).toEqual({
      denominator: 4,
      seen: 1,
      returned: 1,
      seenStretch: 1,
      returnedStretch: 1,
      excluded: { 'short-breaks': 0, 'assessed-before': 0, 'care-ended': 1 },
      refused: 1,
      lateBy: { 'local-authority': 1, provider: 0, placement: 0, family: 0, 'not-recorded': 2 },
    });
  });

  it('always add up to what was due', () => {
    for (const state of states) expect(typeof initialCount(state).counted).toBe('boolean');
    const all = initialCounts(states, { from: day('2025-01-01'), to: day('2025-12-31') });
    const left = Object.values(all.excluded).reduce((sum, one) => sum + one, 0);
    expect(all.denominator + left + all.refused).toBe(states.length);
    expect(Object.values(all.lateBy).reduce((sum, one) => sum + one, 0)).toBe(all.denominator - all.returned);
  });
});

describe('the counts of reviews', () => {
  const home = { kind: 'care-ended', why: 'returned-home' } as const;
  const refused = { kind: 'consent-refused', by: 'young-person', competent: true } as const;
  const review = { kind: 'seen', by: 'nurse' } as const;
  const assessed: readonly (readonly [CareFacts, string])[] = [
    [consent, '2024-06-05'],
    [seen, '2024-06-20'],
    [returned, '2024-06-25'],
  ];
  const followed = (...happened: (readonly [CareFacts, string])[]) =>
    stateOn(careFrom('2024-06-03', [...assessed, ...happened], '2025-12-31'), '2025-12-31');
  const june = { from: day('2025-06-01'), to: day('2025-06-30') };

  it('tell in time from late, and leave out whose care ended first and who refused', () => {
    const states = [
      followed([review, '2025-06-20']),
      followed([review, '2025-06-21']),
      followed(),
      followed([home, '2025-06-19']),
      followed([home, '2025-06-20']),
      followed([refused, '2025-05-01']),
      stateOn(
        careFrom(
          '2025-06-02',
          [
            [consent, '2025-06-03'],
            [seen, '2025-06-10'],
          ],
          '2025-12-31',
        ),
        '2025-12-31',
      ),
    ];
    expect(reviewCounts(states, june)).toEqual({
      denominator: 4,
      seen: 1,
      seenLate: 1,
      notSeen: 2,
      careEnded: 1,
      refused: 1,
    });
  });

  it('count each review of a child under five in the half year it was due', () => {
    const record = careFrom(
      '2024-06-03',
      [...assessed, [review, '2024-12-18'], [returned, '2024-12-20'], [review, '2025-06-18']],
      '2025-12-31',
      '2022-03-10',
    );
    const state = stateOn(record, '2025-12-31', '2022-03-10');
    const year = reviewCounts([state], { from: day('2024-06-01'), to: day('2025-12-31') });
    expect(year).toMatchObject({ denominator: 3, seen: 2, notSeen: 1 });
    expect(reviewCounts([state], june)).toMatchObject({ denominator: 1, seen: 1 });
  });
});
