/** Why an event cannot be recorded on a budget: where, a code for machines, and a sentence that says what is wrong and what to do. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Issue } from '../error.ts';
import type { BudgetPolicy } from './budget-policy.ts';
import type { BudgetEvent } from './fold.ts';

/** What judging an event needs besides the budget. */
export interface BudgetContext {
  readonly policy: BudgetPolicy;
  readonly birthDate: LocalDate;
}

/** An event of a kind that is judged, before it has an id. */
export type Judged = Pick<BudgetEvent, 'on' | 'facts'>;

export const badDay = (code: string, message: string): Issue => ({ pointer: '/on', code, message });
export const badKind = (code: string, message: string): Issue => ({ pointer: '/facts/kind', code, message });
export const badFact = (name: string, code: string, message: string): Issue => ({
  pointer: `/facts/${name}`,
  code,
  message,
});
