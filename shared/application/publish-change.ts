import { checkedEvent, personEventType, referralEventType } from '../../events/catalogue.ts';
import { EVENT_SOURCE, type PublishedEvent } from '../../events/published-event.ts';
import { type Instant, localDateOf } from '../domain/calendar/instant.ts';
import { isDomainError } from '../domain/error.ts';
import type { Person } from '../domain/person/person.ts';
import type { PublishingDeps } from './deps.ts';
import { placePolicy } from './place-policy.ts';
import type { WrittenEntry } from './ports/audit.ts';
import type { KeptReferral } from './ports/referrals.ts';
import { queueEntryOf } from './queue-entry.ts';

/** What follows from a committed change of a person. Doing it twice changes nothing. @param at when it was committed. */
export async function publishPersonChange(
  deps: PublishingDeps,
  after: Person,
  before: Person | undefined,
  at: Instant,
): Promise<void> {
  const { place, id: personId } = after;
  const known = before?.events.length ?? 0;
  for (const [seq, event] of after.events.entries()) {
    if (seq < known) continue;
    const { id: eventId, kind, recordedAt, by, previousHash, hash } = event;
    const chain = { previousHash, hash };
    await deps.audit.written({ ...written(place, personId, personId, seq, by), eventId, kind, recordedAt, ...chain });
    await deps.bus.publish([
      published(personEventType(kind), eventId, personId, recordedAt, { place, personId, seq, ...importOf(event) }),
    ]);
  }
  if (before !== undefined) await refreshRows(deps, place, personId, at);
}

/** What follows from a committed change of a referral. Doing it twice changes nothing. @param at when it was committed. */
export async function publishReferralChange(
  deps: PublishingDeps,
  { referral, entry }: KeptReferral,
  before: KeptReferral | undefined,
  at: Instant,
): Promise<void> {
  const { place, personId, id: referralId, queue } = referral;
  const known = before?.referral.events.length ?? 0;
  for (const event of referral.events.slice(known)) {
    const { id: eventId, seq, on, recordedAt, by, previousHash, hash, facts } = event;
    const chain = { previousHash, hash };
    const kind = facts.kind;
    await deps.audit.written({ ...written(place, personId, referralId, seq, by), eventId, kind, recordedAt, ...chain });
    const data = { place, personId, referralId, queue, seq, on, ...importOf(event) };
    await deps.bus.publish([published(referralEventType(kind), eventId, referralId, recordedAt, data)]);
  }
  // Whoever recorded it may have read the person just before the person changed: then the row was out of date from the start.
  const person = await deps.people.get(place, personId);
  if (person !== undefined && person.version > entry.personVersion) await refreshRows(deps, place, personId, at);
}

/**
 * Makes the rows of a person's referrals anew where they copy an older version of the person. A row that a command writes
 * at the same moment is left to that command, whose own change comes here in its turn.
 */
async function refreshRows(deps: PublishingDeps, place: string, personId: string, at: Instant): Promise<void> {
  const record = await deps.people.record(place, personId);
  if (record === undefined) return;
  const { person } = record;
  const behind = record.referrals.filter(({ entry }) => entry.personVersion < person.version);
  if (behind.length === 0) return;
  const policy = await placePolicy(deps.policies, place);
  for (const { referral } of behind) {
    const entry = queueEntryOf(referral, person, policy, localDateOf(at));
    try {
      await deps.referrals.save(referral, entry, referral.version);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
}

function written(
  place: string,
  personId: string,
  aggregateId: string,
  seq: number,
  by: { readonly actor: string; readonly role: string },
): Pick<WrittenEntry, 'place' | 'personId' | 'aggregateId' | 'seq' | 'actor' | 'role'> {
  return { place, personId, aggregateId, seq, actor: by.actor, role: by.role };
}

function published(
  type: string,
  id: string,
  subject: string,
  time: string,
  data: PublishedEvent['data'],
): PublishedEvent {
  const envelope = { specversion: '1.0', source: EVENT_SOURCE, datacontenttype: 'application/json' } as const;
  return checkedEvent({ ...envelope, type, id, subject, time, data });
}

function importOf(event: { readonly importId?: string | undefined }): { importId?: string } {
  return event.importId === undefined ? {} : { importId: event.importId };
}
