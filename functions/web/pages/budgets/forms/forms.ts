/** Every form of a budget, by the kind of event that it records. */
import type { BudgetEventKind } from '../../../../../shared/domain/budget/facts.ts';
import type { BudgetForm } from './budget-form.ts';
import { consentForms } from './consent-forms.ts';
import { lifecycleForms } from './lifecycle-forms.ts';
import { moneyForms } from './money-forms.ts';
import { noticeForms } from './notice-form.ts';
import { planForms } from './plan-forms.ts';

export const budgetForms: Readonly<Record<BudgetEventKind, BudgetForm>> = {
  ...lifecycleForms,
  ...consentForms,
  ...planForms,
  ...moneyForms,
  ...noticeForms,
};
