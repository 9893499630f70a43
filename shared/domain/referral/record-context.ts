/** What recording an event needs to know besides the referral: the rules of the place, the person, and the day. */
import { ageOn } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonFlag } from '../person/person.ts';
import type { Policy, QueuePolicy } from '../policy/policy.ts';
import { missedAppointmentIsProtected } from './missed-coding.ts';

export interface RecordContext {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly birthDate: LocalDate;
  readonly flags: readonly PersonFlag[];
  /** Whether the person has any reasonable adjustment recorded; none when absent. */
  readonly hasAdjustments?: boolean;
  /** The service's date: nothing later can have happened yet. */
  readonly today: LocalDate;
}

/** Whether missed appointments of this person are followed up on a day as a child's are. */
export function isProtected(context: RecordContext, day: LocalDate): boolean {
  return missedAppointmentIsProtected({
    age: ageOn(context.birthDate, day),
    flags: context.flags,
    hasAdjustments: context.hasAdjustments ?? false,
    adultsToo: context.policy.missedAppointment.adultsToo,
  });
}
