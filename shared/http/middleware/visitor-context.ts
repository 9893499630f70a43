/**
 * What the authorizing function says of a visitor, and what functions that cannot read sessions or staff take from it: one
 * shape, written by one side and parsed by the other. Every value is a text or a number, as the gateway hands on.
 */
import * as z from 'zod';
import { type Staff, staffSchema } from '../../domain/staff/staff.ts';

const signedInSchema = z.object({
  state: z.literal('signed-in'),
  staffId: staffSchema.shape.id,
  name: staffSchema.shape.name,
  /** The memberships as JSON: each with its place, role and services. */
  memberships: z.string(),
  /** Of a visitor to pages: the role they chose, `place/role`, or nothing yet. */
  acting: z.string(),
  /** Of a visitor to pages: what their forms carry. Empty for a caller of the API. */
  formToken: z.string(),
  /** Epoch milliseconds at which the session ends if nothing more is asked; 0 for a caller of the API. */
  endsAt: z.coerce.number(),
});

/** Why somebody is not signed in; `not-registered` is signed in and known to no place. */
const strangerSchema = z.object({ state: z.enum(['unknown', 'idle', 'too-long', 'not-registered']) });

const visitorSchema = z.discriminatedUnion('state', [signedInSchema, strangerSchema]);
export type VisitorContext = z.output<typeof visitorSchema>;

/** A visitor as vouched for. Whatever is not said as it should be is nobody. */
export function visitorIn(vouched: Readonly<Record<string, unknown>>): VisitorContext {
  const parsed = visitorSchema.safeParse(vouched);
  return parsed.success ? parsed.data : { state: 'unknown' };
}

/** The member of staff that a context is of. */
export function staffIn({ staffId, name, memberships }: z.output<typeof signedInSchema>): Staff {
  const held: unknown = JSON.parse(memberships);
  return staffSchema.parse({ id: staffId, version: 1, name, active: true, memberships: held });
}

/** What is vouched of a member of staff. */
export function contextOf(
  staff: Staff,
  page: { readonly acting: string; readonly formToken: string; readonly endsAt: number },
): VisitorContext {
  const { id: staffId, name, memberships } = staff;
  return { state: 'signed-in', staffId, name, memberships: JSON.stringify(memberships), ...page };
}
