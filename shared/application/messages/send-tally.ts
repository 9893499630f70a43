/** What a run of the sending counts, for operators. */
export const sendCounts = [
  /** Messages that were due. */
  'examined',
  'sent',
  /** Alerts that went with others in one message. */
  'bundled',
  /** What they told had ended before. */
  'cancelled',
  /** Attempts that did not succeed and are made again. */
  'to-try-again',
  /** They may have arrived, and what would say so has not been read yet. */
  'held-back',
  /** Messages that could not be sent, and are not tried any more. */
  'given-up',
  /** Somebody else was first. */
  'not-due',
  /** What went wrong in the service itself: it stays due. */
  'failed',
] as const;
export type SendCount = (typeof sendCounts)[number];

export class SendTally {
  readonly #counts = new Map<SendCount, number>(sendCounts.map((name) => [name, 0]));

  add(name: SendCount, more = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + more);
  }
  get counts(): Readonly<Record<SendCount, number>> {
    return Object.fromEntries(this.#counts) as Record<SendCount, number>;
  }
}
