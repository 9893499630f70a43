/**
 * Decides who in a family is told of something that happened, and keeps one message for each. It sends nothing. Whoever decides
 * again, on a repeat or after a crash, finds each message kept.
 */
import * as z from 'zod';
import { foldAccess, type Grant } from '../../domain/access/family-access.ts';
import { openedParts } from '../../domain/access/opened-parts.ts';
import type { DeadlineKind } from '../../domain/alert/deadline-kinds.ts';
import { type Instant, localDateOf } from '../../domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { deliveryTo, type FamilyNoticeKind, partOfNotice } from '../../domain/message/family-notice.ts';
import { messageIdOf, newMessage } from '../../domain/message/message.ts';
import type { Alerts } from '../ports/alerts.ts';
import type { Community } from '../ports/community.ts';
import type { FamilyAccesses } from '../ports/family-accesses.ts';
import type { Hash } from '../ports/hash.ts';
import type { Messages } from '../ports/messages.ts';
import type { People } from '../ports/people.ts';

export interface FamilyPlanningDeps {
  readonly people: Pick<People, 'get'>;
  readonly familyAccesses: Pick<FamilyAccesses, 'get'>;
  readonly alerts: Pick<Alerts, 'many'>;
  readonly messages: Pick<Messages, 'create'>;
  readonly community: { readonly seekers: Pick<Community['seekers'], 'find'> };
  readonly hash: Hash;
}

/** What is needed of an event. Events grow: what else they say is let be. */
const eventSchema = z.object({
  id: opaqueIdSchema,
  type: z.string(),
  data: z.object({
    place: z.string().min(1),
    personId: opaqueIdSchema.optional(),
    referralId: opaqueIdSchema.optional(),
    caseId: opaqueIdSchema.optional(),
    alertId: opaqueIdSchema.optional(),
    deadline: z.string().optional(),
    grantId: opaqueIdSchema.optional(),
    bookingId: opaqueIdSchema.optional(),
  }),
});
type Happened = z.output<typeof eventSchema>;

/** What somebody is to be told. */
interface ToTell {
  readonly notice: FamilyNoticeKind;
  /** The referral, case or booking that it is about. */
  readonly about: string;
  /** What makes two messages the same. */
  readonly once: readonly string[];
  /** Of whom in the family it is: of all to whom the part is open, where it is not said. */
  readonly isFor?: (grant: Grant) => boolean;
}

/** @returns how many messages are new. */
export async function planFamilyMessages(deps: FamilyPlanningDeps, published: unknown, now: Instant): Promise<number> {
  const read = eventSchema.safeParse(published);
  if (!read.success) return 0;
  const { type, data } = read.data;
  if (type === 'booking.moved-up.v1') return tellSeeker(deps, read.data, now);
  const { place, personId } = data;
  const toTell = await toldOf(deps, read.data);
  if (personId === undefined || toTell === undefined) return 0;
  const kept = await keptFor(deps, { place, personId, now }, toTell);
  return kept.filter(({ isNew }) => isNew).length;
}

/** An adult who has a place now is told once, as they are reached for the first of their children where they can be. */
async function tellSeeker(deps: FamilyPlanningDeps, { id, data }: Happened, now: Instant): Promise<number> {
  const { place, bookingId = '' } = data;
  const seeker = await deps.community.seekers.find(place, bookingId);
  if (seeker === undefined) return 0;
  const isFor = ({ account }: Grant) => account === seeker.account;
  const toTell: ToTell = { notice: 'place-given', about: bookingId, once: ['place-given', id], isFor };
  for (const personId of seeker.people) {
    const kept = await keptFor(deps, { place, personId, now }, toTell);
    if (kept.length > 0) return kept.filter(({ isNew }) => isNew).length;
  }
  return 0;
}

interface Child {
  readonly place: string;
  readonly personId: string;
  readonly now: Instant;
}

/** Keeps a message for each in a child's family who is to be told and can be; answers which of them were not there yet. */
async function keptFor(
  deps: FamilyPlanningDeps,
  { place, personId, now }: Child,
  toTell: ToTell,
): Promise<readonly { readonly isNew: boolean }[]> {
  const { notice, about: of, once } = toTell;
  const kept: { readonly isNew: boolean }[] = [];
  for (const grant of await toldIn(deps, { place, personId, now }, toTell)) {
    const delivery = deliveryTo(grant.reach, now);
    if (delivery === null) continue;
    const { channel, at } = delivery;
    const id = familyMessageId(deps.hash, once, grant.id, channel);
    const about = { kind: 'family', notice, personId, grantId: grant.id, about: of } as const;
    const message = newMessage({ id, place, to: grant.id, channel, about, createdAt: now }, at);
    kept.push({ isNew: await deps.messages.create(message) });
  }
  return kept;
}

/** The id of a message to somebody of a family: whoever knows what it tells finds it. */
export function familyMessageId(hash: Hash, once: readonly string[], grantId: string, channel: string): string {
  return messageIdOf([...once, grantId, channel], hash);
}

/** One question a due day, however many of its thresholds are crossed (domain.md 9.3). */
export function onceForCheckIn(referralId: string, due: string): readonly string[] {
  return ['check-in', referralId, due];
}

/** What the team is to prepare, and the family is told of as well: the 16th birthday, and the move to the pathway for adults. */
const growingUpDeadlines: ReadonlySet<string> = new Set<DeadlineKind>(['access-invite', 'plan-transition']);

async function toldOf(deps: FamilyPlanningDeps, { id, type, data }: Happened): Promise<ToTell | undefined> {
  const { place, personId, referralId, caseId, alertId, deadline, grantId } = data;
  if (type === 'alert.raised.v1') {
    const isGrowingUp = deadline !== undefined && growingUpDeadlines.has(deadline);
    if (alertId === undefined || (deadline !== 'family-contact' && !isGrowingUp)) return undefined;
    const [alert] = await deps.alerts.many(place, [alertId]);
    if (alert === undefined) return undefined;
    // The team is to invite the young person six months before; the family is told when the day is near.
    if (deadline === 'access-invite' && alert.threshold === 'amber') return undefined;
    if (isGrowingUp) {
      // Of several waits that move on one birthday a family is told once.
      const once = ['growing-up', personId ?? '', deadline, alert.due];
      return { notice: 'growing-up', about: alert.subject.id, once };
    }
    if (referralId === undefined) return undefined;
    return { notice: 'check-in', about: referralId, once: onceForCheckIn(referralId, alert.due) };
  }
  if (type === 'case.family-message.answered.v1' && caseId !== undefined && grantId !== undefined)
    return { notice: 'answer', about: caseId, once: ['answer', id], isFor: (grant) => grant.id === grantId };
  const isDate = type === 'referral.appointment-booked.v1' || type === 'referral.appointment-cancelled.v1';
  if (isDate && referralId !== undefined)
    return { notice: 'appointment', about: referralId, once: ['appointment', id] };
  return undefined;
}

async function toldIn(
  deps: FamilyPlanningDeps,
  { place, personId, now }: Child,
  { notice, isFor }: ToTell,
): Promise<readonly Grant[]> {
  const access = await deps.familyAccesses.get(place, personId);
  const person = access && (await deps.people.get(place, personId));
  if (access === undefined || person === undefined) return [];
  const state = foldAccess(access.events);
  const part = partOfNotice[notice];
  return state.grants.filter(
    (grant) =>
      (isFor === undefined || isFor(grant)) &&
      part !== null &&
      openedParts(grant, state, person.details, localDateOf(now)).includes(part),
  );
}
