/** What is held back as a reserve, what is surplus, and what may be asked back (domain.md 4, money model). */

/** What a surplus is worked out from. */
export interface Holding {
  /** Paid in, less spent and less given back. */
  readonly balancePence: number;
  /** Promised already: invoices and wages that are due. */
  readonly committedPence: number;
  readonly annualPence: number;
  readonly reserveWeeks: number;
}

export interface Surplus {
  readonly weeklyPence: number;
  readonly reservePence: number;
  readonly surplusPence: number;
}

/** A week's worth of a yearly amount, rounded down to the penny. */
export function weeklyPence(annualPence: number): number {
  return Math.floor(annualPence / 52);
}

/** The reserve that stays, and what is above it and above what is promised already. Never below nothing. */
export function surplusOf({ balancePence, committedPence, annualPence, reserveWeeks }: Holding): Surplus {
  const weekly = weeklyPence(annualPence);
  const reservePence = weekly * reserveWeeks;
  return {
    weeklyPence: weekly,
    reservePence,
    surplusPence: Math.max(0, balancePence - committedPence - reservePence),
  };
}

/** The most that a notice may ask back: the surplus, and in full whatever was spent outside the plan and not given back. */
export function recoverablePence(holding: Holding, outsidePlanPence: number): number {
  return surplusOf(holding).surplusPence + outsidePlanPence;
}
