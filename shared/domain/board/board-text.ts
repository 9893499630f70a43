/** Free text in papers for the board. Nothing in them may be about a child, so what looks like an NHS number is refused, with the reason. */
import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { invalid } from '../error.ts';

/** Ten digits that stand together, or apart as an NHS number is written; a wrong check digit may still be somebody's number mistyped. */
const tenDigits = /(?<!\d)\d{3}[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/;

export const nhsNumberLike =
  'This has ten digits that look like an NHS number. Take out anything that is about a child';

/** A text of up to `most` characters. @param label how the error names it: `The reason`. */
export function boardText(label: string, most: number) {
  return z
    .string()
    .trim()
    .min(1, `${label} must not be empty`)
    .max(most, `${label} must be ${most.toLocaleString('en-GB')} characters or fewer`)
    .refine((text) => !tenDigits.test(text), { error: nhsNumberLike, params: { code: 'nhs-number-like' } });
}

/** Why something was done, and the day of the meeting or the decision. */
export const decisionSchema = z.strictObject({ reason: boardText('The reason', 1000), on: localDateSchema });
export type Decision = z.output<typeof decisionSchema>;

/** @throws `invalid` `date-in-future`. */
export function notAfter(today: LocalDate, on: LocalDate): void {
  if (on <= today) return;
  const message = 'The date must be today or in the past';
  throw invalid('date-in-future', message, [{ pointer: '/on', code: 'date-in-future', message }]);
}
