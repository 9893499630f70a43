import type { QueueFigures } from '../../../domain/indicator/queue-figures.ts';
import { allMonths } from '../read-all.ts';
import { type Fact, factColumns } from './fact-columns.ts';
import type { FigureFileKind } from './figure-file.ts';

/** Everything that is published of the queues at a month's end: headline, bands, long waits and every cut. */
export const waitingFile: FigureFileKind = {
  code: 'waiting',
  title: 'Waiting at the end of the month',
  about: 'How many wait in each queue and how long, by band, and by age, deprivation, ethnicity and other groups.',
  restricted: false,
  monthly: true,
  columns: factColumns,
  async rows(deps, call, month) {
    const months = await allMonths(deps, call, month);
    return months.flatMap(({ figures }) => factsOf(figures).map((cells) => ({ cells, stamp: figures.stamp })));
  },
};

function factsOf(figures: QueueFigures): readonly Fact[] {
  const { queue } = figures;
  return [
    [queue, 'number-waiting', '', '', figures.open, 'count'],
    [queue, 'percent-within-standard', '', '', figures.percentWithin, 'per cent'],
    [queue, 'median-wait', '', '', figures.medianWeeks, 'weeks'],
    [queue, 'p92-wait', '', '', figures.p92Weeks, 'weeks'],
    [queue, 'longest-wait', '', '', figures.longestDays, 'days'],
    ...figures.bands.map(({ label, count }): Fact => [queue, 'waiting-by-band', 'band', label, count, 'count']),
    ...figures.longWaits.map(({ label, count }): Fact => [queue, 'long-waiters', 'more than', label, count, 'count']),
    ...figures.cuts.flatMap((cut) =>
      [...cut.groups, ...cut.rollups].flatMap((group): readonly Fact[] => [
        [queue, 'number-waiting', cut.label, group.label, group.open, 'count'],
        [queue, 'percent-within-standard', cut.label, group.label, group.percentWithin, 'per cent'],
        [queue, 'median-wait', cut.label, group.label, group.medianWeeks, 'weeks'],
      ]),
    ),
  ];
}
