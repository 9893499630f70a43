import type { Staff } from '../../domain/staff/staff.ts';

/** How an identity provider names somebody. */
export interface Identity {
  readonly issuer: string;
  /** The token's `sub`; for a machine, its client id. */
  readonly subject: string;
}

/** Who may use the service: found by what their identity provider calls them, kept under a hash of it. */
export interface StaffDirectory {
  find(identity: Identity): Promise<Staff | undefined>;
  /** Keeps a new member of staff (version 1) or the next version of one. @throws `stale` `changed-since`. */
  save(identity: Identity, staff: Staff): Promise<void>;
}
