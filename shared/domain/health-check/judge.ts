/** Whether an event fits a health check record, given the state just before it. */
import { ageOn } from '../calendar/age.ts';
import type { CaseEvent } from '../case/case.ts';
import type { CaseContext } from '../case/case-type.ts';
import { invalid } from '../error.ts';
import { badDay, badFact, badKind, type Refusal } from '../referral/refusal.ts';
import type { HealthCheckFacts } from './facts.ts';
import type { HealthCheckState } from './state.ts';

type Happened = Pick<CaseEvent<HealthCheckFacts>, 'on' | 'facts'>;

/** From this age on the young person decides, and a parent does not decide for them (Mental Capacity Act 2005). */
export const decidesFrom = 16;

/** @throws `invalid` with a pointer when the event does not fit. */
export function judgeHealthCheck(state: HealthCheckState | undefined, event: Happened, context: CaseContext): void {
  const refusal = state === undefined ? undefined : refusalOf(state, event, context);
  if (refusal !== undefined) throw invalid(refusal.code, refusal.message, [refusal]);
}

function refusalOf(state: HealthCheckState, { on, facts }: Happened, { person }: CaseContext): Refusal | undefined {
  if (facts.kind === 'noted') return undefined;
  if (facts.kind === 'registered')
    return state.left === null
      ? badKind('already-on-register', 'They are on the register already. Record a move to another practice instead')
      : undefined;
  if (state.left !== null)
    return badDay('not-on-register', 'They were not on the register on this day. Check the date, or record them on it');
  switch (facts.kind) {
    case 'practice-moved':
      return facts.practice === state.practice
        ? badFact('practice', 'same-practice', 'They are registered with this practice already')
        : undefined;
    case 'chased':
      return state.invitation.step === 'invited' || state.invitation.step === 'chased'
        ? undefined
        : badKind('not-invited', 'Record the invitation first: there is none to chase');
    case 'booked':
      return facts.appointmentOn < on
        ? badFact('appointmentOn', 'date-order', 'The appointment is before the day it was booked. Check both dates')
        : undefined;
    case 'booking-ended':
      return bookingRefusal(state, facts);
    case 'checked':
      return state.tracked.checks.includes(on)
        ? badDay('recorded-already', 'A check on this day is recorded already')
        : undefined;
    case 'declined':
      return declineRefusal(facts.by, ageOn(person.birthDate, on));
    case 'left':
      return (facts.why === 'moved-away' || facts.why === 'left-service') && facts.handedOverTo === undefined
        ? badFact('handedOverTo', 'required', 'Say to which practice or service the due date was handed over')
        : undefined;
    case 'invited':
    case 'plan-agreed':
      return undefined;
  }
}

function bookingRefusal(
  { invitation }: HealthCheckState,
  { why, safeguardingConsidered }: Extract<HealthCheckFacts, { kind: 'booking-ended' }>,
): Refusal | undefined {
  if (invitation.step !== 'booked') return badKind('not-booked', 'No check is booked. Record the booking first');
  if (why === 'was-not-brought' && safeguardingConsidered !== true)
    return badFact(
      'safeguardingConsidered',
      'safeguarding-needed',
      'Consider whether this is a safeguarding concern before you save',
    );
  return undefined;
}

function declineRefusal(by: Extract<HealthCheckFacts, { kind: 'declined' }>['by'], age: number): Refusal | undefined {
  if (by === 'parent' && age >= decidesFrom)
    return badFact(
      'by',
      'parent-decides-until-16',
      'From 16 a parent cannot decline for them. The young person decides, or a best-interests decision is made',
    );
  if (by === 'best-interests' && age < decidesFrom)
    return badFact(
      'by',
      'best-interests-from-16',
      'A best-interests decision under the Mental Capacity Act is for people of 16 or over',
    );
  return undefined;
}
