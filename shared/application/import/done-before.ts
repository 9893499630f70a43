import type { RowAnswer } from '../../domain/import/report.ts';
import { rowSlots } from '../../domain/import/row-events.ts';
import { type ImportContext, rowEventId } from './import-context.ts';
import type { Known } from './known.ts';
import { answerOf, type RowToWork } from './work-row.ts';

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
  if (own.length === 0 && !origin.person.events.some(({ importId }) => importId === context.importId)) return undefined;

  const idOf = (what: string) => rowEventId(context, record, what);
  const corrected = (event: (typeof own)[number]) =>
    event.facts.kind === 'recorded-in-error' && event.id === idOf(`in-error ${event.facts.eventId}`);
  const receipt = idOf('receipt');
  const hadCorrection = own.some(corrected);
  if (!hadCorrection && own.some(({ id }) => id === receipt)) return answerOf(row, 'created', about);
  const said = new Set(rowSlots.map(idOf));
  const changed = hadCorrection || own.some(({ id }) => said.has(id));
  const person = idOf('person');
  const changedPerson = origin.person.events.some(({ id, kind }) => id === person && kind === 'changed');
  // A person is changed before a referral is opened: then the row is not done yet.
  return changed || (changedPerson && referral.origin?.contentHash === row.contentHash)
    ? answerOf(row, 'updated', about)
    : undefined;
}
