/** A member of staff, or a machine that acts for one: who they are to the service and where they may act. One stored item. */
import * as z from 'zod';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';

/** What somebody may be in a place. What each may do is said in permission/grants.ts and nowhere else. */
export const roles = [
  'clinician',
  'administrator',
  'data-manager',
  'commissioner',
  'performance-lead',
  'board-chair',
  'content-editor',
  'audit-officer',
  'operator',
  'council-system',
  'family',
] as const;
export const roleSchema = z.enum(roles);
export type Role = (typeof roles)[number];

/** A role in a place. `services` are the teams worked with, by the slug that a queue's policy names. */
export const membershipSchema = z.strictObject({
  place: placeIdSchema,
  role: roleSchema,
  services: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)).max(40),
});
export type Membership = Readonly<z.output<typeof membershipSchema>>;

export const staffSchema = z.strictObject({
  /** Opaque: what events and the audit name somebody by. */
  id: opaqueIdSchema,
  version: z.int().min(1),
  name: z.string().trim().min(1).max(120),
  /** Somebody who has left keeps their item, so that the history can name them, and can do nothing. */
  active: z.boolean(),
  memberships: z
    .array(membershipSchema)
    .max(20)
    .refine((all) => new Set(all.map(membershipName)).size === all.length, {
      error: 'A role in a place is listed once, with all its services',
      params: { code: 'membership-twice' },
    }),
});
export type Staff = Readonly<z.output<typeof staffSchema>>;

/** How a membership is named where one is chosen: `liverpool/clinician`. */
export function membershipName({ place, role }: Pick<Membership, 'place' | 'role'>): string {
  return `${place}/${role}`;
}
