/** Why an event cannot be recorded: where, a code for machines, and a sentence that says what is wrong and what to do. */
import type { Issue } from '../error.ts';

/** `procedure` marks a rule about how things are done here: it binds those who record, not a file that reports the past. */
export interface Refusal extends Issue {
  readonly procedure?: true;
}

/** A refusal about the day. */
export const badDay = (code: string, message: string): Refusal => ({ pointer: '/on', code, message });

/** A refusal about the kind of event. */
export const badKind = (code: string, message: string): Refusal => ({ pointer: '/facts/kind', code, message });

/** A refusal about one fact of the event, by its name. */
export const badFact = (name: string, code: string, message: string): Refusal => ({
  pointer: `/facts/${name}`,
  code,
  message,
});

/** The same refusal, as a rule about how things are done here. */
export const procedure = (refusal: Refusal): Refusal => ({ ...refusal, procedure: true });
