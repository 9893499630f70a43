/**
 * A series over months as a drawing: its points, their mean and limits, and the points that chance does not explain, told apart by shape as
 * well as colour. Beside each one stands a table that says the same; the drawing names itself to whoever cannot see it.
 */
import { type Html, html } from '../html/html.ts';
import { linearScale } from './scale.ts';

/** A month. Nothing is drawn where there is no figure, or a hidden one. */
export interface ChartPoint {
  readonly label: string;
  readonly value: number | null;
  readonly judgement?: 'improvement' | 'concern' | 'common-cause' | undefined;
  /** Between which it may come to lie, where it is a forecast. */
  readonly between?: { readonly low: number; readonly high: number };
}

export interface ChartLine {
  readonly label: string;
  readonly value: number;
  readonly kind: 'mean' | 'limit' | 'target';
  /** The points that it is of, by their places; all of them where it does not say. Only a line to the last point has its label drawn. */
  readonly over?: { readonly from: number; readonly to: number };
}

export interface ControlChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the drawing shows, in a sentence or two. */
  readonly text: string;
  readonly unit: string;
  readonly points: readonly ChartPoint[];
  readonly lines: readonly ChartLine[];
}

const WIDTH = 760;
const HEIGHT = 300;
/** Height of a line of letters. */
const LETTERS = 13;
const EDGE = { left: 52, right: 96, top: 16, bottom: 36 } as const;

export function controlChart({ id, title, text, unit, points, lines }: ControlChartProps): Html {
  const values = [
    ...points.flatMap(({ value, between }) => [value ?? [], between?.low ?? [], between?.high ?? []].flat()),
    ...lines.map(({ value }) => value),
  ];
  const y = linearScale([Math.min(0, ...values), Math.max(1, ...values)], [HEIGHT - EDGE.bottom, EDGE.top]);
  const x = linearScale([0, Math.max(1, points.length - 1)], [EDGE.left, WIDTH - EDGE.right]);
  const toTheEnd = lines.filter(({ over }) => over === undefined || over.to >= points.length - 1);
  const labels = apart(toTheEnd.map(({ label, value }) => ({ label, at: y.at(value) })));
  const every = Math.ceil(points.length / 8);
  return html`<svg class="app-chart" role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${WIDTH} ${HEIGHT}" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${title}</title><desc id="${id}-text">${text}</desc>${y.ticks.map(
    (tick) =>
      html`<line class="app-chart__grid" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${px(y.at(tick))}" y2="${px(y.at(tick))}"/><text class="app-chart__text" x="${EDGE.left - 8}" y="${px(y.at(tick) + 4)}" text-anchor="end">${tick}${unit}</text>`,
  )}${points.map(
    ({ label }, at) =>
      at % every === 0 &&
      html`<text class="app-chart__text" x="${px(x.at(at))}" y="${HEIGHT - 12}" text-anchor="middle">${label}</text>`,
  )}${bandOf(points, x.at, y.at)}${lines.map(({ value, kind, over }) => {
    const [from, to] = over === undefined ? [0, points.length - 1] : [over.from, over.to];
    const x1 = from === 0 ? EDGE.left : x.at(from - 0.5);
    const x2 = to >= points.length - 1 ? WIDTH - EDGE.right : x.at(to + 0.5);
    return html`<line class="app-chart__${kind}" x1="${px(x1)}" x2="${px(x2)}" y1="${px(y.at(value))}" y2="${px(y.at(value))}"/>`;
  })}${labels.map(
    ({ label, at }) =>
      html`<text class="app-chart__text" x="${WIDTH - EDGE.right + 6}" y="${px(at + 4)}">${label}</text>`,
  )}${runsOf(points).map(
    (run) =>
      html`<polyline class="app-chart__series" points="${run.map(([at, value]) => `${px(x.at(at))},${px(y.at(value))}`).join(' ')}"/>`,
  )}${points.map(
    ({ label, value, judgement = 'common-cause' }, at) =>
      value !== null && mark(px(x.at(at)), px(y.at(value)), judgement, `${label}: ${value}${unit}`),
  )}</svg>`;
}

/** The area that a forecast may come to lie in, as far as points have one: along its upper edge and back along the lower. */
function bandOf(
  points: readonly ChartPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
): Html | undefined {
  const banded = points.flatMap(({ between }, at) => (between === undefined ? [] : [{ at, ...between }]));
  if (banded.length < 2) return undefined;
  const corner = (at: number, value: number) => `${px(x(at))},${px(y(value))}`;
  const edges = [
    ...banded.map(({ at, high }) => corner(at, high)),
    ...banded.map(({ at, low }) => corner(at, low)).reverse(),
  ];
  return html`<polygon class="app-chart__band" points="${edges.join(' ')}"/>`;
}

/** A small line without axes, beside a figure. @param text what it shows, for whoever cannot see it. */
export function sparkline(values: readonly (number | null)[], text: string): Html {
  const known = values.flatMap((value) => value ?? []);
  if (known.length < 2) return html`<span class="app-secondary">not enough data</span>`;
  const y = linearScale([Math.min(...known), Math.max(...known)], [26, 4]);
  const x = linearScale([0, values.length - 1], [3, 117]);
  const runs = runsOf(values.map((value) => ({ label: '', value })));
  const last = values.findLastIndex((value) => value !== null);
  return html`<svg class="app-sparkline" role="img" aria-label="${text}" viewBox="0 0 120 30" width="120" height="30" xmlns="http://www.w3.org/2000/svg">${runs.map(
    (run) =>
      html`<polyline class="app-chart__series" points="${run.map(([at, value]) => `${px(x.at(at))},${px(y.at(value))}`).join(' ')}"/>`,
  )}<circle class="app-chart__point" cx="${px(x.at(last))}" cy="${px(y.at(values[last] ?? 0))}" r="3"/></svg>`;
}

/** Ordinary points are round, better ones point up, worse ones are square: colour says it again. */
function mark(x: string, y: string, judgement: NonNullable<ChartPoint['judgement']>, told: string): Html {
  const [cx, cy] = [Number(x), Number(y)];
  if (judgement === 'improvement')
    return html`<polygon class="app-chart__improvement" points="${px(cx)},${px(cy - 7)} ${px(cx - 6)},${px(cy + 5)} ${px(cx + 6)},${px(cy + 5)}"><title>${told}, improvement</title></polygon>`;
  if (judgement === 'concern')
    return html`<rect class="app-chart__concern" x="${px(cx - 5)}" y="${px(cy - 5)}" width="10" height="10"><title>${told}, concern</title></rect>`;
  return html`<circle class="app-chart__point" cx="${x}" cy="${y}" r="4"><title>${told}</title></circle>`;
}

/** Labels of lines that lie close together, moved apart as far as letters are high; the highest stays where it is. */
function apart<T extends { readonly at: number }>(labels: readonly T[]): readonly T[] {
  const placed: T[] = [];
  for (const label of labels.toSorted((a, b) => a.at - b.at)) {
    const above = placed.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    placed.push({ ...label, at: Math.max(label.at, above + LETTERS) });
  }
  return placed;
}

/** Unbroken runs of points that have a figure. */
function runsOf(points: readonly Pick<ChartPoint, 'value'>[]): readonly (readonly [at: number, value: number])[][] {
  const runs: [number, number][][] = [[]];
  for (const [at, { value }] of points.entries()) {
    if (value === null) runs.push([]);
    else runs.at(-1)?.push([at, value]);
  }
  return runs.filter((run) => run.length > 0);
}

function px(value: number): string {
  return value.toFixed(1);
}
