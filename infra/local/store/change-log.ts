import type { ChangeRecord } from './change-record.ts';
import type { BatchOperation, Level } from './dynalite.ts';
import { under } from './entry-keys.ts';

const LOG = 'stream-log~';
const EPOCH = 'stream-epoch~';

/** Records handed over and not yet acknowledged at one time. */
const WINDOW = 512;

/** Acknowledged records deleted from the log in one batch. */
const TRIM = 64;

/** A record that its consumer refused is offered again after this long, then after twice as long, up to the ceiling. */
const FIRST_RETRY_MS = 20;
const LAST_RETRY_MS = 2_000;

export interface ChangeLogOptions {
  /** Takes one record; the record is acknowledged when the promise is fulfilled, and offered again if it is rejected. */
  readonly onChange: (record: ChangeRecord) => void | Promise<void>;
  /** Told of every rejection; the record is offered again in any case. */
  readonly onRefusal: (record: ChangeRecord, error: unknown) => void;
}

/**
 * The log of committed writes that are not yet acknowledged by their consumer.
 *
 * A record is put into the log by the same atomic batch as its write, so there is never the one without the other. It is
 * removed once acknowledged: what is in the log after a restart is delivered again. Deliveries of one item follow each
 * other, each after the acknowledgement of the one before; those of different items overlap.
 */
export class ChangeLog {
  readonly #level: Level;
  readonly #options: ChangeLogOptions;
  readonly #epoch: bigint;
  #count = 0n;
  /** Sequences given out whose batch is not yet written. Nothing after the first of them may be read from the log. */
  readonly #unwritten = new Set<string>();
  #cursor = '';
  #reading: Promise<void> | undefined;
  #again = false;
  #trimming: Promise<void> | undefined;
  #closed = false;
  #offered = 0;
  #acknowledged: string[] = [];
  readonly #lanes = new Map<string, Promise<void>>();
  #idlers: (() => void)[] = [];
  readonly #naps = new Map<NodeJS.Timeout, () => void>();

  private constructor(level: Level, epoch: bigint, options: ChangeLogOptions) {
    this.#level = level;
    this.#epoch = epoch;
    this.#options = options;
  }

  /** Opens the log and starts to deliver what an earlier run left unacknowledged. */
  static async open(level: Level, options: ChangeLogOptions): Promise<ChangeLog> {
    // A new epoch with every start keeps sequences growing without a counter to save with every write.
    const epoch = Number((await level.get(EPOCH)) ?? 0) + 1;
    await level.put(EPOCH, epoch);
    const log = new ChangeLog(level, BigInt(epoch), options);
    log.#wake();
    return log;
  }

  /** Gives a change its sequence number. Whoever asks must call `written` once its batch is written or has failed. */
  append(change: Omit<ChangeRecord, 'sequence'>): { readonly sequence: string; readonly operation: BatchOperation } {
    this.#count += 1n;
    const sequence = (this.#epoch * 1_000_000_000_000n + this.#count).toString().padStart(21, '0');
    this.#unwritten.add(sequence);
    return { sequence, operation: { type: 'put', key: LOG + sequence, value: { ...change, sequence } } };
  }

  /** Says that the batch with this record is written (or never will be). */
  written(sequence: string): void {
    this.#unwritten.delete(sequence);
    this.#wake();
  }

  /** Resolves when every record so far is acknowledged. */
  async settled(): Promise<void> {
    while (!this.#closed && (this.#reading !== undefined || this.#offered > 0 || this.#unwritten.size > 0)) {
      await new Promise<void>((resolve) => {
        this.#idlers.push(resolve);
      });
    }
    await this.#trimming;
  }

  /** Stops delivering. Records handed over and not acknowledged by now are delivered again by the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const [timer, wakeUp] of this.#naps) {
      clearTimeout(timer);
      wakeUp();
    }
    await this.#reading;
    this.#startTrim();
    await this.#trimming;
    this.#tellIdlers();
  }

  #wake(): void {
    if (this.#closed) return;
    if (this.#reading !== undefined) {
      this.#again = true;
      return;
    }
    this.#reading = this.#read().finally(() => {
      this.#reading = undefined;
      if (this.#again) {
        this.#again = false;
        this.#wake();
      } else {
        this.#tellIdlers();
      }
    });
  }

  async #read(): Promise<void> {
    while (!this.#closed && this.#offered < WINDOW) {
      const [firstUnwritten] = this.#unwritten;
      const whole = under(LOG);
      const entries = this.#level.iterator({
        gt: LOG + this.#cursor,
        lt: firstUnwritten === undefined ? whole.lt : LOG + firstUnwritten,
        limit: WINDOW - this.#offered,
      });
      const batch = await entries.nextv(WINDOW - this.#offered);
      await entries.close();
      if (batch.length === 0) return;
      for (const [key, value] of batch) {
        this.#cursor = key.slice(LOG.length);
        this.#offer(value as ChangeRecord);
      }
    }
  }

  #offer(record: ChangeRecord): void {
    this.#offered += 1;
    const lane = `${record.table} ${JSON.stringify(record.keys)}`;
    const before = this.#lanes.get(lane);
    const delivery = (before === undefined ? this.#deliver(record) : before.then(() => this.#deliver(record))).then(
      () => {
        this.#offered -= 1;
        if (this.#lanes.get(lane) === delivery) this.#lanes.delete(lane);
        // The log must not grow, but each deletion by itself would double the writes.
        if (!this.#closed && (this.#acknowledged.length >= TRIM || this.#offered === 0)) this.#startTrim();
        this.#wake();
      },
    );
    this.#lanes.set(lane, delivery);
  }

  async #deliver(record: ChangeRecord): Promise<void> {
    for (let pause = FIRST_RETRY_MS; !this.#closed; pause = Math.min(pause * 2, LAST_RETRY_MS)) {
      try {
        await this.#options.onChange(record);
        this.#acknowledged.push(LOG + record.sequence);
        return;
      } catch (error) {
        this.#options.onRefusal(record, error);
        await this.#nap(pause);
      }
    }
  }

  #startTrim(): void {
    const keys = this.#acknowledged;
    this.#acknowledged = [];
    if (keys.length === 0) return;
    const trimming = Promise.all([this.#trimming, this.#level.batch(keys.map((key) => ({ type: 'del', key })))]);
    this.#trimming = trimming.then(() => {});
  }

  #nap(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#naps.delete(timer);
        resolve();
      }, milliseconds);
      this.#naps.set(timer, resolve);
    });
  }

  #tellIdlers(): void {
    const idlers = this.#idlers;
    this.#idlers = [];
    for (const wakeUp of idlers) wakeUp();
  }
}
