/** Which events of a history stand, in the order they are taken: by the day they concern, then as they were recorded. */
import type { Instant } from '../calendar/instant.ts';
import type { ReferralEvent } from './event.ts';

/**
 * The events that stand, corrections left out: an event recorded in error is gone, and so is a correction that was itself
 * a mistake. With `knownAt`, only what was recorded by that instant counts, corrections included. The order of `events`
 * does not matter; they are left as they are.
 */
export function standingEvents(events: readonly ReferralEvent[], knownAt?: Instant): readonly ReferralEvent[] {
  const known = knownAt === undefined ? events : events.filter((event) => event.recordedAt <= knownAt);
  const mistaken = mistakenEventIds(known);
  const standing =
    mistaken === undefined
      ? known
      : known.filter((event) => event.facts.kind !== 'recorded-in-error' && !mistaken.has(event.id));
  return inOrder(standing) ? standing : [...standing].sort(compareEvents);
}

/** The ids of the events that are recorded in error, each by a correction that itself stands; undefined when there is none. */
export function mistakenEventIds(events: readonly ReferralEvent[]): ReadonlySet<string> | undefined {
  if (!events.some((event) => event.facts.kind === 'recorded-in-error')) return undefined;
  const mistaken = new Set<string>();
  // A correction is always recorded after what it corrects, so the latest are settled first.
  for (const event of [...events].sort((a, b) => b.seq - a.seq)) {
    if (event.facts.kind === 'recorded-in-error' && !mistaken.has(event.id)) mistaken.add(event.facts.eventId);
  }
  return mistaken;
}

function compareEvents(a: ReferralEvent, b: ReferralEvent): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq;
}

// Most histories are recorded in the order things happened; a census of many folds should not sort them again.
function inOrder(events: readonly ReferralEvent[]): boolean {
  for (let at = 1; at < events.length; at += 1) {
    const before = events[at - 1];
    const event = events[at];
    if (before !== undefined && event !== undefined && compareEvents(before, event) > 0) return false;
  }
  return true;
}
