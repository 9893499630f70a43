import type { FigureKeeping } from '../../application/ports/figure-keeping.ts';
import type { Stamp } from '../../domain/indicator/stamp.ts';
import {
  censusCollection,
  countedAt,
  dutiesCollection,
  estimatesCollection,
  monthCollection,
  monthEdition,
  overviewCollection,
  placeFactsKey,
  returnsCollection,
  seriesCollection,
} from './figure-keys.ts';
import {
  censusShape,
  dutiesShape,
  estimatesShape,
  factsShape,
  monthShape,
  overviewShape,
  pointShape,
  returnsShape,
} from './stored-figures.ts';
import type { TableAccess } from './table-access.ts';

/** Figures into the table of indicators: an item each, put only where nothing has its key. */
export function figuresKeptInTable(indicators: TableAccess): FigureKeeping {
  const counted = ({ asAt, takenAt }: Stamp) => countedAt(asAt, takenAt);
  return {
    facts: (facts) =>
      indicators.put({ ...placeFactsKey(facts.place.id, facts.version), schema: factsShape.schema, facts }, 'absent'),

    overview(view, overview) {
      const key = { pk: overviewCollection(overview.place, view), sk: counted(overview.stamp) };
      return indicators.put({ ...key, schema: overviewShape.schema, overview }, 'absent');
    },

    census(place, figures) {
      const key = { pk: censusCollection(place, figures.queue), sk: counted(figures.stamp) };
      return indicators.put({ ...key, schema: censusShape.schema, figures }, 'absent');
    },

    month(place, view, { figures, month }) {
      const key = {
        pk: monthCollection(place, month.queue, view),
        sk: monthEdition(month.month, month.edition),
      };
      return indicators.put({ ...key, schema: monthShape.schema, figures, month }, 'absent');
    },

    point(place, view, queue, point) {
      const key = { pk: seriesCollection(place, queue, view), sk: monthEdition(point.month, point.edition) };
      return indicators.put({ ...key, schema: pointShape.schema, point }, 'absent');
    },

    duties(view, duties) {
      const key = { pk: dutiesCollection(duties.place, view), sk: counted(duties.stamp) };
      return indicators.put({ ...key, schema: dutiesShape.schema, duties }, 'absent');
    },

    returns(returns) {
      const key = { pk: returnsCollection(returns.place, returns.code, returns.of), sk: counted(returns.stamp) };
      return indicators.put({ ...key, schema: returnsShape.schema, returns }, 'absent');
    },

    estimates(place, estimates) {
      const key = { pk: estimatesCollection(place, estimates.queue), sk: estimates.asAt };
      return indicators.put({ ...key, schema: estimatesShape.schema, estimates }, 'absent');
    },
  };
}
