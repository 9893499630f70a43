/** Values of a packed row: days as numbers, codes as places in their lists, flags one bit each. */
import { dateOfEpochDay, epochDayOf, type LocalDate } from '../../domain/calendar/local-date.ts';
import { personFlags } from '../../domain/person/person.ts';
import type { CopiedOfPerson } from '../../domain/queue/row.ts';

type Flags = Pick<CopiedOfPerson, 'flags' | 'hasAdjustments' | 'needsInterpreter'>;

const ADJUSTMENTS_BIT = 1 << 20;
const INTERPRETER_BIT = 1 << 21;

export function bitsOfFlags({ flags, hasAdjustments, needsInterpreter }: Flags): number {
  let bits = hasAdjustments ? ADJUSTMENTS_BIT : 0;
  if (needsInterpreter) bits |= INTERPRETER_BIT;
  for (const flag of flags) bits |= 1 << personFlags.indexOf(flag);
  return bits;
}

export function flagsOfBits(bits: number): Flags {
  return {
    flags: personFlags.filter((_, bit) => (bits & (1 << bit)) !== 0),
    hasAdjustments: (bits & ADJUSTMENTS_BIT) !== 0,
    needsInterpreter: (bits & INTERPRETER_BIT) !== 0,
  };
}

export function dayOrNull(date: LocalDate | null): number | null {
  return date === null ? null : epochDayOf(date);
}

export function dateOrNull(day: number | null): LocalDate | null {
  return day === null ? null : dateOfEpochDay(day);
}

export function codeAt<T>(codes: readonly T[], at: number): T {
  const code = codes[at];
  if (code === undefined) throw new RangeError('A stored code is beyond the list it belongs to');
  return code;
}
