import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Outgoing, Sender, SendOutcome } from '../../application/ports/senders.ts';
import { tagsOf } from './email-tags.ts';

export interface EmailSettings {
  /** Address that messages come from: SES must have verified it. */
  readonly from: string;
  /** Name of the configuration set under which SES says what became of an e-mail. */
  readonly configurationSet: string;
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

/** Faults of a connection that never came about. */
const NEVER_LEFT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** One attempt: what SES did not answer may have arrived, and only who counts attempts may make another. */
const ONCE = { maxAttempts: 1 };

/**
 * E-mail by SES. SES knows no repeat. Where it gave no answer, or failed to, the e-mail may have been taken all the same: the outcome says
 * so, and SES says it later by an event that carries what the e-mail is tagged with (ADR 0071).
 */
export function emailBySes({ from, configurationSet, client = new SESv2Client(ONCE) }: EmailSettings): Sender<'email'> {
  return async (to, what): Promise<SendOutcome> => {
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          ConfigurationSetName: configurationSet,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: what.subject, Charset: 'UTF-8' },
              Body: { Text: { Data: bodyOf(what), Charset: 'UTF-8' } },
              Headers: [{ Name: REFERENCE_HEADER, Value: what.reference }],
            },
          },
          EmailTags: tagsOf(what),
        }),
      );
      return { isSent: true };
    } catch (failed) {
      return outcomeOf(failed as Failed);
    }
  };
}

/** What the SDK says of a call that did not succeed. */
interface Failed {
  readonly name?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

function outcomeOf({ name = '', code = '', $metadata }: Failed): SendOutcome {
  if (FINAL.has(name)) return { isSent: false, problem: 'email-refused', isFinal: true };
  const status = $metadata?.httpStatusCode ?? 0;
  const isRefused = (status >= 400 && status < 500) || NEVER_LEFT.has(code);
  if (isRefused) return { isSent: false, problem: 'email-unavailable', isFinal: false };
  return { isSent: false, problem: 'email-unheard', isFinal: false, mayHaveArrived: true };
}

function bodyOf({ text, url, family }: Outgoing): string {
  if (family !== undefined) return `${text}\n\n${url}\n\n${family.ending}\n`;
  return `${text}\n\nSign in to read it: ${url}\n\nThis message holds no details, to keep them safe. You get it because of your choices; change them at ${new URL('/notifications', url).href}\n`;
}
