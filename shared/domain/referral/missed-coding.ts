/** How a missed appointment is coded: a child was not brought; an adult who comes on their own did not attend. */
import type { PersonFlag } from '../person/person.ts';
import type { missedCodings } from './event.ts';

export type MissedCoding = (typeof missedCodings)[number];

/**
 * The coding for an age in whole years on the day. Under 16: was not brought. 16 and 17: was not brought, unless they
 * attend on their own (a flag of the person). 18 and over: did not attend, unless they depend on others to be brought,
 * which whoever records it says.
 */
export function missedCodingFor(age: number, flags: readonly PersonFlag[], dependent = false): MissedCoding {
  if (age < 16) return 'was-not-brought';
  if (age < 18) return flags.includes('attends-alone') ? 'did-not-attend' : 'was-not-brought';
  return dependent ? 'was-not-brought' : 'did-not-attend';
}

/**
 * Whether what follows a missed appointment (contact within days, review after several, no discharge without it) applies:
 * to every child, and to adults with a learning disability or a reasonable adjustment; to other adults where the place says so.
 */
export function missedAppointmentIsProtected(person: {
  readonly age: number;
  readonly flags: readonly PersonFlag[];
  readonly hasAdjustments: boolean;
  readonly adultsToo: boolean;
}): boolean {
  return person.age < 18 || person.adultsToo || person.hasAdjustments || person.flags.includes('learning-disability');
}
