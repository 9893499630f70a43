/** Figures as files: one fact a line, every column documented here, and no cell that a spreadsheet would run. */
import { stringify } from 'csv-stringify/sync';
import type { DutyFigures } from '../../domain/indicator/duty-figures.ts';
import { type Figure, HIDDEN } from '../../domain/indicator/figure.ts';
import type { MonthFigures } from '../../domain/indicator/month/month-figures.ts';
import type { QueueFigures } from '../../domain/indicator/queue-figures.ts';
import type { Stamp } from '../../domain/indicator/stamp.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * The columns of a file of figures. `figure` is empty where there is nothing to tell and `*` where it is hidden; the last five say what it was
 * counted by, and stand on every line so that a line cut out of the file still says what it is.
 */
export const figureColumns = [
  'queue',
  'indicator',
  'group by',
  'group',
  'figure',
  'unit',
  'as at',
  'counted at',
  'rules version',
  'policy version',
  'small numbers',
] as const;

type Line = readonly [queue: string, indicator: string, cut: string, group: string, figure: Figure, unit: string];

function file(lines: readonly (readonly [Line, Stamp])[]): string {
  const rows = lines.map(([[queue, indicator, cut, group, figure, unit], stamp]) => [
    ...[queue, indicator, cut, group, printed(figure), unit],
    ...[stamp.asAt, stamp.takenAt, String(stamp.rules), String(stamp.policy), stamp.suppression],
  ]);
  return written([[...figureColumns], ...rows]);
}

function written(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + stringify(rows as string[][], { escape_formulas: true, record_delimiter: 'windows' });
}

function printed(figure: Figure): string {
  if (figure === null) return '';
  return figure === HIDDEN ? HIDDEN : String(figure);
}

/** Everything that is published of some queues: headline, bands, long waits and every cut. */
export function queuesCsv(queues: readonly QueueFigures[]): string {
  return file(queues.flatMap((figures) => queueLines(figures).map((line) => [line, figures.stamp] as const)));
}

function queueLines(figures: QueueFigures): readonly Line[] {
  const { queue } = figures;
  const all = (indicator: string, figure: Figure, unit: string): Line => [queue, indicator, '', '', figure, unit];
  return [
    all('number-waiting', figures.open, 'count'),
    all('percent-within-standard', figures.percentWithin, 'per cent'),
    all('median-wait', figures.medianWeeks, 'weeks'),
    all('p92-wait', figures.p92Weeks, 'weeks'),
    all('longest-wait', figures.longestDays, 'days'),
    ...figures.bands.map(({ label, count }): Line => [queue, 'waiting-by-band', 'band', label, count, 'count']),
    ...figures.longWaits.map(({ label, count }): Line => [queue, 'long-waiters', 'more than', label, count, 'count']),
    ...figures.cuts.flatMap((cut) =>
      [...cut.groups, ...cut.rollups].flatMap((group): readonly Line[] => [
        [queue, 'number-waiting', cut.label, group.label, group.open, 'count'],
        [queue, 'percent-within-standard', cut.label, group.label, group.percentWithin, 'per cent'],
        [queue, 'median-wait', cut.label, group.label, group.medianWeeks, 'weeks'],
      ]),
    ),
  ];
}

/** How queues went in a month. */
export function monthsCsv(months: readonly MonthFigures[]): string {
  return file(months.flatMap((month) => monthLines(month).map((line) => [line, month.stamp] as const)));
}

function monthLines(month: MonthFigures): readonly Line[] {
  const { queue } = month;
  const all = (indicator: string, what: string, figure: Figure, unit: string): Line => [
    queue,
    indicator,
    month.month,
    what,
    figure,
    unit,
  ];
  return [
    all('net-change', 'Opening', month.opening, 'count'),
    all('net-change', 'Additions', month.additions, 'count'),
    all('net-change', 'Removed', month.removed, 'count'),
    all('net-change', 'Closing', month.closing, 'count'),
    ...month.removals.map(({ label, count }) => all('removals', label, count, 'count')),
    all('referrals', 'Received', month.received, 'count'),
    all('referrals', 'Accepted', month.accepted, 'count'),
    all('referrals', 'Not accepted', month.rejected, 'count'),
    all('percent-seen-within-standard', 'Seen', month.percentSeenWithin, 'per cent'),
    all('clearance-time', 'Weeks to clear', month.clearanceWeeks, 'weeks'),
    all('percent-missed', 'Missed', month.percentMissed, 'per cent'),
    all('percent-triaged-in-time', 'Triaged in time', month.percentTriagedWithin, 'per cent'),
  ];
}

/** The dated duties: on time, of those that should have been. */
export function dutiesCsv({ figures, stamp }: DutyFigures): string {
  const lines = figures.flatMap(({ indicator, label, period, numerator, denominator, percent }): readonly Line[] => [
    ['', indicator, period, `${label}: number`, numerator, 'count'],
    ['', indicator, period, `${label}: of`, denominator, 'count'],
    ['', indicator, period, label, percent, 'per cent'],
  ]);
  return file(lines.map((line) => [line, stamp] as const));
}

/** Columns of the community health services return: a service line and an age group in each row, a band in each column. */
const returnColumns = [
  'service',
  'age group',
  '0-1 weeks',
  '1-2 weeks',
  '2-4 weeks',
  '4-12 weeks',
  '12-18 weeks',
  '18-52 weeks',
  'over 52 weeks',
  'total',
  'as at',
];

/** The community health services return of the queues that are counted by its clock, children and young people apart from adults. */
export function communityReturnCsv(queues: readonly QueueFigures[]): string {
  const rows = queues.flatMap(({ name, stamp, byAge }) =>
    (byAge ?? []).map(({ label, bands }) => [
      name,
      label,
      ...bands.map(String),
      String(bands.reduce((sum, count) => sum + count, 0)),
      stamp.asAt,
    ]),
  );
  return written([returnColumns, ...rows]);
}
