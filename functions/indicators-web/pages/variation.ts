/** What a series says: its chart by the rules of "Making Data Count", in a picture and in sentences (domain.md 2.4). */

import type { FlagRule } from '../../../shared/domain/indicator/xmr/flags.ts';
import { type XmrChart, xmrChart } from '../../../shared/domain/indicator/xmr/xmr.ts';
import { toNumber } from '../../../shared/domain/number/fraction.ts';
import { type ChartPoint, controlChart } from '../../../shared/http/charts/control-chart.ts';
import { tag } from '../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';

/** Points before anything is said of them. */
const FEWEST_POINTS = 4;

export interface Series {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly lowerIsBetter: boolean;
  readonly target?: number | undefined;
  readonly points: readonly { readonly label: string; readonly value: number | null }[];
}

/** The chart of a series; undefined where too few months have a figure. */
export function chartOf({ points, lowerIsBetter, target }: Pick<Series, 'points' | 'lowerIsBetter' | 'target'>) {
  const values = points.flatMap(({ value }) => value ?? []);
  if (values.length < FEWEST_POINTS) return undefined;
  return xmrChart(values, { lowerIsBetter, ...(target === undefined ? {} : { target }) }) ?? undefined;
}

const ruleWords: Readonly<Record<FlagRule, string>> = {
  'outside-limit': 'a month outside the limits',
  trend: 'seven months in a row in one direction',
  'two-of-three': 'two of three months near a limit',
  shift: 'seven months in a row on one side of the mean',
};

/** The latest of a series in a tag and a sentence. */
export function variationView(chart: XmrChart | undefined): Html {
  if (chart === undefined) return html`<span class="app-secondary">Not enough months to say</span>`;
  const rule = chart.points.at(-1)?.flag?.rule;
  const why = rule === undefined ? '' : `: ${ruleWords[rule]}`;
  const trial = chart.trial ? ' The limits are a trial: fewer than 12 months.' : '';
  switch (chart.variation) {
    case 'improvement':
      return html`${tag({ text: 'Improving', colour: 'blue' })} More than chance${why}.${trial}`;
    case 'concern':
      return html`${tag({ text: 'Worsening', colour: 'orange' })} More than chance${why}.${trial}`;
    case 'common-cause':
      return html`${tag({ text: 'No change', colour: 'grey' })} Nothing more than chance.${trial}`;
  }
}

/** Whether the process as it is keeps the target. */
export function assuranceView(chart: XmrChart | undefined): Html | undefined {
  switch (chart?.assurance) {
    case 'consistently-passes':
      return html`${tag({ text: 'Reliable', colour: 'green' })} The target is met whatever chance does.`;
    case 'consistently-fails':
      return html`${tag({ text: 'Out of reach', colour: 'red' })} The target is not met, whatever chance does, unless the service changes.`;
    case 'hit-and-miss':
      return html`${tag({ text: 'Hit and miss', colour: 'yellow' })} The target is met in some months and missed in others, by chance.`;
    default:
      return undefined;
  }
}

/** The drawing of a series with its mean, limits and target. */
export function seriesChart(series: Series, chart: XmrChart): Html {
  const { id, title, unit, target, points } = series;
  let at = -1;
  const drawn = points.map(({ label, value }): ChartPoint => {
    if (value === null) return { label, value };
    at += 1;
    return { label, value, judgement: chart.points[at]?.judgement };
  });
  const { mean, upper, lower } = chart.limits;
  const told = (value: number) => `${Math.round(value * 10) / 10}${unit}`;
  const flagged = chart.points.filter(({ flag }) => flag !== null).length;
  return controlChart({
    id,
    title,
    unit,
    text: `${points.length} months. Mean ${told(toNumber(mean))}, limits ${told(toNumber(lower))} to ${told(toNumber(upper))}. ${flagged === 0 ? 'No month is more than chance.' : `${flagged} months are more than chance.`}`,
    points: drawn,
    lines: [
      { label: 'Mean', value: toNumber(mean), kind: 'mean' },
      { label: 'Upper limit', value: toNumber(upper), kind: 'limit' },
      { label: 'Lower limit', value: Math.max(0, toNumber(lower)), kind: 'limit' },
      ...(target === undefined ? [] : [{ label: 'Target', value: target, kind: 'target' as const }]),
    ],
  });
}
