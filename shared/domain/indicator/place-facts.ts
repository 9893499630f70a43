/**
 * What pages of figures need to know of a place's policy: published beside the figures, because whoever may read figures
 * may not read records, and the policy is kept among these.
 */
import * as z from 'zod';
import type { Policy } from '../policy/policy.ts';
import { policyShape, queueCodeSchema } from '../policy/policy.ts';
import { standardSchema } from './queue-figures.ts';

export const placeFactsSchema = z.strictObject({
  place: policyShape.shape.place,
  /** Version of the policy that these are of. */
  version: policyShape.shape.version,
  branding: policyShape.shape.branding,
  organisation: z.string(),
  queues: z.array(
    z.strictObject({ code: queueCodeSchema, name: z.string(), service: z.string(), standard: standardSchema }),
  ),
});
export type PlaceFacts = Readonly<z.output<typeof placeFactsSchema>>;

export function placeFactsOf(policy: Policy): PlaceFacts {
  const { place, version, branding, organisation } = policy;
  const queues = policy.queues.map(({ code, name, service, standard }) => ({
    code,
    name,
    service,
    standard: { days: standard.days, name: standard.name, national: standard.national },
  }));
  return { place, version, branding, organisation, queues };
}
