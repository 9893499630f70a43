import { setTimeout as sleep } from 'node:timers/promises';

/** How long a retry waits: the first, then twice as long each time up to the last; milliseconds. */
export interface Pauses {
  readonly first: number;
  readonly last: number;
}

/**
 * Shorter than on AWS, where an asynchronous invocation is tried again after a minute and then two: nobody at a laptop
 * waits for that, and no promise of the service rests on the length.
 */
export const PAUSES: Pauses = { first: 100, last: 1_000 };

/** What goes on in the background, so that a test can wait for the end of it and a stop can cut it short. */
export class WorkInHand {
  readonly #work = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();
  readonly #pauses: Pauses;

  constructor(pauses: Pauses = PAUSES) {
    this.#pauses = pauses;
  }

  /** True once the local cloud is closing. */
  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Counts a piece of work until it ends, well or badly; whoever started it sees to its errors. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    const done = () => this.#work.delete(work);
    work.then(done, done);
    return work;
  }

  /** Waits before try number `attempt` (1 is the first retry). @throws AbortError when the local cloud closes */
  async pause(attempt: number): Promise<void> {
    const { first, last } = this.#pauses;
    await sleep(Math.min(first * 2 ** (attempt - 1), last), undefined, { signal: this.#stop.signal });
  }

  /** Resolves when nothing is in hand. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.allSettled(this.#work);
  }

  get idle(): boolean {
    return this.#work.size === 0;
  }

  /** Cuts pauses short. */
  stop(): void {
    this.#stop.abort();
  }
}
