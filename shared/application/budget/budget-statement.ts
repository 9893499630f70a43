import type { BudgetType } from '../../domain/budget/budget-type.ts';
import { pocketsOf } from '../../domain/budget/money.ts';
import { type BudgetState, nothingYet } from '../../domain/budget/state.ts';
import { type Statement, statementOf } from '../../domain/budget/statement.ts';
import { financialYearOf } from '../../domain/calendar/financial-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { invalid } from '../../domain/error.ts';
import { type Call, todayOf } from '../call.ts';
import { readCase } from '../case/read-case.ts';
import type { Deps } from '../deps.ts';
import type { CaseKey } from '../ports/cases.ts';

/** The account, and the days; the strongest way it is held, and the financial year, where absent. */
export interface StatementAsked {
  readonly type?: BudgetType | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

/**
 * The statement of one account of a budget, recorded as a view of it.
 * @throws `invalid` `date-order`; as `readCase`.
 */
export async function budgetStatement(
  deps: Pick<Deps, 'people' | 'cases' | 'caseTypes' | 'policies' | 'audit' | 'breakGlasses'>,
  call: Call,
  key: CaseKey,
  asked: StatementAsked,
): Promise<Statement> {
  const year = financialYearOf(todayOf(call));
  const { from = year.first, to = year.last } = asked;
  if (to < from) {
    const message = 'The last day is before the first. Check both dates';
    throw invalid('date-order', message, [{ pointer: '/to', code: 'date-order', message }]);
  }
  const { state: folded } = await readCase(deps, call, key, undefined, from);
  const state = (folded as BudgetState | undefined) ?? nothingYet;
  const type = asked.type ?? pocketsOf(state)[0]?.type ?? 'direct-payment';
  return statementOf(state.entries, type, { from, to });
}
