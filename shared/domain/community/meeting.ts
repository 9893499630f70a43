/**
 * A consultation event that families book places at. What it is, staff write; who comes, families say, in a register of its own
 * (register.ts), so that neither can write the other's half.
 */
import * as z from 'zod';
import { boardText } from '../board/board-text.ts';
import { MOST_EVENTS, paperEventShape } from '../board/writer.ts';
import { type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { conflict, invalid } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { timeOfDaySchema } from '../message/local-time.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { audienceSchema } from './audience.ts';

export const meetingDetailsSchema = z.strictObject({
  title: boardText('The title', 100),
  text: boardText('What it is about', 1500),
  queues: audienceSchema,
  on: localDateSchema,
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  where: boardText('Where it is', 200),
  /** What is there for people with access needs: step-free, a quiet room, a BSL interpreter. */
  access: boardText('What is there for access needs', 300),
  capacity: z.int().min(1, 'There must be at least 1 place').max(300, 'There can be 300 places at most'),
  /** The last day on which places can be booked. */
  bookBy: localDateSchema,
});
export type MeetingDetails = Readonly<z.output<typeof meetingDetailsSchema>>;

export const meetingStates = ['draft', 'open', 'cancelled'] as const;

export const meetingEventSchema = z.strictObject({
  ...paperEventShape,
  kind: z.enum(['written', 'opened', 'cancelled']),
  /** Why it was cancelled; empty for the other kinds. */
  reason: z.string().max(500),
});
export type MeetingEvent = Readonly<z.output<typeof meetingEventSchema>>;

export const meetingSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  details: meetingDetailsSchema,
  state: z.enum(meetingStates),
  events: z.array(meetingEventSchema).min(1).max(MOST_EVENTS),
});
export type Meeting = Readonly<z.output<typeof meetingSchema>>;

export type MeetingWork =
  | { readonly kind: 'written'; readonly details: MeetingDetails }
  | { readonly kind: 'opened' }
  | { readonly kind: 'cancelled'; readonly reason: string };

type Recorded = Pick<MeetingEvent, 'id' | 'at' | 'by' | 'requestHash'>;

/** @throws `invalid` `meeting-days`, `meeting-times`. */
export function newMeeting(
  { id, place }: Pick<Meeting, 'id' | 'place'>,
  details: MeetingDetails,
  recorded: Recorded,
  today: LocalDate,
): Meeting {
  inOrderOfTime(details, today);
  return { id, place, version: 1, details, state: 'draft', events: [{ ...recorded, kind: 'written', reason: '' }] };
}

/**
 * Once open, places are added and never taken away: nobody who has a place loses it.
 * @throws `invalid` `meeting-days`, `meeting-times`, `fewer-places`; `conflict` `meeting-cancelled`, `already-open`, `history-full`.
 */
export function workedMeeting(meeting: Meeting, work: MeetingWork, recorded: Recorded, today: LocalDate): Meeting {
  if (meeting.events.length >= MOST_EVENTS) throw conflict('history-full', 'Write this anew: its history is full');
  if (meeting.state === 'cancelled') throw conflict('meeting-cancelled', 'This event has been cancelled');
  const grown = (reason: string, change: Partial<Meeting>): Meeting => ({
    ...meeting,
    ...change,
    version: meeting.version + 1,
    events: [...meeting.events, { ...recorded, kind: work.kind, reason }],
  });
  switch (work.kind) {
    case 'written':
      inOrderOfTime(work.details, today);
      if (meeting.state === 'open' && work.details.capacity < meeting.details.capacity)
        throw refusal('fewer-places', '/capacity', 'Places can be added now, and none can be taken away');
      return grown('', { details: work.details });
    case 'opened':
      if (meeting.state === 'open') throw conflict('already-open', 'Families can book already');
      inOrderOfTime(meeting.details, today);
      return grown('', { state: 'open' });
    case 'cancelled':
      return grown(work.reason, { state: 'cancelled' });
  }
}

/** Whether a place can be booked on a day. */
export function canBook({ state, details }: Pick<Meeting, 'state' | 'details'>, today: LocalDate): boolean {
  return state === 'open' && today <= details.bookBy;
}

/** What families are shown on a day: what is to come, and what was cancelled that they may have booked. */
export function isAhead({ state, details }: Pick<Meeting, 'state' | 'details'>, today: LocalDate): boolean {
  return state !== 'draft' && today <= details.on;
}

function inOrderOfTime({ on, from, to, bookBy }: MeetingDetails, today: LocalDate): void {
  if (from >= to) throw refusal('meeting-times', '/to', 'It must end after it begins');
  if (on < today) throw refusal('meeting-days', '/on', 'The day must be today or later');
  if (bookBy > on) throw refusal('meeting-days', '/bookBy', 'The last day for booking must be on or before the day');
}

function refusal(code: string, pointer: string, message: string) {
  return invalid(code, message, [{ pointer, code, message }]);
}
