/**
 * Differencing (promise P7): whatever is asked of released figures, over months, totals, cuts, shares, percentiles and long waits, and however it is
 * put together, a hidden number can still be anything that the rule hides. The attacker is a linear program over everything that was
 * answered; it finds the least and the most that each hidden number can be.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../shared/domain/indicator/completeness.ts';
import { cuts } from '../../../shared/domain/indicator/cut/cuts.ts';
import { overDays, tallyIn } from '../../../shared/domain/indicator/full-figures.ts';
import { bandsFor } from '../../../shared/domain/indicator/queue-bands.ts';
import { releaseMonth } from '../../../shared/domain/indicator/suppression/release-month.ts';
import { releasedFigures } from '../../../shared/domain/indicator/suppression/release-queue.ts';
import {
  isProtected,
  type SuppressionRule,
  suppressionRules,
} from '../../../shared/domain/indicator/suppression/rule.ts';
import { tallyQueue } from '../../../shared/domain/indicator/tally.ts';
import type { QueuePolicy } from '../../../shared/domain/policy/policy.ts';
import { clockEndReasons } from '../../../shared/domain/referral/state.ts';
import { asd, salt } from '../../unit/indicator/counted-people.ts';
import { sampleStamp } from '../../unit/indicator/sample-figures.ts';
import { Attack, name, plus, type Query, type Released, times } from './attack.ts';
import { type MadeMonth, madeMonths, randomFrom } from './made-population.ts';

const MONTHS = 3;
/** Sets of queries that each queue is attacked with, beside all queries at once. */
const SETS = 8;
const CELLS = 2;
const CLOSE = 1e-6;

const queries: readonly Query[] = [
  'headline',
  'bands',
  'long-waits',
  'flow',
  ...cuts.map(({ code }): Query => `cut ${code}`),
];

/** A number that is hidden because it is small, in one month: what it is of, and how it stands in the attacker's equations. */
interface Secret {
  readonly what: string;
  readonly month: number;
  readonly sum: Readonly<Record<string, number>>;
  readonly count: number;
}

function released(made: MadeMonth, queue: QueuePolicy, rule: SuppressionRule): Released {
  const stamp = sampleStamp();
  const context = { queue, stamp, completeness: completenessOf(made.people) };
  return {
    figures: releasedFigures(tallyQueue(made.people, queue.standard.days), context, rule),
    month: releaseMonth(made.tally, { queue, stamp, edition: 1 }, rule),
  };
}

/** Every number that the rule hides, of what is published at all. */
function secretsOf(
  made: MadeMonth,
  month: number,
  { attack, queue, rule, told }: { attack: Attack; queue: QueuePolicy; rule: SuppressionRule; told: Released },
): readonly Secret[] {
  const { days } = queue.standard;
  const { all, cuts: cut } = tallyQueue(made.people, days);
  const of = (what: string, sum: Secret['sum'], count: number): Secret => ({ what, month, sum, count });
  const bands = bandsFor(days).map((band) => {
    const count = all.waits.filter((wait) => wait >= band.from && (band.to === null || wait <= band.to)).length;
    return of(`band ${band.code}`, { [name.band(month, band.code)]: 1 }, count);
  });
  const long = [455, 546, 728].map((mark) => of(`over ${mark}`, { [name.long(month, mark)]: 1 }, overDays(all, mark)));
  const groups = cut.flatMap(({ cut: { code: cutCode, groups: of2 }, tallies }) =>
    of2.flatMap(({ code }) => {
      const tally = tallyIn(tallies, code);
      const side = (which: 'within' | 'over') => ({ [name.group(month, cutCode, code, which)]: 1 });
      return [
        of(`${cutCode} ${code}`, plus(side('within'), side('over')), tally.open),
        of(`${cutCode} ${code} within`, side('within'), tally.within),
        of(`${cutCode} ${code} over`, side('over'), tally.over),
      ];
    }),
  );
  const flow = told.month.withheld
    ? []
    : [
        of('additions', { [name.additions(month)]: 1 }, made.tally.flow.additions),
        ...clockEndReasons.map((reason) =>
          of(`left ${reason}`, { [name.removal(month, reason)]: 1 }, made.tally.flow.removals.get(reason) ?? 0),
        ),
        of('seen within', { [name.seenWithin(month)]: 1 }, made.tally.seenWithin),
      ];
  const headline = [
    of('open', attack.open(month), all.open),
    of('within', attack.within(month), all.within),
    of('over', attack.over(month, days), all.over),
  ];
  return [...headline, ...bands, ...long, ...groups, ...flow].filter(({ count }) => isProtected(count, rule));
}

/** Attacks a made-up queue; answers how many sets of queries it was attacked with. */
function attackQueue(seed: number, queue: QueuePolicy, rule: SuppressionRule): number {
  const random = randomFrom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const months = madeMonths(random, MONTHS);
  const told = months.map((made) => released(made, queue, rule));
  for (let set = 0; set <= SETS; set += 1) {
    const attack = new Attack(rule, queue.standard.days);
    const share = set === 0 ? 1 : random();
    for (const [month, answers] of told.entries()) {
      const asked = new Set<string>(queries.filter(() => random() < share));
      attack.learn(month, answers, asked);
      if (month > 0) attack.chain(month);
    }
    const secrets = months.flatMap((made, month) => {
      const answers = told[month];
      return answers === undefined ? [] : secretsOf(made, month, { attack, queue, rule, told: answers });
    });
    for (let chosen = 0; chosen < CELLS && secrets.length > 0; chosen += 1) {
      const [secret] = secrets.splice(whole(secrets.length), 1);
      if (secret === undefined) break;
      const { least, most } = attack.knowledge.bounds(secret.sum);
      const found = { seed, queue: queue.code, set, ...secret, sum: undefined, least, most };
      expect(least, JSON.stringify(found)).toBeLessThanOrEqual(rule.hides.from + CLOSE);
      expect(most, JSON.stringify(found)).toBeGreaterThanOrEqual(rule.hides.to - CLOSE);
    }
    // What changed from one month to the next of a number that is hidden in both is as open as the number.
    const changed = secrets.find(
      ({ what, month }) => month > 0 && secrets.some((one) => one.what === what && one.month === month - 1),
    );
    const before = changed && secrets.find((one) => one.what === changed.what && one.month === changed.month - 1);
    if (changed === undefined || before === undefined) continue;
    const { least, most } = attack.knowledge.bounds(plus(changed.sum, times(before.sum, -1)));
    const found = JSON.stringify({
      seed,
      queue: queue.code,
      set,
      what: changed.what,
      month: changed.month,
      least,
      most,
    });
    expect(most - least, found).toBeGreaterThanOrEqual(rule.hides.to - rule.hides.from - CLOSE);
  }
  return SETS + 1;
}

describe.each(Object.values(suppressionRules))('by the rule $code', (rule) => {
  it('no set of queries tells more of a hidden number than that it is hidden', { timeout: 120_000 }, () => {
    let sets = 0;
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), (seed, diagnostic) => {
        sets += attackQueue(seed, diagnostic ? asd : salt, rule);
      }),
      { numRuns: 130 },
    );
    expect(sets).toBeGreaterThan(1000);
  });
});

describe('the attacker', () => {
  it('finds what rounding and stars alone would give away', () => {
    // 7 and 1 of 8, printed as 5, a star and 10: the star is at least 1, and so is somebody.
    const attack = new Attack(suppressionRules['under-5'], 126);
    attack.knowledge.add({ seven: 1 }, { min: 5, max: 7 });
    attack.knowledge.add({ seven: 1, one: 1 }, { min: 8, max: 12 });
    expect(attack.knowledge.bounds({ one: 1 }).least).toBeCloseTo(1);
  });
});
