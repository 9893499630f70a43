/** Which version each event of a history belongs to. One command is one version, and may record several events. */

interface Recorded {
  readonly recordedAt: string;
  readonly by: { readonly actor: string };
  readonly importId?: string | undefined;
}

interface Versioned<E extends Recorded> {
  readonly version: number;
  readonly events: readonly E[];
}

/**
 * The version that each event was recorded as. Counted from the end: the last event belongs to the current version, and
 * events that were recorded together, by the same person at the same instant, to one.
 */
export function versionsOf<E extends Recorded>({ version, events }: Versioned<E>): readonly number[] {
  const versions = Array.from({ length: events.length }, () => version);
  for (let at = events.length - 2; at >= 0; at -= 1) {
    const later = versions[at + 1] ?? version;
    versions[at] = together(events[at], events[at + 1]) && !oneEach(version, events) ? later : Math.max(1, later - 1);
  }
  return versions;
}

// As many events as versions: every command recorded one, even two of the same instant.
function oneEach(version: number, events: readonly unknown[]): boolean {
  return version === events.length;
}

function together(a: Recorded | undefined, b: Recorded | undefined): boolean {
  return a?.recordedAt === b?.recordedAt && a?.by.actor === b?.by.actor && a?.importId === b?.importId;
}

/** The events recorded since a version. */
export function eventsSince<E extends Recorded>(history: Versioned<E>, seen: number): readonly E[] {
  const versions = versionsOf(history);
  return history.events.filter((_, at) => (versions[at] ?? history.version) > seen);
}
