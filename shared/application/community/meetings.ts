/** Consultation events, for staff: written, opened, cancelled, and who comes, by code and never by name. */
import {
  type Meeting,
  type MeetingDetails,
  type MeetingWork,
  newMeeting,
  workedMeeting,
} from '../../domain/community/meeting.ts';
import { emptyRegister, type Register, seated } from '../../domain/community/register.ts';
import { conflict, notFound } from '../../domain/error.ts';
import type { PaperChange, WritingCall } from '../board/work-paper.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import type { Community } from '../ports/community.ts';
import { mayRead, type PaperKind, queuesAreKnown, readPaper, type WritingDeps, work, writeNew } from './write-paper.ts';

const kindOf = ({ community }: Pick<Deps, 'community'>): PaperKind<Meeting> => ({
  name: 'meeting',
  papers: community.meetings,
  absent: meetingNotFound,
});

/** A meeting with who has places at it. */
export interface MeetingView {
  readonly meeting: Meeting;
  readonly register: Register;
}

/** All of a place, the last day first. @throws `forbidden`. */
export async function listMeetings(
  { community }: Pick<Deps, 'community'>,
  call: Call,
): Promise<readonly MeetingView[]> {
  mayRead(call, meetingNotFound);
  const all = await community.meetings.list(call.actor.place);
  const views = await Promise.all(all.map((meeting) => withRegister(community, meeting)));
  return views.toSorted((a, b) => (a.meeting.details.on > b.meeting.details.on ? -1 : 1));
}

/** @throws `not-found` `meeting-not-found`; `forbidden`. */
export async function readMeeting(deps: Pick<Deps, 'community'>, call: Call, id: string): Promise<MeetingView> {
  return withRegister(deps.community, await readPaper(kindOf(deps), call, id));
}

/** @throws as {@link newMeeting}; `invalid` `queue-unknown`, `idempotency-key-reused`; `forbidden`. */
export function writeMeeting(
  deps: WritingDeps,
  call: WritingCall,
  details: MeetingDetails,
  key: string,
): Promise<Meeting> {
  return writeNew(deps, call, kindOf(deps), details, key, (of, recorded) =>
    newMeeting(of, details, recorded, todayOf(call)),
  );
}

/** Places that are added go to who waits. @throws as {@link workedMeeting}; `stale`; `not-found`; `forbidden`. */
export async function workMeeting(
  deps: WritingDeps,
  call: WritingCall,
  asked: PaperChange & { readonly id: string; readonly work: MeetingWork },
): Promise<Meeting> {
  if (asked.work.kind === 'written') await queuesAreKnown(deps, call, asked.work.details);
  const meeting = await work(deps, call, kindOf(deps), asked, (known, recorded) =>
    workedMeeting(known, asked.work, recorded, todayOf(call)),
  );
  const { place, id, details } = meeting;
  if (meeting.state === 'open' && asked.work.kind === 'written')
    await changeRegister(deps.community, { place, id }, (register) =>
      register.bookings.some(({ state }) => state === 'waiting')
        ? seated(register, details.capacity, call.now)
        : register,
    );
  return meeting;
}

/** More than can press at one moment: each round somebody's write succeeds. */
const ROUNDS = 60;

/**
 * Changes who has places: decided on what was last written, and anew when somebody else was first.
 * @param decide may keep what must be there before the change is.
 * @throws `conflict` `busy`; whatever `decide` throws.
 */
export async function changeRegister(
  { registers }: Pick<Community, 'registers'>,
  of: { readonly place: string; readonly id: string },
  decide: (register: Register) => Register | Promise<Register>,
): Promise<Register> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const register = (await registers.get(of.place, of.id)) ?? emptyRegister(of);
    const next = await decide(register);
    if (next === register || (await registers.keep(next))) return next;
  }
  throw conflict('busy', 'Many people are booking at this moment. Try again');
}

async function withRegister({ registers }: Pick<Community, 'registers'>, meeting: Meeting): Promise<MeetingView> {
  return { meeting, register: (await registers.get(meeting.place, meeting.id)) ?? emptyRegister(meeting) };
}

export function meetingNotFound() {
  return notFound('meeting-not-found', 'There is no such event');
}
