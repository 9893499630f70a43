/** What a place of a campaign decides: the part of its policy that deadlines and alerts follow from. */

/** Days to the standard of a queue, and those on which it is warned of. */
export interface Standard {
  readonly days: number;
  readonly amber: number;
  readonly approaching: number;
}

export interface PlaceRules {
  readonly place: string;
  /** By queue. */
  readonly standards: Readonly<Record<string, Standard>>;
  /** Months from the first payment of a budget to its first review. */
  readonly firstReviewMonths: number;
  /** Working days to take an alert up before it is passed on; never, where it is left out. */
  readonly patience: Readonly<Record<string, number>>;
}

/** 75% and 90% of 18 weeks, rounded up (domain.md, area 7). */
export const eighteenWeeks: Standard = { days: 126, amber: 95, approaching: 114 };
