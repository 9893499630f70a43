/**
 * Families take part: they book places at events, answer what a place asks, and read what came of it. Each adult with a child whose record
 * is open to them in the place may; an adult is known by a token that follows from account and event or questionnaire under the families'
 * own key, and by nothing else.
 */

import { localDateOf } from '../../domain/calendar/instant.ts';
import { type Answers, checkAnswers } from '../../domain/community/answers.ts';
import { isFor } from '../../domain/community/audience.ts';
import { canBook, isAhead, type Meeting } from '../../domain/community/meeting.ts';
import { canAnswer, type Questionnaire } from '../../domain/community/questionnaire.ts';
import {
  type Booking,
  type BookingInput,
  doorCode,
  seatsTaken,
  withBooking,
  withoutBooking,
} from '../../domain/community/register.ts';
import type { Seeker } from '../../domain/community/seeker.ts';
import { conflict } from '../../domain/error.ts';
import { changeRegister, meetingNotFound } from '../community/meetings.ts';
import { questionnaireNotFound } from '../community/questionnaires.ts';
import type { FamilyDeps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { type FamilyCall, linkTo } from './family-call.ts';
import { type ReadingDeps, readChildren } from './read-children.ts';

type TakingDeps = ReadingDeps & Pick<FamilyDeps, 'ids'>;

/** An event as one adult sees it. */
export interface FamilyMeeting {
  readonly meeting: Meeting;
  /** Their own booking, with what they say at the door. */
  readonly booking: (Booking & { readonly code: string }) | null;
  /** Places that nobody has. */
  readonly free: number;
  readonly canBook: boolean;
}

/** What is going on in a place where the reader has a child. */
export interface TakingPart {
  readonly place: { readonly id: string; readonly name: string };
  readonly meetings: readonly FamilyMeeting[];
  /** Questions that are open. Whether the reader has answered is not known: answers cannot be read. */
  readonly questionnaires: readonly Questionnaire[];
  /** What was asked before and what came of it, the newest first. */
  readonly shared: readonly Questionnaire[];
}

/** @throws nothing: whoever has no child's record open has nothing to take part in. */
export async function readTakingPart(deps: TakingDeps, call: FamilyCall): Promise<readonly TakingPart[]> {
  const places = await openPlaces(deps, call);
  return Promise.all([...places].map(([place, queues]) => takingPartIn(deps, call, place, queues)));
}

/** One event. @throws `not-found` `meeting-not-found`. */
export async function readFamilyMeeting(
  deps: TakingDeps,
  call: FamilyCall,
  { place, meetingId }: { readonly place: string; readonly meetingId: string },
): Promise<FamilyMeeting> {
  const queues = (await openPlaces(deps, call)).get(place);
  const meeting = queues && (await deps.community.meetings.get(place, meetingId));
  if (queues === undefined || meeting === undefined || !isShown(meeting, queues, call)) throw meetingNotFound();
  return familyMeeting(deps, call, meeting);
}

/**
 * Books, or puts on the waiting list when it is full. The same booking again is the one that is there.
 * @throws `conflict` `booking-over`, `booked-already`, `register-full`, `busy`; `not-found` `meeting-not-found`.
 */
export async function bookMeeting(
  deps: TakingDeps,
  call: FamilyCall,
  at: { readonly place: string; readonly meetingId: string },
  { seats, needs }: BookingInput,
): Promise<FamilyMeeting> {
  const { meeting, ...known } = await readFamilyMeeting(deps, call, at);
  if (known.booking?.seats === seats && known.booking.needs === needs) return { meeting, ...known };
  if (!known.canBook) throw conflict('booking-over', 'Places cannot be booked any more');
  const id = seatToken(deps, call, meeting);
  await changeRegister(deps.community, meeting, async (register) => {
    const next = withBooking(register, { id, seats, needs, at: call.now }, meeting.details.capacity);
    const isWaiting = next.bookings.some((booking) => booking.id === id && booking.state === 'waiting');
    // Before the booking itself: a place may be free the moment after it.
    if (isWaiting) await deps.community.seekers.keep(seekerOf(call, meeting, id));
    return next;
  });
  return familyMeeting(deps, call, meeting);
}

/** Gives places back; they go to who waits. Without a booking nothing changes. @throws `conflict` `busy`; `not-found` `meeting-not-found`. */
export async function cancelBooking(
  deps: TakingDeps,
  call: FamilyCall,
  at: { readonly place: string; readonly meetingId: string },
): Promise<FamilyMeeting> {
  const { meeting } = await readFamilyMeeting(deps, call, at);
  const id = seatToken(deps, call, meeting);
  await changeRegister(deps.community, meeting, (register) =>
    withoutBooking(register, id, meeting.details.capacity, call.now),
  );
  return familyMeeting(deps, call, meeting);
}

/** Questions that are open. @throws `not-found` `questionnaire-not-found`. */
export async function readFamilyQuestionnaire(
  deps: TakingDeps,
  call: FamilyCall,
  { place, questionnaireId }: { readonly place: string; readonly questionnaireId: string },
): Promise<Questionnaire> {
  const queues = (await openPlaces(deps, call)).get(place);
  const found = queues && (await deps.community.questionnaires.get(place, questionnaireId));
  const today = localDateOf(call.now);
  if (queues === undefined || found === undefined || !canAnswer(found, today) || !isFor(found.details.queues, queues))
    throw questionnaireNotFound();
  return found;
}

/**
 * Gives answers, once for each adult: which of them gave these is not kept.
 * @throws `invalid` `answers-do-not-fit`, `nothing-answered`; `conflict` `answered-already`; `not-found` `questionnaire-not-found`.
 */
export async function answerQuestionnaire(
  deps: TakingDeps,
  call: FamilyCall,
  at: { readonly place: string; readonly questionnaireId: string },
  answers: Answers,
): Promise<void> {
  const { id, place, details } = await readFamilyQuestionnaire(deps, call, at);
  checkAnswers(details.questions, answers);
  const token = deps.ids.derived('answer', place, id, call.account.id);
  if (!(await deps.community.answers.give(place, id, token, answers)))
    throw conflict('answered-already', 'You have answered these questions. Your first answers count');
}

async function takingPartIn(
  deps: TakingDeps,
  call: FamilyCall,
  place: string,
  queues: readonly string[],
): Promise<TakingPart> {
  const today = localDateOf(call.now);
  const [policy, meetings, questionnaires] = await Promise.all([
    placePolicy(deps.policies, place),
    deps.community.meetings.list(place),
    deps.community.questionnaires.list(place),
  ]);
  const ahead = meetings
    .filter((meeting) => isShown(meeting, queues, call))
    .toSorted((a, b) => (a.details.on < b.details.on ? -1 : 1));
  return {
    place: policy.place,
    meetings: await Promise.all(ahead.map((meeting) => familyMeeting(deps, call, meeting))),
    questionnaires: questionnaires.filter((one) => canAnswer(one, today) && isFor(one.details.queues, queues)),
    shared: sharedBack(questionnaires),
  };
}

/** Questionnaires whose outcome was shared, the newest first: for anybody to read. */
export function sharedBack(all: readonly Questionnaire[]): readonly Questionnaire[] {
  return all
    .filter(({ outcome }) => outcome !== null)
    .toSorted((a, b) => ((a.outcome?.on ?? '') > (b.outcome?.on ?? '') ? -1 : 1));
}

/** The places where a child's record is open to the reader, with what is waited for there. */
async function openPlaces(deps: TakingDeps, call: FamilyCall): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = new Map<string, string[]>();
  for (const child of await readChildren(deps, call)) {
    if (child.kind !== 'open') continue;
    const { place } = linkTo(call, child.view.personId);
    const queues = child.view.waits.filter(({ open }) => open).map(({ queue }) => queue);
    places.set(place, [...(places.get(place) ?? []), ...queues]);
  }
  return places;
}

function isShown(meeting: Meeting, queues: readonly string[], { now }: FamilyCall): boolean {
  return isAhead(meeting, localDateOf(now)) && isFor(meeting.details.queues, queues);
}

async function familyMeeting(deps: TakingDeps, call: FamilyCall, meeting: Meeting): Promise<FamilyMeeting> {
  const { place, id, details } = meeting;
  const bookings = (await deps.community.registers.get(place, id))?.bookings ?? [];
  const token = seatToken(deps, call, meeting);
  const booking = bookings.find(({ id: held }) => held === token);
  return {
    meeting,
    booking: booking === undefined ? null : { ...booking, code: doorCode(booking) },
    free: Math.max(0, details.capacity - seatsTaken({ bookings })),
    canBook: canBook(meeting, localDateOf(call.now)),
  };
}

function seekerOf({ account, children }: FamilyCall, { id: meetingId, place, details }: Meeting, id: string): Seeker {
  const people = children.filter((child) => child.place === place).map(({ personId }) => personId);
  return { id, place, meetingId, account: account.id, people, until: details.on };
}

function seatToken({ ids }: Pick<TakingDeps, 'ids'>, { account }: FamilyCall, { place, id }: Meeting): string {
  return ids.derived('seat', place, id, account.id);
}
