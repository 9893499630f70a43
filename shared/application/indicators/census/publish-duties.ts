/** Publishes the figures of a place's dated duties, in full and as they may leave the service. */
import type { DutyFigure } from '../../../domain/indicator/duty-figures.ts';
import type { Stamp } from '../../../domain/indicator/stamp.ts';
import { pair } from '../../../domain/indicator/suppression/release-month.ts';
import { suppressionRules } from '../../../domain/indicator/suppression/rule.ts';
import { percentage } from '../../../domain/number/proportion.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { CensusDeps, DutyCount } from './census-deps.ts';

/** @returns whether they were new. */
export async function publishDuties(deps: CensusDeps, policy: Policy, stamp: Stamp): Promise<boolean> {
  const place = policy.place.id;
  const counts: DutyCount[] = [];
  for (const source of deps.duties) counts.push(...(await source(policy, stamp.asAt)));
  const fresh = await deps.keeping.duties('full', { place, stamp, figures: counts.map(inFull) });
  // Released once a month at most: figures of one day and the next would tell of whoever came between.
  const last = await deps.figures.duties(place, 'released');
  if (last === undefined || last.stamp.asAt.slice(0, 7) !== stamp.asAt.slice(0, 7)) {
    const { suppression } = policy.figures;
    const rule = suppressionRules[suppression];
    const figures = counts.map((count): DutyFigure => {
      const { whole, part, percent } = pair(count.numerator, count.denominator, rule);
      return { ...named(count), numerator: part, denominator: whole, percent };
    });
    await deps.keeping.duties('released', { place, stamp: { ...stamp, suppression }, figures });
  }
  return fresh;
}

function inFull(count: DutyCount): DutyFigure {
  const { numerator, denominator } = count;
  return { ...named(count), numerator, denominator, percent: percentage(numerator, denominator) };
}

function named({ indicator, label, period }: DutyCount): Pick<DutyFigure, 'indicator' | 'label' | 'period'> {
  return { indicator, label, period };
}
