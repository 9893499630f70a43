/** A form of a case as the pages' own kind of form: the day first, then the questions of its kind, read by the kind's schema. */
import * as z from 'zod';
import { type LocalDate, localDateSchema, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../../shared/domain/case/case.ts';
import type { CaseType } from '../../../../shared/domain/case/case-type.ts';
import { recordableFactsSchema } from '../../../../shared/domain/case/generic-facts.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import type { EventAnswers } from '../referrals/event-forms/event-form.ts';
import type { CaseForm, CaseOnPage } from './case-pages.ts';

/** What a form says happened. */
export interface CaseEntryTyped {
  readonly on: LocalDate;
  readonly facts: CaseFacts;
}

export function caseEntryForm(
  type: CaseType,
  happened: string,
  form: CaseForm,
  open: CaseOnPage,
): Form<CaseEntryTyped> {
  const { label, hint } = form.day;
  const day: Question = { kind: 'date', name: 'on', label, ...(hint === undefined ? {} : { hint }) };
  const entry = z.object({ on: localDateSchema, facts: recordableFactsSchema(type.facts) });
  return {
    questions: [day, ...form.questions(open)],
    schema: z.preprocess((typed, context) => {
      const answers = typed as EventAnswers;
      for (const { question, message } of form.faults?.(answers) ?? [])
        context.addIssue({ code: 'custom', message, path: [question] });
      return { on: answers['on'], facts: { kind: happened, ...factsOf(form, answers, open) } };
    }, entry),
  };
}

/** Every answer under its own name, and nothing for what was left empty, unless the form says otherwise. */
function factsOf(form: CaseForm, answers: EventAnswers, open: CaseOnPage): Readonly<Record<string, unknown>> {
  if (form.facts !== undefined) return form.facts(answers, open);
  return Object.fromEntries(Object.entries(answers).filter(([name, value]) => name !== 'on' && value !== null));
}

/** The answers that the form is first shown with. */
export function startOf(form: CaseForm, open: CaseOnPage): Typed {
  const { day, month, year } = partsOf(open.visit.today);
  const today: Typed = { 'on-day': [String(day)], 'on-month': [String(month)], 'on-year': [String(year)] };
  return { ...(form.day.filledIn === 'today' ? today : {}), ...form.start?.(open) };
}
