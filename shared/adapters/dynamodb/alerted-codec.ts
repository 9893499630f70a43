/** How far a referral's alerts have come, as stored: kind and day as numbers, for each item is paid for by the byte. */
import * as z from 'zod';
import { deadlineKinds } from '../../domain/alert/deadline-kinds.ts';
import type { Alerted } from '../../domain/alert/watch-plan.ts';
import { dateOfEpochDay, epochDayOf } from '../../domain/calendar/local-date.ts';

/** A place in the list of kinds of deadline. */
export const packedDeadlineKindSchema = z.int().refine((at) => at in deadlineKinds, 'not a kind of deadline');

/** Kind, start as days since 1970, last threshold told of. */
export const packedAlertedSchema = z.array(z.tuple([packedDeadlineKindSchema, z.int(), z.string()])).max(100);
type PackedAlerted = z.output<typeof packedAlertedSchema>;

export function packAlerted(alerted: readonly Alerted[]): PackedAlerted {
  return alerted.map(({ kind, start, threshold }) => [deadlineKinds.indexOf(kind), epochDayOf(start), threshold]);
}

export function unpackAlerted(packed: PackedAlerted): readonly Alerted[] {
  return packed.map(([at, start, threshold]) => {
    const kind = deadlineKinds[at];
    if (kind === undefined) throw new RangeError('A stored code is beyond the list it belongs to');
    return { kind, start: dateOfEpochDay(start), threshold };
  });
}
