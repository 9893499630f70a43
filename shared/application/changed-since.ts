import { type DomainError, type Fact, stale } from '../domain/error.ts';
import { eventsSince } from './versions.ts';

/** What an event tells somebody whose copy is out of date: enough to see what happened, none of its text. */
interface Happened {
  readonly id: string;
  readonly recordedAt: string;
  readonly by: { readonly actor: string; readonly role: string };
  readonly importId?: string | undefined;
}

/**
 * The refusal of a change that was decided on an older version: the current version and the events since.
 * @param kindOf what to call an event, and what it touched.
 */
export function changedSince<E extends Happened>(
  title: string,
  current: { readonly version: number; readonly events: readonly E[] },
  seen: number,
  kindOf: (event: E) => { readonly kind: string; readonly [fact: string]: Fact },
): DomainError<'stale'> {
  return stale('changed-since', title, {
    currentVersion: current.version,
    changes: eventsSince(current, seen).map((event) => ({
      eventId: event.id,
      recordedAt: event.recordedAt,
      by: { actor: event.by.actor, role: event.by.role },
      ...kindOf(event),
    })),
  });
}
