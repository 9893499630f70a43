/** Refusals of an event, as the pages and the API point at them. */
import { type DomainError, invalid } from '../error.ts';

/** About the day. */
export const badDay = (code: string, message: string): DomainError => refusal('/on', code, message);

/** About the kind of event: it does not fit where things stand. */
export const badKind = (code: string, message: string): DomainError => refusal('/facts/kind', code, message);

/** About one fact, by its name. */
export const badFact = (name: string, code: string, message: string): DomainError =>
  refusal(`/facts/${name}`, code, message);

function refusal(pointer: string, code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer, code, message }]);
}
