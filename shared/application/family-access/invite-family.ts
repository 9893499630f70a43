import * as z from 'zod';
import { type AccessFacts, type FactsOf, invitedShape } from '../../domain/access/access-event.ts';
import { foldAccess, grantOf } from '../../domain/access/family-access.ts';
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/instant.ts';
import { conflict, notFound } from '../../domain/error.ts';
import { type Call, todayOf } from '../call.ts';
import { commandIdentity } from '../command.ts';
import type { Deps } from '../deps.ts';
import { recordView } from '../record-view.ts';
import { accessOf, type FamilyAccessView, familyAccessView } from './read-family-access.ts';
import { keptAccess } from './record-family-access.ts';

/** Days that the code of a letter opens something: time for the post, and to find the letter again. */
export const LETTER_DAYS = 28;

type Invited = FactsOf<'invited'>;
/** Whom staff invite, and what they checked first. */
export const invitationSchema = z.strictObject({
  holder: invitedShape.holder,
  name: invitedShape.name,
  relationship: invitedShape.relationship,
  basis: invitedShape.basis,
  checked: invitedShape.checked,
  authority: invitedShape.authority,
});
export type InvitationInput = z.output<typeof invitationSchema>;

type InvitingDeps = Pick<Deps, 'people' | 'policies' | 'familyAccesses' | 'invitations' | 'ids' | 'hash'>;

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
  const command = commandIdentity(deps, call, ['invite-family', personId], key, input);
  const grantId = deps.ids.derived('family-grant', command.eventId);
  const view = await invited(deps, call, personId, seen, command, (invitation) => ({
    kind: 'invited',
    grantId,
    ...given(input),
    ...invitation,
  }));
  return { ...view, grantId };
}

/** A new letter for an invitation that nobody used: the code of the old one opens nothing any more. */
export async function inviteAgain(
  deps: InvitingDeps,
  call: Call,
  personId: string,
  grantId: string,
  seen: number,
  key: string,
): Promise<FamilyAccessView> {
  const command = commandIdentity(deps, call, ['invite-family-again', personId, grantId], key, {});
  return invited(deps, call, personId, seen, command, (invitation) => ({
    kind: 'invited-again',
    grantId,
    ...invitation,
  }));
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
  if (invitation === null || invitation.expiresAt <= call.now)
    throw conflict('invitation-over', 'This invitation has been used, or its time is over');
  return { view, grant, code: deps.invitations.codeOf(invitation.id) };
}

async function invited(
  deps: InvitingDeps,
  call: Call,
  personId: string,
  seen: number,
  command: ReturnType<typeof commandIdentity>,
  factsOf: (invitation: Pick<Invited, 'invitationId' | 'expiresAt'>) => AccessFacts,
): Promise<FamilyAccessView> {
  const { person, access } = await accessOf(deps, call, personId, 'family-access.manage');
  const invitationId = deps.ids.derived('family-invitation', command.eventId);
  const expiresAt = instantOf(epochMillisecondsOf(call.now) + LETTER_DAYS * 86_400_000);
  const facts = factsOf({ invitationId, expiresAt });
  if (!('grantId' in facts)) throw new TypeError('An invitation is for a grant');
  const asked = { facts, on: todayOf(call), seen, command };
  // The pointer comes first: a letter whose code leads nowhere must never be printed. A pointer to no grant opens nothing.
  const { place } = call.actor;
  await deps.invitations.keep({ place, personId, grantId: facts.grantId, invitationId });
  const kept = await keptAccess(deps, call, person, access, asked);
  if (grantOf(foldAccess(kept.events), facts.grantId) === undefined) throw new Error('The invitation was not kept');
  return familyAccessView(person, kept, call);
}

function given({ authority, ...rest }: InvitationInput): Omit<InvitationInput, 'authority'> & { authority?: string } {
  return authority === undefined ? rest : { ...rest, authority };
}
