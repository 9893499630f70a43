import { type Instant, localDateOf } from '../domain/calendar/instant.ts';
import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { Actor } from '../domain/permission/actor.ts';

/** One call of a use case: who asks, when, and under which request. The instant comes from the trigger, never a clock. */
export interface Call {
  readonly actor: Actor;
  readonly now: Instant;
  /** Id that we minted for the request: in the logs, in the audit, in the answer. */
  readonly requestId: string;
}

/** The day it is in England for a call. */
export function todayOf(call: Call): LocalDate {
  return localDateOf(call.now);
}
