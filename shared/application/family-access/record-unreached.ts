/**
 * A message to somebody of a family did not arrive: it is written down where they are reached, so that their team is told and finds out.
 * Whoever follows the change stream does it, from the message as it ended; twice changes nothing.
 */
import type { AccessEvent } from '../../domain/access/access-event.ts';
import { foldAccess, grantOf, MOST_EVENTS_BY_FAMILY } from '../../domain/access/family-access.ts';
import { recordedAccess } from '../../domain/access/record-access.ts';
import { serviceItself } from '../../domain/alert/record-alert.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { PersonalChannel } from '../../domain/message/channel.ts';
import type { Message } from '../../domain/message/message.ts';
import type { PublishingDeps } from '../deps.ts';

export type UnreachedDeps = Pick<PublishingDeps, 'people' | 'familyAccesses' | 'hash'>;

/** Problems that are the address's own. Those of the service, or of whoever delivers, are the operators'. */
const OF_THE_ADDRESS: ReadonlySet<string> = new Set([
  'email-bounced',
  'email-refused',
  'notify-permanent-failure',
  'notify-temporary-failure',
]);

/** How often it begins again after somebody else wrote the access at the same moment. */
const ATTEMPTS = 4;

/** @throws `unavailable` `access-busy` when others kept writing; the stream comes again. */
export async function recordUnreached(deps: UnreachedDeps, message: Message): Promise<void> {
  const { place, about, problem, settledAt } = message;
  if (about.kind !== 'family' || settledAt === null || !OF_THE_ADDRESS.has(problem ?? '')) return;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [access, person] = await Promise.all([
      deps.familyAccesses.get(place, about.personId),
      deps.people.get(place, about.personId),
    ]);
    if (access === undefined || person === undefined) return;
    const grant = grantOf(foldAccess(access.events), about.grantId);
    const channel = message.channel as PersonalChannel;
    const way = grant?.reach.ways[channel];
    if (way === undefined || way.failedOn !== null || grant?.revoked !== null) return;
    if (isNewer(access.events, way.contactId, message.createdAt)) return;
    // A record that is nearly full is left to staff: operators see the message all the same.
    if (access.events.length >= MOST_EVENTS_BY_FAMILY) return;
    const on = localDateOf(settledAt);
    const { contactId } = way;
    const facts = { kind: 'contact-failed', grantId: about.grantId, channel, contactId } as const;
    const eventId = deps.hash(JSON.stringify(['contact-failed', message.id, settledAt])).slice(0, 16);
    const recorder = { eventId, requestHash: '', recordedAt: settledAt, by: serviceItself, hash: deps.hash };
    try {
      const context = { person: person.details, today: on };
      return await deps.familyAccesses.save(recordedAccess(access, { facts, on }, recorder, context));
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
  throw unavailable('access-busy', 'The access kept being changed');
}

/** Whether an address was given after the message was made, which may have gone to the one before. */
function isNewer(events: readonly AccessEvent[], contactId: string, than: Instant): boolean {
  const given = events.find(({ facts }) => facts.kind === 'contact-set' && facts.contactId === contactId);
  return given !== undefined && given.recordedAt > than;
}
