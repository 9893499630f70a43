import type { Instant } from '../../domain/calendar/instant.ts';
import type { Reading } from '../../domain/language/reading.ts';
import type { Identity } from './staff-directory.ts';

/** Somebody of a family who has signed in: an id and what guards their codes. The service keeps no name or number of them. */
export interface FamilyAccount {
  /** Opaque: what grants, events and the audit name them by. */
  readonly id: string;
  readonly version: number;
  /** Codes tried since an instant; null when none was. */
  readonly tries: { readonly since: Instant; readonly count: number } | null;
  /** How they chose to read their pages; null until they chose. */
  readonly reading: Reading | null;
  /** The hash of the address of their calendar, and since when it is fed; null where there is none. */
  readonly calendar: { readonly hash: string; readonly since: Instant } | null;
}

/** A child to whose record an account was once let in; whether it still is, the child's access says. */
export interface ChildLink {
  readonly place: string;
  readonly personId: string;
}

/** The families' own directory: apart from the directory of staff, found by what the identity provider calls somebody. */
export interface FamilyAccounts {
  /** The account and its children, in one request; undefined for somebody who never signed in. */
  find(
    identity: Identity,
  ): Promise<{ readonly account: FamilyAccount; readonly children: readonly ChildLink[] } | undefined>;
  /** Keeps a new account (version 1) or the next version of one. @throws `stale` `changed-since`. */
  save(identity: Identity, account: FamilyAccount): Promise<void>;
  /** Leads an account to a child. Doing it twice changes nothing. */
  link(identity: Identity, child: ChildLink): Promise<void>;
}
