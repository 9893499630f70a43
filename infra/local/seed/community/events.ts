/** Events of the invented places: one with room, one that is full, one that is over, one that staff have yet to open. */
import {
  changeRegister,
  listMeetings,
  workMeeting,
  writeMeeting,
} from '../../../../shared/application/community/meetings.ts';
import type { Deps, FamilyDeps } from '../../../../shared/application/deps.ts';
import { familyOf } from '../../../../shared/application/family/family-session.ts';
import { bookMeeting } from '../../../../shared/application/family/taking-part.ts';
import type { Identity } from '../../../../shared/application/ports/staff-directory.ts';
import { addDays, type LocalDate, type Weekday, weekdayOf } from '../../../../shared/domain/calendar/local-date.ts';
import type { MeetingDetails } from '../../../../shared/domain/community/meeting.ts';
import { withBooking } from '../../../../shared/domain/community/register.ts';
import { type Editor, on } from './editor.ts';

type Said = Omit<MeetingDetails, 'on' | 'bookBy' | 'queues'> & Partial<Pick<MeetingDetails, 'queues'>>;

interface InventedEvent {
  readonly said: Said;
  /** Days from today to when it is at the earliest; negative when it is over. */
  readonly in: number;
  readonly weekday: Weekday;
  readonly isOpen: boolean;
  /** Places of each booking, in the order in which families asked, with what they need. */
  readonly bookings: readonly (readonly [seats: number, needs: string | null])[];
}

const WEDNESDAY = 3;
const SATURDAY = 6;
/** Families can book from this long before. */
const OPEN_DAYS = 50;

/** Families ask for all its places, and more; {@link seedWaitingFamily} puts one that can sign in on its list. */
const full = 'Plan the new family hub with us';

const events: Readonly<Record<string, readonly InventedEvent[]>> = {
  liverpool: [
    {
      said: {
        title: 'What an autism assessment is like',
        text: 'Two of the team tell you what happens on the day, and show you the room.\n\nYou can:\n\n- ask what you like\n- meet other parents who wait\n- bring your child',
        queues: ['ASD'],
        ...{ from: '10:00', to: '12:00', where: 'The family hub, room 2', capacity: 30 },
        access: 'Step-free. There is a quiet room. A BSL interpreter comes if you ask.',
      },
      ...{ in: 16, weekday: SATURDAY, isOpen: true },
      bookings: [
        [2, null],
        [1, null],
        [3, 'A quiet room for my son'],
        [2, null],
        [1, 'A BSL interpreter'],
        [2, null],
        [4, null],
        [1, null],
      ],
    },
    {
      said: {
        title: full,
        text: 'We choose the rooms, the colours and the hours of the new hub. Come and tell us what your child needs to feel at home there.',
        ...{ from: '18:00', to: '19:30', where: 'The old library, first floor', capacity: 12 },
        access: 'There is a lift. Tea, water and a light meal for all.',
      },
      ...{ in: 9, weekday: WEDNESDAY, isOpen: true },
      bookings: [
        [2, null],
        [2, 'Space for a wheelchair'],
        [1, null],
        [3, null],
        [1, 'Food with no nuts'],
        [2, null],
        [1, null],
        [2, null],
        [1, 'An Arabic interpreter'],
      ],
    },
    {
      said: {
        title: 'Waiting well: an evening for parents',
        text: 'What helps at home and at school while you wait, from parents who have been there.',
        ...{ from: '18:30', to: '20:00', where: 'The family hub, the hall', capacity: 40 },
        access: 'Step-free, with a hearing loop.',
      },
      ...{ in: -26, weekday: WEDNESDAY, isOpen: true },
      bookings: [
        [1, null],
        [2, null],
        [2, 'A hearing loop'],
        [1, null],
        [1, null],
        [2, 'A Polish interpreter'],
        [1, null],
        [3, null],
        [1, null],
        [2, null],
      ],
    },
    {
      said: {
        title: 'Moving on at 18: a morning for young people',
        text: 'Who looks after you at 18, and what changes. Young people who have moved on tell you how it was.',
        queues: ['ADHD'],
        ...{ from: '10:30', to: '12:30', where: 'The youth centre', capacity: 20 },
        access: 'Step-free, with a quiet room.',
      },
      ...{ in: 40, weekday: SATURDAY, isOpen: false },
      bookings: [],
    },
  ],
  'cheshire-east': [
    {
      said: {
        title: 'Talk and play: a morning for parents',
        text: 'A speech therapist shows you games that help a child to talk. Bring your child.',
        queues: ['SALT'],
        ...{ from: '09:30', to: '11:00', where: 'The children’s centre', capacity: 15 },
        access: 'Step-free, with a room for changing.',
      },
      ...{ in: 12, weekday: SATURDAY, isOpen: true },
      bookings: [
        [2, null],
        [2, 'A room for feeding'],
        [1, null],
      ],
    },
    {
      said: {
        title: 'How we plan physiotherapy',
        text: 'How children come to be seen first, and what you can do while you wait.',
        ...{ from: '18:00', to: '19:00', where: 'The town hall', capacity: 25 },
        access: 'There is a lift, and a hearing loop.',
      },
      ...{ in: -40, weekday: WEDNESDAY, isOpen: true },
      bookings: [
        [1, null],
        [2, null],
        [1, null],
        [1, null],
      ],
    },
  ],
};

export async function seedEvents(deps: Deps, editor: Editor): Promise<void> {
  const { place } = editor.call.actor;
  if ((await deps.community.meetings.list(place)).length > 0) return;
  for (const [at, event] of (events[place] ?? []).entries()) await seedEvent(deps, editor, event, at);
}

async function seedEvent(deps: Deps, editor: Editor, event: InventedEvent, at: number): Promise<void> {
  const day = firstOf(event.weekday, addDays(editor.today, event.in));
  const opened = addDays(day, -OPEN_DAYS);
  const call = on(editor, opened);
  const details = { queues: [], ...event.said, on: day, bookBy: addDays(day, -2) };
  const { id, place, version } = await writeMeeting(deps, call, details, `seed-event-${at}`);
  if (!event.isOpen) return;
  const work = { kind: 'opened' } as const;
  await workMeeting(deps, call, { id, seen: version, key: `seed-open-${at}`, work });
  for (const [nth, [seats, needs]] of event.bookings.entries()) {
    const asked = {
      id: deps.ids.derived('seed-seat', id, String(nth)),
      seats,
      needs,
      at: on(editor, addDays(opened, nth)).now,
    };
    await changeRegister(deps.community, { place, id }, (register) => withBooking(register, asked, details.capacity));
  }
}

/** A family that can sign in waits for a place at the event that is full: staff who add places move it up. */
export async function seedWaitingFamily(
  deps: Deps,
  family: FamilyDeps,
  editor: Editor,
  identity: Identity,
): Promise<void> {
  const views = await listMeetings(deps, editor.call);
  const meeting = views.map((view) => view.meeting).find(({ details }) => details.title === full);
  if (meeting === undefined) return;
  const { now, requestId } = editor.call;
  const call = { ...(await familyOf(family, identity)), identity, now, requestId };
  await bookMeeting(family, call, { place: meeting.place, meetingId: meeting.id }, { seats: 1, needs: null });
}

/** The first such weekday on or after a day. */
function firstOf(weekday: Weekday, day: LocalDate): LocalDate {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7);
}
