import * as z from 'zod';
import type { NumberClaim, PersonNumber, PersonNumbers } from '../../application/ports/person-numbers.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { type Key, numberKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedClaimSchema = z.strictObject({
  pk: z.string(),
  sk: z.enum(['N', 'L']),
  v: z.int().min(1),
  schema: z.int(),
  personId: opaqueIdSchema,
  claimedAt: instantSchema,
});

export const claimShape: ItemShape<z.output<typeof storedClaimSchema>> = {
  name: 'number of a person',
  schema: 1,
  upcasts: {},
  stored: storedClaimSchema,
};

/** Pointers from numbers to people. @param keyed the keyed hash: the number itself stands in no key. */
export function personNumbersInTable(records: TableAccess, keyed: (text: string) => string): PersonNumbers {
  async function read(key: Key): Promise<{ claim: NumberClaim; version: number } | undefined> {
    const item = await records.get(key);
    if (item === undefined) return undefined;
    const { personId, claimedAt, v } = readItem(claimShape, item);
    return { claim: { personId, claimedAt }, version: v };
  }

  const keyOf = (place: string, { kind, number }: PersonNumber) => numberKey(place, kind, keyed(`${kind} ${number}`));

  return {
    async find(place, kind, number) {
      return (await read(keyOf(place, { kind, number })))?.claim;
    },

    async findMany(place, numbers) {
      const keys = numbers.map((number) => keyOf(place, number));
      const unlike = new Map(keys.map((key) => [key.pk, key]));
      const claims = new Map<string, NumberClaim>();
      for (const item of await records.many([...unlike.values()])) {
        const { pk, personId, claimedAt } = readItem(claimShape, item);
        claims.set(pk, { personId, claimedAt });
      }
      return keys.map(({ pk }) => claims.get(pk));
    },

    async claim(place, kind, number, claim, over) {
      const key = keyOf(place, { kind, number });
      const item = { ...key, v: 1, schema: claimShape.schema, ...claim };
      if (over === undefined && (await records.put(item, 'absent'))) return claim;
      const held = await read(key);
      if (held === undefined) throw new Error('A pointer that was in the way is not there: nothing removes pointers');
      if (over === undefined || !sameClaim(held.claim, over)) return held.claim;
      if (await records.put({ ...item, v: held.version + 1 }, { version: held.version })) return claim;
      return (await read(key))?.claim ?? held.claim;
    },
  };
}

function sameClaim(a: NumberClaim, b: NumberClaim): boolean {
  return a.personId === b.personId && a.claimedAt === b.claimedAt;
}
