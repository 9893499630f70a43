/**
 * What share has ended by when, where some have not ended yet (Kaplan and Meier, 1958) and some were not watched from their
 * beginning. Those still waiting count for as long as they were watched: leaving them out would make every wait look shorter.
 */

/** One watched from `from` to `to`; `ended` when it came to its end at `to`, false when it was still going on, or left otherwise. */
export interface Watched {
  readonly from: number;
  readonly to: number;
  readonly ended: boolean;
}

/** The share still going on after each of the times at which something ended, in order of time. */
export interface SurvivalStep {
  readonly at: number;
  readonly share: number;
}

export function survival(watched: readonly Watched[]): readonly SurvivalStep[] {
  const entries = watched.filter(({ from, to }) => to > from);
  const starts = Float64Array.from(entries, ({ from }) => from).sort();
  const leaving = [...entries].sort((a, b) => a.to - b.to);
  const steps: SurvivalStep[] = [];
  let share = 1;
  let entered = 0;
  let left = 0;
  while (left < leaving.length) {
    const at = leaving[left]?.to ?? 0;
    while (entered < starts.length && (starts[entered] ?? 0) < at) entered += 1;
    const atRisk = entered - left;
    let ended = 0;
    for (; left < leaving.length && leaving[left]?.to === at; left += 1) if (leaving[left]?.ended === true) ended += 1;
    if (ended === 0 || atRisk === 0) continue;
    share *= 1 - ended / atRisk;
    steps.push({ at, share });
  }
  return steps;
}

/** The time by which a share (0 to 1) has ended; null where it was not watched for long enough to say. */
export function timeOfShare(steps: readonly SurvivalStep[], share: number): number | null {
  return steps.find((step) => step.share <= 1 - share + 1e-12)?.at ?? null;
}
