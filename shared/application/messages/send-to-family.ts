/**
 * A message to somebody of a family, at the last moment: whether they may still be told, where they are reached now, and the words
 * in their language and format. What is no longer so is not sent (domain.md F9-13: nothing after a death).
 */
import type { ContactWay } from '../../domain/access/contact-preferences.ts';
import { type AccessState, foldAccess, type Grant, grantOf } from '../../domain/access/family-access.ts';
import { openedParts } from '../../domain/access/opened-parts.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { isAhead } from '../../domain/community/meeting.ts';
import { isPresent, noticesFrom } from '../../domain/community/notice.ts';
import type { PersonalChannel } from '../../domain/message/channel.ts';
import { type FamilyNotice, partOfNotice, styleOf } from '../../domain/message/family-notice.ts';
import { noticeWords } from '../../domain/message/family-notice-words.ts';
import type { Message } from '../../domain/message/message.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Community } from '../ports/community.ts';
import type { ContactDetails, OneTimeCodes } from '../ports/contact-details.ts';
import type { FamilyAccesses } from '../ports/family-accesses.ts';
import type { InvitationLinks } from '../ports/invitations.ts';
import type { People } from '../ports/people.ts';
import type { Outgoing } from '../ports/senders.ts';

export interface FamilySendingDeps {
  readonly people: Pick<People, 'get'>;
  readonly familyAccesses: Pick<FamilyAccesses, 'get'>;
  readonly contactDetails: Pick<ContactDetails, 'read'>;
  readonly oneTimeCodes: Pick<OneTimeCodes, 'get' | 'codeOf'>;
  readonly invitationLinks: Pick<InvitationLinks, 'linkOf'>;
  readonly community: {
    readonly notices: Pick<Community['notices'], 'since'>;
    readonly meetings: Pick<Community['meetings'], 'get'>;
    readonly registers: Pick<Community['registers'], 'get'>;
    readonly seekers: Pick<Community['seekers'], 'find'>;
  };
}

/** Where it goes and what it says. `over`: it is not to be told any more. */
export type ToFamily =
  | 'over'
  | 'no-address'
  | { readonly address: string; readonly name: string; readonly what: Omit<Outgoing, 'attempt' | 'isRepeat'> };

export async function toFamily(
  deps: FamilySendingDeps,
  { id: reference, place, channel }: Message,
  about: FamilyNotice,
  { at, publicUrl }: { readonly at: Instant; readonly publicUrl: string },
): Promise<ToFamily> {
  const { personId, grantId } = about;
  const [person, access] = await Promise.all([
    deps.people.get(place, personId),
    deps.familyAccesses.get(place, personId),
  ]);
  const state = foldAccess(access?.events ?? []);
  const grant = grantOf(state, grantId);
  const way = grant?.reach.ways[channel as PersonalChannel];
  if (person === undefined || grant === undefined) return 'over';
  if (!(await isStillSo(deps, place, about, { person, state, grant, way, at }))) return 'over';
  const address =
    way === undefined ? undefined : await deps.contactDetails.read({ place, personId, contactId: way.contactId });
  if (address === undefined) return 'no-address';
  const style = styleOf(grant.reach);
  const code = about.notice === 'contact-code' ? deps.oneTimeCodes.codeOf(about.about) : null;
  const { subject, text, ending } = noticeWords(about.notice, style, code);
  const url = `${publicUrl}${pathOf(deps, about)}`;
  const family = { ending, largePrint: style.largePrint };
  return { address, name: grant.name, what: { reference, place, type: 'family', subject, text, url, at, family } };
}

interface Standing {
  readonly person: Person;
  readonly state: AccessState;
  readonly grant: Grant;
  readonly way: ContactWay | undefined;
  readonly at: Instant;
}

async function isStillSo(
  { oneTimeCodes, community }: FamilySendingDeps,
  place: string,
  { notice, personId, grantId, about }: FamilyNotice,
  { person: { details }, state, grant, way, at }: Standing,
): Promise<boolean> {
  if (details.diedOn !== null || grant.revoked !== null) return false;
  if (notice === 'invitation')
    return grant.account === null && grant.invitation?.id === about && grant.invitation.expiresAt > at;
  if (notice === 'contact-code') {
    const code = await oneTimeCodes.get(place, personId, grantId);
    return code?.codeId === about && code.contactId === way?.contactId && code.expiresAt > at;
  }
  const today = localDateOf(at);
  if (notice === 'news') {
    const begun = await community.notices.since(place, noticesFrom(today));
    if (!begun.some((one) => one.id === about && isPresent(one, today))) return false;
  }
  if (notice === 'place-given' && !(await hasPlace(community, place, about, today))) return false;
  const part = partOfNotice[notice];
  if (part === null || way?.confirmedOn === null) return false;
  return openedParts(grant, state, details, today).includes(part);
}

/** Whether the event is still to come, and its register holds the places. */
async function hasPlace(
  { meetings, registers, seekers }: FamilySendingDeps['community'],
  place: string,
  token: string,
  today: LocalDate,
): Promise<boolean> {
  const seeker = await seekers.find(place, token);
  if (seeker === undefined) return false;
  const [meeting, register] = await Promise.all([
    meetings.get(place, seeker.meetingId),
    registers.get(place, seeker.meetingId),
  ]);
  if (meeting?.state !== 'open' || !isAhead(meeting, today)) return false;
  return register?.bookings.some(({ id, state }) => id === token && state === 'booked') ?? false;
}

function pathOf({ invitationLinks }: FamilySendingDeps, { notice, personId, about }: FamilyNotice): string {
  switch (notice) {
    case 'invitation':
      return `/family/invited/${invitationLinks.linkOf(about)}`;
    case 'contact-code':
    case 'growing-up':
      return `/family/children/${personId}/growing-up`;
    case 'news':
      return '/family';
    case 'place-given':
      return '/family/have-your-say';
    case 'check-in':
      return `/family/children/${personId}/still-needed`;
    case 'answer':
    case 'appointment':
      return `/family/children/${personId}`;
  }
}
