/** A form of a budget as the pages' own kind of form: the day first, then the questions of its kind, read by the facts' schema. */
import * as z from 'zod';
import { budgetFactsSchema } from '../../../../shared/domain/budget/facts.ts';
import { type LocalDate, localDateSchema, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../../shared/domain/case/case.ts';
import { recordableFactsSchema } from '../../../../shared/domain/case/generic-facts.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import { type BudgetAnswers, type BudgetForm, type BudgetNow, given } from './forms/budget-form.ts';

/** What a form says happened. */
export interface Entry {
  readonly on: LocalDate;
  readonly facts: CaseFacts;
}

const entrySchema = z.object({ on: localDateSchema, facts: recordableFactsSchema(budgetFactsSchema) });

/** @param fixed facts that the page gives, not the form: which entry a correction is of. */
export function entryForm(
  kind: string,
  form: BudgetForm,
  now: BudgetNow,
  fixed: Readonly<Record<string, unknown>> = {},
): Form<Entry> {
  const day: Question = {
    kind: 'date',
    name: 'on',
    label: form.day.label,
    ...(form.day.filledIn === 'nothing' ? { hint: 'For example, 31 3 2026' } : {}),
  };
  const schema = z.unknown().transform((typed, context) => {
    const answers = typed as BudgetAnswers;
    const said = form.facts === undefined ? given(answers) : form.facts(answers, now);
    const parsed = entrySchema.safeParse({ on: answers['on'], facts: { kind, ...said, ...fixed } });
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) context.addIssue({ code: 'custom', message, path });
    return z.NEVER;
  });
  return { questions: [day, ...form.questions(now)], schema };
}

/** A day as it is typed in three fields. */
export function typedDay(day: LocalDate): Typed {
  const parts = partsOf(day);
  return { 'on-day': [String(parts.day)], 'on-month': [String(parts.month)], 'on-year': [String(parts.year)] };
}
