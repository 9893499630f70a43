/** The first page of figures: every queue in a line, with where it is going. */
import { readOverview } from '../../../shared/application/indicators/read-figures.ts';
import type { OverviewQueue } from '../../../shared/domain/indicator/overview.ts';
import { sparkline } from '../../../shared/http/charts/control-chart.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { overviewPath, queueFiguresPath } from '../addresses.ts';
import { freshness, numberOf, releasedWords, shown } from './figure-words.ts';
import { type FiguresVisit, figuresPage, ifPublished, notYet } from './parts.ts';
import { assuranceView, chartOf, variationView } from './variation.ts';

export const overviewRoutes = [actingPage<FiguresWorld>('GET', overviewPath, 'indicator.read', overviewPage)];

/** Share waiting within the standard that is aimed at by March 2029 (Medium Term Planning Framework). */
export const TARGET_PERCENT = 80;

async function overviewPage(visit: FiguresVisit): Promise<PageAnswer> {
  const read = await ifPublished(readOverview(visit.deps, visit.call));
  if (read === undefined) return figuresPage(visit, { title: 'Indicators', at: overviewPath, content: notYet });
  const { view, figures } = read;
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
        { heading: 'Share within standard', cell: signals },
      ],
    })}`,
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

function signals({ trend: points }: OverviewQueue) {
  const series = points.map(({ asAt, percentWithin }) => ({ label: asAt, value: numberOf(percentWithin) }));
  const chart = chartOf({ points: series, lowerIsBetter: false, target: TARGET_PERCENT });
  const assurance = assuranceView(chart);
  return html`${variationView(chart)}${assurance !== undefined && html`<br>${assurance}`}`;
}
