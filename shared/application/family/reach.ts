/** How somebody of a family is reached: what they chose, and the addresses they gave, each shown to be theirs before it is used. */
import * as z from 'zod';
import type { AccessFacts } from '../../domain/access/access-event.ts';
import { hintOf, LONGEST_ADDRESS, readAddress } from '../../domain/access/contact-address.ts';
import { type ContactPreferences, channelOf } from '../../domain/access/contact-preferences.ts';
import { type FamilyAccess, foldAccess, type Grant, grantOf } from '../../domain/access/family-access.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { conflict, type DomainError, invalid, isDomainError } from '../../domain/error.ts';
import { type PersonalChannel, personalChannels } from '../../domain/message/channel.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Call } from '../call.ts';
import { type CommandIdentity, commandIdentity } from '../command.ts';
import type { FamilyDeps } from '../deps.ts';
import { checkOneTimeCode, sendOneTimeCode } from '../family-access/one-time-code.ts';
import { keptAccess } from '../family-access/record-family-access.ts';
import { callIn, childNotFound, type FamilyCall } from './family-call.ts';
import { readChild } from './read-children.ts';

export interface FamilyReach {
  readonly preferences: ContactPreferences | null;
  readonly ways: readonly FamilyWay[];
  /** By which they are told of things now; null: by none. */
  readonly channel: PersonalChannel | null;
}

export interface FamilyWay {
  readonly channel: PersonalChannel;
  /** Enough of the address to know it by. */
  readonly hint: string;
  readonly confirmed: boolean;
  /** The last message there did not arrive. */
  readonly failed: boolean;
}

export const contactInputSchema = z.strictObject({
  channel: z.enum(personalChannels),
  /** As it was typed; null takes it away. */
  address: z.string().trim().min(1).max(LONGEST_ADDRESS).nullable(),
});
export type ContactInput = z.output<typeof contactInputSchema>;

export const confirmInputSchema = z.strictObject({
  channel: z.enum(['email', 'text']),
  code: z.string().trim().min(1).max(20),
});
export type ConfirmInput = z.output<typeof confirmInputSchema>;

/** Rounds of writing where others write at the same moment. */
const ROUNDS = 8;

/** How the caller is reached about a child. @throws as readChild does. */
export async function readReach(deps: FamilyDeps, call: FamilyCall, personId: string): Promise<FamilyReach> {
  const { grant, place } = await ownGrant(deps, call, personId);
  const { preferences, ways } = grant.reach;
  const found = await Promise.all(
    personalChannels.map(async (channel): Promise<readonly FamilyWay[]> => {
      const way = ways[channel];
      if (way === undefined) return [];
      const address = await deps.contactDetails.read({ place, personId, contactId: way.contactId });
      const hint = address === undefined ? '' : hintOf(channel, address);
      return [{ channel, hint, confirmed: way.confirmedOn !== null, failed: way.failedOn !== null }];
    }),
  );
  return { preferences, ways: found.flat(), channel: channelOf(grant.reach) };
}

/** @throws `not-found`; `forbidden` `access-changed`. */
export async function choosePreferences(
  deps: FamilyDeps,
  call: FamilyCall,
  personId: string,
  preferences: ContactPreferences,
  key: string,
): Promise<void> {
  const own = await ownGrant(deps, call, personId);
  const command = commandIdentity(deps, own.call, ['choose-preferences', personId], key, preferences);
  await written(deps, own, { kind: 'preferences-set', grantId: own.grant.id, preferences }, command);
}

/**
 * Keeps an address, sealed, and sends a code to it where it can show by one whose it is. A letter's waits until staff have checked it.
 * @throws `invalid` `address-format`, `too-many-codes` at `/address`; as choosePreferences.
 */
export async function giveContact(
  deps: FamilyDeps,
  call: FamilyCall,
  personId: string,
  { channel, address: typed }: ContactInput,
  key: string,
): Promise<void> {
  const own = await ownGrant(deps, call, personId);
  const address = typed === null ? null : addressOf(channel, typed);
  const what = ['give-contact', personId, channel];
  // The plain hash of a telephone number is as good as the number: the request is remembered by a keyed one.
  const command = commandIdentity(deps, own.call, what, key, address && deps.ids.derived('contact-address', address));
  const contactId = address === null ? null : deps.ids.derived('family-contact', command.eventId);
  // The address comes first: what leads to it must find it. One that nothing leads to is never read.
  if (address !== null && contactId !== null)
    await deps.contactDetails.keep({ place: own.place, personId, contactId }, address);
  await written(deps, own, { kind: 'contact-set', grantId: own.grant.id, channel, contactId }, command);
  if (contactId !== null && channel !== 'letter')
    await sendOneTimeCode(deps, own.call, { personId, grantId: own.grant.id, contactId, channel }, command.eventId);
}

/** Sends another code to an address that was given. @throws `conflict` `nothing-to-confirm`; as giveContact. */
export async function sendCodeAgain(
  deps: FamilyDeps,
  call: FamilyCall,
  personId: string,
  channel: ConfirmInput['channel'],
  key: string,
): Promise<void> {
  const own = await ownGrant(deps, call, personId);
  const { contactId } = unconfirmed(own.grant, channel);
  const { eventId } = commandIdentity(deps, own.call, ['send-code-again', personId, channel], key, {});
  await sendOneTimeCode(deps, own.call, { personId, grantId: own.grant.id, contactId, channel }, eventId);
}

/** @throws `invalid` `contact-code-not-usable` at `/code`; `conflict` `nothing-to-confirm`; as choosePreferences. */
export async function confirmContact(
  deps: FamilyDeps,
  call: FamilyCall,
  personId: string,
  { channel, code }: ConfirmInput,
  key: string,
): Promise<void> {
  const own = await ownGrant(deps, call, personId);
  const grantId = own.grant.id;
  const { contactId } = unconfirmed(own.grant, channel);
  await checkOneTimeCode(deps, own.call, { personId, grantId, contactId }, code);
  const command = commandIdentity(deps, own.call, ['confirm-contact', personId, channel], key, { contactId });
  await written(deps, own, { kind: 'contact-confirmed', grantId, channel, contactId }, command);
}

interface OwnGrant {
  readonly call: Call;
  readonly place: string;
  readonly person: Person;
  readonly access: FamilyAccess;
  readonly grant: Grant;
}

async function ownGrant(deps: FamilyDeps, call: FamilyCall, personId: string): Promise<OwnGrant> {
  const { record, context } = await readChild(deps, call, personId);
  const { place } = record.person;
  const access = await deps.familyAccesses.get(place, personId);
  const grant = access && grantOf(foldAccess(access.events), context.grant.id);
  if (access === undefined || grant === undefined) throw childNotFound();
  return { call: callIn(place, call), place, person: record.person, access, grant };
}

function unconfirmed({ reach: { ways } }: Grant, channel: PersonalChannel) {
  const way = ways[channel];
  if (way === undefined || way.confirmedOn !== null)
    throw conflict('nothing-to-confirm', 'There is nothing to confirm');
  return way;
}

function addressOf(channel: PersonalChannel, typed: string): string {
  const read = readAddress(channel, typed);
  if ('address' in read) return read.address;
  throw refusal('address-format', read.fault);
}

function refusal(code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer: '/address', code, message }]);
}

/** Writes on the latest version: nobody decides here on what others may do. */
async function written(
  deps: FamilyDeps,
  { call, place, person, access }: OwnGrant,
  facts: AccessFacts,
  command: CommandIdentity,
): Promise<void> {
  let current: FamilyAccess | undefined = access;
  for (let round = 0; round < ROUNDS && current !== undefined; round += 1) {
    const asked = { facts, on: localDateOf(call.now), seen: current.version, command };
    try {
      await keptAccess(deps, call, person, current, asked);
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      current = await deps.familyAccesses.get(place, person.id);
    }
  }
  throw conflict('busy', 'Somebody else is changing this at the same moment. Send it again');
}
