/** What every command on what a place writes for families has in common: who may, once for one key, on the version that was read. */
import { conflict, type DomainError, invalid } from '../../domain/error.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type PaperChange, recordedBy, type WritingCall, workPaper } from '../board/work-paper.ts';
import type { Call } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { CommunityPapers } from '../ports/community.ts';

export type WritingDeps = Pick<Deps, 'community' | 'policies' | 'ids' | 'hash'>;

/** Something of the community that has a history. */
interface Paper {
  readonly id: string;
  readonly version: number;
  readonly events: readonly { readonly id: string; readonly requestHash: string }[];
}

/** How one kind of paper is kept, and how it is missed. */
export interface PaperKind<T extends Paper> {
  readonly name: string;
  readonly papers: CommunityPapers<T>;
  readonly absent: () => DomainError;
}

/** @throws `forbidden`. */
export function mayRead(call: Call, absent: () => DomainError): void {
  authorise(call, 'community.read', placeSubject(call.actor.place), absent);
}

/** @throws `not-found`; `forbidden`. */
export async function readPaper<T extends Paper>({ papers, absent }: PaperKind<T>, call: Call, id: string): Promise<T> {
  mayRead(call, absent);
  const paper = await papers.get(call.actor.place, id);
  if (paper === undefined) throw absent();
  return paper;
}

type Recorded = ReturnType<typeof recordedBy>;

/**
 * Something new, made once for one key.
 * @throws `invalid` `queue-unknown`, `idempotency-key-reused`, whatever `make` throws; `forbidden`.
 */
export async function writeNew<T extends Paper>(
  deps: WritingDeps,
  call: WritingCall,
  { name, papers, absent }: PaperKind<T>,
  input: { readonly queues: readonly string[] },
  key: string,
  make: (of: { readonly id: string; readonly place: string }, recorded: Recorded) => T,
): Promise<T> {
  mayWrite(call, absent);
  await queuesAreKnown(deps, call, input);
  const { place } = call.actor;
  const command = commandIdentity(deps, call, [`write-${name}`], key, input);
  const id = deps.ids.derived(name, place, command.eventId);
  const paper = make({ id, place }, recordedBy(call, command));
  if (await papers.keep(paper)) return paper;
  const kept = await papers.get(place, id);
  if (kept === undefined || recordedBefore(kept.events, command) === undefined)
    throw conflict('already-there', 'This is there already');
  return kept;
}

/**
 * Something done to a paper, once for one key.
 * @throws `invalid`, `conflict` as the kind of paper says; `stale` `changed-since`; `not-found`; `forbidden`.
 */
export async function work<T extends Paper, W extends object>(
  deps: WritingDeps,
  call: WritingCall,
  { name, papers, absent }: PaperKind<T>,
  { id, seen, key, work: asked }: PaperChange & { readonly id: string; readonly work: W },
  decide: (paper: T, recorded: Recorded) => T,
): Promise<T> {
  mayWrite(call, absent);
  const { place } = call.actor;
  const command = commandIdentity(deps, call, [name, id], key, asked);
  return workPaper(
    { load: () => papers.get(place, id), keep: (paper) => papers.keep(paper), absent },
    command,
    seen,
    (paper) => decide(paper, recordedBy(call, command)),
  );
}

/** @throws `forbidden`. */
export function mayWrite(call: Call, absent: () => DomainError): void {
  authorise(call, 'community.write', placeSubject(call.actor.place), absent);
}

/** @throws `invalid` `queue-unknown`. */
export async function queuesAreKnown(
  deps: Pick<Deps, 'policies'>,
  { actor }: Call,
  { queues }: { readonly queues: readonly string[] },
): Promise<void> {
  if (queues.length === 0) return;
  const policy = await placePolicy(deps.policies, actor.place);
  if (queues.every((queue) => policy.queues.some(({ code }) => code === queue))) return;
  const message = 'Choose waiting lists of this place';
  throw invalid('queue-unknown', message, [{ pointer: '/queues', code: 'queue-unknown', message }]);
}
