/** How the adults of a child are reached, for staff: whole addresses, and what they write down of what they were told. */
import * as z from 'zod';
import { LONGEST_ADDRESS, readAddress } from '../../domain/access/contact-address.ts';
import { foldAccess, type Grant, grantOf } from '../../domain/access/family-access.ts';
import { invalid, notFound } from '../../domain/error.ts';
import { personalChannels } from '../../domain/message/channel.ts';
import { can, type Subject } from '../../domain/permission/can.ts';
import { type Call, todayOf } from '../call.ts';
import { commandIdentity } from '../command.ts';
import type { Deps } from '../deps.ts';
import { accessOf, type FamilyAccessView, familyAccessView } from './read-family-access.ts';
import { keptAccess } from './record-family-access.ts';

/** Somebody of a family with the addresses they are reached at, by the id of each. */
export interface ReachedGrant {
  readonly grant: Grant;
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * How to reach a family, beside a record that is open already and was recorded as seen: nobody where there are no grants, or the
 * caller may not know of them.
 */
export async function familyReach(
  deps: Pick<Deps, 'familyAccesses' | 'contactDetails'>,
  { actor }: Call,
  personId: string,
  subject: Subject,
): Promise<readonly ReachedGrant[]> {
  if (can(actor, 'family-access.read', subject) !== 'allowed') return [];
  const access = await deps.familyAccesses.get(actor.place, personId);
  const { grants } = foldAccess(access?.events ?? []);
  return withAddresses(
    deps,
    actor.place,
    personId,
    grants.filter(({ revoked }) => revoked === null),
  );
}

/** Grants with their addresses: a request for each that was given. */
export function withAddresses(
  { contactDetails }: Pick<Deps, 'contactDetails'>,
  place: string,
  personId: string,
  grants: readonly Grant[],
): Promise<readonly ReachedGrant[]> {
  return Promise.all(
    grants.map(async (grant) => {
      const ids = Object.values(grant.reach.ways).map(({ contactId }) => contactId);
      const read = await Promise.all(ids.map((contactId) => contactDetails.read({ place, personId, contactId })));
      const known = ids.flatMap((id, at) => (read[at] === undefined ? [] : [[id, read[at]] as const]));
      return { grant, addresses: new Map(known) };
    }),
  );
}

/** What staff write down of where somebody is reached. */
export const familyContactSchema = z.strictObject({
  channel: z.enum(personalChannels),
  /** Null takes it away. */
  address: z.string().trim().min(1).max(LONGEST_ADDRESS).nullable(),
  /** Who said so. */
  saidBy: z.string().trim().min(1).max(120),
  /** They have checked that it leads to them. What is not checked is not used until a code or a link has shown it. */
  checked: z.boolean(),
});
export type FamilyContactInput = z.output<typeof familyContactSchema>;

/**
 * Keeps an address of somebody in the family, sealed.
 * @param seen the version that the caller decided on.
 * @throws `invalid` `address-format` at `/address`; `not-found` `grant-not-found`; as recordFamilyAccess.
 */
export async function recordFamilyContact(
  deps: Pick<Deps, 'people' | 'policies' | 'familyAccesses' | 'contactDetails' | 'ids' | 'hash'>,
  call: Call,
  { personId, grantId }: { readonly personId: string; readonly grantId: string },
  { channel, address: typed, saidBy, checked }: FamilyContactInput,
  seen: number,
  key: string,
): Promise<FamilyAccessView> {
  const { person, access } = await accessOf(deps, call, personId, 'family-access.manage');
  if (grantOf(foldAccess(access.events), grantId) === undefined)
    throw notFound('grant-not-found', 'There is no such access');
  const read = typed === null ? { address: null } : readAddress(channel, typed);
  if ('fault' in read)
    throw invalid('address-format', read.fault, [{ pointer: '/address', code: 'address-format', message: read.fault }]);
  const { address } = read;
  const asked = { channel, saidBy, checked, address: address && deps.ids.derived('contact-address', address) };
  const command = commandIdentity(deps, call, ['family-contact', personId, grantId], key, asked);
  const contactId = address === null ? null : deps.ids.derived('family-contact', command.eventId);
  if (address !== null && contactId !== null)
    await deps.contactDetails.keep({ place: call.actor.place, personId, contactId }, address);
  const facts = { kind: 'contact-set', grantId, channel, contactId, saidBy, checked } as const;
  const kept = await keptAccess(deps, call, person, access, { facts, on: todayOf(call), seen, command });
  return familyAccessView(person, kept, call);
}
