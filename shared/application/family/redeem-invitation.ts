/**
 * A code becomes somebody's way in, once. The answer is one and the same for a code that was never given, was used, is too
 * old, or belongs to a record that is closed: nothing of it says whether there is a child (promises P15 and P16).
 */
import { accessReviews } from '../../domain/access/access-reviews.ts';
import { type FamilyAccess, foldAccess, grantOf } from '../../domain/access/family-access.ts';
import { recordedAccess } from '../../domain/access/record-access.ts';
import { epochMillisecondsOf, localDateOf } from '../../domain/calendar/instant.ts';
import { type DomainError, invalid, isDomainError, unavailable } from '../../domain/error.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { FamilyDeps } from '../deps.ts';
import type { FamilyAccount } from '../ports/family-accounts.ts';
import type { Invitation } from '../ports/invitations.ts';
import { callIn, type FamilyCall } from './family-call.ts';

/** Codes that an account may try in an hour, right ones included. */
export const MOST_TRIES = 5;
const TRY_MINUTES = 60;
/** Rounds of writing where others write at the same moment. */
const ROUNDS = 8;
/** Read in place of the record of a code that leads nowhere, so that a wrong code takes as many requests as a right one. */
const NOWHERE: Invitation = { place: 'nowhere', personId: 'nobody', grantId: 'none', invitationId: 'none' };

/** @throws `invalid` `code-not-usable` or `too-many-tries`, each at `/code`. */
export async function redeemInvitation(
  deps: FamilyDeps,
  call: FamilyCall,
  input: { readonly code: string },
  key: string,
): Promise<{ readonly personId: string }> {
  await countTry(deps, call);
  const found = await deps.invitations.find(input.code);
  const { place, personId } = found ?? NOWHERE;
  const inPlace = callIn(place, call);
  const command = commandIdentity(deps, inPlace, ['redeem-invitation'], key, input);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [access, record] = await Promise.all([
      deps.familyAccesses.get(place, personId),
      deps.people.record(place, personId),
    ]);
    if (access !== undefined && recordedBefore(access.events, command) !== undefined) return { personId };
    const next = redeemed(deps, call, { found, access, person: record?.person.details, command });
    if (next === undefined || record === undefined) throw notUsable();
    const [review = null] = accessReviews(foldAccess(next.events), record.person.details, localDateOf(call.now));
    // The link comes first: whoever holds the grant finds the child. A link without a grant opens nothing.
    await deps.familyAccounts.link(call.identity, { place, personId });
    try {
      await deps.familyAccesses.save(next, review);
      return { personId };
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
  throw unavailable('busy', 'Others are changing this at the same moment');
}

function redeemed(
  deps: FamilyDeps,
  call: FamilyCall,
  {
    found,
    access,
    person,
    command,
  }: {
    found: Invitation | undefined;
    access: FamilyAccess | undefined;
    person: Parameters<typeof accessReviews>[1] | undefined;
    command: CommandIdentity;
  },
): FamilyAccess | undefined {
  if (found === undefined || access === undefined || person === undefined || person.diedOn !== null) return undefined;
  const invitation = grantOf(foldAccess(access.events), found.grantId)?.invitation ?? null;
  if (invitation?.id !== found.invitationId || invitation.expiresAt <= call.now) return undefined;
  const today = localDateOf(call.now);
  const facts = { kind: 'redeemed', grantId: found.grantId, account: call.account.id } as const;
  const recorder = {
    ...command,
    recordedAt: call.now,
    by: { actor: call.account.id, role: 'family' },
    hash: deps.hash,
  };
  return recordedAccess(access, { facts, on: today }, recorder, { person, today });
}

/** Counted before the code is looked at, so that many at once are not more tries than one after another. */
async function countTry(deps: FamilyDeps, call: FamilyCall): Promise<void> {
  let account: FamilyAccount | undefined = call.account;
  for (let round = 0; round < ROUNDS && account !== undefined; round += 1) {
    const earlier: NonNullable<FamilyAccount['tries']> = standing(account, call) ?? { since: call.now, count: 0 };
    if (earlier.count >= MOST_TRIES) throw tooManyTries();
    const tries = { ...earlier, count: earlier.count + 1 };
    try {
      await deps.familyAccounts.save(call.identity, { ...account, version: account.version + 1, tries });
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      account = (await deps.familyAccounts.find(call.identity))?.account;
    }
  }
  throw tooManyTries();
}

function standing({ tries }: FamilyAccount, { now }: FamilyCall): FamilyAccount['tries'] {
  if (tries === null) return null;
  const over = epochMillisecondsOf(now) - epochMillisecondsOf(tries.since) >= TRY_MINUTES * 60_000;
  return over ? null : tries;
}

function tooManyTries(): DomainError {
  const message = 'You have tried too many codes. Try again in an hour';
  return invalid('too-many-tries', message, [{ pointer: '/code', code: 'too-many-tries', message }]);
}

function notUsable(): DomainError {
  const message = 'This code cannot be used. Check it against your letter, or ask the service for a new letter';
  return invalid('code-not-usable', message, [{ pointer: '/code', code: 'code-not-usable', message }]);
}
