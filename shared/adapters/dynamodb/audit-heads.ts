import * as z from 'zod';
import type { AuditHeads } from '../../application/ports/audit-heads.ts';
import { dayHeadSchema, type HeadLink, headLinkSchema } from '../../domain/audit/head.ts';
import { headList, headPartKey, padded } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

const itemParts = { pk: z.string(), sk: z.string(), schema: z.int() };

export const storedHeadSchema = z.strictObject({ ...itemParts, head: dayHeadSchema, parts: z.int().min(0) });
const headShape: ItemShape<z.output<typeof storedHeadSchema>> = {
  name: 'head of a day',
  schema: 1,
  upcasts: {},
  stored: storedHeadSchema,
};

export const storedHeadPartSchema = z.strictObject({ ...itemParts, links: z.array(headLinkSchema) });
const partShape: ItemShape<z.output<typeof storedHeadPartSchema>> = {
  name: 'part of a head',
  schema: 1,
  upcasts: {},
  stored: storedHeadPartSchema,
};

/** Links in one item: about 110 bytes each, so far below the 400 KB of an item. */
const PART = 2_000;

/** Heads in the audit table itself, each put once. ADR 0031 says what keeping them in the locked bucket takes. */
export function auditHeadsInTable(table: TableAccess): AuditHeads {
  return {
    async last(place) {
      const { items } = await table.page({ partition: headList(place), backwards: true, limit: 1 });
      return items[0] === undefined ? undefined : readItem(headShape, items[0]).head;
    },

    async keep({ head, links }) {
      const parts = Math.ceil(links.length / PART);
      for (let part = 0; part < parts; part += 1) {
        const key = headPartKey(head.place, head.digest, part);
        const slice = links.slice(part * PART, (part + 1) * PART);
        await table.put({ ...key, schema: partShape.schema, links: slice }, 'absent');
      }
      const key = { pk: headList(head.place), sk: padded(head.number, 6) };
      if (await table.put({ ...key, schema: headShape.schema, head, parts }, 'absent')) return true;
      // Another run was first, or this one was and the answer of its put was lost.
      const { items } = await table.page({ partition: key.pk, between: { from: key.sk, to: key.sk } });
      return items[0] !== undefined && readItem(headShape, items[0]).head.hash === head.hash;
    },

    async *all(place) {
      for await (const page of table.pages({ partition: headList(place) })) {
        for (const item of page) {
          const { head, parts } = readItem(headShape, item);
          const links: HeadLink[] = [];
          for (let part = 0; part < parts; part += 1) {
            const key = headPartKey(place, head.digest, part);
            const { items } = await table.page({ partition: key.pk, between: { from: key.sk, to: key.sk } });
            if (items[0] !== undefined) links.push(...readItem(partShape, items[0]).links);
          }
          yield { head, links };
        }
      }
    },
  };
}
