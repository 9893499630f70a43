/**
 * The names of the tables' keys, indexes and projected attributes: the one place that says them, for the repositories
 * and for the infrastructure alike. Names are short because DynamoDB counts them in the size of every index entry
 * (performance.md's bound for a page of a queue is counted in bytes of entry).
 */
export const TABLE_KEY = { partition: 'pk', sort: 'sk' } as const;

/** One index of `records`: its keys and what it projects beside the table's and its own keys. */
export interface IndexShape {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  readonly projected: readonly string[];
}

/** The indexes of `records`. What each one answers is in docs/access-patterns.md. */
export const RECORD_INDEXES = {
  /** A work list in its own order: a queue, the reviews, a person's grants. `row` holds the slim facts a page shows. */
  list: { name: 'list', partition: 'lp', sort: 'ls', projected: ['row'] },
  /** What is due, kept until the duty is met. `duty` holds the slim facts a board or a census needs. */
  due: { name: 'due', partition: 'dp', sort: 'ds', projected: ['duty'] },
  /** Sparse: only what the daily watch has still to act on. */
  watch: { name: 'watch', partition: 'wp', sort: 'ws', projected: [] },
} as const satisfies Record<string, IndexShape>;

/** Attribute that holds the instant (epoch seconds) at which DynamoDB may delete an item: sessions, who waits for a place at an event, and scratch only. */
export const EXPIRES_ATTRIBUTE = 'expiresAt';
