/** What a run of the watch counts, for operators: every word of it says what happened to something that was due. */
export const watchCounts = [
  /** Referrals, cases and alerts that the index said were due. */
  'examined',
  /** Alerts that are new. */
  'raised',
  /** Alerts that another run, or an earlier try of this one, had raised. */
  'already-had',
  /** Referrals and cases whose next date is a later one now. */
  'moved-on',
  /** Due no longer by the time they were read: somebody else was first. */
  'not-due',
  'escalated',
  'snooze-ended',
  /** Referrals and cases planned anew because the place changed its policy. */
  'planned-anew',
  /** What could not be done: it stays due, and the next run tries again. */
  'failed',
] as const;
export type WatchCount = (typeof watchCounts)[number];

export class WatchTally {
  readonly #counts = new Map<WatchCount, number>(watchCounts.map((name) => [name, 0]));

  add(name: WatchCount, more = 1): void {
    this.#counts.set(name, this.of(name) + more);
  }
  of(name: WatchCount): number {
    return this.#counts.get(name) ?? 0;
  }
  get counts(): Readonly<Record<WatchCount, number>> {
    return Object.fromEntries(this.#counts) as Record<WatchCount, number>;
  }
}
