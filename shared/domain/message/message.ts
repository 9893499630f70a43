/**
 * A message: one telling of one thing to one recipient by one channel. One stored item under an id that follows from what
 * it tells, so that whoever decides on it again decides on the same. It names nobody and holds no address.
 */
import * as z from 'zod';
import { alertSeverities } from '../alert/severity.ts';
import { type Instant, instantSchema } from '../calendar/instant.ts';
import { conflict } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { type Channel, channels } from './channel.ts';
import { familyNoticeSchema } from './family-notice.ts';
import { minutesAfter, wholeSecondOf } from './local-time.ts';

/** What happened to an alert that people are told of. */
export const toldEvents = ['raised', 'escalated', 'snooze-ended'] as const;
export type ToldEvent = (typeof toldEvents)[number];

/** Most messages that one summary stands for: a bad morning's worth. What is left goes into another. */
export const MOST_IN_BUNDLE = 1_000;

export const messageAboutSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('alert'),
    alertId: opaqueIdSchema,
    event: z.enum(toldEvents),
    severity: z.enum(alertSeverities),
  }),
  /** Several alerts in one message: the messages it stands for, and how many of them are past their date. */
  z.strictObject({
    kind: z.literal('bundle'),
    messages: z.array(opaqueIdSchema).min(2).max(MOST_IN_BUNDLE),
    past: z.int().min(0),
  }),
  z.strictObject({ kind: z.literal('test') }),
  /** To somebody of a family: `to` is their grant. */
  familyNoticeSchema,
]);
export type MessageAbout = Readonly<z.output<typeof messageAboutSchema>>;

export const messageStates = ['waiting', 'sent', 'failed', 'cancelled'] as const;
export type MessageState = (typeof messageStates)[number];

export const messageSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  /** Id of a member of staff, of a webhook, or of a grant in a family. */
  to: opaqueIdSchema,
  channel: z.enum(channels),
  about: messageAboutSchema,
  createdAt: instantSchema,
  state: z.enum(messageStates),
  /** Waiting: not before this instant. */
  nextAt: instantSchema.nullable(),
  /** Times that somebody set about sending it. */
  attempts: z.int().min(0),
  /**
   * Attempts that may have arrived, each by the version that it was claimed as: of those nobody has heard what became of them, and the
   * other side cannot be asked. Empty where it can, and when it is known.
   */
  unheard: z.array(z.int().min(1)).readonly(),
  /** Times that another attempt was put off, because it was not yet known whether one had arrived. */
  heldBack: z.int().min(0),
  /** The summary that it went, or is to go, with. */
  bundle: opaqueIdSchema.nullable(),
  /** Why the last attempt did not succeed: a code of ours. */
  problem: z.string().max(60).nullable(),
  /** When it was sent, given up or cancelled. */
  settledAt: instantSchema.nullable(),
});
export type Message = Readonly<z.output<typeof messageSchema>>;

/** Minutes for which a message belongs to whoever has set about sending it: longer than any function runs. */
export const LEASE_MINUTES = 6;

/** Minutes that are left to the post office for e-mail to say that it took one, before it is sent again. */
export const UNHEARD_MINUTES = 15;
/** Times that one is held back at most: four hours. Then it is better told twice than never. */
export const MOST_HELD_BACK = 16;

/** Minutes from one attempt to the next. After the last it is given up: nearly a day has passed. */
const WAITS = [1, 5, 15, 60, 180, 360, 720] as const;
export const MOST_ATTEMPTS = WAITS.length + 1;

/** The id of a message: the same parts lead to the same. */
export function messageIdOf(parts: readonly string[], hash: (text: string) => string): string {
  return hash(JSON.stringify(['message', ...parts])).slice(0, 16);
}

const UNTRIED = { attempts: 0, unheard: [], heldBack: 0, bundle: null, problem: null, settledAt: null } as const;

/** Whether the other side tells, when it is asked or by a repeat's own id, what has arrived already: all but the post office for e-mail. */
function canBeAsked(channel: Channel): boolean {
  return channel !== 'email';
}

/** A message that waits to be sent. */
export function newMessage(
  about: Pick<Message, 'id' | 'place' | 'to' | 'channel' | 'about' | 'createdAt'>,
  nextAt: Instant,
): Message {
  return { ...about, version: 1, state: 'waiting', nextAt: wholeSecondOf(nextAt), ...UNTRIED };
}

/** The same of one that whoever makes it sends at once. */
export function newClaimedMessage(about: Parameters<typeof newMessage>[0], now: Instant): Message {
  return { ...claimedMessage(newMessage(about, now), now), version: 1, unheard: canBeAsked(about.channel) ? [] : [1] };
}

/** Whether it is to be sent now. */
export function isDue({ state, nextAt }: Message, now: Instant): boolean {
  return state === 'waiting' && nextAt !== null && nextAt <= now;
}

/** Somebody sets about sending it: nobody else does until the lease is over. */
export function claimedMessage(message: Message, now: Instant): Message {
  const next = grown(message);
  const claimed = { ...next, attempts: message.attempts + 1, heldBack: 0, nextAt: minutesAfter(now, LEASE_MINUTES) };
  if (canBeAsked(message.channel)) return claimed;
  return { ...claimed, unheard: [...message.unheard, next.version], nextAt: minutesAfter(now, UNHEARD_MINUTES) };
}

/** It may have arrived, and what would say so has not been read yet: it waits for that. */
export function heldBackMessage(message: Message, now: Instant): Message {
  return { ...grown(message), heldBack: message.heldBack + 1, nextAt: minutesAfter(now, UNHEARD_MINUTES) };
}

/** It is to go with others in one summary. Until that is kept, or the lease is over, nobody else takes it. */
export function bundledMessage(message: Message, bundle: string, now: Instant): Message {
  return { ...grown(message), bundle, nextAt: minutesAfter(now, LEASE_MINUTES) };
}

/** It waits for the one that it is to go with, and a lease longer. */
export function waitingFor(part: Message, whole: Message, now: Instant): Message {
  const next = whole.nextAt === null || whole.nextAt < now ? now : whole.nextAt;
  return { ...grown(part), nextAt: minutesAfter(next, LEASE_MINUTES) };
}

export function sentMessage(message: Message, now: Instant): Message {
  return { ...grown(message), state: 'sent', unheard: [], nextAt: null, problem: null, settledAt: now };
}

/** What it tells is no longer so. */
export function cancelledMessage(message: Message, now: Instant): Message {
  return { ...grown(message), state: 'cancelled', nextAt: null, settledAt: now };
}

/** What is known of an attempt that did not succeed. */
export interface Unsent {
  /** A code of ours. */
  readonly problem: string;
  /** Trying again is no use. */
  readonly isFinal: boolean;
  /** It may have arrived all the same: no answer was heard. */
  readonly mayHaveArrived?: boolean;
}

/**
 * An attempt that did not succeed. It is tried again later, unless that is no use or it was tried often enough.
 * @param message as it was claimed.
 */
export function unsentMessage(message: Message, unsent: Unsent, now: Instant): Message {
  const { problem, isFinal, mayHaveArrived = false } = unsent;
  const { version, attempts, unheard } = message;
  const left = mayHaveArrived ? message : { ...message, unheard: unheard.filter((attempt) => attempt !== version) };
  const wait = WAITS[attempts - 1];
  if (isFinal || wait === undefined) return givenUpMessage(left, problem, now);
  const minutes = left.unheard.length > 0 ? Math.max(wait, UNHEARD_MINUTES) : wait;
  return { ...grown(left), problem, nextAt: minutesAfter(now, minutes) };
}

export function givenUpMessage(message: Message, problem: string, now: Instant): Message {
  return { ...grown(message), state: 'failed', problem, nextAt: null, settledAt: now };
}

/** It was handed over, and whoever delivers it says that it did not arrive. */
export function undeliveredMessage(message: Message, problem: string, now: Instant): Message {
  return { ...grown(message), state: 'failed', unheard: [], problem, nextAt: null, settledAt: now };
}

/** Sent once more from the beginning, because somebody asked. @throws `conflict` `not-failed`. */
export function replayedMessage(message: Message, now: Instant): Message {
  if (message.state !== 'failed') throw conflict('not-failed', 'Only a message that could not be sent is sent again');
  return {
    ...grown(message),
    state: 'waiting',
    nextAt: wholeSecondOf(now),
    ...UNTRIED,
  };
}

function grown(message: Message): Message {
  return { ...message, version: message.version + 1 };
}
