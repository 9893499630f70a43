import type { KnownOfRow, ReviewReason } from '../../domain/import/plan-row.ts';
import type { Review } from '../../domain/import/review.ts';
import type { ImportContext } from './import-context.ts';
import type { Known } from './known.ts';
import type { RowToWork } from './row-answer.ts';
import type { RowWriter } from './row-writer.ts';

/** The most people a review names. */
const MOST_PEOPLE = 4;

/**
 * Holds a row for a person to decide: one review for each referral of the source system, kept up to date while it waits.
 * `decided` when somebody decided about this row, as it stands, before.
 */
export async function holdForReview(
  { call, importId, system }: ImportContext,
  known: Known,
  writer: RowWriter,
  { record, line, row, contentHash, ids }: RowToWork,
  about: KnownOfRow,
  reason: ReviewReason,
): Promise<Review | 'decided'> {
  const kept = known.review(ids.reviewId);
  if (kept?.contentHash === contentHash) {
    if (kept.state === 'open') return kept;
    if (kept.state !== 'withdrawn') return 'decided';
  }
  const people = [about.byNhsNumber, about.byLocalId, about.sameOrigin?.person ?? null].filter((one) => one !== null);
  const personIds = [...new Set(people.map(({ id }) => id))].slice(0, MOST_PEOPLE);
  const review: Review = {
    id: ids.reviewId,
    place: call.actor.place,
    version: (kept?.version ?? 0) + 1,
    state: 'open',
    reason,
    importId,
    system,
    record,
    line,
    row,
    contentHash,
    personIds,
    referral: comparedWith(known, about, row.queue),
    heldAt: kept?.state === 'open' ? kept.heldAt : call.now,
    decided: null,
  };
  await writer.hold(review);
  known.keepReview(review);
  return review;
}

/** The referral a person would compare the row with: that of the same origin, or the one in the same queue. */
function comparedWith(known: Known, about: KnownOfRow, queue: string): Review['referral'] {
  const own = about.sameOrigin?.referral;
  if (own !== undefined) return { personId: own.personId, referralId: own.id };
  const personId = (about.byNhsNumber ?? about.byLocalId)?.id;
  if (personId === undefined || !about.openQueues.includes(queue)) return null;
  const inQueue = known.referralsOf(personId).filter(({ referral, entry }) => {
    return referral.queue === queue && entry.list !== 'closed';
  });
  const found = inQueue[0]?.referral;
  return found === undefined ? null : { personId, referralId: found.id };
}
