import * as z from 'zod';
import type { EmailReceipt } from '../../application/messages/record-email-receipt.ts';
import { emailTagsSchema } from './email-tags.ts';

/** What is read of an event of SES: who the e-mail went to is let be. */
const eventSchema = z.object({
  eventType: z.enum(['Send', 'Bounce', 'Reject']),
  mail: z.object({ tags: emailTagsSchema }),
});

/** What SES puts on a topic once, when it is told to use it. */
const GREETING = 'Successfully validated SNS topic';

const said = { Send: 'taken', Bounce: 'bounced', Reject: 'rejected' } as const;

/**
 * What SES says of an e-mail, as its topic hands it on.
 * @returns undefined for what is said of none. @throws ZodError, or SyntaxError, for what cannot be read.
 */
export function readEmailReceipt(body: string): EmailReceipt | undefined {
  if (body.startsWith(GREETING)) return undefined;
  const { eventType, mail } = eventSchema.parse(JSON.parse(body));
  const { place, reference, attempt } = mail.tags;
  return { place, messageId: reference, attempt, said: said[eventType] };
}
