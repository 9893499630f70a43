/** What a series says: its chart by the rules of "Making Data Count", in a picture and in sentences (domain.md 2.4). */

import type { FlagRule } from '../../../shared/domain/indicator/xmr/flags.ts';
import { rebasedChart } from '../../../shared/domain/indicator/xmr/rebased.ts';
import type { XmrChart } from '../../../shared/domain/indicator/xmr/xmr.ts';
import { toNumber } from '../../../shared/domain/number/fraction.ts';
import { type ChartLine, type ChartPoint, controlChart } from '../../../shared/http/charts/control-chart.ts';
import { processIcon } from '../../../shared/http/charts/process-icon.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import { monthWords } from './figure-words.ts';

/** Points before anything is said of them. */
const FEWEST_POINTS = 4;

export interface Series {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly lowerIsBetter: boolean;
  readonly target?: number | undefined;
  readonly points: readonly { readonly month: string; readonly value: number | null }[];
  /** Where the limits are drawn anew, the earliest first. */
  readonly rebases: readonly { readonly from: string; readonly reason: string }[];
}

/** A chart in the parts that its limits were drawn anew for; most have one. */
export interface SeriesChart {
  /** `from` and `to` are places in the series, both included. */
  readonly parts: readonly { readonly from: number; readonly to: number; readonly chart: XmrChart }[];
  /** What the latest months say; undefined where there are too few since the limits were drawn anew. */
  readonly latest: XmrChart | undefined;
}

/** The chart of a series; undefined where too few months have a figure. */
export function chartOf({
  points,
  rebases,
  lowerIsBetter,
  target,
}: Pick<Series, 'points' | 'rebases' | 'lowerIsBetter' | 'target'>): SeriesChart | undefined {
  // Months without a figure are no part of the sums: places among those that have one, and back.
  const known = points.flatMap(({ month, value }, at) => (value === null ? [] : [{ month, value, at }]));
  if (known.length < FEWEST_POINTS) return undefined;
  const starts = new Map<number, string>();
  for (const { from, reason } of rebases) {
    const place = known.findIndex(({ month }) => month >= from);
    if (place > 0 && !starts.has(place)) starts.set(place, reason);
  }
  const segments = rebasedChart(
    known.map(({ value }) => value),
    [...starts].map(([from, reason]) => ({ from, reason })),
    { lowerIsBetter, ...(target === undefined ? {} : { target }) },
  );
  const parts = segments.map(({ from, chart }, n) => {
    const next = segments[n + 1];
    const to = next === undefined ? points.length : (known[next.from]?.at ?? points.length);
    return { from: n === 0 ? 0 : (known[from]?.at ?? 0), to: to - 1, chart };
  });
  const last = parts.at(-1)?.chart;
  return { parts, latest: last !== undefined && last.points.length >= FEWEST_POINTS ? last : undefined };
}

const ruleWords: Readonly<Record<FlagRule, string>> = {
  'outside-limit': 'a month outside the limits',
  trend: 'seven months in a row in one direction',
  'two-of-three': 'two of three months near a limit',
  shift: 'seven months in a row on one side of the mean',
};

/** Whether the last month stands above the mean. */
function isHigh({ limits, points }: XmrChart): boolean {
  return (points.at(-1)?.value ?? 0) >= toNumber(limits.mean);
}

/** The latest of a series in an icon, a tag and a sentence. */
export function variationView(chart: XmrChart | undefined): Html {
  if (chart === undefined) return html`<span class="app-secondary">Not enough months to say</span>`;
  const rule = chart.points.at(-1)?.flag?.rule;
  const why = rule === undefined ? '' : `: ${ruleWords[rule]}`;
  const trial = chart.trial ? ' The limits are a trial: fewer than 12 months.' : '';
  switch (chart.variation) {
    case 'improvement':
      return html`${processIcon(isHigh(chart) ? 'improving-high' : 'improving-low')} ${tag({ text: 'Improving', colour: 'blue' })} More than chance${why}.${trial}`;
    case 'concern':
      return html`${processIcon(isHigh(chart) ? 'worsening-high' : 'worsening-low')} ${tag({ text: 'Worsening', colour: 'orange' })} More than chance${why}.${trial}`;
    case 'common-cause':
      return html`${processIcon('common-cause')} ${tag({ text: 'No change', colour: 'grey' })} Nothing more than chance.${trial}`;
  }
}

/** Whether the process as it is keeps the target. */
export function assuranceView(chart: XmrChart | undefined): Html | undefined {
  switch (chart?.assurance) {
    case 'consistently-passes':
      return html`${processIcon('passes')} ${tag({ text: 'Reliable', colour: 'green' })} The target is met whatever chance does.`;
    case 'consistently-fails':
      return html`${processIcon('fails')} ${tag({ text: 'Out of reach', colour: 'red' })} The target is not met, whatever chance does, unless the service changes.`;
    case 'hit-and-miss':
      return html`${processIcon('hit-and-miss')} ${tag({ text: 'Hit and miss', colour: 'yellow' })} The target is met in some months and missed in others, by chance.`;
    default:
      return undefined;
  }
}

/** The drawing of a series with its mean, limits and target, anew where they were drawn anew. */
export function seriesChart({ id, title, unit, target, points }: Series, { parts }: SeriesChart): Html {
  const judgements = parts.flatMap(({ chart }) => chart.points);
  let at = -1;
  const drawn = points.map(({ month, value }): ChartPoint => {
    const label = monthWords(month);
    if (value === null) return { label, value };
    at += 1;
    return { label, value, judgement: judgements[at]?.judgement };
  });
  const flagged = judgements.filter(({ flag }) => flag !== null).length;
  return controlChart({
    id,
    title,
    unit,
    text: `${points.length} months. ${limitsInWords(points, parts, unit)} ${flagged === 0 ? 'No month is more than chance.' : `${flagged} months are more than chance.`}`,
    points: drawn,
    lines: [
      ...parts.flatMap(linesOf),
      ...(target === undefined ? [] : [{ label: 'Target', value: target, kind: 'target' as const }]),
    ],
  });
}

type Part = SeriesChart['parts'][number];

function linesOf({ from, to, chart: { limits } }: Part): readonly ChartLine[] {
  const over = { from, to };
  return [
    { label: 'Mean', value: toNumber(limits.mean), kind: 'mean', over },
    { label: 'Upper limit', value: toNumber(limits.upper), kind: 'limit', over },
    { label: 'Lower limit', value: Math.max(0, toNumber(limits.lower)), kind: 'limit', over },
  ];
}

function limitsInWords(points: Series['points'], parts: readonly Part[], unit: string): string {
  const told = (value: number) => `${Math.round(value * 10) / 10}${unit}`;
  return parts
    .map(({ from, chart: { limits } }, n) => {
      const since = n === 0 ? 'Mean' : `From ${monthWords(points[from]?.month ?? '')} mean`;
      return `${since} ${told(toNumber(limits.mean))}, limits ${told(toNumber(limits.lower))} to ${told(toNumber(limits.upper))}.`;
    })
    .join(' ');
}
