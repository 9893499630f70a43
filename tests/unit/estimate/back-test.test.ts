/** Estimates held against what then happened, on simulated services of which only the past was known when they were made. */
import { describe, expect, it } from 'vitest';
import { estimateFor, estimateModel, estimateShares } from '../../../shared/domain/estimate/estimate.ts';
import { knownOn, waitsOn } from '../../../shared/domain/estimate/past-wait.ts';
import { type SimulatedService, simulated } from './simulated-service.ts';

const SEEDS = 60;
const WEEKS_BEFORE = 208;
const WEEKS_AFTER = 300;

type Kind = Omit<SimulatedService, 'seed'>;
const kinds: readonly Kind[] = [
  {
    name: 'stable',
    demand: () => 12,
    capacity: () => 12.3,
    startList: 250,
    outOfOrder: 0.2,
    leaves: 0.002,
  },
  {
    name: 'deteriorating',
    demand: (week) => 12 + week * 0.01,
    capacity: () => 12,
    startList: 120,
    outOfOrder: 0.2,
    leaves: 0.002,
  },
  {
    name: 'losing staff',
    demand: () => 10,
    capacity: (week) => 11 - week * 0.01,
    startList: 200,
    outOfOrder: 0.3,
    leaves: 0.003,
  },
  {
    name: 'improving',
    demand: () => 10,
    capacity: (week) => 10 + week * 0.012,
    startList: 900,
    outOfOrder: 0.1,
    leaves: 0.002,
  },
];

interface Outcome {
  readonly days: readonly number[];
  readonly mean: number;
  readonly happened: number;
}

function outcomes(kind: Kind): readonly Outcome[] {
  const found: Outcome[] = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const all = simulated({ ...kind, seed: seed * 7919 }, WEEKS_BEFORE + WEEKS_AFTER);
    const today = WEEKS_BEFORE * 7;
    const known = knownOn(all, today);
    const model = estimateModel(known, today);
    const completed = known.filter(({ seen, until }) => seen && until !== null && until > today - 182);
    const mean = completed.reduce((sum, { from, until }) => sum + (until ?? 0) - from, 0) / completed.length;
    for (const wait of all) {
      // What happened to those who left unseen is not a wait to be seen; nobody is left waiting at the end.
      if (!waitsOn(wait, today) || !wait.seen || wait.until === null) continue;
      const estimate = estimateFor(model, wait);
      if ('none' in estimate) continue;
      found.push({ days: estimate.days, mean: Math.max(0, mean - (today - wait.from)), happened: wait.until - today });
    }
  }
  return found;
}

/** How much worse a quantile is than the truth (Koenker and Bassett, 1978), in days. */
function pinball(quantile: number, share: number, happened: number): number {
  return happened >= quantile ? share * (happened - quantile) : (1 - share) * (quantile - happened);
}

describe('An estimate', () => {
  it.each(kinds)('of a service that is $name holds what it says', (kind) => {
    const made = outcomes(kind);
    const inside = made.filter(({ days, happened }) => happened >= (days[0] ?? 0) && happened <= (days[4] ?? 0));
    const coverage = inside.length / made.length;
    const loss = (of: (outcome: Outcome, at: number) => number) =>
      made.reduce(
        (sum, outcome) =>
          sum + estimateShares.reduce((so, share, at) => so + pinball(of(outcome, at), share, outcome.happened), 0),
        0,
      ) / made.length;
    const ours = loss(({ days }, at) => days[at] ?? 0);
    const ofTheMean = loss(({ mean }) => mean);
    console.log(
      `${kind.name}: ${made.length} estimates, 80% range held ${(coverage * 100).toFixed(1)}%, pinball loss ${ours.toFixed(1)} days against ${ofTheMean.toFixed(1)} of the mean`,
    );
    expect(made.length).toBeGreaterThan(500);
    expect(coverage).toBeGreaterThanOrEqual(0.75);
    expect(coverage).toBeLessThanOrEqual(0.85);
    expect(ours).toBeLessThan(ofTheMean);
  });
});
