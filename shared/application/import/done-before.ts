import type { RowAnswer } from '../../domain/import/report.ts';
import { rowSlots } from '../../domain/import/row-events.ts';
import type { Person } from '../../domain/person/person.ts';
import { type ImportContext, rowEventId } from './import-context.ts';
import type { Known } from './known.ts';
import { answerOf, type RowToWork } from './row-answer.ts';

/**
 * What this very row of this import did already, when its batch was cut short after the row's writes and before the
 * batch's report was kept; undefined when it did nothing yet. Without it a row sent again would be told as unchanged.
 */
export function doneBefore(context: ImportContext, known: Known, row: RowToWork): RowAnswer | undefined {
  const { record, ids } = row;
  const review = known.review(ids.reviewId);
  if (review?.state === 'open' && review.importId === context.importId && review.record === record)
    return { ...answerOf(row, 'review', { reviewId: review.id }), code: review.reason };
  const origin = known.sameOrigin(row.row, ids);
  if (origin === null) return undefined;
  const { referral } = origin.kept;
  const about = { personId: referral.personId, referralId: referral.id };
  const own = referral.events.filter(({ importId }) => importId === context.importId);
  if (own.length === 0) return undefined;
  const idOf = (what: string) => rowEventId(context, record, what);
  const corrected = own.some(
    ({ id, facts }) => facts.kind === 'recorded-in-error' && id === idOf(`in-error ${facts.eventId}`),
  );
  if (!corrected && own.some(({ id }) => id === idOf('receipt'))) return answerOf(row, 'created', about);
  const said = new Set(rowSlots.map(idOf));
  return corrected || own.some(({ id }) => said.has(id)) ? answerOf(row, 'updated', about) : undefined;
}

/** Whether this very row of this import changed the person already. */
export function changedPersonBefore(context: ImportContext, person: Person, record: number): boolean {
  const id = rowEventId(context, record, 'person');
  return person.events.some((event) => event.id === id && event.kind === 'changed');
}
