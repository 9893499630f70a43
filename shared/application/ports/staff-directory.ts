import type { Role, Staff } from '../../domain/staff/staff.ts';

/** How an identity provider names somebody. */
export interface Identity {
  readonly issuer: string;
  /** The token's `sub`; for a machine, its client id. */
  readonly subject: string;
}

/** What is needed to tell who somebody is. */
export type NamedStaff = Pick<Staff, 'id' | 'name' | 'active'> & {
  readonly memberships: readonly { readonly place: string; readonly role: Role }[];
};

/** Who may use the service: found by what their identity provider calls them, kept under a hash of it. */
export interface StaffDirectory {
  find(identity: Identity): Promise<Staff | undefined>;
  /** Everybody of every place, those who have left included: to name whom a history names by id. */
  everybody(): Promise<readonly NamedStaff[]>;
  /** Who has an id; undefined when nobody has. */
  named(id: string): Promise<NamedStaff | undefined>;
  /** Everybody with a role in a place, with all that is known of them. */
  ofPlace(place: string): Promise<readonly Staff[]>;
  /** Keeps a new member of staff (version 1) or the next version of one. @throws `stale` `changed-since`. */
  save(identity: Identity, staff: Staff): Promise<void>;
}
