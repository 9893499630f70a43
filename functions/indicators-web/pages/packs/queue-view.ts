/** A waiting list in a pack: how it stands, its charts with the months in figures beside them, and what is said of it. */
import type { PackQueue } from '../../../../shared/domain/board/pack-document.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import { freshness, monthWords, shown } from '../figure-words.ts';
import { type MeasuredSeries, measuredSeries, measureNames } from '../measured-series.ts';
import { assuranceView, chartOf, seriesChart, variationView } from '../variation.ts';
import { writtenWords } from '../writer-words.ts';

/** Months in the table beside the charts. */
const MONTHS_IN_TABLE = 13;

export function queueView(queue: PackQueue, comment: Content): Html {
  const { name, stamp, completeness, months, rebases } = queue;
  const series = measuredSeries(months, rebases).filter(({ measure }) => measure !== 'median');
  return html`<section class="app-pack__part"><h2 class="nhsuk-heading-m">${name}</h2>${freshness(stamp, completeness)}${comment}${series.map((each) => chartView(queue.queue, each))}${
    rebases.length > 0 &&
    html`<ul class="nhsuk-list nhsuk-list--bullet">${rebases.map(
      ({ measure, from, reason, ...rebase }) =>
        html`<li>${measureNames[measure]}: limits drawn anew from ${monthWords(from)}. <span class="app-typed">${reason}</span> <span class="app-secondary">${writtenWords(rebase)}</span></li>`,
    )}</ul>`
  }${monthsTable(name, months)}</section>`;
}

function chartView(queue: string, series: MeasuredSeries): Html {
  const chart = chartOf(series);
  const assurance = assuranceView(chart?.latest);
  return html`<div class="app-pack__chart"><h3 class="nhsuk-heading-s">${series.title}</h3><p>${variationView(chart?.latest)}${assurance !== undefined && html`<br>${assurance}`}</p>${
    chart !== undefined && seriesChart({ ...series, id: `${series.id}-${queue}` }, chart)
  }</div>`;
}

function monthsTable(name: string, months: PackQueue['months']): Html {
  return table({
    caption: `${name}: the months in figures, the last first`,
    captionSize: 's',
    isResponsive: true,
    isCompact: true,
    rows: months.slice(-MONTHS_IN_TABLE).toReversed(),
    columns: [
      { heading: 'Month', cell: ({ month }) => monthWords(month), isRowHeader: true },
      { heading: 'Waiting', cell: ({ open }) => shown(open), isNumeric: true },
      { heading: 'Within standard', cell: ({ percentWithin }) => shown(percentWithin, '%'), isNumeric: true },
      { heading: 'Median weeks', cell: ({ medianWeeks }) => shown(medianWeeks), isNumeric: true },
      { heading: 'Came', cell: ({ additions }) => shown(additions), isNumeric: true },
      { heading: 'Seen', cell: ({ seen }) => shown(seen), isNumeric: true },
      {
        heading: 'Seen within standard',
        cell: ({ percentSeenWithin }) => shown(percentSeenWithin, '%'),
        isNumeric: true,
      },
    ],
  });
}
