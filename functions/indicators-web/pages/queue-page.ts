/** One queue: how it stands, in bands; how it goes, month by month, with the months that are more than chance; who waits longer. */
import { readRebases } from '../../../shared/application/board/rebases.ts';
import { readMonth, readQueueFigures, readSeries } from '../../../shared/application/indicators/read-figures.ts';
import { type ChartRebases, inForce } from '../../../shared/domain/board/chart-rebases.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import type { MonthFigures, SeriesPoint } from '../../../shared/domain/indicator/month/month-figures.ts';
import type { QueueFigures } from '../../../shared/domain/indicator/queue-figures.ts';
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../shared/http/html/components/button.ts';
import { details } from '../../../shared/http/html/components/details.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { capacityPath, overviewPath, queueFiguresPath } from '../addresses.ts';
import { freshness, monthWords, releasedWords, shown } from './figure-words.ts';
import { type MeasuredSeries, MONTHS_SHOWN, measuredSeries } from './measured-series.ts';
import { longest } from './overview.ts';
import { type FiguresVisit, figuresPage, ifPublished, notYet } from './parts.ts';
import { rebasesView } from './rebases/rebases-view.ts';
import { assuranceView, chartOf, seriesChart, variationView } from './variation.ts';

export const queuePageRoutes = [
  actingPage<FiguresWorld>('GET', queueFiguresPath('{queue}'), 'indicator.read', queuePage),
];

async function queuePage(visit: FiguresVisit): Promise<PageAnswer> {
  const { deps, call, params } = visit;
  const queue = params['queue'] ?? '';
  const before = backLink({ href: overviewPath, text: 'All waiting lists' });
  const read = await ifPublished(readQueueFigures(deps, call, queue));
  if (read === undefined) return figuresPage(visit, { title: queue, at: overviewPath, before, content: notYet });
  const [month, series, rebases] = await Promise.all([
    ifPublished(readMonth(deps, call, queue)),
    readSeries(deps, call, queue, MONTHS_SHOWN),
    readRebases(deps, call, queue),
  ]);
  const { view, figures } = read;
  return figuresPage(visit, {
    title: figures.name,
    at: overviewPath,
    before,
    content: html`${freshness(figures.stamp, figures.completeness)}${releasedWords(view)}${headline(figures)}${linkButton({ text: 'What would it take?', href: capacityPath(queue), variant: 'secondary' })}${measuredSeries(series.figures, inForce(rebases)).map((each) => seriesView(visit, rebases, each))}${monthTable(series.figures)}${month !== undefined && flowView(month.figures.month)}${bandsView(figures)}`,
  });
}

function headline(figures: QueueFigures): Html {
  const { open, percentWithin, medianWeeks, p92Weeks, p95Weeks, over52Weeks, standard } = figures;
  const rows: SummaryRow[] = [
    { key: 'Waiting', value: shown(open) },
    { key: `Within ${standard.name}`, value: shown(percentWithin, '%') },
    { key: 'Median wait', value: shown(medianWeeks, ' weeks') },
    { key: '92nd percentile', value: shown(p92Weeks, ' weeks') },
    { key: '95th percentile', value: shown(p95Weeks, ' weeks') },
    { key: 'Longest wait', value: longest(figures) },
    { key: 'Over 52 weeks', value: shown(over52Weeks) },
  ];
  return summaryList({ rows });
}

function seriesView(visit: FiguresVisit, paper: ChartRebases, { measure, ...series }: MeasuredSeries): Html {
  const chart = chartOf(series);
  const assurance = assuranceView(chart?.latest);
  return html`<h2 class="nhsuk-heading-m">${series.title}</h2><p>${variationView(chart?.latest)}</p>${assurance !== undefined && html`<p>${assurance}</p>`}${chart === undefined ? html`<p>There are too few months for a chart.</p>` : html`${seriesChart(series, chart)}${rebasesView(visit, paper, measure)}`}`;
}

/** The same months in figures: what the drawings show, for whoever reads or copies. */
function monthTable(points: readonly SeriesPoint[]): Html {
  return details({
    summary: 'The months in figures',
    content: table({
      caption: 'Month ends, the last first',
      isCaptionHidden: true,
      isResponsive: true,
      isCompact: true,
      rows: points.toReversed(),
      columns: [
        { heading: 'Month', cell: ({ month }: SeriesPoint) => monthWords(month), isRowHeader: true },
        { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
        { heading: 'Within standard', cell: ({ percentWithin }) => shown(percentWithin, '%'), isNumeric: true },
        { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
        { heading: 'Came', cell: ({ additions }) => shown(additions), isNumeric: true },
        { heading: 'Seen', cell: ({ seen }) => shown(seen), isNumeric: true },
        { heading: 'Edition', cell: ({ edition }) => edition, isNumeric: true },
      ],
    }),
  });
}

function flowView(month: MonthFigures): Html {
  const { opening, additions, removals, closing, clearanceWeeks, percentMissed, percentTriagedWithin } = month;
  const { followUpsPerFirst, from, to } = month;
  const rows: SummaryRow[] = [
    { key: 'Waiting at the beginning', value: shown(opening) },
    { key: 'Came', value: shown(additions) },
    ...removals.map(({ label, count }) => ({ key: `Left: ${label.toLowerCase()}`, value: shown(count) })),
    { key: 'Waiting at the end', value: shown(closing) },
    {
      key: 'Weeks to clear the list at this pace',
      value: clearanceWeeks === null ? 'not clearing' : shown(clearanceWeeks),
    },
    { key: 'Missed appointments', value: shown(percentMissed, '%') },
    { key: 'Follow-ups for each first contact', value: shown(followUpsPerFirst) },
    { key: 'Triaged in time', value: shown(percentTriagedWithin, '%') },
  ];
  return html`<h2 class="nhsuk-heading-m">Who came and who left</h2><p>${formatDate(from)} to ${formatDate(to)}${month.edition > 1 && `, edition ${month.edition}: ${changesWords(month)}`}.</p>${
    month.withheld ? html`<p>Too few came and left to show any of it.</p>` : summaryList({ rows })
  }`;
}

const changeWords: Readonly<Record<MonthFigures['changes'][number]['why'], string>> = {
  'recorded-late': 'recorded late',
  corrected: 'corrected since',
  'moved-queue': 'moved to another list',
  'rules-changed': 'the rules changed',
  'policy-changed': 'the policy changed',
};

function changesWords({ changes }: MonthFigures): string {
  if (changes.length === 0) return 'nothing changed since the one before';
  return changes.map(({ why, count }) => `${shown(count)} ${changeWords[why]}`).join(', ');
}

function bandsView({ bands, longWaits, benchmark }: QueueFigures): Html {
  return html`<h2 class="nhsuk-heading-m">How long they have waited</h2>${table({
    caption: 'By weeks waited',
    isCaptionHidden: true,
    rows: [...bands, ...longWaits.map(({ code, label, count }) => ({ code, label, count }))],
    columns: [
      { heading: 'Weeks', cell: ({ label }) => label, isRowHeader: true },
      { heading: 'Waiting', cell: ({ count }) => shown(count), isNumeric: true },
    ],
  })}${benchmark !== null && html`<p class="app-secondary">By the weekly bands of national tables: median ${benchmark.median}, 92nd percentile ${benchmark.p92}, 95th ${benchmark.p95} weeks.</p>`}`;
}
