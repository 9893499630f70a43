/** How far the invitation to the next check has come: sent, chased, booked, done. Begins anew after each check. */
import { financialYearOf } from '../calendar/financial-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { HealthCheckFacts } from './facts.ts';

export const invitationSteps = ['not-invited', 'invited', 'chased', 'booked', 'done', 'declined'] as const;
export type InvitationStep = (typeof invitationSteps)[number];

export interface Invitation {
  readonly step: InvitationStep;
  /** The day that step was taken on; null before the first. */
  readonly on: LocalDate | null;
  /** The appointment that is booked. */
  readonly appointmentOn: LocalDate | null;
  /** How often they were chased for this check. */
  readonly chases: number;
  /** Booked checks that were missed, for this check. */
  readonly missed: number;
}

const before: Invitation = { step: 'not-invited', on: null, appointmentOn: null, chases: 0, missed: 0 };

/**
 * The invitation as at a day, from the events that stand up to it, in their order. A check that was done, or declined, stays
 * the last step for the rest of its financial year: from 1 April on the next invitation is still to be sent.
 */
export function invitationOf(events: readonly CaseEvent<HealthCheckFacts>[], asAt: LocalDate): Invitation {
  const last = events.reduce(after, before);
  const isOver = (last.step === 'done' || last.step === 'declined') && (last.on ?? asAt) < financialYearOf(asAt).first;
  return isOver ? before : last;
}

function after(so: Invitation, { on, facts }: CaseEvent<HealthCheckFacts>): Invitation {
  const fresh = so.step === 'done' || so.step === 'declined' ? before : so;
  switch (facts.kind) {
    case 'invited':
      return { ...fresh, step: 'invited', on, appointmentOn: null };
    case 'chased':
      return { ...fresh, step: 'chased', on, chases: fresh.chases + 1, appointmentOn: null };
    case 'booked':
      return { ...fresh, step: 'booked', on, appointmentOn: facts.appointmentOn };
    case 'booking-ended':
      // Invited they still are; whoever missed it, or cancelled it, is to be asked again.
      return {
        ...fresh,
        step: 'invited',
        on,
        appointmentOn: null,
        missed: fresh.missed + (facts.why === 'was-not-brought' || facts.why === 'did-not-attend' ? 1 : 0),
      };
    case 'checked':
      return { ...before, step: 'done', on };
    case 'declined':
      return { ...before, step: 'declined', on };
    case 'registered':
    case 'left':
      return before;
    case 'practice-moved':
    case 'plan-agreed':
    case 'noted':
      return so;
  }
}
