/** A queue cut into groups, as it may leave the service. */
import { roundHalfUp, subtract } from '../../number/fraction.ts';
import { HIDDEN } from '../figure.ts';
import { gapNames, tallyIn } from '../full-figures.ts';
import type { CutFigures, Gap, GroupFigures } from '../queue-figures.ts';
import { type CutTally, daysAt, inWeeks, type Tally } from '../tally.ts';
import { suppressedCount, suppressedDifference, suppressedPercent, suppressedStatistic } from './cell.ts';
import { canGive, hiddenCells } from './partition.ts';
import { isProtected, type SuppressionRule } from './rule.ts';

/** What is hidden of a cut: groups whole, and groups whose share within the standard is hidden though their number is shown. */
interface HiddenOfCut {
  readonly counts: ReadonlySet<string>;
  /** Includes those that are hidden whole. */
  readonly rates: ReadonlySet<string>;
}

/** What is shown of the queue as a whole: the number waiting, and how many of them are within the standard. */
export interface ToldOfQueue {
  readonly count: boolean;
  readonly rate: boolean;
}

export function releaseCut(
  { cut, tallies }: CutTally,
  told: ToldOfQueue,
  rule: SuppressionRule,
): { readonly figures: CutFigures; readonly gaps: readonly Gap[] } {
  const { code, label, groups, rollups } = cut;
  const hidden = told.count ? hiddenOfCut({ cut, tallies }, told.rate, rule) : undefined;
  if (hidden === undefined) {
    const star = (group: { readonly code: string; readonly label: string }): GroupFigures => ({
      code: group.code,
      label: group.label,
      ...allHidden,
    });
    return {
      figures: { code, label, withheld: true, groups: groups.map(star), rollups: rollups.map(star) },
      gaps: cut.gaps.map((gap) => ({ ...gapNames(cut, gap), ...gapHidden })),
    };
  }
  const figuresOf = (group: { readonly code: string; readonly label: string }, members: readonly string[]) => ({
    code: group.code,
    label: group.label,
    ...released(tallyIn(tallies, group.code), standing(members, hidden), rule),
  });
  return {
    figures: {
      code,
      label,
      withheld: false,
      groups: groups.map((group) => figuresOf(group, [group.code])),
      rollups: rollups.map((rollup) => figuresOf(rollup, rollup.of)),
    },
    gaps: cut.gaps.map((gap) => releaseGap({ cut, tallies }, gap, hidden, rule)),
  };
}

const allHidden = { open: HIDDEN, within: HIDDEN, percentWithin: HIDDEN, medianWeeks: HIDDEN } as const;
const gapHidden = { percentPoints: HIDDEN, medianDays: HIDDEN, groupOpen: HIDDEN, againstOpen: HIDDEN } as const;

/**
 * Numbers are hidden as the parts of any sum are. A share is hidden where those within the standard or those over it are few, and
 * further shares with it, those of the smallest groups first, until the groups without a share could exchange enough people of both
 * kinds that each few could be anything that the rule hides. Undefined where that cannot be had: the cut is then kept back whole.
 */
function hiddenOfCut({ cut, tallies }: CutTally, ratesTold: boolean, rule: SuppressionRule): HiddenOfCut | undefined {
  const codes = cut.groups.map(({ code }) => code);
  const of = (code: string) => tallyIn(tallies, code);
  const cells = hiddenCells(
    codes.map((code) => of(code).open),
    rule,
  );
  if (cells === 'not-enough') return undefined;
  const counts = new Set(codes.filter((_, at) => cells[at]));
  // Where the queue's own share is hidden, none of a group's is shown, and nothing leads to it.
  if (!ratesTold) return { counts, rates: new Set(codes) };
  const few = (code: string) => [of(code).within, of(code).over].some((side) => isProtected(side, rule));
  const rates = new Set(codes.filter((code) => counts.has(code) || few(code)));
  while (rates.size > 0 && !canExchange([...rates].map(of), rule)) {
    const next = codes
      .filter((code) => !rates.has(code) && of(code).open > 0)
      .reduce<string | undefined>((a, b) => (a === undefined || of(b).open < of(a).open ? b : a), undefined);
    if (next === undefined) return undefined;
    rates.add(next);
  }
  return { counts, rates };
}

/** Whether, for each of some groups, the others have enough people on both sides of the standard to exchange with it. */
function canExchange(tallies: readonly Tally[], rule: SuppressionRule): boolean {
  const needed = rule.hides.to - rule.hides.from;
  return tallies.every((_, self) => {
    const others = tallies.filter((__, at) => at !== self);
    const spare = (side: 'within' | 'over') => others.reduce((sum, tally) => sum + canGive(tally[side], rule), 0);
    return spare('within') >= needed && spare('over') >= needed;
  });
}

interface Standing {
  readonly count: boolean;
  readonly rate: boolean;
}

/**
 * Whether the number and the share of some groups together can be told: if the groups that could exchange people are all among
 * them, or none is, no exchange changes what they come to.
 */
function standing(members: readonly string[], { counts, rates }: HiddenOfCut): Standing {
  const apart = (hidden: ReadonlySet<string>) => {
    const inside = members.filter((code) => hidden.has(code)).length;
    return inside === 0 || (members.length > 1 && inside === hidden.size);
  };
  return { count: apart(counts), rate: apart(counts) && apart(rates) };
}

function released(
  tally: Tally,
  { count, rate }: Standing,
  rule: SuppressionRule,
): Omit<GroupFigures, 'code' | 'label'> {
  const { open, within, over } = tally;
  if (!count) return allHidden;
  const told = rate && !isProtected(within, rule) && !isProtected(over, rule);
  return {
    open: suppressedCount(open, rule),
    within: told ? suppressedCount(within, rule) : HIDDEN,
    percentWithin: told ? suppressedPercent(within, open, rule) : HIDDEN,
    medianWeeks: told ? suppressedStatistic(inWeeks(daysAt(tally, 50)), open, rule) : HIDDEN,
  };
}

function releaseGap(
  { cut, tallies }: CutTally,
  gap: CutTally['cut']['gaps'][number],
  hidden: HiddenOfCut,
  rule: SuppressionRule,
): Gap {
  const membersOf = (code: string) => cut.rollups.find((rollup) => rollup.code === code)?.of ?? [code];
  const sides = [gap.group, gap.against].map((code) => ({
    tally: tallyIn(tallies, code),
    figures: released(tallyIn(tallies, code), standing(membersOf(code), hidden), rule),
  }));
  const [a, b] = sides;
  if (a === undefined || b === undefined) return { ...gapNames(cut, gap), ...gapHidden };
  const told = sides.every(({ figures }) => typeof figures.percentWithin === 'number');
  const [first, second] = [daysAt(a.tally, 50), daysAt(b.tally, 50)];
  const difference = { numerator: a.tally.within, denominator: a.tally.open };
  const against = { numerator: b.tally.within, denominator: b.tally.open };
  return {
    ...gapNames(cut, gap),
    percentPoints: told ? suppressedDifference(difference, against, rule) : HIDDEN,
    medianDays: told && first !== null && second !== null ? roundHalfUp(subtract(first, second), 0) : HIDDEN,
    groupOpen: a.figures.open,
    againstOpen: b.figures.open,
  };
}
