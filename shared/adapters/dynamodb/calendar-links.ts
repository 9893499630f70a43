import * as z from 'zod';
import type { CalendarLinks } from '../../application/ports/calendar-links.ts';
import type { ContactSecrets } from '../crypto/contact-secrets.ts';
import { sha256 } from '../crypto/hash.ts';
import { calendarKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedCalendarSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('C'),
  v: z.literal(1),
  schema: z.int(),
  issuer: z.string().min(1),
  subject: z.string().min(1),
});
export const calendarShape: ItemShape<z.output<typeof storedCalendarSchema>> = {
  name: 'address of a calendar',
  schema: 1,
  upcasts: {},
  stored: storedCalendarSchema,
};

/** Pointers from the hash of a secret to the account whose calendar it opens. */
export function calendarLinksInTable(
  records: TableAccess,
  { calendarOf }: Pick<ContactSecrets, 'calendarOf'>,
): CalendarLinks {
  return {
    async keep(secret, { issuer, subject }) {
      const item = { ...calendarKey(sha256(secret)), v: 1, schema: calendarShape.schema, issuer, subject };
      await records.put(item, 'absent');
    },

    async find(secret) {
      const item = await records.get(calendarKey(sha256(secret)));
      if (item === undefined) return undefined;
      const { issuer, subject } = readItem(calendarShape, item);
      return { issuer, subject };
    },

    secretOf: calendarOf,
  };
}
