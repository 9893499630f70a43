import * as z from 'zod';
import type { FamilyAccount, FamilyAccounts } from '../../application/ports/family-accounts.ts';
import type { Hash } from '../../application/ports/hash.ts';
import type { Identity } from '../../application/ports/staff-directory.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { stale } from '../../domain/error.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { readingSchema } from '../../domain/language/reading.ts';
import { placeIdSchema } from '../../domain/policy/place-id.ts';
import { childLinkSort, FAMILY_ACCOUNT, familyAccountCollection } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedFamilyAccountSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal(FAMILY_ACCOUNT),
  v: z.int().min(1),
  schema: z.int(),
  id: opaqueIdSchema,
  tries: z.strictObject({ since: instantSchema, count: z.int().min(1) }).nullable(),
  reading: readingSchema.nullable(),
  calendar: z.strictObject({ hash: z.string().length(43), since: instantSchema }).nullable(),
});
export const familyAccountShape: ItemShape<z.output<typeof storedFamilyAccountSchema>> = {
  name: 'family account',
  schema: 3,
  upcasts: {
    // Version 1 knew no way of reading, version 2 no calendar.
    1: (item) => ({ ...item, schema: 2, reading: null }),
    2: (item) => ({ ...item, schema: 3, calendar: null }),
  },
  stored: storedFamilyAccountSchema,
};

export const storedChildLinkSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  schema: z.int(),
  place: placeIdSchema,
  personId: opaqueIdSchema,
});
export const childLinkShape: ItemShape<z.output<typeof storedChildLinkSchema>> = {
  name: 'child of a family account',
  schema: 1,
  upcasts: {},
  stored: storedChildLinkSchema,
};

/** The families' directory in the records table: an account and its children are one collection. */
export function familyAccountsInTable(records: TableAccess, hash: Hash): FamilyAccounts {
  // As JSON, so that no issuer and subject can be told as another pair.
  const collectionOf = ({ issuer, subject }: Identity) =>
    familyAccountCollection(hash(JSON.stringify([issuer, subject])));
  return {
    async find(identity) {
      const items = await records.all({ partition: collectionOf(identity) });
      const own = items.find((item) => item['sk'] === FAMILY_ACCOUNT);
      if (own === undefined) return undefined;
      const { id, v: version, tries, reading, calendar } = readItem(familyAccountShape, own);
      const children = items
        .filter((item) => item !== own)
        .map((item) => readItem(childLinkShape, item))
        .map(({ place, personId }) => ({ place, personId }));
      return { account: { id, version, tries, reading, calendar }, children };
    },

    async save(identity, account: FamilyAccount) {
      const { id, version, tries, reading, calendar } = account;
      const key = { pk: collectionOf(identity), sk: FAMILY_ACCOUNT };
      const item = {
        ...key,
        v: version,
        schema: familyAccountShape.schema,
        id,
        tries,
        reading,
        calendar,
      };
      if (!(await records.put(item, version === 1 ? 'absent' : { version: version - 1 })))
        throw stale('changed-since', 'This account has been changed since you read it');
    },

    async link(identity, { place, personId }) {
      const key = { pk: collectionOf(identity), sk: childLinkSort(place, personId) };
      await records.put({ ...key, v: 1, schema: childLinkShape.schema, place, personId }, 'absent');
    },
  };
}
