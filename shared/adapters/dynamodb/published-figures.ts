import type { MonthOfQueue, PublishedFigures } from '../../application/ports/published-figures.ts';
import type { SeriesPoint } from '../../domain/indicator/month/month-figures.ts';
import {
  censusCollection,
  dutiesCollection,
  monthCollection,
  overviewCollection,
  placeFactsCollection,
  returnsCollection,
  seriesCollection,
} from './figure-keys.ts';
import {
  censusShape,
  dutiesShape,
  factsShape,
  monthShape,
  overviewShape,
  pointShape,
  returnsShape,
} from './stored-figures.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** Months asked for at once, at least: a month may have a few editions, and only the last of each is wanted. */
const EDITIONS_SPARE = 12;

/** Figures in the table of indicators: written once, read by the newest. */
export function publishedFiguresInTable(indicators: TableAccess): PublishedFigures {
  async function newest<T>(
    shape: ItemShape<T>,
    partition: string,
    between?: { readonly from: string; readonly to: string },
  ): Promise<T | undefined> {
    const { items } = await indicators.page({
      partition,
      backwards: true,
      limit: 1,
      ...(between === undefined ? {} : { between }),
    });
    return items[0] === undefined ? undefined : readItem(shape, items[0]);
  }

  async function monthOf(
    partition: string,
    month: string | undefined,
    known: (item: MonthOfQueue) => boolean,
  ): Promise<MonthOfQueue | undefined> {
    const between = month === undefined ? undefined : { from: `${month}#`, to: `${month}$` };
    const question = { partition, backwards: true, ...(between === undefined ? {} : { between }) };
    for await (const page of indicators.pages({ ...question, limit: 5 })) {
      for (const item of page) {
        const { figures, month: told } = readItem(monthShape, item);
        if (known({ figures, month: told })) return { figures, month: told };
      }
    }
    return undefined;
  }

  return {
    async facts(place) {
      return (await newest(factsShape, placeFactsCollection(place)))?.facts;
    },

    async overview(place, view) {
      return (await newest(overviewShape, overviewCollection(place, view)))?.overview;
    },

    async queue(place, queue, view, { asAt, knownAt } = {}) {
      if (view === 'released') {
        const known = ({ figures }: MonthOfQueue) =>
          (asAt === undefined || figures.stamp.asAt <= asAt) &&
          (knownAt === undefined || figures.stamp.takenAt <= knownAt);
        return (await monthOf(monthCollection(place, queue, view), undefined, known))?.figures;
      }
      const to = asAt === undefined ? '9' : knownAt === undefined ? `${asAt}$` : `${asAt}#${knownAt}`;
      const from = asAt === undefined ? '0' : `${asAt}#`;
      return (await newest(censusShape, censusCollection(place, queue), { from, to }))?.figures;
    },

    month(place, queue, view, month, knownAt) {
      const known = ({ month: told }: MonthOfQueue) => knownAt === undefined || told.stamp.takenAt <= knownAt;
      return monthOf(monthCollection(place, queue, view), month, known);
    },

    async series(place, queue, view, months) {
      const partition = seriesCollection(place, queue, view);
      const { items } = await indicators.page({ partition, backwards: true, limit: months + EDITIONS_SPARE });
      return lastEditions(items).slice(-months);
    },

    async returns(place, code, of, month) {
      // Keys begin with the day that a return is as at.
      const between = month === undefined ? undefined : { from: `${month}-`, to: `${month}.` };
      return (await newest(returnsShape, returnsCollection(place, code, of), between))?.returns;
    },

    async duties(place, view, asAt) {
      const partition = dutiesCollection(place, view);
      if (asAt === undefined) return (await newest(dutiesShape, partition))?.duties;
      const until = await newest(dutiesShape, partition, { from: '0', to: `${asAt}$` });
      if (until !== undefined) return until.duties;
      const { items } = await indicators.page({ partition, between: { from: `${asAt}$`, to: '9' }, limit: 1 });
      return items[0] === undefined ? undefined : readItem(dutiesShape, items[0]).duties;
    },
  };
}

/** Each month once, in its last edition, the oldest first. @param items the newest first. */
function lastEditions(items: readonly RawItem[]): readonly SeriesPoint[] {
  const points = new Map<string, SeriesPoint>();
  for (const item of items) {
    const { point } = readItem(pointShape, item);
    if (!points.has(point.month)) points.set(point.month, point);
  }
  return [...points.values()].reverse();
}
