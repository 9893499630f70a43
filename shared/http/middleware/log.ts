/**
 * The log. It takes ids that we minted and words that we wrote, by name, and nothing else: a value that is not on the
 * list cannot be logged, so nothing about a person can (promise P8).
 */
import { Logger } from '@aws-lambda-powertools/logger';

/** Everything that a line may say besides its message. */
export interface LogFacts {
  /** Id of the gateway's request, or of the batch. */
  readonly requestId?: string;
  /** Template of the route: `GET /v1/people/{personId}`. */
  readonly route?: string;
  readonly status?: number;
  /** Code of a domain error or an HTTP problem. */
  readonly code?: string;
  /** Opaque id of who asked, and the place they acted in. */
  readonly actor?: string;
  readonly place?: string;
  readonly role?: string;
  readonly count?: number;
  readonly failed?: number;
  /** Id of a record of the stream. */
  readonly sequence?: string;
}

export interface Log {
  info(message: string, facts: LogFacts): void;
  /** Logs an error once: its kind and where it was thrown. Its message is left out, for it may repeat what was sent. */
  error(message: string, facts: LogFacts, caught: unknown): void;
}

const names = [
  'requestId',
  'route',
  'status',
  'code',
  'actor',
  'place',
  'role',
  'count',
  'failed',
  'sequence',
] as const;

/** The log of a function. Level and sampling follow the environment, as Powertools reads it. */
export function logOf(serviceName: string): Log {
  const logger = new Logger({ serviceName });
  return {
    info: (message, facts) => logger.info(message, allowed(facts)),
    error: (message, facts, caught) => logger.error(message, { ...allowed(facts), fault: faultOf(caught) }),
  };
}

function allowed(facts: LogFacts): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const name of names) {
    const value = facts[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

interface Fault {
  readonly name: string;
  readonly frames: readonly string[];
  readonly key?: string;
  readonly faults?: string;
  readonly cause?: Fault;
}

/** Causes followed. */
const DEPTH = 4;

/** An error without its message: its class, its stack's frames, and for a stored item that cannot be read its key and faults. */
export function faultOf(caught: unknown, depth = 0): Fault {
  if (!(caught instanceof Error)) return { name: typeof caught, frames: [] };
  const frames = (caught.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim());
  const cause = caught.cause === undefined || depth >= DEPTH ? {} : { cause: faultOf(caught.cause, depth + 1) };
  return { name: caught.name, frames, ...unreadableItem(caught), ...cause };
}

/** Keys hold opaque ids and keyed hashes only, and the faults are places in the item: both are ours to log. */
function unreadableItem(error: Error): { key?: string; faults?: string } {
  if (error.name !== 'UnreadableItem' || !('key' in error) || !('faults' in error)) return {};
  const { pk, sk } = error.key as { pk: string; sk: string };
  return { key: `${pk} ${sk}`, faults: (error.faults as readonly string[]).join(', ') };
}
