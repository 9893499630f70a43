import { readEmailReceipt } from '../../shared/adapters/messages/email-receipt.ts';
import { recordEmailReceipt } from '../../shared/application/messages/record-email-receipt.ts';
import type { Messages } from '../../shared/application/ports/messages.ts';
import { queueBundle } from '../../shared/http/events/queue-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';

/** The handler of what SES says: one receipt in each record. */
export function recordHandler(deps: { readonly messages: Messages }, log: Log): ReturnType<typeof queueBundle> {
  return queueBundle(async ({ body, sentAt }) => {
    const receipt = readEmailReceipt(body);
    if (receipt !== undefined) await recordEmailReceipt(deps, receipt, sentAt);
  }, log);
}
