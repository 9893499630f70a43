/** What every change of a paper has in common: who writes, once for one key, on the version that was read, in one conditional write. */
import type { Writer } from '../../domain/board/writer.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { type DomainError, stale } from '../../domain/error.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import type { Call } from '../call.ts';
import { type CommandIdentity, recordedBefore } from '../command.ts';

/** A call by somebody whose name is written down with what they do. */
export interface WritingCall extends Call {
  readonly name: string;
}

export function writing({ call, staff }: { readonly call: Call; readonly staff: Pick<Staff, 'name'> }): WritingCall {
  return { ...call, name: staff.name };
}

/** What an event says of whoever writes. */
export function recordedBy(
  { actor, name, now }: WritingCall,
  { eventId, requestHash }: CommandIdentity,
): { readonly id: string; readonly at: Instant; readonly by: Writer; readonly requestHash: string } {
  return { id: eventId, at: now, by: { id: actor.id, name, role: actor.role }, requestHash };
}

/** A change as it was asked for. */
export interface PaperChange {
  /** The version that it was decided on. */
  readonly seen: number;
  readonly key: string;
}

interface Paper {
  readonly version: number;
  readonly events: readonly { readonly id: string; readonly requestHash: string }[];
}

/** @throws `stale` `changed-since` with the current version; `absent`; whatever `decide` throws. */
export async function workPaper<T extends Paper>(
  {
    load,
    keep,
    absent,
  }: {
    readonly load: () => Promise<T | undefined>;
    readonly keep: (paper: T) => Promise<boolean>;
    readonly absent: () => DomainError;
  },
  command: CommandIdentity,
  seen: number,
  decide: (paper: T) => T,
): Promise<T> {
  const paper = await load();
  if (paper === undefined) throw absent();
  if (recordedBefore(paper.events, command) !== undefined) return paper;
  if (paper.version !== seen) throw changedSince(paper.version);
  const next = decide(paper);
  if (!(await keep(next))) throw changedSince((await load())?.version ?? seen);
  return next;
}

export function changedSince(currentVersion: number) {
  return stale('changed-since', 'Somebody else has changed this since you read it', { currentVersion });
}
