/** Draws the figures of a queue on a day: the same words whatever the day. */
import type { QueueFigures } from '../../../../shared/application/queue/summarise-queue.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import type { Instant } from '../../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { QueuePolicy } from '../../../../shared/domain/policy/policy.ts';
import { breadcrumbs } from '../../../../shared/http/html/components/breadcrumbs.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { dateInput } from '../../../../shared/http/html/components/date-input.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { heading, pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { PageContent } from '../../../../shared/http/page/page-answer.ts';
import { firstTyped, type Typed } from '../../../../shared/http/page/question.ts';
import { figuresAddress, listAddress } from './addresses.ts';
import { momentInWords } from './as-at.ts';
import { figuresStrip } from './figures-strip.ts';
import { waitBandTexts } from './filter-form.ts';
import { percent } from './percent.ts';
import { standingFigures, waitFigures } from './queue-figures.ts';

export interface FiguresViewProps {
  readonly figures: QueueFigures;
  readonly queue: QueuePolicy;
  readonly today: LocalDate;
  readonly now: Instant;
  readonly typed: Typed;
  readonly error: string | undefined;
}

export function figuresView(props: FiguresViewProps): Pick<PageContent, 'content' | 'beforeContent'> {
  const { figures, queue, today, now, error } = props;
  const when = figures.asAt === today ? `As at ${momentInWords(now)}` : `At the end of ${formatDate(figures.asAt)}`;
  return {
    beforeContent: breadcrumbs([
      { text: 'Waiting lists', href: '/' },
      { text: queue.name, href: listAddress(queue.code) },
    ]),
    content: html`${errorSummary(error === undefined ? [] : [{ text: error, href: '#asAt-day' }])}${pageHeading('Figures', queue.name)}<p class="app-list-moment"><strong>${when}</strong></p>${figuresStrip(
      [...standingFigures(figures, queue), ...waitFigures(figures)],
    )}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${bandTable(figures)}${outcomes(figures, queue)}${dayForm(props)}${howCounted(figures, queue)}</div></div>`,
  };
}

function bandTable({ bands, open }: QueueFigures): Html {
  return table({
    caption: 'How long people have waited',
    captionSize: 'm',
    isCompact: true,
    rows: waitBandTexts.map((text, at) => ({ text, count: bands[at] ?? 0 })),
    columns: [
      { heading: 'Wait', isRowHeader: true, cell: ({ text }) => text },
      { heading: 'People', isNumeric: true, cell: ({ count }) => count },
      { heading: 'Share', isNumeric: true, cell: ({ count }) => percent(count, open) ?? 'None' },
    ],
  });
}

function outcomes(figures: QueueFigures, queue: QueuePolicy): Html {
  const { seen, seenWithinStandard, removedUnseen } = figures;
  const share = percent(seenWithinStandard, seen);
  return html`${heading({ text: 'Up to this day', level: 2, size: 'm' })}${summaryList({
    rows: [
      { key: 'Seen', value: String(seen) },
      {
        key: `Seen within ${queue.standard.name}`,
        value: share === undefined ? 'Nobody seen yet' : `${seenWithinStandard} of ${seen} (${share})`,
      },
      { key: 'Left without being seen', value: String(removedUnseen) },
    ],
  })}`;
}

function dayForm({ queue, typed, error, figures }: FiguresViewProps): Html {
  const [year = '', month = '', day = ''] = figures.asAt.split('-');
  const isTyped = Object.keys(typed).length > 0;
  const part = (name: string, shown: string) => (isTyped ? firstTyped(typed, `asAt-${name}`) : String(Number(shown)));
  return html`<form action="${figuresAddress(queue.code)}" method="get" novalidate class="app-no-print">${dateInput({
    id: 'asAt',
    name: 'asAt',
    legend: { text: 'See the figures of another day', size: 'm' },
    hint: 'Today or any day before. Corrections made since are taken in.',
    error,
    value: { day: part('day', day), month: part('month', month), year: part('year', year) },
  })}${button({ text: 'Show', variant: 'secondary' })}</form>`;
}

function howCounted({ policyVersion, referrals }: QueueFigures, queue: QueuePolicy): Html {
  const { name, source, national } = queue.standard;
  return html`${heading({ text: 'How this is counted', level: 2, size: 's' })}<p class="app-secondary">Standard: ${name}${!national && ' (local)'}. ${source}. Median and 92nd percentile are worked out between neighbouring waits (type 7); no mean is shown. Worked out from ${referrals} referrals with version ${policyVersion} of the place’s policy.</p>`;
}
