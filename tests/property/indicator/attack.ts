/**
 * What an attacker makes of released figures: everything printed as inequalities, everything that must hold of such figures as
 * equations. A star tells nothing but that there is a number, because the rule's own stars and further ones look alike.
 */

import { cuts } from '../../../shared/domain/indicator/cut/cuts.ts';
import type { Figure } from '../../../shared/domain/indicator/figure.ts';
import type { MonthFigures } from '../../../shared/domain/indicator/month/month-figures.ts';
import { bandsFor } from '../../../shared/domain/indicator/queue-bands.ts';
import type { GroupFigures, QueueFigures } from '../../../shared/domain/indicator/queue-figures.ts';
import type { SuppressionRule } from '../../../shared/domain/indicator/suppression/rule.ts';
import { clockEndReasons } from '../../../shared/domain/referral/state.ts';
import { Knowledge } from './linear-program.ts';

export interface Released {
  readonly figures: QueueFigures;
  readonly month: MonthFigures;
}

/** Something that can be asked of a month: the headline, the bands, the long waits, a cut, or who came and left. */
export type Query = 'headline' | 'bands' | 'long-waits' | 'flow' | `cut ${string}`;

type Sum = Readonly<Record<string, number>>;
type Asked = ReadonlySet<string>;

export const name = {
  band: (month: number, code: string) => `${month} band ${code}`,
  long: (month: number, days: number) => `${month} long ${days}`,
  group: (month: number, cut: string, group: string, side: 'within' | 'over') => `${month} ${cut} ${group} ${side}`,
  additions: (month: number) => `${month} additions`,
  removal: (month: number, reason: string) => `${month} left ${reason}`,
  seenWithin: (month: number) => `${month} seen within`,
} as const;

export class Attack {
  readonly knowledge = new Knowledge();
  readonly #rule: SuppressionRule;
  readonly #standardDays: number;

  constructor(rule: SuppressionRule, standardDays: number) {
    this.#rule = rule;
    this.#standardDays = standardDays;
  }

  /** Sums of bands: everybody, those within the standard and those over some days. */
  open(month: number): Sum {
    return this.#bandsWhere(month, () => true);
  }
  within(month: number): Sum {
    return this.#bandsWhere(month, ({ from }) => from <= this.#standardDays);
  }
  over(month: number, days: number): Sum {
    return this.#bandsWhere(month, ({ from }) => from > days);
  }

  #bandsWhere(month: number, belongs: (band: { readonly from: number; readonly to: number | null }) => boolean): Sum {
    const bands = bandsFor(this.#standardDays).filter(belongs);
    return Object.fromEntries(bands.map(({ code }) => [name.band(month, code), 1]));
  }

  /** Takes in what was answered to some queries about a month. */
  learn(month: number, released: Released, asked: Asked): void {
    if (asked.has('headline')) this.#headline(month, released.figures);
    if (asked.has('bands')) {
      for (const { code, count } of released.figures.bands) this.#printed({ [name.band(month, code)]: 1 }, count);
    }
    if (asked.has('long-waits')) this.#longWaits(month, released.figures);
    for (const cut of cuts) if (asked.has(`cut ${cut.code}`)) this.#cut(month, cut, released.figures);
    if (asked.has('flow')) this.#flow(month, released.month);
  }

  /** Two month ends, and who came and left between them, come out even. */
  chain(month: number): void {
    const left = Object.fromEntries(clockEndReasons.map((reason) => [name.removal(month, reason), 1]));
    const sum = plus(this.open(month), times(this.open(month - 1), -1), { [name.additions(month)]: -1 }, left);
    this.knowledge.add(sum, { min: 0, max: 0 });
  }

  #headline(month: number, figures: QueueFigures): void {
    const { open, within, over, percentWithin } = figures;
    this.#printed(this.open(month), open);
    this.#printed(this.within(month), within);
    this.#printed(this.over(month, this.#standardDays), over);
    this.#share(this.within(month), this.open(month), percentWithin);
    this.#percentile(month, 0.5, figures.medianWeeks);
    this.#percentile(month, 0.92, figures.p92Weeks);
    this.#percentile(month, 0.95, figures.p95Weeks);
  }

  #longWaits(month: number, { longWaits }: QueueFigures): void {
    let before: Sum | undefined;
    for (const { overDays, count } of longWaits) {
      const beyond = overDays > 364;
      const sum = beyond ? { [name.long(month, overDays)]: 1 } : this.over(month, overDays);
      if (!beyond && overDays < this.#standardDays) continue;
      this.#printed(sum, count);
      if (beyond && before !== undefined) this.knowledge.add(plus(before, times(sum, -1)), { min: 0 });
      before = sum;
    }
  }

  #cut(month: number, cut: (typeof cuts)[number], figures: QueueFigures): void {
    const told = figures.cuts.find(({ code }) => code === cut.code);
    if (told === undefined) throw new Error(`nothing was released of ${cut.code}`);
    const side = (groups: readonly string[], which: 'within' | 'over'): Sum =>
      Object.fromEntries(groups.map((group) => [name.group(month, cut.code, group, which), 1]));
    const all = cut.groups.map(({ code }) => code);
    this.knowledge.add(plus(side(all, 'within'), times(this.within(month), -1)), { min: 0, max: 0 });
    this.knowledge.add(plus(side(all, 'over'), times(this.over(month, this.#standardDays), -1)), { min: 0, max: 0 });
    const members = (code: string) => cut.rollups.find((rollup) => rollup.code === code)?.of ?? [code];
    for (const group of [...told.groups, ...told.rollups]) {
      this.#group(side(members(group.code), 'within'), side(members(group.code), 'over'), group);
    }
    for (const gap of figures.gaps.filter((each) => each.cut === cut.code)) {
      const percent = [...told.groups, ...told.rollups].find(({ code }) => code === gap.group)?.percentWithin;
      if (typeof gap.percentPoints !== 'number' || typeof percent !== 'number') continue;
      const of = members(gap.against);
      const [within, over] = [side(of, 'within'), side(of, 'over')];
      this.#between(within, plus(within, over), percent - gap.percentPoints - 1, percent - gap.percentPoints + 1);
    }
  }

  #group(within: Sum, over: Sum, { open, within: told, percentWithin, medianWeeks }: GroupFigures): void {
    this.#printed(plus(within, over), open);
    this.#printed(within, told);
    this.#share(within, plus(within, over), percentWithin);
    if (typeof medianWeeks !== 'number') return;
    // At least half of a group, less one, waits no longer, and no shorter, than its median.
    if (7 * (medianWeeks + 0.5) <= this.#standardDays) this.knowledge.add(plus(within, times(over, -1)), { min: -1 });
    if (7 * (medianWeeks - 0.5) > this.#standardDays) this.knowledge.add(plus(over, times(within, -1)), { min: -1 });
  }

  #flow(month: number, { opening, closing, additions, removals, seenWithin, percentSeenWithin }: MonthFigures): void {
    if (month > 0) this.#printed(this.open(month - 1), opening);
    this.#printed(this.open(month), closing);
    this.#printed({ [name.additions(month)]: 1 }, additions);
    for (const { reason, count } of removals) this.#printed({ [name.removal(month, reason)]: 1 }, count);
    const seen = { [name.removal(month, 'seen')]: 1 };
    const inTime = { [name.seenWithin(month)]: 1 };
    this.knowledge.add(plus(seen, times(inTime, -1)), { min: 0 });
    this.#printed(inTime, seenWithin);
    this.#share(inTime, seen, percentSeenWithin);
  }

  /** What a printed figure says of a number: what is rounded to it, and would not have been hidden. */
  #printed(sum: Sum, figure: Figure): void {
    if (typeof figure !== 'number') return;
    const { hides, roundTo } = this.#rule;
    const half = (roundTo - 1) / 2;
    if (figure === 0) this.knowledge.add(sum, { min: 0, max: 0 });
    else this.knowledge.add(sum, { min: Math.max(figure - half, hides.to + 1), max: figure + half });
  }

  /** A printed whole per cent: the true share is at most half a point off. */
  #share(part: Sum, whole: Sum, percent: Figure): void {
    if (typeof percent === 'number') this.#between(part, whole, percent - 0.5, percent + 0.5);
  }

  #between(part: Sum, whole: Sum, least: number, most: number): void {
    this.knowledge.add(plus(part, times(whole, -least / 100)), { min: 0 });
    this.knowledge.add(plus(part, times(whole, -most / 100)), { max: 0 });
  }

  /** Of n who wait, at least (n - 1)p wait no longer than the percentile, and (n - 1)(1 - p) no shorter. */
  #percentile(month: number, share: number, weeks: Figure): void {
    if (typeof weeks !== 'number') return;
    const [least, most] = [7 * (weeks - 0.5), 7 * (weeks + 0.5)];
    const open = this.open(month);
    const below = this.#bandsWhere(month, ({ from }) => from <= most);
    const above = this.#bandsWhere(month, ({ to }) => to === null || to >= least);
    this.knowledge.add(plus(below, times(open, -share)), { min: -share });
    this.knowledge.add(plus(above, times(open, share - 1)), { min: share - 1 });
  }
}

export function plus(...sums: readonly Sum[]): Sum {
  const all: Record<string, number> = {};
  for (const sum of sums) for (const [key, factor] of Object.entries(sum)) all[key] = (all[key] ?? 0) + factor;
  return all;
}

export function times(sum: Sum, factor: number): Sum {
  return Object.fromEntries(Object.entries(sum).map(([key, value]) => [key, value * factor]));
}
