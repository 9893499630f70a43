import type { Estimates } from '../../application/ports/estimates.ts';
import { estimatesCollection } from './figure-keys.ts';
import { estimatesShape } from './stored-figures.ts';
import { readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** Estimates in the table of indicators: one request for the latest of a queue. */
export function estimatesInTable(indicators: TableAccess): Estimates {
  return {
    async latest(place, queue) {
      const { items } = await indicators.page({
        partition: estimatesCollection(place, queue),
        backwards: true,
        limit: 1,
      });
      return items[0] === undefined ? undefined : readItem(estimatesShape, items[0]).estimates;
    },
  };
}
