import { randomUUID } from 'node:crypto';

/** A message that would have left the machine. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: 'email' | 'text' | 'letter' | 'webhook';
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Who sent it: a role. */
  readonly from: string;
  /** The sender's own id of it, where it gave one: what is sent twice has one reference. */
  readonly reference?: string;
  /** By the local cloud's clock: milliseconds since 1970. */
  readonly sentAt: number;
}

/** Messages kept; the oldest go first. */
const KEPT = 1_000;

/** Keeps what would have been sent, so that a person can read it and a test can count it. Nothing leaves the machine. */
export class Outbox {
  readonly #messages: OutboxMessage[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a message. @returns its id */
  send(message: Omit<OutboxMessage, 'id' | 'sentAt'>): string {
    const id = randomUUID();
    this.#messages.push({ ...message, id, sentAt: this.#now() });
    if (this.#messages.length > KEPT) this.#messages.shift();
    return id;
  }

  /** The messages, oldest first. */
  get messages(): readonly OutboxMessage[] {
    return [...this.#messages];
  }
}
