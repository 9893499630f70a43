/** From this many weeks on, national referral-to-treatment tables have one open band. */
export const rttOpenFrom = 104;

/**
 * The weekly band of national referral-to-treatment tables: k of `>k-(k+1)`, which holds days 7k + 1 to 7k + 7; day 0
 * is in the first. Days are whole and not negative; everything over 104 weeks is band 104.
 */
export function rttWeek(days: number): number {
  return Math.min(Math.max(0, Math.ceil(days / 7) - 1), rttOpenFrom);
}

/** How the band is printed: `>17-18`, and `104+` for the open one. */
export function rttWeekLabel(week: number): string {
  return week >= rttOpenFrom ? `${rttOpenFrom}+` : `>${week}-${week + 1}`;
}

/** How many of some waits, in days, fall in each of the 105 weekly bands. */
export function countsByRttWeek(waits: Iterable<number>): number[] {
  const counts = Array.from({ length: rttOpenFrom + 1 }, () => 0);
  for (const days of waits) {
    const week = rttWeek(days);
    counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}
