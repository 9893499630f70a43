import type { BatchOperation, Level } from './dynalite.ts';

interface Waiting {
  readonly operations: readonly BatchOperation[];
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes what arrives while a batch is being written as the next batch, all together: one call of LevelDB, one record of
 * its log. Each caller's operations stay in one batch, so they are atomic as before.
 */
export class GroupCommit {
  readonly #level: Pick<Level, 'batch'>;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(level: Pick<Level, 'batch'>) {
    this.#level = level;
  }

  /** Fulfilled when the operations are written, all of them. */
  write(operations: readonly BatchOperation[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operations, resolve, reject });
      if (!this.#writing) this.#flush();
    });
  }

  #flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    this.#writing = true;
    const done = (settle: (one: Waiting) => void) => {
      this.#writing = false;
      // First the next batch, then the answers to this one: LevelDB works while the answers are sent.
      this.#flush();
      for (const one of group) settle(one);
    };
    this.#level.batch(group.flatMap((one) => one.operations)).then(
      () => done((one) => one.resolve()),
      (error: unknown) => done((one) => one.reject(error)),
    );
  }
}
