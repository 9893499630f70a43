/**
 * A code becomes somebody's way in, once. The answer is one and the same for a code that was never given, was used, is too
 * old, or belongs to a record that is closed: nothing of it says whether there is a child (promises P15 and P16).
 */
import { type FamilyAccess, foldAccess, type Grant, grantOf } from '../../domain/access/family-access.ts';
import { recordedAccess } from '../../domain/access/record-access.ts';
import { epochMillisecondsOf, localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type DomainError, invalid, isDomainError, unavailable } from '../../domain/error.ts';
import type { Person } from '../../domain/person/person.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { FamilyDeps } from '../deps.ts';
import { keptAccess } from '../family-access/record-family-access.ts';
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
  await countTry(deps, call, '/code');
  const found = await deps.invitations.find(input.code);
  const command = commandIdentity(deps, callIn((found ?? NOWHERE).place, call), ['redeem-invitation'], key, input);
  return redeemedBy(deps, call, { found, command, refusal: codeNotUsable, suits: ({ by }) => by === null });
}

/** Times that a link is tried, by anybody, before it opens nothing any more. */
export const MOST_LINK_TRIES = 5;

/**
 * The same for the link of a message, with the date of birth of the child: whoever was sent it by mistake does not know that. Having
 * used it shows that the address it went to is theirs.
 * @throws `invalid` `link-not-usable` or `too-many-tries`, each at `/birthDate`.
 */
export async function redeemLink(
  deps: FamilyDeps,
  call: FamilyCall,
  { secret, birthDate }: { readonly secret: string; readonly birthDate: LocalDate },
  key: string,
): Promise<{ readonly personId: string }> {
  await countTry(deps, call, '/birthDate');
  const tries = await deps.invitationLinks.countTry(secret);
  const led = await deps.invitationLinks.find(secret);
  const found = tries > MOST_LINK_TRIES ? undefined : led;
  const asked = deps.ids.derived('invitation-link', secret, birthDate);
  const command = commandIdentity(deps, callIn((found ?? NOWHERE).place, call), ['redeem-link'], key, asked);
  const suits: Suits = ({ by }, person) => by !== null && person.birthDate === birthDate;
  const redeemed = await redeemedBy(deps, call, { found, command, refusal: linkNotUsable, suits });
  if (found !== undefined) await confirmed(deps, call, found, command);
  return redeemed;
}

type Suits = (invitation: NonNullable<Grant['invitation']>, person: Person['details']) => boolean;

interface Redeeming {
  readonly found: Invitation | undefined;
  readonly command: CommandIdentity;
  /** The one answer to everything that does not work. */
  readonly refusal: () => DomainError;
  /** Whether this way of using it is the one it was given for. */
  readonly suits: Suits;
}

async function redeemedBy(
  deps: FamilyDeps,
  call: FamilyCall,
  { found, command, refusal, suits }: Redeeming,
): Promise<{ readonly personId: string }> {
  const { place, personId } = found ?? NOWHERE;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [access, record] = await Promise.all([
      deps.familyAccesses.get(place, personId),
      deps.people.record(place, personId),
    ]);
    if (access !== undefined && recordedBefore(access.events, command) !== undefined) return { personId };
    const next = redeemed(deps, call, { found, access, person: record?.person.details, command, suits });
    if (next === undefined || record === undefined) throw refusal();
    // The link comes first: whoever holds the grant finds the child. A link without a grant opens nothing.
    await deps.familyAccounts.link(call.identity, { place, personId });
    try {
      await deps.familyAccesses.save(next);
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
    suits,
  }: {
    found: Invitation | undefined;
    access: FamilyAccess | undefined;
    person: Person['details'] | undefined;
    command: CommandIdentity;
    suits: Suits;
  },
): FamilyAccess | undefined {
  if (found === undefined || access === undefined || person === undefined || person.diedOn !== null) return undefined;
  const invitation = grantOf(foldAccess(access.events), found.grantId)?.invitation ?? null;
  if (invitation?.id !== found.invitationId || invitation.expiresAt <= call.now) return undefined;
  if (!suits(invitation, person)) return undefined;
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
async function countTry(deps: FamilyDeps, call: FamilyCall, pointer: string): Promise<void> {
  let account: FamilyAccount | undefined = call.account;
  for (let round = 0; round < ROUNDS && account !== undefined; round += 1) {
    const earlier: NonNullable<FamilyAccount['tries']> = standing(account, call) ?? { since: call.now, count: 0 };
    if (earlier.count >= MOST_TRIES) throw tooManyTries(pointer);
    const tries = { ...earlier, count: earlier.count + 1 };
    try {
      await deps.familyAccounts.save(call.identity, { ...account, version: account.version + 1, tries });
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      account = (await deps.familyAccounts.find(call.identity))?.account;
    }
  }
  throw tooManyTries(pointer);
}

function standing({ tries }: FamilyAccount, { now }: FamilyCall): FamilyAccount['tries'] {
  if (tries === null) return null;
  const over = epochMillisecondsOf(now) - epochMillisecondsOf(tries.since) >= TRY_MINUTES * 60_000;
  return over ? null : tries;
}

function tooManyTries(pointer: string): DomainError {
  const message = 'You have tried too many codes. Try again in an hour';
  return invalid('too-many-tries', message, [{ pointer, code: 'too-many-tries', message }]);
}

/** The address that the link went to is theirs. Whatever else was done about it meanwhile stands. */
async function confirmed(
  deps: FamilyDeps,
  call: FamilyCall,
  { place, personId, grantId }: Invitation,
  command: CommandIdentity,
): Promise<void> {
  const next = { ...command, eventId: deps.ids.derived('family-contact-event', command.eventId) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [access, record] = await Promise.all([
      deps.familyAccesses.get(place, personId),
      deps.people.record(place, personId),
    ]);
    const grant = grantOf(foldAccess(access?.events ?? []), grantId);
    const used = access?.events.findLast(
      ({ facts }) => (facts.kind === 'invited' || facts.kind === 'invited-again') && facts.grantId === grantId,
    )?.facts;
    const channel = used !== undefined && 'by' in used ? used.by : undefined;
    const way = channel === undefined ? undefined : grant?.reach.ways[channel];
    if (access === undefined || record === undefined || channel === undefined || way?.confirmedOn !== null) return;
    const facts = { kind: 'contact-confirmed', grantId, channel, contactId: way.contactId } as const;
    const asked = { facts, on: localDateOf(call.now), seen: access.version, command: next };
    try {
      await keptAccess(deps, callIn(place, call), record.person, access, asked);
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
}

function linkNotUsable(): DomainError {
  const message = 'This link cannot be used with this date. Check the date, or ask the service for a new link';
  return invalid('link-not-usable', message, [{ pointer: '/birthDate', code: 'link-not-usable', message }]);
}

function codeNotUsable(): DomainError {
  const message = 'This code cannot be used. Check it against your letter, or ask the service for a new letter';
  return invalid('code-not-usable', message, [{ pointer: '/code', code: 'code-not-usable', message }]);
}
