import type { BatchOperation, Level } from './dynalite.ts';
import type { IndexChange } from './write-view.ts';

/** How far an index lags behind its table: by a number of writes that touch it, or by time on the local cloud's clock. */
export type Lag = { readonly writes: number } | { readonly milliseconds: number };

interface Late {
  readonly operations: readonly BatchOperation[];
  readonly at: number;
}

/**
 * Makes chosen indexes lag on purpose. On AWS an index is brought up to date after the write is answered; usually in
 * milliseconds, which is why code that relies on it passes every ordinary test.
 */
export class StaleIndexes {
  readonly #level: Level;
  readonly #clock: () => number;
  readonly #lagging = new Map<string, { readonly lag: Lag; readonly late: Late[] }>();

  constructor(level: Level, clock: () => number) {
    this.#level = level;
    this.#clock = clock;
  }

  /** Lets an index lag from the next write on, or brings it up to date and keeps it so. */
  async set(table: string, index: string, lag: Lag | false): Promise<void> {
    const key = `${table}/${index}`;
    const before = this.#lagging.get(key);
    this.#lagging.delete(key);
    if (before !== undefined) await this.#level.batch(before.late.flatMap((late) => late.operations));
    if (lag !== false) this.#lagging.set(key, { lag, late: [] });
  }

  /** Holds back what a write changes in lagging indexes, and answers what is to be written now: the rest, and what is due. */
  divert(table: string, changes: readonly IndexChange[]): BatchOperation[] {
    if (this.#lagging.size === 0) return changes.map((change) => change.operation);
    const now: BatchOperation[] = [];
    const held = new Map<string, BatchOperation[]>();
    for (const { index, operation } of changes) {
      const key = `${table}/${index}`;
      if (this.#lagging.has(key)) held.set(key, [...(held.get(key) ?? []), operation]);
      else now.push(operation);
    }
    for (const [key, operations] of held) {
      this.#lagging.get(key)?.late.push({ operations, at: this.#clock() });
      now.push(...this.#due(key));
    }
    return now;
  }

  /** Brings an index to where its lag allows, before it is read. */
  async catchUp(table: string, index: string): Promise<void> {
    const due = this.#due(`${table}/${index}`);
    if (due.length > 0) await this.#level.batch(due);
  }

  /** Brings every index up to date. */
  async close(): Promise<void> {
    for (const { late } of this.#lagging.values()) await this.#level.batch(late.flatMap((entry) => entry.operations));
    this.#lagging.clear();
  }

  #due(key: string): BatchOperation[] {
    const lagging = this.#lagging.get(key);
    if (lagging === undefined) return [];
    const { lag, late } = lagging;
    const keep =
      'writes' in lag
        ? Math.min(late.length, lag.writes)
        : late.filter((entry) => entry.at > this.#clock() - lag.milliseconds).length;
    return late.splice(0, late.length - keep).flatMap((entry) => entry.operations);
  }
}
