/** One figure of the bench: what was measured, against its goal. Counts and ratios only: times of one machine prove nothing of AWS. */
export interface Figure {
  readonly goal: string;
  readonly what: string;
  readonly measured: string;
  /** The most, or least, that the goal allows, in words. */
  readonly wanted: string;
  /** Null for a figure that is printed for knowledge and has no goal of its own. */
  readonly met: boolean | null;
}

/** A bench: measures, and stops by itself. */
export interface Bench {
  readonly name: string;
  readonly measure: () => Promise<readonly Figure[]>;
}

export function atMost(goal: string, what: string, measured: number, most: number, unit: string): Figure {
  return {
    goal,
    what,
    measured: `${round(measured)} ${unit}`,
    wanted: `at most ${round(most)}`,
    met: measured <= most,
  };
}

export function forKnowledge(goal: string, what: string, measured: number | string, unit = ''): Figure {
  const value = typeof measured === 'number' ? round(measured) : measured;
  return { goal, what, measured: `${value} ${unit}`.trim(), wanted: '', met: null };
}

function round(number: number): string {
  return String(Math.round(number * 100) / 100);
}
