/** How an appointment that was missed on a day is coded: it follows from the person, so nobody is asked for it. */
import { ageOn } from '../../../../../shared/domain/calendar/age.ts';
import { isLocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import { type MissedCoding, missedCodingFor } from '../../../../../shared/domain/referral/missed-coding.ts';
import type { OpenRecord } from '../open-record.ts';

/** @param day the day that was typed; today where it is none */
export function missedCodingOn({ person, context }: OpenRecord, day: unknown, dependent: boolean): MissedCoding {
  const on = typeof day === 'string' && isLocalDate(day) ? day : context.today;
  return missedCodingFor(ageOn(person.details.birthDate, on), person.details.flags, dependent);
}
