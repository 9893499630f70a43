import * as z from 'zod';
import { type AccessFacts, type FactsOf, invitedShape, linkChannels } from '../../domain/access/access-event.ts';
import { readAddress } from '../../domain/access/contact-address.ts';
import { type FamilyAccess, foldAccess, grantOf } from '../../domain/access/family-access.ts';
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/instant.ts';
import { conflict, invalid, notFound } from '../../domain/error.ts';
import { messageIdOf, newMessage } from '../../domain/message/message.ts';
import { type Call, todayOf } from '../call.ts';
import { type CommandIdentity, commandIdentity } from '../command.ts';
import type { Deps } from '../deps.ts';
import { recordView } from '../record-view.ts';
import { accessOf, type FamilyAccessView, familyAccessView } from './read-family-access.ts';
import { keptAccess } from './record-family-access.ts';

/** Days that the code of a letter opens something: time for the post, and to find the letter again. */
export const LETTER_DAYS = 28;

type Invited = FactsOf<'invited'>;
/** Days that a link holds: it is opened where it arrives. */
export const LINK_DAYS = 7;

/** Whom staff invite, and what they checked first. */
export const invitationSchema = z.strictObject({
  holder: invitedShape.holder,
  name: invitedShape.name,
  relationship: invitedShape.relationship,
  basis: invitedShape.basis,
  checked: invitedShape.checked,
  authority: invitedShape.authority,
  /** Where a link is sent; without it there is a letter with a code to print. */
  link: z.strictObject({ channel: z.enum(linkChannels), address: z.string().trim().min(1).max(120) }).optional(),
});
export type InvitationInput = z.output<typeof invitationSchema>;

type InvitingDeps = Pick<
  Deps,
  | 'people'
  | 'policies'
  | 'familyAccesses'
  | 'invitations'
  | 'invitationLinks'
  | 'contactDetails'
  | 'messages'
  | 'ids'
  | 'hash'
>;

/**
 * Invites somebody to a child's record: their grant waits from now on for whoever has the code of the letter.
 * @throws as recordFamilyAccess does.
 */
export async function inviteFamily(
  deps: InvitingDeps,
  call: Call,
  personId: string,
  input: InvitationInput,
  seen: number,
  key: string,
): Promise<FamilyAccessView & { readonly grantId: string }> {
  const { link, ...asked } = input;
  const address = link && addressOf(link);
  // The plain hash of a telephone number is as good as the number: the request is remembered by a keyed one.
  const remembered =
    address === undefined ? asked : { ...asked, address: deps.ids.derived('contact-address', address) };
  const command = commandIdentity(deps, call, ['invite-family', personId], key, remembered);
  const grantId = deps.ids.derived('family-grant', command.eventId);
  const by = link?.channel ?? null;
  const view = await invited(deps, call, { personId, seen, command, by }, (invitation) => ({
    kind: 'invited',
    grantId,
    ...given(asked),
    ...invitation,
  }));
  if (link === undefined || address === undefined) return { ...view, grantId };
  const reached = await keptWay(deps, call, view, { grantId, channel: link.channel, address, command });
  await sendLink(deps, call, personId, grantId, command);
  return { ...familyAccessView(view.person, reached, call), grantId };
}

/** A new letter, or another link to where the last one went, for an invitation that nobody used: the old one opens nothing any more. */
export async function inviteAgain(
  deps: InvitingDeps,
  call: Call,
  { personId, grantId, byLink }: { readonly personId: string; readonly grantId: string; readonly byLink: boolean },
  seen: number,
  key: string,
): Promise<FamilyAccessView> {
  const command = commandIdentity(deps, call, ['invite-family-again', personId, grantId], key, {});
  const { access } = await accessOf(deps, call, personId, 'family-access.manage');
  const last = grantOf(foldAccess(access.events), grantId)?.invitation?.by ?? null;
  if (byLink && last === null) throw conflict('no-link', 'No link was sent to them: print a letter');
  const by = byLink ? last : null;
  const view = await invited(deps, call, { personId, seen, command, by }, (invitation) => ({
    kind: 'invited-again',
    grantId,
    ...invitation,
  }));
  if (by !== null) await sendLink(deps, call, personId, grantId, command);
  return view;
}

/** What a letter says; the name is the adult's own. */
export interface InvitationLetter {
  readonly view: FamilyAccessView;
  readonly grant: FamilyAccessView['grants'][number];
  readonly code: string;
}

/**
 * The letter of an invitation that nobody has used, to print.
 * @throws `not-found` `invitation-not-found`; `conflict` `invitation-over` once used, ended or expired; as readFamilyAccess.
 */
export async function invitationLetter(
  deps: InvitingDeps & Pick<Deps, 'audit'>,
  call: Call,
  personId: string,
  grantId: string,
): Promise<InvitationLetter> {
  const { person, access, marks } = await accessOf(deps, call, personId, 'family-access.manage');
  await recordView(deps, call, 'family-access.manage', [personId], null, { marks });
  const view = familyAccessView(person, access, call);
  const grant = view.grants.find(({ id }) => id === grantId);
  if (grant === undefined) throw notFound('invitation-not-found', 'There is no such invitation');
  const { invitation } = grant;
  if (invitation === null || invitation.expiresAt <= call.now || invitation.by !== null)
    throw conflict('invitation-over', 'This invitation has been used, or its time is over');
  return { view, grant, code: deps.invitations.codeOf(invitation.id) };
}

interface Inviting {
  readonly personId: string;
  readonly seen: number;
  readonly command: CommandIdentity;
  /** How its link is sent; null for a letter. */
  readonly by: (typeof linkChannels)[number] | null;
}

async function invited(
  deps: InvitingDeps,
  call: Call,
  { personId, seen, command, by }: Inviting,
  factsOf: (invitation: Pick<Invited, 'invitationId' | 'expiresAt' | 'by'>) => AccessFacts,
): Promise<FamilyAccessView> {
  const { person, access } = await accessOf(deps, call, personId, 'family-access.manage');
  const invitationId = invitationOf(deps, command);
  const days = by === null ? LETTER_DAYS : LINK_DAYS;
  const expiresAt = instantOf(epochMillisecondsOf(call.now) + days * 86_400_000);
  const facts = factsOf({ invitationId, expiresAt, ...(by === null ? {} : { by }) });
  if (!('grantId' in facts)) throw new TypeError('An invitation is for a grant');
  const asked = { facts, on: todayOf(call), seen, command };
  // The pointer comes first: a letter whose code leads nowhere must never be printed. A pointer to no grant opens nothing.
  const { place } = call.actor;
  const pointers = by === null ? deps.invitations : deps.invitationLinks;
  await pointers.keep({ place, personId, grantId: facts.grantId, invitationId });
  const kept = await keptAccess(deps, call, person, access, asked);
  if (grantOf(foldAccess(kept.events), facts.grantId) === undefined) throw new Error('The invitation was not kept');
  return familyAccessView(person, kept, call);
}

function invitationOf({ ids }: Pick<Deps, 'ids'>, { eventId }: CommandIdentity): string {
  return ids.derived('family-invitation', eventId);
}

/** Keeps, sealed, where the link goes: what shows it to be theirs is that it was used. */
async function keptWay(
  deps: InvitingDeps,
  call: Call,
  { person, access }: FamilyAccessView,
  {
    grantId,
    channel,
    address,
    command,
  }: {
    readonly grantId: string;
    readonly channel: (typeof linkChannels)[number];
    readonly address: string;
    readonly command: CommandIdentity;
  },
): Promise<FamilyAccess> {
  const contactId = deps.ids.derived('family-contact', command.eventId);
  await deps.contactDetails.keep({ place: person.place, personId: person.id, contactId }, address);
  const facts = { kind: 'contact-set', grantId, channel, contactId } as const;
  const next = { ...command, eventId: deps.ids.derived('family-contact-event', command.eventId) };
  const asked = { facts, on: todayOf(call), seen: access.version, command: next };
  return keptAccess(deps, call, person, access, asked);
}

/** The message with the link: once for each invitation. */
async function sendLink(
  deps: InvitingDeps,
  { actor: { place }, now }: Call,
  personId: string,
  grantId: string,
  command: CommandIdentity,
): Promise<void> {
  const about = {
    kind: 'family',
    notice: 'invitation',
    personId,
    grantId,
    about: invitationOf(deps, command),
  } as const;
  const access = await deps.familyAccesses.get(place, personId);
  const channel = grantOf(foldAccess(access?.events ?? []), grantId)?.invitation?.by;
  if (channel === undefined || channel === null) return;
  const id = messageIdOf(['invitation', about.about], deps.hash);
  await deps.messages.create(newMessage({ id, place, to: grantId, channel, about, createdAt: now }, now));
}

/** @throws `invalid` `address-format` at `/link/address`. */
function addressOf({ channel, address: typed }: NonNullable<InvitationInput['link']>): string {
  const read = readAddress(channel, typed);
  if ('address' in read) return read.address;
  const pointer = '/link/address';
  throw invalid('address-format', read.fault, [{ pointer, code: 'address-format', message: read.fault }]);
}

type GivenInvitation = Omit<InvitationInput, 'link'>;

function given({ authority, ...rest }: GivenInvitation): Omit<GivenInvitation, 'authority'> & { authority?: string } {
  return authority === undefined ? rest : { ...rest, authority };
}
