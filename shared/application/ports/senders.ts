import type { Instant } from '../../domain/calendar/instant.ts';
import type { Channel } from '../../domain/message/channel.ts';
import type { Unsent } from '../../domain/message/message.ts';
import type { Webhook } from '../../domain/message/webhook.ts';

/** What is sent: words that say nothing of anybody, and where to read more after signing in. */
export interface Outgoing {
  /** The message's own id: whoever gets it twice knows the repeat by it. */
  readonly reference: string;
  readonly place: string;
  /** What it tells, for a machine: `alert.raised`, `test`. */
  readonly type: string;
  readonly subject: string;
  readonly text: string;
  /** When the run that sends it was due. */
  readonly at: Instant;
  /** Whole address. */
  readonly url: string;
  /** Which attempt this is: the version that the message was claimed as. */
  readonly attempt: number;
  /** Whether an earlier attempt may have arrived: where the other side can be asked, it is asked first. */
  readonly isRepeat: boolean;
  /** Where it is to a family: what stands below it, how its link is named, and whether it is to be printed large. */
  readonly family?: { readonly ending: string; readonly largePrint: boolean };
}

/** Where each channel leads. */
export interface Addresses {
  readonly email: string;
  readonly text: string;
  /** Name and address, three to seven lines, the last one the postcode. */
  readonly letter: readonly string[];
  readonly webhook: Pick<Webhook, 'url' | 'secret'>;
  readonly workflow: Pick<Webhook, 'url'>;
}

/** What became of an attempt. */
export type SendOutcome = { readonly isSent: true } | ({ readonly isSent: false } & Unsent);

/** Sends by one channel. Never throws for what the other side does. */
export type Sender<C extends Channel> = (to: Addresses[C], what: Outgoing) => Promise<SendOutcome>;
export type Senders = { readonly [C in Channel]: Sender<C> };
