/** An event form as the pages' own kind of form: the day first, then the questions of its kind, read by the kind's schema. */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../../../../shared/domain/calendar/local-date.ts';
import {
  factsSchemaOf,
  type ReferralEventFacts,
  type ReferralEventKind,
} from '../../../../shared/domain/referral/event.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { Question } from '../../../../shared/http/page/question.ts';
import type { EventAnswers, EventForm } from './event-forms/event-form.ts';
import type { OpenRecord } from './open-record.ts';

/** What a form says happened. */
export interface EventEntry {
  readonly on: LocalDate;
  readonly facts: ReferralEventFacts;
}

export function eventEntryForm(kind: ReferralEventKind, form: EventForm, record: OpenRecord): Form<EventEntry> {
  const { label, hint } = form.day;
  const day: Question = { kind: 'date', name: 'on', label, ...(hint === undefined ? {} : { hint }) };
  const entrySchema = z.object({ on: localDateSchema, facts: factsSchemaOf(kind) });
  return {
    questions: [day, ...form.questions(record)],
    schema: z.preprocess((typed) => {
      const answers = typed as EventAnswers;
      return { on: answers['on'], facts: { kind, ...factsOf(form, answers, record) } };
    }, entrySchema) as unknown as z.ZodType<EventEntry>,
  };
}

/** Every answer under its own name, and nothing for what was left empty, unless the form says otherwise. */
function factsOf(form: EventForm, answers: EventAnswers, record: OpenRecord): Readonly<Record<string, unknown>> {
  if (form.facts !== undefined) return form.facts(answers, record);
  return Object.fromEntries(Object.entries(answers).filter(([name, value]) => name !== 'on' && value !== null));
}
