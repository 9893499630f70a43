import { checkedEvent, familyAccessEventType } from '../../../events/catalogue.ts';
import { EVENT_SOURCE } from '../../../events/published-event.ts';
import { type FamilyAccess, familyAggregateId } from '../../domain/access/family-access.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { PublishingDeps } from '../deps.ts';
import { type ReviewSettlingDeps, settleAccessReview } from '../family-access/settle-access-review.ts';

/**
 * What follows from a committed change of who in a family may see a record: the audit's copy, the notice on the bus, and the record of its
 * reviews. Doing it twice changes nothing. @param at when it was committed.
 */
export async function publishFamilyAccess(
  deps: Pick<PublishingDeps, 'audit' | 'bus'> & ReviewSettlingDeps,
  after: FamilyAccess,
  before: FamilyAccess | undefined,
  at: Instant,
): Promise<void> {
  const { place, personId } = after;
  for (const event of after.events.slice(before?.events.length ?? 0)) {
    const { id: eventId, seq, recordedAt, by, previousHash, hash, facts } = event;
    const { actor, role } = by;
    const aggregateId = familyAggregateId(personId);
    const entry = { place, personId, aggregateId, seq, actor, role, eventId, kind: facts.kind, recordedAt };
    await deps.audit.written({ ...entry, previousHash, hash });
    await deps.bus.publish([
      checkedEvent({
        specversion: '1.0',
        id: eventId,
        source: EVENT_SOURCE,
        type: familyAccessEventType(facts.kind),
        subject: personId,
        time: recordedAt,
        datacontenttype: 'application/json',
        data: { place, personId, seq },
      }),
    ]);
  }
  await settleAccessReview(deps, { place, personId }, at);
}
