/**
 * Who has places at a meeting, and who waits for one. Nobody is named: an adult is known by a token that follows from their account
 * and the meeting, and is told a short code to say at the door. Places are given in the order in which people asked; what is free goes
 * to the first who waits and fits, and nobody who has a place loses it.
 */
import * as z from 'zod';
import { boardText } from '../board/board-text.ts';
import { type Instant, instantSchema } from '../calendar/instant.ts';
import { conflict } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';

/** Places that one adult may book: themselves, and whom they bring. */
export const MOST_SEATS = 4;
/** Longest text in characters of what would help to take part. */
export const LONGEST_NEEDS = 200;
/** The most that are in one register, cancelled ones left out. */
export const MOST_BOOKINGS = 600;

export const bookingInputSchema = z.strictObject({
  seats: z.int().min(1, 'Book at least 1 place').max(MOST_SEATS, `Book ${MOST_SEATS} places at most`),
  /** What would help to take part; null for nothing. */
  needs: boardText('What you need', LONGEST_NEEDS).nullable(),
});
export type BookingInput = Readonly<z.output<typeof bookingInputSchema>>;

const bookingSchema = z.strictObject({
  /** The token of the adult. */
  id: opaqueIdSchema,
  ...bookingInputSchema.shape,
  state: z.enum(['booked', 'waiting']),
  at: instantSchema,
  /** When somebody who had waited was given their places; null for who waits, and for who had them at once. */
  movedUpAt: instantSchema.nullable(),
});
export type Booking = Readonly<z.output<typeof bookingSchema>>;

export const registerSchema = z.strictObject({
  /** Of the meeting. */
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  /** In the order in which people asked. */
  bookings: z.array(bookingSchema).max(MOST_BOOKINGS),
});
export type Register = Readonly<z.output<typeof registerSchema>>;

/** A register in which nobody is yet: version 0 is not stored. */
export function emptyRegister({ id, place }: Pick<Register, 'id' | 'place'>): Register {
  return { id, place, version: 0, bookings: [] };
}

export function seatsTaken({ bookings }: Pick<Register, 'bookings'>): number {
  return bookings.reduce((sum, { state, seats }) => sum + (state === 'booked' ? seats : 0), 0);
}

/**
 * With one more booking: it has its places where they are free, and nobody who waits would take them first.
 * @throws `conflict` `booked-already` when the adult is in it; `register-full`.
 */
export function withBooking(
  register: Register,
  asked: Omit<Booking, 'state' | 'movedUpAt'>,
  capacity: number,
): Register {
  const { bookings } = register;
  if (bookings.some(({ id }) => id === asked.id)) throw conflict('booked-already', 'You have booked already');
  if (bookings.length >= MOST_BOOKINGS) throw conflict('register-full', 'Nobody else can be put on the list');
  const waiting: Booking = { ...asked, state: 'waiting', movedUpAt: null };
  const next = { ...register, bookings: [...bookings, waiting] };
  return filled(next, capacity, ({ id }) => (id === asked.id ? null : asked.at));
}

/** Without the booking of an adult, whose places go to who waits; the same when they had none. */
export function withoutBooking(register: Register, id: string, capacity: number, now: Instant): Register {
  if (!register.bookings.some((booking) => booking.id === id)) return register;
  return seated({ ...register, bookings: register.bookings.filter((booking) => booking.id !== id) }, capacity, now);
}

/** Everybody who waits and fits has places now, in the order in which they asked: the next version. */
export function seated(register: Register, capacity: number, now: Instant): Register {
  return filled(register, capacity, () => now);
}

function filled(register: Register, capacity: number, movedUpAt: (booking: Booking) => Instant | null): Register {
  let free = capacity - seatsTaken(register);
  const bookings = register.bookings.map((booking): Booking => {
    if (booking.state === 'booked' || booking.seats > free) return booking;
    free -= booking.seats;
    return { ...booking, state: 'booked', movedUpAt: movedUpAt(booking) };
  });
  return { ...register, bookings, version: register.version + 1 };
}

/** What an adult says at the door: short enough to read out, and nothing by which anybody else is known. */
export function doorCode({ id }: Pick<Booking, 'id'>): string {
  return id.replaceAll(/[-_]/g, 'X').toUpperCase().slice(0, 6);
}
