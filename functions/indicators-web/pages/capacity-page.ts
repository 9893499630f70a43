/** What a queue needs to keep its target, and what would become of it: asked by a form that changes nothing, answered at once. */
import * as z from 'zod';
import {
  type CapacityAnswer,
  type CapacityQuestion,
  readCapacity,
} from '../../../shared/application/indicators/read-capacity.ts';
import { formatDate } from '../../../shared/domain/calendar/format-date.ts';
import type { ForecastWeek } from '../../../shared/domain/capacity/forecast.ts';
import { AIM_DAY } from '../../../shared/domain/capacity/national-aim.ts';
import type { PositionFlag } from '../../../shared/domain/capacity/position.ts';
import { type Fraction, formatRounded } from '../../../shared/domain/number/fraction.ts';
import { controlChart } from '../../../shared/http/charts/control-chart.ts';
import { backLink } from '../../../shared/http/html/components/back-link.ts';
import { button } from '../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../shared/http/html/components/error-summary.ts';
import { input } from '../../../shared/http/html/components/input.ts';
import { type SummaryRow, summaryList } from '../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../shared/http/html/html.ts';
import type { FiguresWorld } from '../../../shared/http/page/by-vouched.ts';
import type { PageAnswer } from '../../../shared/http/page/page-answer.ts';
import { actingPage } from '../../../shared/http/page/page-route.ts';
import { capacityPath, overviewPath, queueFiguresPath } from '../addresses.ts';
import { freshness } from './figure-words.ts';
import { type FiguresVisit, figuresPage, ifPublished, notYet } from './parts.ts';

export const capacityRoutes = [
  actingPage<FiguresWorld>('GET', capacityPath('{queue}'), 'indicator.read', capacityPage),
];

const rate = z.coerce.number().min(0).max(10_000);
const fields = [
  {
    name: 'demand',
    label: 'Referrals a week',
    schema: rate,
    wrong: 'Referrals a week must be a number from 0 to 10,000',
  },
  {
    name: 'slots',
    label: 'First appointments a week',
    schema: rate,
    wrong: 'First appointments a week must be a number from 0 to 10,000',
  },
  {
    name: 'missedPercent',
    label: 'Missed, per cent',
    schema: z.coerce.number().min(0).max(95),
    wrong: 'Missed must be from 0 to 95 per cent',
  },
  {
    name: 'queue',
    label: 'People on the list',
    schema: z.coerce.number().int().min(0).max(100_000),
    wrong: 'People on the list must be a whole number from 0 to 100,000',
  },
  {
    name: 'targetWeeks',
    label: 'Target, weeks',
    schema: z.coerce.number().int().min(1).max(520),
    wrong: 'The target must be a whole number of weeks from 1 to 520',
  },
] as const;

interface FieldError {
  readonly name: string;
  readonly message: string;
}

async function capacityPage(visit: FiguresVisit): Promise<PageAnswer> {
  const queue = visit.params['queue'] ?? '';
  const { question, errors } = read(visit.query);
  const answer = await ifPublished(readCapacity(visit.deps, visit.call, queue, question));
  const before = backLink({ href: queueFiguresPath(queue), text: 'Back to the waiting list' });
  const title = 'What would it take?';
  if (answer === undefined) return figuresPage(visit, { title, at: overviewPath, before, content: notYet });
  return figuresPage(visit, {
    title,
    at: overviewPath,
    before,
    content: html`${errors.length > 0 && errorSummary(errors.map(({ name, message }) => ({ text: message, href: `#${name}` as const })))}<h2 class="nhsuk-heading-m">${answer.figures.name}</h2>${freshness(answer.figures.stamp)}${askForm(visit, queue, answer, errors)}${outcomeView(answer)}`,
  });
}

function read(query: URLSearchParams): { readonly question: CapacityQuestion; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const values: Record<string, number> = {};
  for (const { name, schema, wrong } of fields) {
    const typed = (query.get(name) ?? '').trim();
    if (typed === '') continue;
    const parsed = schema.safeParse(typed);
    if (parsed.success) values[name] = parsed.data;
    else errors.push({ name, message: wrong });
  }
  return { question: { ...values, by: AIM_DAY }, errors };
}

function askForm(
  { query }: FiguresVisit,
  queue: string,
  { given }: CapacityAnswer,
  errors: readonly FieldError[],
): Html {
  return html`<form action="${capacityPath(queue)}" method="get" novalidate>${fields.map(({ name, label }) =>
    input({
      id: name,
      name,
      label,
      width: 5,
      inputMode: 'decimal',
      value: query.get(name) ?? (given[name] === null ? '' : String(given[name])),
      error: errors.find((error) => error.name === name)?.message,
    }),
  )}${button({ text: 'Work it out' })}</form><p class="app-secondary">What is filled in is the mean of the last six months.</p>`;
}

const flagWords: Readonly<Record<PositionFlag, string>> = {
  'no-capacity': 'Nobody is removed from this list.',
  growing: 'More people come than leave: the list grows.',
  'beyond-steady-state': 'The list is far from any steady state: only growth and relief can be told.',
  'too-big': 'The list is more than twice what the target allows.',
};

function outcomeView({ outcome, given, figures }: CapacityAnswer): Html {
  if (outcome === undefined) return html`<p>There is not enough data to work this out. Fill in what is missing.</p>`;
  const { position, whatItTakes: takes, forecast: weeks, weeksLeft } = outcome;
  const told = (value: Fraction | null, unit = '') =>
    value === null ? 'does not apply' : `${formatRounded(value, 1)}${unit}`;
  const one = (value: number) => String(Math.round(value * 10) / 10);
  const rows: SummaryRow[] = [
    { key: 'Load', value: told(position.load) },
    { key: 'The list grows by, a week', value: told(position.growth) },
    { key: 'List that keeps the target', value: told(position.targetQueue) },
    { key: 'Removed a week to get there', value: told(position.reliefCapacity) },
    { key: 'Removed a week to stay there', value: told(position.targetCapacity) },
    {
      key: 'Weeks to the target as things are',
      value: position.weeksToTarget === null ? 'never' : told(position.weeksToTarget),
    },
  ];
  return html`<h2 class="nhsuk-heading-m">To ${given.targetWeeks} weeks by ${formatDate(AIM_DAY)}</h2><p><strong>${
    takes.slots === null
      ? 'Every appointment is missed: no number of them is enough.'
      : `${one(takes.slots)} first appointments a week for ${weeksLeft} weeks, ${takes.moreSlots !== null && takes.moreSlots > 0 ? `${one(takes.moreSlots)} more than now` : 'no more than now'}.`
  }</strong></p>${position.flags.map((flag) => html`<p>${flagWords[flag]}</p>`)}${summaryList({ rows })}<h2 class="nhsuk-heading-m">The list as it would go on</h2>${forecastChart(figures.name, given.queue ?? 0, weeks)}${forecastTable(weeks)}<h3 class="nhsuk-heading-s">This holds if</h3><ul class="nhsuk-list nhsuk-list--bullet">${position.assumptions.map((assumption) => html`<li>${assumption}</li>`)}</ul>`;
}

/** The band opens from the list as it is. */
function forecastChart(name: string, now: number, weeks: readonly ForecastWeek[]): Html {
  const last = weeks.at(-1);
  // No line: a label at the end of each edge.
  const end = { from: weeks.length + 0.5, to: weeks.length };
  return controlChart({
    id: 'chart-forecast',
    title: `${name}: people on the list`,
    unit: '',
    text:
      last === undefined
        ? ''
        : `In ${last.week} weeks about ${last.queue.middle}; 95 of 100 such lists have between ${last.queue.low} and ${last.queue.high}.`,
    points: [
      { label: 'Now', value: now, between: { low: now, high: now } },
      ...weeks.map(({ week, queue: { low, middle, high } }) => ({
        ...{ label: `${week} wk`, value: middle },
        between: { low, high },
      })),
    ],
    lines:
      last === undefined
        ? []
        : [
            { label: `Most ${last.queue.high}`, value: last.queue.high, kind: 'limit', over: end },
            { label: `Least ${last.queue.low}`, value: last.queue.low, kind: 'limit', over: end },
          ],
  });
}

function forecastTable(weeks: readonly ForecastWeek[]): Html {
  return table({
    caption: 'People on the list, and the wait of whoever joins then',
    captionSize: 's',
    isResponsive: true,
    rows: weeks,
    columns: [
      { heading: 'Weeks from now', cell: ({ week }: ForecastWeek) => week, isRowHeader: true, isNumeric: true },
      { heading: 'Least', cell: ({ queue }) => queue.low, isNumeric: true },
      { heading: 'Middle', cell: ({ queue }) => queue.middle, isNumeric: true },
      { heading: 'Most', cell: ({ queue }) => queue.high, isNumeric: true },
      {
        heading: 'Wait then, weeks',
        cell: ({ waitWeeks }) =>
          waitWeeks === null ? 'nobody is removed' : `${waitWeeks.low.toFixed(1)} to ${waitWeeks.high.toFixed(1)}`,
        isNumeric: true,
      },
    ],
  });
}
