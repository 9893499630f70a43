import { checkedEvent, familyAccessEventType } from '../../events/catalogue.ts';
import { EVENT_SOURCE } from '../../events/published-event.ts';
import { type FamilyAccess, familyAggregateId } from '../domain/access/family-access.ts';
import type { PublishingDeps } from './deps.ts';

/**
 * What follows from a committed change of who in a family may see a record: the audit's copy, and the notice on the bus. Doing
 * it twice changes nothing.
 */
export async function publishFamilyAccess(
  deps: Pick<PublishingDeps, 'audit' | 'bus'>,
  after: FamilyAccess,
  before: FamilyAccess | undefined,
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
}
