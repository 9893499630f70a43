import { accessEventTypes, checkedEvent } from '../../../events/catalogue.ts';
import { EVENT_SOURCE } from '../../../events/published-event.ts';
import { askOf, type BreakGlass } from '../../domain/permission/break-glass.ts';
import type { PublishingDeps } from '../deps.ts';

/**
 * What follows from a committed change of an emergency access: the audit's copy, by the person it was for where there is one,
 * and the notice on the bus. Doing it twice changes nothing.
 */
export async function publishBreakGlass(
  deps: Pick<PublishingDeps, 'audit' | 'bus'>,
  after: BreakGlass,
  before: BreakGlass | undefined,
): Promise<void> {
  const known = before?.events.length ?? 0;
  const { id: accessId, place } = after;
  const ask = askOf(after);
  const { personId, endsAt } = ask;
  for (const [index, event] of after.events.slice(known).entries()) {
    const { id: eventId, kind, recordedAt, by, previousHash, hash } = event;
    await deps.audit.written({
      place,
      personId: personId ?? accessId,
      aggregateId: accessId,
      seq: known + index,
      actor: by.actor,
      role: by.role,
      eventId,
      kind,
      recordedAt,
      previousHash,
      hash,
    });
    await deps.bus.publish([
      checkedEvent({
        specversion: '1.0',
        id: eventId,
        source: EVENT_SOURCE,
        type: accessEventTypes[kind],
        subject: accessId,
        time: recordedAt,
        datacontenttype: 'application/json',
        data: { place, accessId, actor: ask.by.actor, endsAt },
      }),
    ]);
  }
}
