/**
 * What the census counts of the dated duties, the year to date: each kind of case read once, folded to the day, and counted by its
 * own rules. Nothing but counts goes further.
 */

import { budgetCase } from '../../../domain/budget/budget-case.ts';
import { collectionOf } from '../../../domain/budget/collection.ts';
import { quarterOf } from '../../../domain/budget/quarter.ts';
import { financialYearOf } from '../../../domain/calendar/financial-year.ts';
import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import { careAssessment } from '../../../domain/care-assessment/care-type.ts';
import { initialCounts } from '../../../domain/care-assessment/counts.ts';
import { adviceCounts } from '../../../domain/ehc/counts.ts';
import { feedbackType } from '../../../domain/feedback/feedback-type.ts';
import { feedbackResult } from '../../../domain/feedback/result.ts';
import { healthCheckType } from '../../../domain/health-check/health-check-type.ts';
import { healthCheckCounts } from '../../../domain/health-check/indicator.ts';
import { healthGoalsType } from '../../../domain/health-goals/health-goals-type.ts';
import { goalOutcomes } from '../../../domain/health-goals/outcome.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { type CountingCases, everyRow, statesOfKind } from '../../case/states-of-kind.ts';
import type { DutyCount, DutySource } from './census-deps.ts';

/** Every duty that there are figures of, in the order of the page. */
export function dutySources(cases: CountingCases): readonly DutySource[] {
  return [
    (policy, asAt) => healthChecks(cases, policy, asAt),
    (policy, asAt) => budgets(cases, policy, asAt),
    (policy, asAt) => careAssessments(cases, policy, asAt),
    (policy, asAt) => advice(cases, policy, asAt),
    (policy, asAt) => satisfaction(cases, policy, asAt),
    (policy, asAt) => goals(cases, policy, asAt),
  ];
}

async function healthChecks(cases: CountingCases, policy: Policy, asAt: LocalDate): Promise<readonly DutyCount[]> {
  const year = financialYearOf(asAt);
  const states = await statesOfKind(cases, healthCheckType, policy, asAt);
  const list = states.map(({ state: { tracked } }) => ({ tracked, ethnicityRecorded: true }));
  const { checked, withPlan, eligible } = healthCheckCounts(list, year, asAt);
  const of = { indicator: 'ld-health-checks', period: year.label, denominator: eligible };
  return [
    { ...of, label: 'Annual health checks done', numerator: checked },
    { ...of, label: 'Annual health checks done, with a health action plan', numerator: withPlan },
  ];
}

async function budgets(cases: CountingCases, policy: Policy, asAt: LocalDate): Promise<readonly DutyCount[]> {
  const quarter = { ...quarterOf(asAt), last: asAt };
  const states = await statesOfKind(cases, budgetCase, policy, asAt);
  const counted = states.map(({ row: { personId, birthDate }, state }) => ({ personId, birthDate, state }));
  const { adults, children } = collectionOf(counted, quarter);
  const of = { indicator: 'personal-health-budgets', period: financialYearOf(asAt).label };
  return [
    {
      ...of,
      label: 'Children’s budgets live, of those held this year',
      numerator: children.live,
      denominator: children.yearToDate,
    },
    {
      ...of,
      label: 'Adults’ budgets live, of those held this year',
      numerator: adults.live,
      denominator: adults.yearToDate,
    },
  ];
}

async function careAssessments(cases: CountingCases, policy: Policy, asAt: LocalDate): Promise<readonly DutyCount[]> {
  const year = financialYearOf(asAt);
  const states = (await statesOfKind(cases, careAssessment, policy, asAt)).map(({ state }) => state);
  const { denominator, seen, returned, returnedStretch } = initialCounts(states, { from: year.first, to: asAt });
  const of = { indicator: 'iha-on-time', period: year.label, denominator };
  return [
    { ...of, label: 'Initial health assessments returned within 20 working days', numerator: returned },
    { ...of, label: 'Initial health assessments seen within 20 working days', numerator: seen },
    {
      ...of,
      label: 'Initial health assessments returned within 20 days (strategy stretch)',
      numerator: returnedStretch,
    },
  ];
}

async function advice(
  cases: CountingCases,
  { place: { id: place } }: Policy,
  asAt: LocalDate,
): Promise<readonly DutyCount[]> {
  const year = financialYearOf(asAt);
  const { all } = adviceCounts(await everyRow(cases, place, 'ehc-advice'), { from: year.first, to: asAt });
  const of = { indicator: 'ehc-advice-on-time', period: year.label, numerator: all.onTime };
  return [
    { ...of, label: 'Advice for EHC assessments within 6 weeks', denominator: all.due },
    {
      ...of,
      label: 'Advice for EHC assessments within 6 weeks, without exceptions',
      denominator: all.onTime + all.late,
    },
  ];
}

async function satisfaction(cases: CountingCases, policy: Policy, asAt: LocalDate): Promise<readonly DutyCount[]> {
  const given = (await statesOfKind(cases, feedbackType, policy, asAt)).map(({ state }) => state.answer);
  const { answers, counts } = feedbackResult(given);
  const numerator = counts['very-good'] + counts.good;
  return [
    {
      indicator: 'satisfaction',
      label: 'Families who say very good or good',
      period: 'so far',
      numerator,
      denominator: answers,
    },
  ];
}

async function goals(cases: CountingCases, policy: Policy, asAt: LocalDate): Promise<readonly DutyCount[]> {
  const all = (await statesOfKind(cases, healthGoalsType, policy, asAt)).flatMap(({ state }) => state.goals);
  const { goals: denominator, met } = goalOutcomes(all);
  return [
    {
      indicator: 'health-goals-met',
      label: 'Health goals met, of those rated twice',
      period: 'so far',
      numerator: met.count,
      denominator,
    },
  ];
}
