/** A deadline as the oracle has it: when it counts from, and the days on which somebody is told of it. Days since 1970. */

export interface Threshold {
  readonly name: string;
  readonly on: number;
  readonly severity: 'amber' | 'approaching' | 'breach' | 'long-wait';
}

export interface Due {
  readonly kind: string;
  readonly start: number;
  /** In the order of their days. */
  readonly thresholds: readonly Threshold[];
}

/** Days on which somebody is warned, and the last day in time: late is the day after (domain.md, area 7). */
export interface Ladder {
  readonly amber: number;
  readonly approaching: number;
  readonly due: number;
}

export function dueOf(kind: string, start: number, { amber, approaching, due }: Ladder): Due {
  const thresholds: Threshold[] = [
    { name: 'amber', on: amber, severity: 'amber' },
    { name: 'approaching', on: approaching, severity: 'approaching' },
    { name: 'breach', on: due + 1, severity: 'breach' },
  ];
  return { kind, start, thresholds: thresholds.sort((a, b) => a.on - b.on) };
}

/** Warned of so many days before it is due. */
export function before(due: number, amber: number, approaching: number): Ladder {
  return { amber: due - amber, approaching: due - approaching, due };
}

/** A standard of so many days: warned of at 75% and at 90%, rounded up. */
export function within(start: number, days: number): Ladder {
  return { amber: start + Math.ceil(days * 0.75), approaching: start + Math.ceil((days * 9) / 10), due: start + days };
}
