import * as z from 'zod';
import type { UnusualHours } from '../../application/ports/unusual-hours.ts';
import { unusualHourSchema } from '../../domain/audit/unusual.ts';
import { unusualList } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedUnusualHourSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  schema: z.int(),
  found: unusualHourSchema,
});
const shape: ItemShape<z.output<typeof storedUnusualHourSchema>> = {
  name: 'unusual hour',
  schema: 1,
  upcasts: {},
  stored: storedUnusualHourSchema,
};

/** Unusual hours in the audit table, in the order of time. */
export function unusualHoursInTable(table: TableAccess): UnusualHours {
  return {
    async keep(place, found) {
      const sk = `${found.hour}#${found.actor}#${found.rule}`;
      await table.put({ pk: unusualList(place), sk, schema: shape.schema, found }, 'absent');
    },

    async *in(place, { from, until }) {
      for await (const page of table.pages({ partition: unusualList(place), between: { from, to: until } }))
        for (const item of page) yield readItem(shape, item).found;
    },
  };
}
