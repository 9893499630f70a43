/** Who waits longer: each queue by age, deprivation, ethnicity and other groups, with the gaps and how many each is a figure of. */
import { readOverview, readQueueFigures } from '../../../shared/application/indicators/read-figures.ts';
import type { CutFigures, Gap, GroupFigures, QueueFigures } from '../../../shared/domain/indicator/queue-figures.ts';
import { subNavigation } from '../../../shared/http/html/components/sub-navigation.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { equityPath } from '../addresses.ts';
import { freshness, releasedWords, shown } from './figure-words.ts';
import { type FiguresVisit, figuresPage, ifPublished, notYet } from './parts.ts';

export const equityRoutes = [actingPage<FiguresWorld>('GET', equityPath, 'indicator.read', equityPage)];

async function equityPage(visit: FiguresVisit): Promise<PageAnswer> {
  const { deps, call, query } = visit;
  const title = 'Who waits longer';
  const overview = await ifPublished(readOverview(deps, call));
  const queues = overview?.figures.queues ?? [];
  const chosen = queues.find(({ queue }) => queue === query.get('queue')) ?? queues[0];
  const read = chosen && (await ifPublished(readQueueFigures(deps, call, chosen.queue)));
  if (read === undefined) return figuresPage(visit, { title, at: equityPath, content: notYet });
  const { view, figures } = read;
  return figuresPage(visit, {
    title,
    at: equityPath,
    content: html`${subNavigation({
      landmark: 'Waiting lists',
      views: queues.map(({ queue, name }) => ({
        text: name,
        href: `${equityPath}?queue=${queue}`,
        isCurrent: queue === figures.queue,
      })),
    })}${freshness(figures.stamp, figures.completeness)}${releasedWords(view)}${adults(figures)}${gapsView(figures.gaps)}${figures.cuts.map(cutView)}`,
  });
}

/** The strategy asks after 18 to 25 year olds above all: they are told apart. */
function adults({ cuts }: QueueFigures): Html | undefined {
  const group = cuts.flatMap(({ groups }) => groups).find(({ code }) => code === '18-25');
  if (group === undefined) return undefined;
  return html`<p><strong>Aged 18 to 25:</strong> ${shown(group.open)} waiting, ${shown(group.percentWithin, '%')} within the standard, median ${shown(group.medianWeeks, ' weeks')}.</p>`;
}

function gapsView(gaps: readonly Gap[]): Html | undefined {
  if (gaps.length === 0) return undefined;
  return html`<h2 class="nhsuk-heading-m">Gaps</h2><p>The first group less the second. Below 0, fewer of the first are within the standard, or they have waited fewer days.</p>${table(
    {
      caption: 'Gaps between groups',
      isCaptionHidden: true,
      isResponsive: true,
      rows: gaps,
      columns: [
        {
          heading: 'Groups',
          cell: ({ groupLabel, againstLabel }: Gap) => `${groupLabel} and ${againstLabel}`,
          isRowHeader: true,
        },
        { heading: 'Within standard, points', cell: ({ percentPoints }) => shown(percentPoints), isNumeric: true },
        { heading: 'Median, days', cell: ({ medianDays }) => shown(medianDays), isNumeric: true },
        {
          heading: 'Waiting',
          cell: ({ groupOpen, againstOpen }) => `${shown(groupOpen)} and ${shown(againstOpen)}`,
          isNumeric: true,
        },
      ],
    },
  )}`;
}

function cutView({ label, groups, rollups, withheld }: CutFigures): Html {
  if (withheld)
    return html`<h2 class="nhsuk-heading-m">${label}</h2><p>Too few people wait to show any of this safely.</p>`;
  return html`<h2 class="nhsuk-heading-m">${label}</h2>${table({
    caption: label,
    isCaptionHidden: true,
    isResponsive: true,
    rows: [...groups, ...rollups],
    columns: [
      { heading: 'Group', cell: (group: GroupFigures) => group.label, isRowHeader: true },
      { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
      { heading: 'Within standard', cell: ({ percentWithin }) => shown(percentWithin, '%'), isNumeric: true },
      { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
    ],
  })}`;
}
