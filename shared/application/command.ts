import { invalid } from '../domain/error.ts';
import type { Call } from './call.ts';
import type { Deps } from './deps.ts';

/**
 * What a command sent twice is known by: the id its event gets, and a hash of what it asks. Nothing else is kept: the
 * event itself, in the record it changed, is the memory.
 */
export interface CommandIdentity {
  readonly eventId: string;
  readonly requestHash: string;
}

/**
 * @param what the use case and the ids it is about: the same key may be used for something else.
 * @param key the client's `Idempotency-Key`, or a form's own.
 * @param asked what is asked, parsed: so that another spelling of the same is the same.
 */
export function commandIdentity(
  deps: Pick<Deps, 'ids' | 'hash'>,
  call: Call,
  what: readonly string[],
  key: string,
  asked: unknown,
): CommandIdentity {
  const { id, place } = call.actor;
  return {
    eventId: deps.ids.derived('event', place, id, ...what, key),
    requestHash: deps.hash(JSON.stringify(asked)),
  };
}

/** What a recorded event tells of the command it came from. */
interface FromCommand {
  readonly id: string;
  readonly requestHash?: string | undefined;
}

/**
 * The event that this command recorded when it was sent before, and its place; undefined when it is new.
 * @throws `invalid` `idempotency-key-reused` when the key came with something else.
 */
export function recordedBefore<E extends FromCommand>(
  events: readonly E[],
  { eventId, requestHash }: CommandIdentity,
): { readonly event: E; readonly at: number } | undefined {
  const at = events.findIndex(({ id }) => id === eventId);
  const event = events[at];
  if (event === undefined) return undefined;
  if (event.requestHash !== requestHash) {
    throw invalid('idempotency-key-reused', 'This Idempotency-Key was used for another request', [
      { pointer: '/idempotency-key', code: 'idempotency-key-reused', message: 'Send a new key with a new request' },
    ]);
  }
  return { event, at };
}
