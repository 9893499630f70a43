/** How figures are stored: one item each, written once and never changed. */
import * as z from 'zod';
import { publishedEstimatesSchema } from '../../domain/estimate/published.ts';
import { dutyFiguresSchema } from '../../domain/indicator/duty-figures.ts';
import { monthFiguresSchema, seriesPointSchema } from '../../domain/indicator/month/month-figures.ts';
import { overviewSchema } from '../../domain/indicator/overview.ts';
import { placeFactsSchema } from '../../domain/indicator/place-facts.ts';
import { queueFiguresSchema } from '../../domain/indicator/queue-figures.ts';
import { returnFiguresSchema } from '../../domain/indicator/returns/return-figures.ts';
import type { ItemShape, RawItem } from './stored-item.ts';

const kept = { pk: z.string(), sk: z.string(), schema: z.int() } as const;

export const storedFactsSchema = z.strictObject({ ...kept, facts: placeFactsSchema });
export const factsShape: ItemShape<z.output<typeof storedFactsSchema>> = {
  name: 'facts of a place',
  schema: 1,
  upcasts: {},
  stored: storedFactsSchema,
};

export const storedOverviewSchema = z.strictObject({ ...kept, overview: overviewSchema });
export const overviewShape: ItemShape<z.output<typeof storedOverviewSchema>> = {
  name: 'overview of a place',
  schema: 1,
  upcasts: {},
  stored: storedOverviewSchema,
};

export const storedCensusSchema = z.strictObject({ ...kept, figures: queueFiguresSchema });
export const censusShape: ItemShape<z.output<typeof storedCensusSchema>> = {
  name: 'census of a queue',
  schema: 1,
  upcasts: {},
  stored: storedCensusSchema,
};

export const storedMonthSchema = z.strictObject({
  ...kept,
  figures: queueFiguresSchema,
  month: monthFiguresSchema,
});
export const monthShape: ItemShape<z.output<typeof storedMonthSchema>> = {
  name: 'month of a queue',
  schema: 2,
  upcasts: { 1: withoutFirstContacts },
  stored: storedMonthSchema,
};

/** First contacts were not counted apart at first: what was published stays as it was, and says nothing of them. */
function withoutFirstContacts(item: RawItem): RawItem {
  const month = item['month'] as RawItem;
  return { ...item, schema: 2, month: { ...month, firstContacts: null, followUpsPerFirst: null } };
}

export const storedPointSchema = z.strictObject({ ...kept, point: seriesPointSchema });
export const pointShape: ItemShape<z.output<typeof storedPointSchema>> = {
  name: 'month of a series',
  schema: 1,
  upcasts: {},
  stored: storedPointSchema,
};

export const storedDutiesSchema = z.strictObject({ ...kept, duties: dutyFiguresSchema });
export const dutiesShape: ItemShape<z.output<typeof storedDutiesSchema>> = {
  name: 'duties of a place',
  schema: 1,
  upcasts: {},
  stored: storedDutiesSchema,
};

export const storedReturnsSchema = z.strictObject({ ...kept, returns: returnFiguresSchema });
export const returnsShape: ItemShape<z.output<typeof storedReturnsSchema>> = {
  name: 'return of a place',
  schema: 1,
  upcasts: {},
  stored: storedReturnsSchema,
};

export const storedEstimatesSchema = z.strictObject({ ...kept, estimates: publishedEstimatesSchema });
export const estimatesShape: ItemShape<z.output<typeof storedEstimatesSchema>> = {
  name: 'estimates of a queue',
  schema: 1,
  upcasts: {},
  stored: storedEstimatesSchema,
};
