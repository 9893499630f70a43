/** What every page about a budget begins with: the person, the budget, and what may be done with it today. */
import { caseContext } from '../../../../shared/application/case/case-entry.ts';
import { caseNotFound, caseSubject } from '../../../../shared/application/case/case-subject.ts';
import { type CaseRead, readCase } from '../../../../shared/application/case/read-case.ts';
import type { CaseKey } from '../../../../shared/application/ports/cases.ts';
import { budgetContextOf } from '../../../../shared/domain/budget/budget-case.ts';
import type { BudgetState } from '../../../../shared/domain/budget/state.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { CaseContext } from '../../../../shared/domain/case/case-type.ts';
import { can } from '../../../../shared/domain/permission/can.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { BudgetNow } from './forms/budget-form.ts';

export interface OpenBudget extends CaseRead {
  readonly key: CaseKey;
  /** Undefined when its request was recorded in error. */
  readonly state: BudgetState | undefined;
  readonly caseContext: CaseContext;
  readonly mayRecord: boolean;
}

/** The budget that the address names, recorded as a view. @param since as of `readCase`. @throws as `readCase`. */
export async function openBudget(visit: ActingVisit, since?: LocalDate | 'opening'): Promise<OpenBudget> {
  const { deps, call, params, policy, actor, today } = visit;
  const key: CaseKey = { personId: params['personId'] ?? '', kind: 'budget', caseId: params['caseId'] ?? '' };
  const read = await readCase(deps, call, key, undefined, since);
  const subject = caseSubject(actor.place, read.row, policy);
  return {
    ...read,
    key,
    // The registry folds a record of this kind by the type of budgets.
    state: read.state as BudgetState | undefined,
    caseContext: caseContext({ types: deps.caseTypes, policy }, read.person.details, today),
    mayRecord: can(actor, 'case.record', subject) === 'allowed',
  };
}

/** The budget where it stands today, as the forms and views take it. @throws `not-found` when its request was recorded in error. */
export function budgetNow({ state, caseContext: context }: OpenBudget): BudgetNow {
  if (state === undefined) throw caseNotFound();
  return { state, context: budgetContextOf(context), today: context.asAt };
}
