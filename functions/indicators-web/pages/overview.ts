/** The first page of figures: every queue in a line. */
import { readOverview } from '../../../shared/application/indicators/read-figures.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import type { Figure } from '../../../shared/domain/indicator/figure.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import { type PageAnswer, page } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../shared/http/page/visit.ts';

export const overviewRoutes = [actingPage<FiguresWorld>('GET', '/indicators', 'indicator.read', overviewPage)];

const title = 'Indicators';

async function overviewPage({ deps, call, policy }: ActingVisit<FiguresWorld>): Promise<PageAnswer> {
  const read = await readOverview(deps, call).catch((problem: unknown) => {
    if (isDomainError(problem, 'not-found')) return undefined;
    throw problem;
  });
  const heading = html`<span class="nhsuk-caption-l">${policy.place.name}</span><h1 class="nhsuk-heading-l">${title}</h1>`;
  if (read === undefined) {
    const content = html`${heading}<p>There are no figures yet. They are counted every hour from 8am to 6pm on working days, and published at the end of each month.</p>`;
    return page({ title, section: 'indicators', content });
  }
  const { queues, stamp } = read.figures;
  const content = html`${heading}<p>As at the end of ${formatDate(stamp.asAt)}. ${
    read.view === 'released' ? 'A star stands for a number too small to show; the others are rounded to 5.' : ''
  }</p>${table({
    caption: 'Waiting lists',
    captionSize: 'm',
    isResponsive: true,
    rows: queues,
    columns: [
      { heading: 'Waiting list', cell: ({ name }) => name, isRowHeader: true },
      { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
      { heading: 'Within standard', cell: (queue) => shown(queue.percentWithin, '%'), isNumeric: true },
      { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
      { heading: '92nd percentile, weeks', cell: ({ p92Weeks }) => shown(p92Weeks), isNumeric: true },
      { heading: 'Over 52 weeks', cell: ({ over52Weeks }) => shown(over52Weeks), isNumeric: true },
    ],
  })}`;
  return page({ title, section: 'indicators', isWide: true, content });
}

function shown(figure: Figure, unit = ''): string {
  if (figure === null) return 'not enough data';
  return figure === '*' ? '*' : `${figure}${unit}`;
}
