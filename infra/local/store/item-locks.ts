/**
 * One writer at a time for each item, first come first served. DynamoDB gives the same promise, and the order of an
 * item's change records rests on it.
 */
export class ItemLocks {
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Calls `enter` when the item is free, with the function that frees it again (calling it twice does nothing more). */
  acquire(key: string, enter: (release: () => void) => void): void {
    const queue = this.#waiting.get(key);
    const start = () => enter(this.#releaseOnce(key));
    if (queue === undefined) {
      this.#waiting.set(key, []);
      start();
    } else {
      queue.push(start);
    }
  }

  #releaseOnce(key: string): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = this.#waiting.get(key)?.shift();
      if (next === undefined) this.#waiting.delete(key);
      // Not at once: the caller that frees the item finishes its own answer first.
      else setImmediate(next);
    };
  }
}
