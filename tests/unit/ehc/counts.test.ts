import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { ehcAdvice } from '../../../shared/domain/ehc/advice-type.ts';
import { ehcAssessment } from '../../../shared/domain/ehc/assessment-type.ts';
import { adviceCounts, assessmentCounts } from '../../../shared/domain/ehc/counts.ts';
import { advice, asked, assessment, because, request } from './history.ts';

type Lines = Parameters<typeof assessment>[0];

const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });
const april = period('2025-04-01', '2025-04-30');

/** The row as it is today, long after the period. */
function adviceRow(service: string, group: string, ...lines: Lines) {
  const { state, context } = advice(lines, '2025-12-31');
  return { service, ...ehcAdvice.summary(state, context), group };
}
const assessmentRow = (...lines: Lines) => {
  const { state, context } = assessment(lines, '2025-12-31');
  return { service: 'ehc-coordination', ...ehcAssessment.summary(state, context) };
};

// Asked on 3 March: due on 14 April.
const rows = [
  adviceRow('salt', 'one', ['2025-03-03', asked('salt')], ['2025-04-14', { kind: 'returned' }]),
  adviceRow('ot', 'one', ['2025-03-03', asked('ot')], ['2025-04-15', { kind: 'returned' }]),
  adviceRow('salt', 'two', ['2025-03-03', asked('salt')], ['2025-04-02', { kind: 'not-known' }]),
  adviceRow(
    'ot',
    'three',
    ['2025-03-03', asked('ot')],
    ['2025-03-20', { kind: 'exception', ground: 'exceptional-circumstances', ...because }],
    ['2025-06-01', { kind: 'returned' }],
  ),
  adviceRow('salt', 'four', ['2025-03-03', asked('salt')], ['2025-06-01', { kind: 'returned' }]),
  adviceRow(
    'salt',
    'five',
    ['2025-03-03', asked('salt')],
    ['2025-03-20', { kind: 'withdrawn', reason: 'assessment-ended' }],
  ),
  adviceRow('salt', 'six', ['2025-04-07', asked('salt')]),
];

describe('Raw counts of a period', () => {
  it('count advice where it was due, as it stood on the last day, whatever came later', () => {
    const { services, all, together } = adviceCounts(rows, april);
    expect(services.get('salt')).toEqual({
      asked: 1,
      due: 3,
      onTime: 2,
      late: 1,
      lateException: 0,
      notKnown: 1,
      existingAccepted: 0,
      withdrawn: 0,
    });
    expect(services.get('ot')).toMatchObject({ due: 2, onTime: 0, late: 1, lateException: 1 });
    expect(all).toMatchObject({ asked: 1, due: 5, onTime: 2, late: 2, lateException: 1, notKnown: 1 });
    expect([...services.keys()]).toEqual(['ot', 'salt']);
    expect(together).toEqual({ onTime: 1, late: 2, lateException: 1 });
  });

  it('leave out what was asked after the period, and what has no date yet', () => {
    expect(adviceCounts(rows, period('2025-01-01', '2025-02-28')).all).toMatchObject({ asked: 0, due: 0 });
    expect(adviceCounts([{ service: 'salt', group: null, more: [] }], april).services.size).toBe(0);
    expect(adviceCounts(rows, period('2025-03-01', '2025-03-31')).all).toMatchObject({
      asked: 6,
      due: 0,
      withdrawn: 1,
    });
  });

  it('count each step of the authority where it was done', () => {
    const assess = { kind: 'decision', outcome: 'assess' };
    const all = [
      assessmentRow(
        ['2025-01-13', request],
        ['2025-02-24', assess],
        ['2025-05-12', { kind: 'draft-served' }],
        ['2025-06-02', { kind: 'plan-final' }],
      ),
      assessmentRow(['2025-01-13', request], ['2025-02-25', assess], ['2025-05-06', { kind: 'no-plan-notice' }]),
      assessmentRow(['2025-01-14', request], ['2025-02-20', { kind: 'decision', outcome: 'do-not-assess' }]),
      assessmentRow(
        ['2025-01-13', request],
        ['2025-02-01', assess],
        [
          '2025-05-01',
          { kind: 'limit-exception', ground: 'exceptional-circumstances', limits: ['final-plan'], ...because },
        ],
        ['2025-05-12', { kind: 'draft-served' }],
        ['2025-06-20', { kind: 'plan-final' }],
      ),
      assessmentRow(['2025-06-01', request], ['2025-06-10', { kind: 'closed', reason: 'request-withdrawn' }]),
      assessmentRow(['2025-06-02', request]),
      assessmentRow(['2025-07-01', request]),
    ];
    expect(assessmentCounts(all, period('2025-01-01', '2025-06-30'))).toEqual({
      requests: 6,
      decidedToAssess: 3,
      decidedNotToAssess: 1,
      decisions: { onTime: 3, late: 1, lateException: 0 },
      noPlanNotices: { onTime: 0, late: 1, lateException: 0 },
      plans: { onTime: 1, late: 0, lateException: 1 },
      underWay: 1,
    });
    expect(assessmentCounts(all, period('2025-01-01', '2025-01-31'))).toMatchObject({ requests: 4, underWay: 4 });
    expect(assessmentCounts([{ service: 'x', group: null, more: [] }], april)).toMatchObject({
      requests: 0,
      underWay: 0,
    });
  });
});
