import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Outgoing, Sender, SendOutcome } from '../../application/ports/senders.ts';

export interface EmailSettings {
  /** Address that messages come from: SES must have verified it. */
  readonly from: string;
  readonly client?: SESv2Client;
}

/** Header that carries the message's id, for whoever looks for repeats in a mailbox. */
const REFERENCE_HEADER = 'X-Message-Reference';

/** What no further attempt mends. */
const FINAL: ReadonlySet<string> = new Set([
  'MessageRejected',
  'BadRequestException',
  'MailFromDomainNotVerifiedException',
  'AccountSuspendedException',
]);

/**
 * E-mail by SES. SES knows no repeat: what keeps a message to one is that nobody else sends it while it is claimed. Where SES took it
 * and nobody heard of that, because the answer was lost or the process killed, it is sent again, with the same reference in its header.
 */
export function emailBySes({ from, client = new SESv2Client({ maxAttempts: 3 }) }: EmailSettings): Sender<'email'> {
  return async (to, what): Promise<SendOutcome> => {
    const { reference, subject } = what;
    const body = bodyOf(what);
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: 'UTF-8' },
              Body: { Text: { Data: body, Charset: 'UTF-8' } },
              Headers: [{ Name: REFERENCE_HEADER, Value: reference }],
            },
          },
          EmailTags: [{ Name: 'reference', Value: reference }],
        }),
      );
      return { isSent: true };
    } catch (refused) {
      const name = refused instanceof Error ? refused.name : '';
      return FINAL.has(name)
        ? { isSent: false, problem: 'email-refused', isFinal: true }
        : { isSent: false, problem: 'email-unavailable', isFinal: false };
    }
  };
}

function bodyOf({ text, url, family }: Outgoing): string {
  if (family !== undefined) return `${text}\n\n${url}\n\n${family.ending}\n`;
  return `${text}\n\nSign in to read it: ${url}\n\nThis message holds no details, to keep them safe. You get it because of your choices; change them at ${new URL('/notifications', url).href}\n`;
}
