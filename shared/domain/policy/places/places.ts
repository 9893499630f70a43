/** The places this service is set up with, by id. More come as stored policies; nothing else in the code names a place. */
import type { Policy } from '../policy.ts';
import { cheshireEast } from './cheshire-east.ts';
import { liverpool } from './liverpool.ts';

export const initialPolicies: ReadonlyMap<string, Policy> = new Map(
  [liverpool, cheshireEast].map((policy) => [policy.place.id, policy]),
);
