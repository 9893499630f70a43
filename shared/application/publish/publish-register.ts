import { bookingEventTypes } from '../../../events/catalogue.ts';
import type { Register } from '../../domain/community/register.ts';
import type { PublishingDeps } from '../deps.ts';
import { published } from './publish-change.ts';

/**
 * What follows from a committed change of who has places at an event: the bus is told of each who waited and has them now, by their token.
 * Ids follow from event, token and moment, so that doing it twice is doing it once.
 */
export async function publishRegister(
  { bus, hash }: Pick<PublishingDeps, 'bus' | 'hash'>,
  { id: meetingId, place, bookings }: Register,
  before: Register | undefined,
): Promise<void> {
  const known = new Map(before?.bookings.map(({ id, movedUpAt }) => [id, movedUpAt]));
  for (const { id: bookingId, movedUpAt } of bookings) {
    if (movedUpAt === null || known.get(bookingId) === movedUpAt) continue;
    const id = hash(JSON.stringify(['moved-up', meetingId, bookingId, movedUpAt])).slice(0, 16);
    const data = { place, meetingId, bookingId };
    await bus.publish([published(bookingEventTypes['moved-up'], id, meetingId, movedUpAt, data)]);
  }
}
