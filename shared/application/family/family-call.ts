import type { Instant } from '../../domain/calendar/instant.ts';
import { notFound } from '../../domain/error.ts';
import type { Call } from '../call.ts';
import type { ChildLink, FamilyAccount } from '../ports/family-accounts.ts';
import type { Identity } from '../ports/staff-directory.ts';

/** One call by somebody of a family: who they are, the children they were let in to, when, and under which request. */
export interface FamilyCall {
  readonly account: FamilyAccount;
  readonly identity: Identity;
  readonly children: readonly ChildLink[];
  readonly now: Instant;
  readonly requestId: string;
}

/** The same call inside the place of one child. */
export function callIn(place: string, { account, now, requestId }: FamilyCall): Call {
  return { actor: { id: account.id, place, role: 'family', services: [] }, now, requestId };
}

/** The link to a child. @throws `not-found` `child-not-found`, for a child of others as for one that is not there. */
export function linkTo(call: FamilyCall, personId: string): ChildLink {
  const link = call.children.find((child) => child.personId === personId);
  if (link === undefined) throw childNotFound();
  return link;
}

export function childNotFound() {
  return notFound('child-not-found', 'There is no such child');
}
