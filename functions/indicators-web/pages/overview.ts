/** The first page of figures: every queue in a line, with where it is going. */
import { readAllRebases } from '../../../shared/application/board/rebases.ts';
import { listRisks } from '../../../shared/application/board/risks.ts';
import { readOverview } from '../../../shared/application/indicators/read-figures.ts';
import { type ChartRebases, rebasesOf } from '../../../shared/domain/board/chart-rebases.ts';
import type { Risk } from '../../../shared/domain/board/risk.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { OverviewQueue } from '../../../shared/domain/indicator/overview.ts';
import { sparkline } from '../../../shared/http/charts/control-chart.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { overviewPath, queueFiguresPath, risksPath } from '../addresses.ts';
import { freshness, numberOf, releasedWords, shown } from './figure-words.ts';
import { TARGET_PERCENT } from './measured-series.ts';
import { type FiguresVisit, figuresPage, ifPublished, notYet } from './parts.ts';
import { riskTable } from './risks/risk-table.ts';
import { assuranceView, chartOf, variationView } from './variation.ts';

export const overviewRoutes = [actingPage<FiguresWorld>('GET', overviewPath, 'indicator.read', overviewPage)];

async function overviewPage(visit: FiguresVisit): Promise<PageAnswer> {
  const read = await ifPublished(readOverview(visit.deps, visit.call));
  if (read === undefined) return figuresPage(visit, { title: 'Indicators', at: overviewPath, content: notYet });
  const { view, figures } = read;
  const [rebases, risks] = await Promise.all([
    readAllRebases(visit.deps, visit.call),
    listRisks(visit.deps, visit.call),
  ]);
  const rebasesOfQueue = (code: string) => rebases.find(({ queue }) => queue === code) ?? { events: [] };
  return figuresPage(visit, {
    title: 'Indicators',
    at: overviewPath,
    content: html`${freshness(figures.stamp)}${releasedWords(view)}${table({
      caption: 'Waiting lists',
      captionSize: 'm',
      isResponsive: true,
      rows: figures.queues,
      columns: [
        {
          heading: 'Waiting list',
          cell: ({ name, queue }: OverviewQueue) => html`<a href="${queueFiguresPath(queue)}">${name}</a>`,
          isRowHeader: true,
        },
        { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
        { heading: 'Within standard', cell: within, isNumeric: true },
        { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
        { heading: '92nd percentile, weeks', cell: ({ p92Weeks }) => shown(p92Weeks), isNumeric: true },
        { heading: 'Longest', cell: longest, isNumeric: true },
        { heading: 'Over 52 weeks', cell: ({ over52Weeks }) => shown(over52Weeks), isNumeric: true },
        { heading: 'Waiting, month by month', cell: trend },
        { heading: 'Share within standard', cell: (line) => signals(line, rebasesOfQueue(line.queue)) },
      ],
    })}${risksView(risks, visit.today)}`,
  });
}

function within({ percentWithin, standard }: OverviewQueue) {
  return html`${shown(percentWithin, '%')}<br><span class="app-secondary">${standard.name}${!standard.national && ', local'}</span>`;
}

/** The longest wait itself where it may be told; otherwise what the counts tell of it. */
export function longest({
  longestDays,
  longestOverDays,
}: Pick<OverviewQueue, 'longestDays' | 'longestOverDays'>): string {
  const exact = numberOf(longestDays);
  if (exact !== null) return `${Math.floor(exact / 7)} weeks`;
  return longestOverDays === null ? shown(longestDays) : `over ${Math.floor(longestOverDays / 7)} weeks`;
}

function trend({ trend: points, name }: OverviewQueue) {
  const values = points.map(({ open }) => numberOf(open));
  const [first, last] = [values.find((value) => value !== null), values.findLast((value) => value !== null)];
  return sparkline(
    values,
    `${name}: ${first ?? 'not known'} waiting ${points.length} months ago, ${last ?? 'not known'} now`,
  );
}

function signals({ trend: points }: OverviewQueue, rebases: Pick<ChartRebases, 'events'>) {
  const months = points.map(({ asAt, percentWithin }) => ({ month: asAt.slice(0, 7), value: numberOf(percentWithin) }));
  const chart = chartOf({
    points: months,
    rebases: rebasesOf(rebases, 'within'),
    lowerIsBetter: false,
    target: TARGET_PERCENT,
  });
  const assurance = assuranceView(chart?.latest);
  return html`${variationView(chart?.latest)}${assurance !== undefined && html`<br>${assurance}`}`;
}

/** What the group could not settle stands on the first page. */
function risksView(risks: readonly Risk[], today: LocalDate): Html | undefined {
  const withBoard = risks.filter(({ isOpen, level }) => isOpen && level === 'board');
  if (withBoard.length === 0) return undefined;
  return html`${riskTable('Risks before the SEND Partnership Board', withBoard, today)}<p><a href="${risksPath}">All risks</a></p>`;
}
