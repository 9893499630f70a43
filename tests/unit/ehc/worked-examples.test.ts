import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate, weekdayOf } from '../../../shared/domain/calendar/local-date.ts';
import { ehcAdviceChases, nextChase } from '../../../shared/domain/deadline/chase.ts';
import { deadlineFrom, ladders } from '../../../shared/domain/deadline/ladder.ts';
import {
  type AdviceCourse,
  adviceDueOn,
  adviceTimeliness,
  appointmentCounts,
} from '../../../shared/domain/ehc/advice-limit.ts';
import { amendedPlanBy, reviewConcludedBy, reviewDates } from '../../../shared/domain/ehc/annual-review.ts';
import { asksIntoClosure, closureDays, closureWindow } from '../../../shared/domain/ehc/closure-window.ts';
import { draftWindow } from '../../../shared/domain/ehc/draft-plan.ts';
import { countAdvice, onTimeRates } from '../../../shared/domain/ehc/on-time.ts';
import { chaseTransferFrom, transferPlanBy } from '../../../shared/domain/ehc/phase-transfer.ts';
import { type EhcLimit, ehcRulesOn } from '../../../shared/domain/ehc/rule-set.ts';
import { limitDates, limitSteps } from '../../../shared/domain/ehc/timetable.ts';

const rules = ehcRulesOn(localDate('2025-01-13'));
const withWeekday = (date: LocalDate) => [date, weekdayOf(date)];
const monday = 1;

function advice(receivedOn: string, more: Partial<Record<'repliedOn', string>> & { excepted?: boolean } = {}) {
  const course: AdviceCourse = {
    receivedOn: localDate(receivedOn),
    repliedOn: more.repliedOn === undefined ? null : localDate(more.repliedOn),
    withdrawnOn: null,
    excepted: more.excepted ?? false,
  };
  return (asAt: string) => adviceTimeliness(course, localDate(asAt), rules);
}

describe('EHC assessments and advice: worked examples', () => {
  it.each([
    ['E6-01', '2025-01-13', '2025-02-24', '2025-05-05', '2025-06-02'],
    ['E6-02', '2025-06-16', '2025-07-28', '2025-10-06', '2025-11-03'],
    // The six weeks end on the August bank holiday, and stand.
    ['E6-03', '2025-07-14', '2025-08-25', '2025-11-03', '2025-12-01'],
  ])('%s headline dates of a request of %s', (_id, request, decision, noPlanNotice, finalPlan) => {
    const dates = limitDates(localDate(request), rules);
    expect(Object.values(dates).map(weekdayOf)).toEqual([monday, monday, monday]);
    expect(dates).toEqual({ decision, 'no-plan-notice': noPlanNotice, 'final-plan': finalPlan });
  });

  it('E6-04 health advice: the clock runs from the inbox, not from the day it was passed on', () => {
    expect(withWeekday(adviceDueOn(localDate('2025-03-03'), rules))).toEqual(['2025-04-14', monday]);
    const { standing, day, daysLate } = advice('2025-03-03', { repliedOn: '2025-04-14' })('2025-04-14');
    expect({ standing, day, daysLate }).toEqual({ standing: 'on-time', day: 42, daysLate: 0 });
  });

  it('E6-05 health advice late: day 43, by one day; the breach is first true on that day', () => {
    const { standing, day, daysLate } = advice('2025-03-03', { repliedOn: '2025-04-15' })('2025-04-15');
    expect({ standing, day, daysLate }).toEqual({ standing: 'late', day: 43, daysLate: 1 });
    const owed = advice('2025-03-03');
    expect(['2025-04-14', '2025-04-15'].map((day) => owed(day).standing)).toEqual(['awaited', 'overdue']);
    const deadline = deadlineFrom(ladders.ehcAdvice, { kind: 'ehc-advice', start: localDate('2025-03-03') });
    expect(deadline.warnOn.at(-1)).toMatchObject({ severity: 'breach', on: '2025-04-15' });
  });

  it('E6-06 a missed test appointment: late, under an exception, and out of the rate without exceptions', () => {
    const asked = localDate('2025-05-06');
    expect(withWeekday(adviceDueOn(asked, rules))).toEqual(['2025-06-17', 2]);
    expect(appointmentCounts(asked, localDate('2025-06-03'), rules)).toBe(true);
    const { standing, day } = advice('2025-05-06', { repliedOn: '2025-06-30', excepted: true })('2025-06-30');
    expect({ standing, day }).toEqual({ standing: 'late-exception', day: 55 });
    const counts = countAdvice([standing, 'on-time']);
    expect(counts).toEqual({ onTime: 1, late: 0, lateException: 1 });
    expect(onTimeRates(counts)).toEqual({ withExceptions: 50, withoutExceptions: 100 });
  });

  it('E6-07 a waiting list is no exception: the request stays open and breaches', () => {
    const owed = advice('2025-02-10');
    expect(withWeekday(owed('2025-03-01').due)).toEqual(['2025-03-24', monday]);
    expect(['2025-03-24', '2025-03-25'].map((day) => owed(day).standing)).toEqual(['awaited', 'overdue']);
    expect(countAdvice([owed('2025-03-25').standing])).toEqual({ onTime: 0, late: 1, lateException: 0 });
  });

  const summer = { closedOn: localDate('2025-07-23'), reopensOn: localDate('2025-09-03') };

  it('E6-08 summer closure: the window is from a week before it to a week before it ends', () => {
    expect(closureDays(summer)).toBe(42);
    expect(closureWindow(summer, rules)).toEqual({ first: '2025-07-16', last: '2025-08-27' });
    expect(asksIntoClosure(localDate('2025-07-18'), summer, rules)).toBe(true);
  });

  it('E6-09 summer closure: asked the day before the window, no exception', () => {
    const asked = ['2025-07-15', '2025-07-16', '2025-08-27', '2025-08-28'];
    expect(asked.map((day) => asksIntoClosure(localDate(day), summer, rules))).toEqual([false, true, true, false]);
  });

  it('E6-10 half-term is never an exception', () => {
    const halfTerm = { closedOn: localDate('2025-10-27'), reopensOn: localDate('2025-11-03') };
    expect(closureDays(halfTerm)).toBe(7);
    expect(closureWindow(halfTerm, rules)).toBeNull();
    expect(asksIntoClosure(localDate('2025-10-28'), halfTerm, rules)).toBe(false);
  });

  it('E6-11 a draft plan may be answered for 15 days, the first of which is the day it is served', () => {
    const { closesOn, finalFrom } = draftWindow(localDate('2025-09-08'), rules);
    expect([withWeekday(closesOn), finalFrom]).toEqual([['2025-09-22', monday], '2025-09-23']);
  });

  it('E6-12 the final plan on day 140 of 140 is within 20 weeks', () => {
    const none = new Set<EhcLimit>();
    const done = { 'final-plan': localDate('2025-06-02') };
    const course = { requestedOn: localDate('2025-01-13'), done, lifted: none, notNeeded: none };
    const step = limitSteps(course, localDate('2025-06-02'), rules).find(({ limit }) => limit === 'final-plan');
    expect(step).toMatchObject({ day: 140, of: 140, standing: 'met', due: '2025-06-02' });
  });

  it('E6-13 the chain of an annual review', () => {
    const finalised = localDate('2024-06-14');
    const meeting = localDate('2025-05-19');
    const notice = { on: localDate('2025-06-10'), outcome: 'amend' as const };
    expect(reviewDates(finalised, meeting, notice, rules)).toEqual({
      concludeBy: '2025-06-14',
      circulateBy: '2025-05-05',
      reportBy: '2025-06-02',
      noticeBy: '2025-06-16',
      amendedBy: '2025-08-05',
    });
    expect(notice.on <= localDate('2025-06-16') && localDate('2025-08-04') <= localDate('2025-08-05')).toBe(true);
    expect(reviewConcludedBy(notice.on, rules)).toBe('2026-06-10');
  });

  it('E6-14 phase transfer: by 15 February, or 31 March for a move to post-16', () => {
    const september = localDate('2026-09-01');
    const toSecondary = transferPlanBy('primary-to-secondary', september);
    expect([toSecondary, transferPlanBy('secondary-to-post-16', september)]).toEqual(['2026-02-15', '2026-03-31']);
    expect(chaseTransferFrom(toSecondary)).toBe('2026-02-14');
    expect(transferPlanBy('between-post-16', september)).toBe('2026-04-01');
  });

  it('reading 34: an amended plan is due 8 weeks after the notice or 12 after the meeting, whichever is first', () => {
    const meeting = localDate('2025-05-19');
    expect(amendedPlanBy(meeting, localDate('2025-06-16'), rules)).toBe('2025-08-11');
    expect(amendedPlanBy(meeting, localDate('2025-06-17'), rules)).toBe('2025-08-11');
    expect(amendedPlanBy(meeting, localDate('2025-06-15'), rules)).toBe('2025-08-10');
  });

  it('the body is chased on days 14, 28, 35 and 40, then daily from day 43; our own staff are told on 32, 38 and 43', () => {
    const asked = localDate('2025-03-03');
    const days: LocalDate[] = [];
    for (let last: LocalDate | undefined; days.length < 6; ) {
      last = nextChase(ehcAdviceChases, asked, last);
      if (last !== undefined) days.push(last);
    }
    expect(days).toEqual(['2025-03-17', '2025-03-31', '2025-04-07', '2025-04-12', '2025-04-15', '2025-04-16']);
    const { warnOn } = deadlineFrom(ladders.ehcAdvice, { kind: 'ehc-advice', start: asked });
    expect(warnOn.map(({ on }) => on)).toEqual(['2025-04-04', '2025-04-10', '2025-04-15']);
  });
});
