/** The forms that draw the limits of a chart anew, and undo it: the chart as it would be is shown before anything is saved. */
import type * as z from 'zod';
import { readRebases, rebaseChart, undoRebase } from '../../../../shared/application/board/rebases.ts';
import { writing } from '../../../../shared/application/board/work-paper.ts';
import { readSeries } from '../../../../shared/application/indicators/read-figures.ts';
import {
  type ChartMeasure,
  type ChartRebases,
  chartMeasures,
  type RebaseEvent,
  rebaseSchema,
  rebasesOf,
} from '../../../../shared/domain/board/chart-rebases.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { notFound } from '../../../../shared/domain/error.ts';
import type { SeriesPoint } from '../../../../shared/domain/indicator/month/month-figures.ts';
import { timeline } from '../../../../shared/http/html/components/timeline.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../../shared/http/page/by-vouched.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { goTo } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { queueFiguresPath, rebasePath, undoRebasePath } from '../../addresses.ts';
import { monthWords } from '../figure-words.ts';
import { MONTHS_SHOWN, measuredSeries, measureNames } from '../measured-series.ts';
import type { FiguresVisit } from '../parts.ts';
import { aboutNobody } from '../risks/risk-form.ts';
import { sinceOpened, VERSION, versionSent } from '../since-opened.ts';
import { chartOf, seriesChart, variationView } from '../variation.ts';
import { writerWords } from '../writer-words.ts';

interface Chart {
  readonly queue: string;
  readonly name: string;
  readonly measure: ChartMeasure;
  readonly paper: ChartRebases;
  readonly points: readonly SeriesPoint[];
}

type Asked = Pick<RebaseEvent, 'from' | 'reason'>;

export const rebaseRoutes: readonly PageRoute<FiguresWorld>[] = [
  ...pagesOf(rebasePath('{queue}', '{measure}'), anewFlow),
  ...pagesOf(undoRebasePath('{queue}', '{measure}', '{from}'), undoFlow),
];

function pagesOf(
  path: string,
  flowOf: (visit: FiguresVisit, chart: Chart, seen: number) => FormFlow<Asked>,
): readonly PageRoute<FiguresWorld>[] {
  return [
    actingPage<FiguresWorld>('GET', path, 'indicator.rebase', async (visit) => {
      const chart = await chartFor(visit);
      return askPage(visit, flowOf(visit, chart, chart.paper.version));
    }),
    actingPage<FiguresWorld>('POST', path, 'indicator.rebase', async (visit) =>
      answerPage(visit, flowOf(visit, await chartFor(visit), await versionSent(visit))),
    ),
  ];
}

async function chartFor({ deps, call, policy, params }: FiguresVisit): Promise<Chart> {
  const queue = policy.queues.find(({ code }) => code === params['queue']);
  const measure = chartMeasures.find((each) => each === params['measure']);
  if (queue === undefined || measure === undefined) throw notFound('chart-not-found', 'There is no such chart');
  const [paper, { figures }] = await Promise.all([
    readRebases(deps, call, queue.code),
    readSeries(deps, call, queue.code, MONTHS_SHOWN),
  ]);
  return { queue: queue.code, name: queue.name, measure, paper, points: figures };
}

function anewFlow(visit: FiguresVisit, chart: Chart, seen: number): FormFlow<Asked> {
  const { queue, measure, points } = chart;
  return flowAbout(visit, chart, seen, {
    questions: [
      {
        kind: 'one-of',
        as: 'select',
        name: 'from',
        label: 'First month of the new limits',
        options: points
          .slice(1)
          .toReversed()
          .map(({ month }) => ({ value: month, text: monthWords(month) })),
        missing: 'Select the first month of the new limits',
      },
      {
        kind: 'long-text',
        name: 'reason',
        label: 'What changed in the service?',
        hint: 'New limits are for a change that is meant to last, never for a bad month',
        rows: 3,
      },
    ],
    title: `Draw the limits anew: ${measureNames[measure].toLowerCase()}`,
    saveLabel: 'Draw the limits anew',
    read: rebaseSchema.pick({ from: true, reason: true }),
    preview: ({ from, reason }, now) => [
      ...now.filter((each) => each.from < from),
      { from, reason },
      ...now.filter((each) => each.from > from),
    ],
    save: ({ from, reason }, key) =>
      rebaseChart(visit.deps, writing(visit), { queue, measure, from, reason, seen, key }),
  });
}

function undoFlow(visit: FiguresVisit, chart: Chart, seen: number): FormFlow<Asked> {
  const { queue, measure } = chart;
  const from = visit.params['from'] ?? '';
  return flowAbout(visit, chart, seen, {
    questions: [{ kind: 'long-text', name: 'reason', label: 'Why are the new limits taken away?', rows: 3 }],
    title: `Undo the new limits from ${monthWords(from)}: ${measureNames[measure].toLowerCase()}`,
    saveLabel: 'Take the new limits away',
    read: rebaseSchema.pick({ reason: true }).transform(({ reason }) => ({ from, reason })),
    preview: (_asked, now) => now.filter((each) => each.from !== from),
    save: ({ reason }, key) => undoRebase(visit.deps, writing(visit), { queue, measure, from, reason, seen, key }),
  });
}

interface Kind {
  readonly questions: FormFlow<Asked>['form']['questions'];
  readonly title: string;
  readonly saveLabel: string;
  readonly read: z.ZodType<Asked>;
  readonly preview: (asked: Asked, now: readonly Asked[]) => readonly Asked[];
  readonly save: (asked: Asked, key: string) => Promise<ChartRebases>;
}

function flowAbout(
  visit: FiguresVisit,
  chart: Chart,
  seen: number,
  { questions, title, saveLabel, read, preview, save }: Kind,
): FormFlow<Asked> {
  const backHref = queueFiguresPath(chart.queue);
  const flow: FormFlow<Asked> = {
    form: { questions, schema: read },
    title,
    above: html`<p><strong>${chart.name}</strong></p>`,
    intro: aboutNobody,
    backHref,
    section: 'indicators',
    hidden: { [VERSION]: String(seen) },
    saveLabel,
    warning: (asked) => chartAs(chart, preview(asked, rebasesOf(chart.paper, chart.measure))),
    async save(asked, key) {
      await save(asked, key);
      return goTo(backHref);
    },
    onStale: async (_refusal, answers) => sinceOpened(visit, flow, answers, chart.paper, seen, history),
  };
  return flow;
}

/** The chart as it would be. */
function chartAs({ points, measure }: Chart, rebases: readonly Asked[]): Html | undefined {
  const series = measuredSeries(points, []).find((each) => each.measure === measure);
  if (series === undefined) return undefined;
  const chart = chartOf({ ...series, rebases });
  if (chart === undefined) return undefined;
  return html`<h2 class="nhsuk-heading-m">The chart as it would be</h2><p>${variationView(chart.latest)}</p>${seriesChart({ ...series, rebases }, chart)}`;
}

function history(events: readonly RebaseEvent[]): Html {
  return timeline({
    headingLevel: 3,
    entries: events.toReversed().map(({ kind, measure, from, reason, by, at }) => ({
      title: `${measureNames[measure]}: ${kind === 'rebased' ? 'limits drawn anew' : 'new limits taken away'} from ${monthWords(from)}`,
      by: writerWords(by),
      when: formatDate(localDateOf(at)),
      datetime: at,
      content: html`<p class="app-typed">${reason}</p>`,
    })),
  });
}
