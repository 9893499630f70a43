/**
 * A code of six digits that shows whose an address is: sent there, good for ten minutes and five tries, five in an hour at most
 * (promise P15). What it is, is kept nowhere.
 */
import { epochMillisecondsOf, type Instant } from '../../domain/calendar/instant.ts';
import { type DomainError, invalid, unavailable } from '../../domain/error.ts';
import type { PersonalChannel } from '../../domain/message/channel.ts';
import { minutesAfter } from '../../domain/message/local-time.ts';
import { messageIdOf, newMessage } from '../../domain/message/message.ts';
import type { Call } from '../call.ts';
import type { OneTimeCode, OneTimeCodes } from '../ports/contact-details.ts';
import type { Hash } from '../ports/hash.ts';
import type { Ids } from '../ports/ids.ts';
import type { Messages } from '../ports/messages.ts';

export interface CodeDeps {
  readonly oneTimeCodes: OneTimeCodes;
  readonly messages: Pick<Messages, 'create'>;
  readonly ids: Ids;
  readonly hash: Hash;
}

const CODE_MINUTES = 10;
const MOST_TRIES = 5;
const MOST_SENT = 5;
const SENT_MINUTES = 60;
/** Rounds of writing where others write at the same moment. */
const ROUNDS = 8;

/** Whose address is to be shown, and where the code goes. */
export interface CodeFor {
  readonly personId: string;
  readonly grantId: string;
  readonly contactId: string;
  readonly channel: PersonalChannel;
}

/**
 * Sends a new code; the one before shows nothing any more. Done twice under one id, it is sent once.
 * @throws `invalid` `too-many-codes` at `/address`.
 */
export async function sendOneTimeCode(
  deps: CodeDeps,
  { actor: { place }, now }: Call,
  { personId, grantId, contactId, channel }: CodeFor,
  eventId: string,
): Promise<void> {
  const codeId = deps.ids.derived('one-time-code', eventId);
  const about = { kind: 'family', notice: 'contact-code', personId, grantId, about: codeId } as const;
  for (let round = 0; round < ROUNDS; round += 1) {
    const last = await deps.oneTimeCodes.get(place, personId, grantId);
    const sent = sentBefore(last, now);
    if (last?.codeId !== codeId && sent.count >= MOST_SENT) throw tooManyCodes();
    const next: OneTimeCode = {
      ...{ place, personId, grantId, contactId, codeId, tries: 0 },
      version: (last?.version ?? 0) + 1,
      expiresAt: minutesAfter(now, CODE_MINUTES),
      sent: { ...sent, count: sent.count + 1 },
    };
    if (last?.codeId !== codeId && !(await deps.oneTimeCodes.save(next))) continue;
    const id = messageIdOf(['contact-code', codeId], deps.hash);
    await deps.messages.create(newMessage({ id, place, to: grantId, channel, about, createdAt: now }, now));
    return;
  }
  throw unavailable('busy', 'Others are changing this at the same moment');
}

/**
 * Counts the try, then looks at the code.
 * @throws `invalid` `contact-code-not-usable` at `/code`, for a wrong code as for one that is too old, used up or was never sent.
 */
export async function checkOneTimeCode(
  deps: Pick<CodeDeps, 'oneTimeCodes' | 'hash'>,
  { actor: { place }, now }: Call,
  { personId, grantId, contactId }: Omit<CodeFor, 'channel'>,
  typed: string,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const code = await deps.oneTimeCodes.get(place, personId, grantId);
    if (code === undefined || code.contactId !== contactId || code.expiresAt <= now || code.tries >= MOST_TRIES)
      throw codeNotUsable();
    if (!(await deps.oneTimeCodes.save({ ...code, version: code.version + 1, tries: code.tries + 1 }))) continue;
    // Compared by hash, so that how long it takes tells nothing of the code.
    const digits = typed.replaceAll(/\D/g, '');
    if (deps.hash(digits) !== deps.hash(deps.oneTimeCodes.codeOf(code.codeId))) throw codeNotUsable();
    return;
  }
  throw codeNotUsable();
}

function sentBefore(last: OneTimeCode | undefined, now: Instant): OneTimeCode['sent'] {
  const isOver =
    last === undefined || epochMillisecondsOf(now) - epochMillisecondsOf(last.sent.since) >= SENT_MINUTES * 60_000;
  return isOver ? { since: now, count: 0 } : last.sent;
}

function tooManyCodes(): DomainError {
  const message = 'We have sent you too many codes. Try again in an hour';
  return invalid('too-many-codes', message, [{ pointer: '/address', code: 'too-many-codes', message }]);
}

function codeNotUsable(): DomainError {
  const message = 'This code cannot be used. Check it, or ask for a new one';
  return invalid('contact-code-not-usable', message, [{ pointer: '/code', code: 'contact-code-not-usable', message }]);
}
