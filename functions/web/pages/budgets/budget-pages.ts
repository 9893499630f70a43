/** What the pages that are the same for every duty ask of budgets: the page of the person, its line of time, the list of duties. */
import { type BudgetEventKind, type BudgetFacts, budgetEventKinds } from '../../../../shared/domain/budget/facts.ts';
import { formatPence } from '../../../../shared/domain/budget/pence.ts';
import { type BudgetState, budgetStages, planOf } from '../../../../shared/domain/budget/state.ts';
import { budgetLabels } from '../../../../shared/http/html/components/status.ts';
import type { CaseForm, CasePages } from '../cases/case-pages.ts';
import { budgetDetailLines } from './event-details.ts';
import { lifecycleForms } from './forms/lifecycle-forms.ts';
import { budgetEventWords } from './words.ts';

const { requested } = lifecycleForms;

// The forms of a budget are its own (record-event.ts): they are drawn from its money and its plan. Only what opens one is offered elsewhere.
const none = Object.fromEntries(budgetEventKinds.map((kind) => [kind, null])) as Record<BudgetEventKind, null>;
const opening: CaseForm<BudgetFacts<'requested'>, BudgetState> = {
  action: requested.action,
  day: requested.day,
  questions: requested.questions,
};

export const budgetPages: CasePages<BudgetFacts, BudgetState> = {
  kind: 'budget',
  about: 'Money for agreed health goals: from the request over the plan to payments, reviews and the end.',
  statuses: budgetLabels,
  openStatuses: budgetStages.filter((stage) => stage !== 'void'),
  dueWords: {
    'budget-review': 'Review',
    'budget-consent': 'Own consent at 16',
    'budget-recovery': 'Money to come back',
    'budget-reconsideration': 'Reconsideration',
  },
  happened: budgetEventWords,
  details: budgetDetailLines,
  facts: ({ view }) => {
    const plan = view === null ? undefined : planOf(view.state);
    return [plan !== undefined && { key: 'Agreed budget', value: formatPence(plan.annualPence) }];
  },
  opensWith: 'requested',
  forms: { ...none, requested: opening },
};
