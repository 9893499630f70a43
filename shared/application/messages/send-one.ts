/** One message: claimed, sent, marked. */
import type { Instant } from '../../domain/calendar/instant.ts';
import { assertNever, isDomainError } from '../../domain/error.ts';
import { isSystemChannel } from '../../domain/message/channel.ts';
import {
  claimedMessage,
  givenUpMessage,
  type Message,
  type MessageAbout,
  sentMessage,
  unsentMessage,
} from '../../domain/message/message.ts';
import { wordsOf } from '../../domain/message/message-words.ts';
import { deliveredTo, failedAt } from '../../domain/message/webhook.ts';
import type { Alerts } from '../ports/alerts.ts';
import type { Hash } from '../ports/hash.ts';
import type { Messages } from '../ports/messages.ts';
import type { PreferencesKept } from '../ports/preferences.ts';
import type { ScheduleRuns } from '../ports/schedule-runs.ts';
import type { Outgoing, Senders, SendOutcome } from '../ports/senders.ts';
import type { Webhooks } from '../ports/webhooks.ts';
import type { SendTally } from './send-tally.ts';

export interface SendingDeps {
  readonly messages: Messages;
  readonly alerts: Pick<Alerts, 'many'>;
  readonly preferences: Pick<PreferencesKept, 'get'>;
  readonly webhooks: Pick<Webhooks, 'get' | 'save'>;
  readonly senders: Senders;
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
  run.tally.add(left.state === 'sent' ? 'sent' : left.state === 'failed' ? 'given-up' : 'to-try-again');
  return left;
}

function leftBy(outcome: Attempted, claimed: Message, time: Instant): Message {
  if (outcome === 'no-address') return givenUpMessage(claimed, 'no-address', time);
  return outcome.isSent ? sentMessage(claimed, time) : unsentMessage(claimed, outcome.problem, time, outcome.isFinal);
}

type Attempted = SendOutcome | 'no-address';

/** Addresses are looked up at the last moment: whoever has changed theirs, or left, is not written to at the old one. */
async function attempt(deps: SendingDeps, message: Message, at: Instant): Promise<Attempted> {
  const { senders } = deps;
  const { place, to, channel, about } = message;
  const what = outgoing(deps, message, at);
  switch (channel) {
    case 'email':
    case 'text': {
      const preferences = await deps.preferences.get(to);
      const address = channel === 'email' ? preferences?.email : preferences?.phone;
      return address ? senders[channel](address, what) : 'no-address';
    }
    case 'letter':
      // Letters go to families, whose addresses are in a record of their own.
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

function outgoing({ publicUrl }: SendingDeps, { id, place, about, attempts }: Message, at: Instant): Outgoing {
  const { subject, text, path } = wordsOf(about);
  const url = `${publicUrl}${path}`;
  return { reference: id, place, type: typeOf(about), subject, text, url, at, isRepeat: attempts > 1 };
}

function typeOf(about: MessageAbout): string {
  return about.kind === 'alert' ? `alert.${about.event}` : about.kind === 'bundle' ? 'alerts' : 'test';
}

/** How often the score is kept again when somebody changes the webhook at the same moment. */
const TRIES = 5;

async function keepScore(deps: SendingDeps, run: SendingRun, message: Message, outcome: Attempted): Promise<void> {
  if (outcome === 'no-address' || (!outcome.isSent && outcome.problem === 'webhook-off')) return;
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
