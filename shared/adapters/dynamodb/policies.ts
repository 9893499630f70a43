import * as z from 'zod';
import type { Policies } from '../../application/ports/policies.ts';
import { stale } from '../../domain/error.ts';
import { policySchema } from '../../domain/policy/policy.ts';
import { policyCollection, policyKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedPolicySchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.int().min(1),
  schema: z.int(),
  policy: policySchema,
});

export const policyShape: ItemShape<z.output<typeof storedPolicySchema>> = {
  name: 'policy',
  schema: 1,
  upcasts: {},
  stored: storedPolicySchema,
};

/** Policies in the records table: an item a version, never written over, so the one in force is the last. */
export function policiesInTable(records: TableAccess): Policies {
  return {
    async current(place) {
      const { items } = await records.page({ partition: policyCollection(place), backwards: true, limit: 1 });
      return items[0] === undefined ? undefined : readItem(policyShape, items[0]).policy;
    },

    async save(policy) {
      const key = policyKey(policy.place.id, policy.version);
      const item = { ...key, v: policy.version, schema: policyShape.schema, policy };
      const put = await records.put(item, 'absent');
      if (!put) throw stale('changed-since', 'The policy has been changed since you read it');
    },
  };
}
