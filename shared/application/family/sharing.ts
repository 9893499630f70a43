/** A young person looks at who sees their record, and decides which parts each of them sees. */
import * as z from 'zod';
import type { AccessFacts } from '../../domain/access/access-event.ts';
import { foldAccess, type Grant, grantOf } from '../../domain/access/family-access.ts';
import { openedParts } from '../../domain/access/opened-parts.ts';
import { type Part, partSchema, parts } from '../../domain/access/part.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { notFound } from '../../domain/error.ts';
import { commandIdentity } from '../command.ts';
import type { FamilyDeps } from '../deps.ts';
import { keptAccess } from '../family-access/record-family-access.ts';
import { callIn, childNotFound, type FamilyCall } from './family-call.ts';
import { readChild } from './read-children.ts';

/** An adult who may see the young person's record. To the young person they are no secret; to each other they are. */
export interface SharedWith {
  readonly grantId: string;
  readonly name: string;
  readonly relationship: Grant['relationship'];
  readonly sees: readonly Part[];
  readonly hidden: readonly Part[];
}

export interface Sharing {
  readonly version: number;
  readonly adults: readonly SharedWith[];
}

export const sharingSchema = z.strictObject({ hidden: z.array(partSchema).max(parts.length) });

/** @throws `not-found` for whoever does not decide about sharing; `forbidden` `access-changed`. */
export async function readSharing(deps: FamilyDeps, call: FamilyCall, personId: string): Promise<Sharing> {
  const { record, policy } = await readChild(deps, call, personId, 'family.share');
  const access = await deps.familyAccesses.get(policy.place.id, personId);
  if (access === undefined) throw childNotFound();
  const state = foldAccess(access.events);
  const today = localDateOf(call.now);
  const adults = state.grants
    .filter(({ holder, account, revoked }) => holder === 'adult' && account !== null && revoked === null)
    .map((grant) => ({
      grantId: grant.id,
      name: grant.name,
      relationship: grant.relationship,
      sees: openedParts(grant, state, record.person.details, today),
      hidden: grant.hiddenByYoungPerson,
    }));
  return { version: access.version, adults };
}

/**
 * Sets which parts an adult does not see: in force with that adult's next request.
 * @param seen the version that the young person decided on.
 * @throws `stale` `changed-since`; `not-found`; `forbidden`.
 */
export async function setSharing(
  deps: FamilyDeps,
  call: FamilyCall,
  { personId, grantId }: { readonly personId: string; readonly grantId: string },
  { hidden }: z.output<typeof sharingSchema>,
  seen: number,
  key: string,
): Promise<void> {
  const { record, policy } = await readChild(deps, call, personId, 'family.share');
  const place = policy.place.id;
  const access = await deps.familyAccesses.get(place, personId);
  const grant = access && grantOf(foldAccess(access.events), grantId);
  if (access === undefined || grant?.holder !== 'adult')
    throw notFound('adult-not-found', 'There is no such person on your list');
  const inPlace = callIn(place, call);
  const command = commandIdentity(deps, inPlace, ['set-sharing', grantId], key, { hidden });
  const facts: AccessFacts = { kind: 'sharing-set', grantId, hidden: [...hidden] };
  await keptAccess(deps, inPlace, record.person, access, { facts, on: localDateOf(call.now), seen, command });
}
