/**
 * An e-mail that may have arrived is sent again only when everything that the post office has said is recorded: had it taken this one, the
 * message would be marked as sent by now (ADR 0071).
 */
import { heldBackMessage, type Message, MOST_HELD_BACK } from '../../domain/message/message.ts';
import type { SendingDeps, SendingRun } from './send-one.ts';

/** @returns what may be sent now; the others wait. */
export async function withoutUnheard(
  deps: Pick<SendingDeps, 'messages' | 'emailReceipts'>,
  run: Pick<SendingRun, 'time' | 'tally'>,
  messages: readonly Message[],
): Promise<readonly Message[]> {
  const inDoubt = messages.filter(({ unheard, heldBack }) => unheard.length > 0 && heldBack < MOST_HELD_BACK);
  if (inDoubt.length === 0 || (await deps.emailReceipts.areAllRecorded())) return messages;
  for (const message of inDoubt)
    run.tally.add((await deps.messages.save(heldBackMessage(message, run.time))) ? 'held-back' : 'not-due');
  return messages.filter((message) => !inDoubt.includes(message));
}
