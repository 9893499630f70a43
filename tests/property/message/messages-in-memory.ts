/** Planning and sending over maps, where every step can be the last before the process dies, and two runs can be under way. */
import { planMessages } from '../../../shared/application/messages/plan-messages.ts';
import { type EmailReceipt, recordEmailReceipt } from '../../../shared/application/messages/record-email-receipt.ts';
import { sendMessages } from '../../../shared/application/messages/send-messages.ts';
import type { SendingDeps } from '../../../shared/application/messages/send-one.ts';
import type { Outgoing, SendOutcome } from '../../../shared/application/ports/senders.ts';
import type { Instant } from '../../../shared/domain/calendar/instant.ts';
import { isDomainError, stale } from '../../../shared/domain/error.ts';
import { isSystemChannel } from '../../../shared/domain/message/channel.ts';
import type { Message } from '../../../shared/domain/message/message.ts';
import type { Preferences } from '../../../shared/domain/message/preferences.ts';
import type { Webhook } from '../../../shared/domain/message/webhook.ts';
import type { Policy } from '../../../shared/domain/policy/policy.ts';
import type { Staff } from '../../../shared/domain/staff/staff.ts';
import { sha256 } from '../../unit/referral/history.ts';

/** Thrown instead of the step that a killed process did not come to. */
export class Killed extends Error {}

/** What is asked before each step: it may wait, or throw {@link Killed}. */
export type Step = () => Promise<void>;
const alive: Step = async () => undefined;

/** Something that arrived on the other side. */
export interface Arrived {
  readonly to: string;
  readonly reference: string;
  readonly what: Outgoing;
}

export class MessagesInMemory {
  readonly messages = new Map<string, Message>();
  readonly webhooks = new Map<string, Webhook>();
  /** Everything that arrived, repeats included. */
  readonly arrived: Arrived[] = [];
  readonly counts: Record<string, number> = {};
  /** What the other side says to an attempt; it takes everything without it. */
  answer: (what: Outgoing) => SendOutcome = () => ({ isSent: true });
  /** Whether what nobody heard of arrived all the same. */
  arrivesUnheard: () => boolean = () => true;
  /** What the post office says of the e-mails that it took, until it is recorded. */
  readonly receipts: EmailReceipt[] = [];
  readonly ended = new Set<string>();
  readonly #policy: Policy;
  readonly #staff: readonly Staff[];
  readonly #preferences: ReadonlyMap<string, Preferences>;
  #requests = 0;

  constructor(
    policy: Policy,
    staff: readonly Staff[],
    preferences: readonly Preferences[],
    webhooks: readonly Webhook[],
  ) {
    this.#policy = policy;
    this.#staff = staff;
    this.#preferences = new Map(preferences.map((one) => [one.staffId, one]));
    for (const webhook of webhooks) this.webhooks.set(webhook.id, webhook);
  }

  /** Takes an event, as the function that follows the bus does; a killed one is taken again by the queue. */
  async plan(event: unknown, now: Instant, step: Step = alive): Promise<void> {
    const deps = {
      hash: sha256,
      policies: { current: async () => this.#policy },
      staff: { ofPlace: async () => this.#staff },
      preferences: { many: async (ids: readonly string[]) => ids.flatMap((id) => this.#preferences.get(id) ?? []) },
      webhooks: { list: async () => [...this.webhooks.values()] },
      messages: { create: (message: Message) => this.#create(message, step) },
    };
    await planMessages(deps, event, now).catch(onlyKilled);
  }

  /** Runs the sending as it was due at an instant. */
  async send(time: Instant, step: Step = alive): Promise<void> {
    this.#requests += 1;
    const run = await sendMessages(this.#deps(dyingAfter(step)), {
      places: [this.#policy.place.id],
      time,
      requestId: `run-${this.#requests}`,
      hasTime: () => true,
      onFailure: (failed) => onlyKilled(failed),
    }).catch(onlyKilled);
    for (const [name, count] of Object.entries(run?.counts ?? {})) this.counts[name] = (this.counts[name] ?? 0) + count;
  }

  /** Records what the post office said, the latest first; a killed one is told again by the queue. */
  async record(now: Instant, step: Step = alive): Promise<void> {
    const { messages } = this.#deps(dyingAfter(step));
    for (const receipt of [...this.receipts].reverse()) {
      const isRecorded = await recordEmailReceipt({ messages }, receipt, now).then(
        () => true,
        (failed: unknown) => {
          if (!isDomainError(failed, 'stale')) onlyKilled(failed);
          return false;
        },
      );
      if (isRecorded) this.receipts.splice(this.receipts.indexOf(receipt), 1);
    }
  }

  async #create(message: Message, step: Step): Promise<boolean> {
    await step();
    if (this.messages.has(message.id)) return false;
    this.messages.set(message.id, message);
    return true;
  }

  #deps(step: Step): SendingDeps {
    const change = <T>(work: () => T): Promise<T> => step().then(work);
    const arrive =
      (to: string) =>
      async (what: Outgoing): Promise<SendOutcome> => {
        await step();
        const outcome = this.answer(what);
        const { reference, place, attempt } = what;
        const isTaken = outcome.isSent || (outcome.mayHaveArrived === true && this.arrivesUnheard());
        if (isTaken) this.arrived.push({ to, reference, what });
        if (isTaken && to.startsWith('email '))
          this.receipts.push({ place, messageId: reference, attempt, said: 'taken' });
        // It may have arrived, and nobody is left to say so.
        await step();
        return outcome;
      };
    const waiting = (upTo: Instant) =>
      [...this.messages.values()].filter(
        ({ state, nextAt }) => state === 'waiting' && nextAt !== null && nextAt <= upTo,
      );
    const ended = this.ended;
    return {
      hash: sha256,
      publicUrl: 'https://waiting-lists.example',
      emailReceipts: { areAllRecorded: () => change(() => this.receipts.length === 0) },
      scheduleRuns: { has: async () => false, keep: () => step() },
      alerts: {
        many: async (_place, ids) =>
          ids.filter((id) => ended.has(id)).map((id) => ({ id, events: [resolved] }) as never),
      },
      // Messages to staff and systems: nobody of a family is known here.
      people: { get: async () => undefined },
      familyAccesses: { get: async () => undefined },
      contactDetails: { read: async () => undefined },
      oneTimeCodes: { get: async () => undefined, codeOf: () => '' },
      invitationLinks: { linkOf: () => '' },
      community: {
        notices: { since: async () => [] },
        meetings: { get: async () => undefined },
        registers: { get: async () => undefined },
        seekers: { find: async () => undefined },
      },
      preferences: { get: (id) => change(() => this.#preferences.get(id)) },
      webhooks: {
        get: (_place, id) => change(() => this.webhooks.get(id)),
        save: (webhook) =>
          change(() => {
            if (this.webhooks.get(webhook.id)?.version !== webhook.version - 1) throw stale('changed-since', 'Changed');
            this.webhooks.set(webhook.id, webhook);
          }),
      },
      messages: {
        get: (_place, id) => change(() => this.messages.get(id)),
        many: (_place, ids) => change(() => [...new Set(ids)].flatMap((id) => this.messages.get(id) ?? [])),
        create: (message) => this.#create(message, step),
        save: (message) =>
          change(() => {
            if (this.messages.get(message.id)?.version !== message.version - 1) return false;
            this.messages.set(message.id, message);
            return true;
          }),
        due: async function* (_place, upTo) {
          await step();
          yield waiting(upTo).map(({ id }) => id);
        },
        failed: async () => [],
        toWebhook: async (_place, id) =>
          [...this.messages.values()].filter(({ to, channel }) => to === id && isSystemChannel(channel)),
      },
      senders: {
        email: (to, what) => arrive(`email ${to}`)(what),
        text: (to, what) => arrive(`text ${to}`)(what),
        letter: (lines, what) => arrive(`letter ${lines[0]}`)(what),
        webhook: ({ url }, what) => arrive(`webhook ${url}`)(what),
        workflow: ({ url }, what) => arrive(`workflow ${url}`)(what),
      },
    };
  }
}

const resolved = { recordedAt: '2026-11-02T12:00:00.000Z', facts: { kind: 'resolved', why: 'cause-ended' } };

/** Once a step is the last, so is every later one. */
function dyingAfter(step: Step): Step {
  let isDead = false;
  return async () => {
    if (isDead) throw new Killed();
    try {
      await step();
    } catch (killed) {
      isDead = true;
      throw killed;
    }
    if (isDead) throw new Killed();
  };
}

function onlyKilled(failed: unknown): undefined {
  if (!(failed instanceof Killed)) throw failed;
  return undefined;
}
