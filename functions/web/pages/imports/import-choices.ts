/** What is said of a file before its columns are looked at: the system it comes from and the day it speaks of. */
import * as z from 'zod';
import { type LocalDate, localDateSchema, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { systemSchema } from '../../../../shared/domain/import/import.ts';
import type { Form } from '../../../../shared/http/page/form.ts';
import type { FormBody } from '../../../../shared/http/page/form-body.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import { parsedValue } from './packed.ts';

export interface ImportChoices {
  readonly system: string;
  readonly asAt: LocalDate;
}

const LONGEST_SYSTEM = 40;

const questions: readonly Question[] = [
  {
    kind: 'text',
    name: 'system',
    label: 'Which system does the file come from?',
    hint: 'Use the same name for every file of that system: with the file’s own referral ids it tells one referral from another',
    missing: 'Enter the name of the system',
    width: 20,
  },
  {
    kind: 'date',
    name: 'asAt',
    label: 'Which day does the file speak of?',
    hint: 'The day the extract was made. Dates after it are rejected',
    missing: 'Enter the day the file speaks of',
  },
];

export function choicesForm(today: LocalDate): Form<ImportChoices> {
  return {
    questions,
    schema: z.object({
      system: z.string().max(LONGEST_SYSTEM, `The name must be ${LONGEST_SYSTEM} characters or fewer`),
      asAt: localDateSchema.refine((asAt) => asAt <= today, 'The day the file speaks of must be today or in the past'),
    }),
  };
}

/** The form at its first showing. @param system of the last import, so that it is spelt the same again. */
export function firstChoices(system: string, today: LocalDate): Typed {
  const { year, month, day } = partsOf(today);
  return {
    system: [system],
    'asAt-day': [String(day)],
    'asAt-month': [String(month)],
    'asAt-year': [String(year)],
  };
}

const carriedSchema = z.strictObject({ system: systemSchema, asAt: localDateSchema });

/** As hidden fields of the later steps. */
export function choiceFields({ system, asAt }: ImportChoices): Readonly<Record<string, string>> {
  return { said: JSON.stringify({ system, asAt }) };
}

/** @throws `invalid` for what no page of ours carries. */
export function carriedChoices(form: FormBody): ImportChoices {
  return parsedValue(carriedSchema, form.get('said'));
}
