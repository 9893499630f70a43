import { checkedEvent, personEventType, referralEventType } from '../../../events/catalogue.ts';
import { EVENT_SOURCE, type PublishedEvent } from '../../../events/published-event.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { isDomainError } from '../../domain/error.ts';
import type { Person } from '../../domain/person/person.ts';
import { alertableReferral } from '../alerts/alertable.ts';
import { settleSubject } from '../alerts/settle-alerts.ts';
import { refreshCaseRows } from '../case/refresh-case-rows.ts';
import type { PublishingDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { WrittenEntry } from '../ports/audit.ts';
import type { KeptReferral } from '../ports/referrals.ts';
import { queueEntryOf } from '../queue/queue-entry.ts';

/** What follows from a committed change of a person. Doing it twice changes nothing. @param at when it was committed. */
export async function publishPersonChange(
  deps: PublishingDeps,
  after: Person,
  before: Person | undefined,
  at: Instant,
): Promise<void> {
  const { place, id: personId } = after;
  const known = before?.events.length ?? 0;
  const events = after.events.slice(known).map((event, index) => {
    const { id: eventId, kind, recordedAt, by, previousHash, hash } = event;
    const seq = known + index;
    const data = { place, personId, seq, ...importOf(event) };
    return {
      entry: { ...written(place, personId, personId, seq, by), eventId, kind, recordedAt, previousHash, hash },
      event: published(personEventType(kind), eventId, personId, recordedAt, data),
    };
  });
  await follow(deps, events);
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
  const events = referral.events.slice(known).map((event) => {
    const { id: eventId, seq, on, recordedAt, by, previousHash, hash, facts } = event;
    const { kind } = facts;
    const data = { place, personId, referralId, queue, seq, on, ...importOf(event) };
    return {
      entry: { ...written(place, personId, referralId, seq, by), eventId, kind, recordedAt, previousHash, hash },
      event: published(referralEventType(kind), eventId, referralId, recordedAt, data),
    };
  });
  await follow(deps, events);
  // Whoever recorded it may have read the person just before the person changed: then the row was out of date from the start.
  const person = await deps.people.get(place, personId);
  if (person !== undefined && person.version > entry.personVersion) await refreshRows(deps, place, personId, at);
  await settleSubject(deps, alertableReferral({ referral, entry }), before && alertableReferral(before), at);
}

/** The audit has its copies before anybody is told: what is on the bus can be looked up. */
export async function follow(
  deps: PublishingDeps,
  events: readonly { readonly entry: WrittenEntry; readonly event: PublishedEvent }[],
): Promise<void> {
  await Promise.all(events.map(({ entry }) => deps.audit.written(entry)));
  if (events.length > 0) await deps.bus.publish(events.map(({ event }) => event));
}

/**
 * Makes the rows of a person's referrals and cases anew where they copy an older version of the person. A row that a command writes
 * at the same moment is left to that command, whose own change comes here in its turn.
 */
export async function refreshRows(deps: PublishingDeps, place: string, personId: string, at: Instant): Promise<void> {
  const record = await deps.people.record(place, personId);
  if (record === undefined) return;
  const { person } = record;
  await refreshCaseRows(deps, record, at);
  const behind = record.referrals.filter(({ entry }) => entry.personVersion < person.version);
  if (behind.length === 0) return;
  const policy = await placePolicy(deps.policies, place);
  for (const { referral, entry: old } of behind) {
    const entry = queueEntryOf(referral, person, policy, localDateOf(at), old.alerted);
    try {
      await deps.referrals.save(referral, entry, referral.version);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
}

/** What every copied event says of where it stands and who recorded it. */
export function written(
  place: string,
  personId: string,
  aggregateId: string,
  seq: number,
  by: { readonly actor: string; readonly role: string },
): Pick<WrittenEntry, 'place' | 'personId' | 'aggregateId' | 'seq' | 'actor' | 'role'> {
  return { place, personId, aggregateId, seq, actor: by.actor, role: by.role };
}

/** An event of the catalogue. */
export function published(
  type: string,
  id: string,
  subject: string,
  time: string,
  data: PublishedEvent['data'],
): PublishedEvent {
  return checkedEvent(enveloped(type, id, subject, time, data));
}

/** An event in its envelope, not checked yet. */
export function enveloped(
  type: string,
  id: string,
  subject: string,
  time: string,
  data: PublishedEvent['data'],
): PublishedEvent {
  const envelope = { specversion: '1.0', source: EVENT_SOURCE, datacontenttype: 'application/json' } as const;
  return { ...envelope, type, id, subject, time, data };
}

export function importOf(event: { readonly importId?: string | undefined }): { importId?: string } {
  return event.importId === undefined ? {} : { importId: event.importId };
}
