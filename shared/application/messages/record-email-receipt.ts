/** What the post office for e-mail says of one that it took: that it did, or that it did not arrive. */
import type { Instant } from '../../domain/calendar/instant.ts';
import { stale } from '../../domain/error.ts';
import { type Message, sentMessage, undeliveredMessage } from '../../domain/message/message.ts';
import type { Messages } from '../ports/messages.ts';

export interface EmailReceipt {
  readonly place: string;
  readonly messageId: string;
  /** Which attempt it is about: the version that the message was claimed as. */
  readonly attempt: number;
  readonly said: 'taken' | 'bounced' | 'rejected';
}

/**
 * Marks a message as sent that nobody heard was taken, so that it is not sent again; and as failed one that did not arrive, so that operators
 * see it. Told twice, late or in another order, it comes to the same; what waits to be sent anew is let be.
 * @throws `stale` when somebody changed the message at the same moment: it is to be told again.
 */
export async function recordEmailReceipt(
  { messages }: { readonly messages: Pick<Messages, 'get' | 'save'> },
  { place, messageId, attempt, said }: EmailReceipt,
  now: Instant,
): Promise<void> {
  const message = await messages.get(place, messageId);
  const next = message && followed(message, { attempt, said }, now);
  if (next !== undefined && !(await messages.save(next))) throw stale('changed-since', 'The message was changed');
}

function followed(
  message: Message,
  { attempt, said }: Pick<EmailReceipt, 'attempt' | 'said'>,
  now: Instant,
): Message | undefined {
  const isInDoubt = message.state !== 'cancelled' && message.unheard.includes(attempt);
  if (said === 'taken') return isInDoubt ? sentMessage(message, now) : undefined;
  return isInDoubt || message.state === 'sent' ? undeliveredMessage(message, `email-${said}`, now) : undefined;
}
