/** What the census counts for national collections of the dated duties: each kind of case read once, and folded to the end of each month. */
import { budgetCase } from '../../../domain/budget/budget-case.ts';
import { earliest } from '../../../domain/calendar/local-date.ts';
import type { Month } from '../../../domain/indicator/month/month-tally.ts';
import { budgetLines } from '../../../domain/indicator/returns/budgets.ts';
import { ehcAdviceLines } from '../../../domain/indicator/returns/ehc-advice.ts';
import type { ReturnCode, ReturnLine } from '../../../domain/indicator/returns/return-figures.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { type CountingCases, everyRecord, everyRow, statesOn } from '../../case/states-of-kind.ts';

/** A return of a place as a whole. */
export interface ReturnSource {
  readonly code: ReturnCode;
  /** The lines of each month, in the order of the months. */
  lines(policy: Policy, months: readonly Month[]): Promise<readonly (readonly ReturnLine[])[]>;
}

export function returnSources(cases: CountingCases): readonly ReturnSource[] {
  return [
    {
      code: 'personal-health-budgets',
      async lines(policy, months) {
        const [first, ...others] = months.map(({ to }) => to);
        if (first === undefined) return [];
        const records = await everyRecord(cases, policy.place.id, 'budget', earliest(first, ...others));
        return months.map((month) => {
          const budgets = statesOn(records, budgetCase, policy, month.to).map(
            ({ row: { personId, birthDate }, state }) => ({
              ...{ personId, birthDate, state },
            }),
          );
          return budgetLines(budgets, month);
        });
      },
    },
    {
      code: 'ehc-advice',
      async lines({ place }, months) {
        const advice = await everyRow(cases, place.id, 'ehc-advice');
        const assessments = await everyRow(cases, place.id, 'ehc-assessment');
        return months.map((month) => ehcAdviceLines({ advice, assessments }, month));
      },
    },
  ];
}
