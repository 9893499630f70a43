import type { Role } from '../staff/staff.ts';

/** Somebody who asks, in the one role they act in for this call. */
export interface Actor {
  /** Opaque id of the member of staff. */
  readonly id: string;
  readonly place: string;
  readonly role: Role;
  /** Slugs of the services they work with. */
  readonly services: readonly string[];
}
