/**
 * A queue row as it is stored in the `list` index: a short list instead of named attributes, because a page of a queue is
 * paid for by the byte. Order and code lists may only grow at their ends: the schema-hash test holds them.
 * What stands in the keys of the entry (person, referral, queue) is not stored again.
 */
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/instant.ts';
import { dateOfEpochDay, epochDayOf, isLocalDate } from '../../domain/calendar/local-date.ts';
import { ethnicCategories } from '../../domain/person/person.ts';
import { tiers } from '../../domain/policy/tier.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import { dutyKinds } from '../../domain/referral/duties.ts';
import { referralStages } from '../../domain/referral/state.ts';
import { bitsOfFlags, codeAt, dateOrNull, dayOrNull, flagsOfBits } from './packed.ts';

/** Dates are days since 1970; `receivedAt` is a day's text or an instant's milliseconds. */
export const packedRowSchema = z.tuple([
  z.string(), // family name
  z.string(), // given name
  z.int(), // birth date
  z
    .int()
    .min(0)
    .max(referralStages.length - 1),
  z
    .int()
    .min(0)
    .max(tiers.length - 1),
  z.int().nullable(), // start of the running clock
  z.int(), // ordering date
  z.union([z.int(), z.string().refine(isLocalDate)]),
  z.int().nullable(), // appointment
  z.int(), // last event
  z.int().nullable(), // last day to answer a return
  z.int().min(0), // missed in a row
  z
    .int()
    .min(0)
    .max(dutyKinds.length - 1)
    .nullable(), // first duty
  z.int().nullable(), // from when
  z.int().nullable(), // by when
  z.int().min(0), // flags, one bit each; then adjustments, then interpreter
  z.string().nullable(), // assigned to
  // Absent in rows of before figures were cut by them: not known.
  z
    .int()
    .min(0)
    .max(ethnicCategories.length - 1)
    .nullable()
    .optional(), // ethnic category
  z.string().nullable().optional(), // district of the postcode
]);
export type PackedRow = z.output<typeof packedRowSchema>;

/** What the keys of an entry say. */
export type RowKeys = Pick<QueueRow, 'personId' | 'referralId' | 'queue'>;

export function packRow(row: QueueRow): PackedRow {
  return [
    row.familyName,
    row.givenName,
    epochDayOf(row.birthDate),
    referralStages.indexOf(row.stage),
    tiers.indexOf(row.tier),
    dayOrNull(row.clockStart),
    epochDayOf(row.orderingDate),
    isLocalDate(row.receivedAt) ? row.receivedAt : epochMillisecondsOf(row.receivedAt as Instant),
    dayOrNull(row.appointmentOn),
    epochDayOf(row.lastEventOn),
    dayOrNull(row.returnedUntil),
    row.missedInARow,
    row.duty === null ? null : dutyKinds.indexOf(row.duty),
    dayOrNull(row.dutyFrom),
    dayOrNull(row.dutyBy),
    bitsOfFlags(row),
    row.assignedTo,
    row.ethnicCategory === null ? null : ethnicCategories.indexOf(row.ethnicCategory),
    row.district,
  ];
}

export function unpackRow(packed: PackedRow, keys: RowKeys): QueueRow {
  const [familyName, givenName, birth, stage, tier, clockStart, ordering, received, appointment, lastEvent] = packed;
  const [, , , , , , , , , , returnedUntil, missedInARow, duty, dutyFrom, dutyBy, bits, assignedTo, ethnic, district] =
    packed;
  return {
    ...keys,
    familyName,
    givenName,
    birthDate: dateOfEpochDay(birth),
    stage: codeAt(referralStages, stage),
    tier: codeAt(tiers, tier),
    clockStart: dateOrNull(clockStart),
    orderingDate: dateOfEpochDay(ordering),
    receivedAt: typeof received === 'string' ? received : instantOf(received),
    appointmentOn: dateOrNull(appointment),
    lastEventOn: dateOfEpochDay(lastEvent),
    returnedUntil: dateOrNull(returnedUntil),
    missedInARow,
    duty: duty === null ? null : codeAt(dutyKinds, duty),
    dutyFrom: dateOrNull(dutyFrom),
    dutyBy: dateOrNull(dutyBy),
    ...flagsOfBits(bits),
    assignedTo,
    ethnicCategory: ethnic === undefined || ethnic === null ? null : codeAt(ethnicCategories, ethnic),
    district: district ?? null,
  };
}
