/** One message: claimed, sent, marked. */
import type { Instant } from '../../domain/calendar/instant.ts';
import { assertNever, isDomainError } from '../../domain/error.ts';
import { isSystemChannel } from '../../domain/message/channel.ts';
import type { FamilyNotice } from '../../domain/message/family-notice.ts';
import {
  cancelledMessage,
  claimedMessage,
  givenUpMessage,
  type Message,
  sentMessage,
  unsentMessage,
} from '../../domain/message/message.ts';
import { type ToldStaff, wordsOf } from '../../domain/message/message-words.ts';
import { deliveredTo, failedAt } from '../../domain/message/webhook.ts';
import type { Alerts } from '../ports/alerts.ts';
import type { EmailReceipts } from '../ports/email-receipts.ts';
import type { Hash } from '../ports/hash.ts';
import type { Messages } from '../ports/messages.ts';
import type { PreferencesKept } from '../ports/preferences.ts';
import type { ScheduleRuns } from '../ports/schedule-runs.ts';
import type { Outgoing, Senders, SendOutcome } from '../ports/senders.ts';
import type { Webhooks } from '../ports/webhooks.ts';
import type { SendCount, SendTally } from './send-tally.ts';
import { type FamilySendingDeps, toFamily } from './send-to-family.ts';

export interface SendingDeps extends FamilySendingDeps {
  readonly messages: Messages;
  readonly alerts: Pick<Alerts, 'many'>;
  readonly preferences: Pick<PreferencesKept, 'get'>;
  readonly webhooks: Pick<Webhooks, 'get' | 'save'>;
  readonly senders: Senders;
  readonly emailReceipts: EmailReceipts;
  readonly scheduleRuns: Pick<ScheduleRuns, 'keep' | 'has'>;
  readonly hash: Hash;
  /** Origin of the pages, without a trailing slash. */
  readonly publicUrl: string;
}

export interface SendingRun {
  readonly place: string;
  readonly time: Instant;
  readonly tally: SendTally;
  readonly onFailure: (failed: unknown) => void;
}

/** @returns the message as it was left, or undefined when somebody else was first. */
export async function sendOne(deps: SendingDeps, run: SendingRun, message: Message): Promise<Message | undefined> {
  const claimed = claimedMessage(message, run.time);
  if (!(await deps.messages.save(claimed))) {
    run.tally.add('not-due');
    return undefined;
  }
  return sendClaimed(deps, run, claimed);
}

/** Sends what this run has claimed, and marks what became of it. */
export async function sendClaimed(deps: SendingDeps, run: SendingRun, claimed: Message): Promise<Message> {
  const outcome = await attempt(deps, claimed, run.time);
  if (isSystemChannel(claimed.channel) && claimed.about.kind !== 'test') await keepScore(deps, run, claimed, outcome);
  const left = leftBy(outcome, claimed, run.time);
  await deps.messages.save(left);
  run.tally.add(countOf(left));
  return left;
}

function countOf({ state }: Message): SendCount {
  if (state === 'waiting') return 'to-try-again';
  return state === 'failed' ? 'given-up' : state;
}

function leftBy(outcome: Attempted, claimed: Message, time: Instant): Message {
  if (outcome === 'over') return cancelledMessage(claimed, time);
  if (outcome === 'no-address') return givenUpMessage(claimed, 'no-address', time);
  return outcome.isSent ? sentMessage(claimed, time) : unsentMessage(claimed, outcome, time);
}

type Attempted = SendOutcome | 'no-address' | 'over';

/** Addresses are looked up at the last moment: whoever has changed theirs, or left, is not written to at the old one. */
async function attempt(deps: SendingDeps, message: Message, at: Instant): Promise<Attempted> {
  const { senders } = deps;
  const { place, to, channel, about } = message;
  if (about.kind === 'family') return attemptFamily(deps, message, about, at);
  const what = outgoing(deps, message, about, at);
  switch (channel) {
    case 'email':
    case 'text': {
      const preferences = await deps.preferences.get(to);
      const address = channel === 'email' ? preferences?.email : preferences?.phone;
      return address ? senders[channel](address, what) : 'no-address';
    }
    case 'letter':
      // Nobody is written letters about their work.
      return 'no-address';
    case 'webhook':
    case 'workflow': {
      const webhook = await deps.webhooks.get(place, to);
      if (webhook === undefined) return 'no-address';
      if (!webhook.isOn && about.kind !== 'test') return { isSent: false, problem: 'webhook-off', isFinal: true };
      return senders[channel](webhook, what);
    }
    default:
      return assertNever(channel, 'channel');
  }
}

async function attemptFamily(
  deps: SendingDeps,
  message: Message,
  about: FamilyNotice,
  at: Instant,
): Promise<Attempted> {
  const told = await toFamily(deps, message, about, { at, publicUrl: deps.publicUrl });
  if (typeof told === 'string') return told;
  const { address, name } = told;
  const what = { ...told.what, attempt: message.version, isRepeat: message.attempts > 1 };
  const { senders } = deps;
  switch (message.channel) {
    case 'email':
    case 'text':
      return senders[message.channel](address, what);
    case 'letter':
      return senders.letter([name, ...address.split('\n')], what);
    default:
      return 'no-address';
  }
}

function outgoing(
  { publicUrl }: SendingDeps,
  { id, place, version, attempts }: Message,
  about: ToldStaff,
  at: Instant,
): Outgoing {
  const { subject, text, path } = wordsOf(about);
  const url = `${publicUrl}${path}`;
  return {
    reference: id,
    place,
    type: typeOf(about),
    subject,
    text,
    url,
    at,
    attempt: version,
    isRepeat: attempts > 1,
  };
}

function typeOf(about: ToldStaff): string {
  return about.kind === 'alert' ? `alert.${about.event}` : about.kind === 'bundle' ? 'alerts' : 'test';
}

/** How often the score is kept again when somebody changes the webhook at the same moment. */
const TRIES = 5;

async function keepScore(deps: SendingDeps, run: SendingRun, message: Message, outcome: Attempted): Promise<void> {
  if (typeof outcome === 'string' || (!outcome.isSent && outcome.problem === 'webhook-off')) return;
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const webhook = await deps.webhooks.get(run.place, message.to);
    if (webhook === undefined) return;
    const eventId = deps.hash(JSON.stringify(['given-up', webhook.id, webhook.version])).slice(0, 16);
    const scored = outcome.isSent ? deliveredTo(webhook) : failedAt(webhook, { id: eventId, at: run.time }, run.time);
    if (scored === webhook) return;
    try {
      return await deps.webhooks.save(scored);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
}
