/** The dates of a row: each by itself, then against the birth, the day of the file and each other. */
import { ageOn } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { dateFaultText, parseDate } from '../calendar/parse-date.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import { importColumns } from './columns.ts';
import type { ReadingContext } from './reading-context.ts';
import type { RowCells } from './row-cells.ts';

/** Received, first contact, assessment and outcome follow each other; the discharge comes last. */
const stepFields = ['receivedOn', 'firstContactOn', 'assessmentStartedOn', 'outcomeOn', 'dischargedOn'] as const;
const dateFields = ['birthDate', ...stepFields] as const;

/** The dates that were understood. */
export type DatesRead = Partial<Record<(typeof dateFields)[number], LocalDate>>;

/** @param queue the queue the row is of, where it is known: it may take fewer ages than the place. */
export function readDates(
  cells: RowCells,
  context: Pick<ReadingContext, 'asAt' | 'policy'>,
  queue: QueuePolicy | undefined,
): DatesRead {
  const dates: DatesRead = {};
  for (const field of dateFields) {
    if (cells.text(field) === '') continue;
    const parsed = parseDate(cells.text(field));
    if ('date' in parsed) dates[field] = parsed.date;
    else cells.wrong('date-invalid', field, dateFaultText[parsed.fault]);
  }
  checkEach(cells, dates, context.asAt);
  checkAge(cells, dates, context, queue);
  checkOrder(cells, dates);
  return dates;
}

/** Dates are compared as text: `YYYY-MM-DD` sorts as the days do. */
function checkEach(cells: RowCells, dates: DatesRead, asAt: LocalDate): void {
  for (const field of dateFields) {
    const date = dates[field];
    if (date === undefined) continue;
    if (dates.birthDate !== undefined && date < dates.birthDate)
      cells.wrong('before-birth', field, 'Check this date and the date of birth: it is before the birth');
    if (date > asAt) cells.wrong('date-in-future', field, `Check this date: it is after the day of the file, ${asAt}`);
  }
}

function checkAge(
  cells: RowCells,
  { birthDate, receivedOn }: DatesRead,
  { policy }: Pick<ReadingContext, 'policy'>,
  queue: QueuePolicy | undefined,
): void {
  if (birthDate === undefined || receivedOn === undefined || receivedOn < birthDate) return;
  const age = ageOn(birthDate, receivedOn);
  const from = Math.max(policy.scopeAge.from, queue?.ages.from ?? 0);
  const to = Math.min(policy.scopeAge.to, queue?.ages.to ?? policy.scopeAge.to);
  if (age >= from && age <= to) return;
  const fix = `Check the date of birth: this queue is for ages ${from} to ${to} on the day of receipt`;
  cells.wrong('age-out-of-range', 'birthDate', fix);
}

/** One error names the first date that lies before an earlier step. */
function checkOrder(cells: RowCells, dates: DatesRead): void {
  let latest: LocalDate | undefined;
  for (const field of stepFields) {
    const date = dates[field];
    if (date === undefined) continue;
    if (latest !== undefined && date < latest) {
      const { heading } = importColumns[field];
      cells.wrong('date-order', field, `Check the order of the dates: ${heading} is before an earlier step`);
      return;
    }
    latest = date;
  }
}
