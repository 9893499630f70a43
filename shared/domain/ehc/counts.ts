/**
 * Raw counts of a period, of the kind that the yearly SEN2 collection asks for, worked out from rows alone as at the last day
 * of the period. Advice counts where it was due and so once; an authority's step counts where it was done.
 */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Period } from '../calendar/period.ts';
import { type AdviceStanding, adviceDueOn, adviceTimeliness } from './advice-limit.ts';
import { type AdviceRowFacts, adviceRowFacts } from './advice-row.ts';
import { type AssessmentRowFacts, assessmentRowFacts } from './assessment-row.ts';
import { adviceTogether, countAdvice, countLimits, type TimelinessCounts } from './on-time.ts';
import { type EhcLimit, ehcRulesOn } from './rule-set.ts';
import { type LimitStanding, limitDates } from './timetable.ts';

/** A row, as far as counting goes. */
export interface CountedRow {
  readonly service: string;
  readonly group: string | null;
  readonly more?: readonly string[];
}

export interface AdviceCounts extends TimelinessCounts {
  /** Received by its body in the period. */
  readonly asked: number;
  /** Due in the period and not withdrawn before: the sum of the three that follow. */
  readonly due: number;
  readonly notKnown: number;
  readonly existingAccepted: number;
  readonly withdrawn: number;
}

export interface AssessmentCounts {
  readonly requests: number;
  readonly decidedToAssess: number;
  readonly decidedNotToAssess: number;
  readonly decisions: TimelinessCounts;
  readonly noPlanNotices: TimelinessCounts;
  readonly plans: TimelinessCounts;
  /** Asked for by the last day of the period, and neither refused, ended nor planned by then. */
  readonly underWay: number;
}

/** The counts of each service's advice, by service in the order of their names, and of all the advice of an assessment together. */
export function adviceCounts(
  rows: readonly CountedRow[],
  period: Period,
): {
  readonly services: ReadonlyMap<string, AdviceCounts>;
  readonly all: AdviceCounts;
  /** Assessments whose last advice was due in the period: on time only when every service's was. */
  readonly together: TimelinessCounts;
} {
  const known = rows.flatMap(({ service, group, more = [] }) => {
    const facts = adviceRowFacts({ more });
    return facts === undefined || facts.receivedOn > period.to ? [] : [{ service, group, facts }];
  });
  const services = [...new Set(known.map(({ service }) => service))].sort();
  const of = (service: string) => known.filter((one) => one.service === service).map(({ facts }) => facts);
  return {
    services: new Map(services.map((service) => [service, countsOf(of(service), period)])),
    all: countsOf(
      known.map(({ facts }) => facts),
      period,
    ),
    together: togetherCounts(known, period),
  };
}

function countsOf(advice: readonly AdviceRowFacts[], period: Period): AdviceCounts {
  const due = advice.filter((one) => within(dueOf(one), period));
  const standings = due.map((one) => standingAt(one, period.to));
  const timeliness = countAdvice(standings);
  const ended = (reply: string) => advice.filter((one) => one.reply === reply && within(one.endedOn, period)).length;
  return {
    asked: advice.filter(({ receivedOn }) => within(receivedOn, period)).length,
    due: timeliness.onTime + timeliness.late + timeliness.lateException,
    ...timeliness,
    notKnown: ended('not-known'),
    existingAccepted: ended('existing-advice-accepted'),
    withdrawn: advice.filter((one) => one.reply === null && within(one.endedOn, period)).length,
  };
}

function togetherCounts(
  known: readonly { readonly group: string | null; readonly facts: AdviceRowFacts }[],
  period: Period,
): TimelinessCounts {
  const assessments = Map.groupBy(known, ({ group }) => group ?? '');
  const together = [...assessments.values()].flatMap((tasks) => {
    const last = tasks
      .map(({ facts }) => dueOf(facts))
      .sort()
      .at(-1);
    if (last === undefined || !within(last, period)) return [];
    return adviceTogether(tasks.map(({ facts }) => standingAt(facts, period.to))) ?? [];
  });
  const count = (which: string) => together.filter((one) => one === which).length;
  return { onTime: count('on-time'), late: count('late'), lateException: count('late-exception') };
}

function dueOf({ receivedOn }: AdviceRowFacts): LocalDate {
  return adviceDueOn(receivedOn, ehcRulesOn(receivedOn));
}

/** How advice stood on a day: a reply of a later day had not come. */
function standingAt({ receivedOn, endedOn, reply, excepted }: AdviceRowFacts, asAt: LocalDate): AdviceStanding {
  const ended = endedOn !== null && endedOn <= asAt ? endedOn : null;
  const [repliedOn, withdrawnOn] = reply === null ? [null, ended] : [ended, null];
  return adviceTimeliness({ receivedOn, repliedOn, withdrawnOn, excepted }, asAt, ehcRulesOn(receivedOn)).standing;
}

export function assessmentCounts(rows: readonly CountedRow[], period: Period): AssessmentCounts {
  const known = rows.flatMap(({ more = [] }) => {
    const facts = assessmentRowFacts({ more });
    return facts === undefined || facts.requestedOn > period.to ? [] : [facts];
  });
  const doneIn = (limit: EhcLimit) => known.filter(({ done }) => within(done[limit], period));
  const timeliness = (limit: EhcLimit) => countLimits(doneIn(limit).map((facts) => doneStanding(facts, limit)));
  const decided = (outcome: string) => doneIn('decision').filter(({ decision }) => decision === outcome).length;
  return {
    requests: known.filter(({ requestedOn }) => within(requestedOn, period)).length,
    decidedToAssess: decided('assess'),
    decidedNotToAssess: decided('do-not-assess'),
    decisions: timeliness('decision'),
    noPlanNotices: timeliness('no-plan-notice'),
    plans: timeliness('final-plan'),
    underWay: known.filter((facts) => isUnderWay(facts, period.to)).length,
  };
}

function doneStanding({ requestedOn, done, lifted }: AssessmentRowFacts, limit: EhcLimit): LimitStanding {
  const due = limitDates(requestedOn, ehcRulesOn(requestedOn))[limit];
  const on = done[limit];
  if (on === null || on <= due) return 'met';
  return lifted.has(limit) ? 'late-lifted' : 'late';
}

function isUnderWay({ done, decision, closedOn }: AssessmentRowFacts, asAt: LocalDate): boolean {
  const by = (on: LocalDate | null) => on !== null && on <= asAt;
  const refused = decision === 'do-not-assess' && by(done.decision);
  return !refused && !by(closedOn) && !by(done['no-plan-notice']) && !by(done['final-plan']);
}

function within(on: LocalDate | null, { from, to }: Period): boolean {
  return on !== null && from <= on && on <= to;
}
