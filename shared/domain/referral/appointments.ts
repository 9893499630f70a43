/** Every appointment of a referral that was booked and what became of it: for a calendar, which strikes out what is off. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { ReferralEvent } from './event.ts';
import { closingKinds } from './pathway.ts';
import { standingEvents } from './standing-events.ts';
import type { ReferralState } from './state.ts';

export interface BookedAppointment {
  /** Id of the event that booked it. One that is moved is off, and another is booked. */
  readonly id: string;
  readonly on: LocalDate;
  /** `09:30`, as clocks in the place show; null where only the day is known. */
  readonly time: string | null;
  readonly isCancelled: boolean;
}

/**
 * In the order they were booked. One whose booking was recorded in error was never booked.
 * @param state what the referral is on its day `asAt`: of what is still to come, it has the one that stands.
 */
export function appointmentsOf(
  events: readonly ReferralEvent[],
  { appointment, asAt }: Pick<ReferralState, 'appointment' | 'asAt'>,
): readonly BookedAppointment[] {
  const booked: BookedAppointment[] = [];
  /** @param day when something ended it; an appointment of before then had been. */
  const end = (day?: LocalDate) => {
    const last = booked.at(-1);
    if (last !== undefined && (day === undefined || last.on >= day))
      booked[booked.length - 1] = { ...last, isCancelled: true };
  };
  for (const { id, on, facts } of standingEvents(events)) {
    if (on > asAt) break;
    if (facts.kind === 'appointment-booked' || facts.kind === 'booked-directly') {
      end(on);
      const time = facts.kind === 'appointment-booked' ? (facts.time ?? null) : null;
      booked.push({ id, on: facts.appointmentOn, time, isCancelled: false });
    } else if (facts.kind === 'appointment-cancelled') end();
    else if (closingKinds.has(facts.kind)) end(on);
  }
  return booked.map((one) => (one.on > asAt && one.on !== appointment?.on ? { ...one, isCancelled: true } : one));
}
