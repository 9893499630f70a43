/** The reviews of a child's access as a duty: what is due, by when, and what is told of it. */
import { describe, expect, it } from 'vitest';
import { reviewedAccess } from '../../../shared/domain/access/access-reviews.ts';
import { accessReviewType } from '../../../shared/domain/access-review/access-review-type.ts';
import { deadlineKinds } from '../../../shared/domain/alert/deadline-kinds.ts';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { daysBetween, localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { AccessHistory, born, CHILD, MOTHER } from '../access/histories.ts';

/** The duty that follows from a history, on a day. */
function dutyOf({ state, person }: AccessHistory, asAt: string) {
  const context: CaseContext = {
    policy: liverpool,
    person: { ...person, flags: [], gpPractice: null },
    asAt: localDate(asAt),
    holidays: englandAndWales,
  };
  const event = {
    ...{ id: 'event00000000001', seq: 0, on: localDate(asAt), recordedAt: '2026-01-01T12:00:00Z' as never },
    ...{ by: { actor: 'service', role: 'service' }, previousHash: '', hash: '' },
    facts: { kind: 'stood', ...reviewedAccess(state) } as const,
  };
  const duty = accessReviewType.fold([event], context);
  const row = accessReviewType.summary(duty, context);
  return {
    open: accessReviewType.isOpen(duty),
    row,
    status: (day: string) => accessReviewType.statusOn?.(row, localDate(day)),
    deadlines: accessReviewType.deadlines(duty, context).map(({ kind, start, due }) => [kind, start, due]),
    deadlineOf: (wanted: string) => {
      const found = accessReviewType.deadlines(duty, context).find(({ kind }) => kind === wanted);
      if (found === undefined) throw new Error(`There is no deadline ${wanted}`);
      return found;
    },
    told: accessReviewType.deadlines(duty, context)[0]?.warnOn.map(({ threshold, on }) => [threshold, on]),
  };
}

const ten = new AccessHistory(born('2015-03-09')).letIn(MOTHER, '2024-01-05');

describe('the reviews of who in a family may see a record', () => {
  it('are due within three months of the 11th birthday, before the 16th, and within three months of the 18th', () => {
    const { open, row, deadlines, told } = dutyOf(ten, '2026-01-05');
    expect(open).toBe(true);
    expect(deadlines).toEqual([
      ['access-review-at-11', '2026-03-09', '2026-06-09'],
      ['access-invite', '2030-09-09', '2031-03-09'],
      ['access-review-at-18', '2033-03-09', '2033-06-09'],
    ]);
    expect(told).toEqual([
      ['amber', '2026-05-12'],
      ['approaching', '2026-06-02'],
      ['breach', '2026-06-10'],
    ]);
    expect(row).toMatchObject({ due: { on: '2026-06-09', what: 'access-review-at-11' }, waitingOn: 'us' });
  });

  it('tell the team of an invitation six months before the 16th birthday, within days of the first that it can be made', () => {
    for (let month = 1; month <= 12; month += 1) {
      const birthDate = born(`2011-${String(month).padStart(2, '0')}-28`);
      const { deadlineOf } = dutyOf(new AccessHistory(birthDate).letIn(MOTHER, '2024-01-05'), '2026-01-05');
      const { start, warnOn } = deadlineOf('access-invite');
      const [amber] = warnOn;
      expect(amber?.threshold).toBe('amber');
      expect(daysBetween(start, amber?.on ?? start)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(start, amber?.on ?? start)).toBeLessThanOrEqual(3);
    }
  });

  it('can be done from a day on, whether or not anybody has written since', () => {
    const { status } = dutyOf(ten, '2026-01-05');
    expect([status('2026-03-08'), status('2026-03-09')]).toEqual(['not-yet', 'to-do']);
  });

  it('come again a year after a child was found not able to decide', () => {
    const assessed = ten.record('2026-04-20', { kind: 'competence-assessed', competent: false, consentsTo: [] });
    const [first] = dutyOf(assessed, '2026-04-20').deadlines;
    expect(first).toEqual(['access-assess-again', '2026-04-20', '2027-04-20']);
  });

  it('that nobody did in time hide none that come after', () => {
    const late = dutyOf(ten, '2030-10-01');
    expect(late.row.due).toEqual({ on: '2026-06-09', what: 'access-review-at-11' });
    expect(late.deadlines.map(([kind]) => kind)).toContain('access-invite');
  });

  it('end with the last adult’s access, and with a death', () => {
    const ended = ten.record('2026-02-01', { kind: 'revoked', grantId: MOTHER, reason: 'asked-for' });
    expect(dutyOf(ended, '2026-02-01')).toMatchObject({
      open: false,
      deadlines: [],
      row: { status: 'none', due: null },
    });
    const died = new AccessHistory({ ...ten.person, diedOn: localDate('2026-02-01') }, ten.access);
    expect(dutyOf(died, '2026-02-01')).toMatchObject({ open: false, deadlines: [] });
  });

  it('leave nothing to do once the young person was invited and all was looked at as they turned 18', () => {
    const grown = new AccessHistory(born('2008-03-09'))
      .letIn(MOTHER, '2020-01-05')
      .letIn(CHILD, '2023-12-01')
      .record('2026-03-10', { kind: 'reviewed' });
    expect(dutyOf(grown, '2026-03-10')).toMatchObject({ open: false, deadlines: [] });
  });

  it('are of kinds that the watch knows', () => {
    for (const [kind] of dutyOf(ten, '2026-01-05').deadlines) expect(deadlineKinds).toContain(kind);
  });
});
