/** What may be recorded of health assessments in care, given what stood before it. */
import { formatDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseContext } from '../case/case-type.ts';
import { invalid } from '../error.ts';
import type { CareEventKind, CareFacts } from './facts.ts';
import { type CareState, unreturned } from './state.ts';
import { assessedSince, isUnder18 } from './timetable.ts';

/** What may still be said of care that has ended, or that never called for an assessment. */
const afterwards: ReadonlySet<CareEventKind> = new Set<CareEventKind>(['plan-returned', 'delay-recorded', 'noted']);

/** @throws `invalid` with a pointer. */
export function judgeCare(
  state: CareState | undefined,
  { facts, on }: { readonly facts: CareFacts; readonly on: LocalDate },
  { person }: CaseContext,
): void {
  if (state === undefined) {
    if (!isUnder18(person.birthDate, on))
      throw refusal('/on', 'over-18', 'This person was 18 or over on this day. Check both dates');
    return;
  }
  if (facts.kind === 'became-looked-after')
    throw refusal(
      '/facts/kind',
      'already-open',
      'This period of care is recorded already. A later one has a record of its own',
    );
  if (state.careEndedOn !== null && !afterwards.has(facts.kind))
    throw refusal('/on', 'care-ended', `Care ended on ${formatDate(state.careEndedOn)}. Check the date`);
  if (state.isShortBreaks && !afterwards.has(facts.kind) && facts.kind !== 'care-ended')
    throw refusal('/facts/kind', 'short-breaks', 'These are short breaks: no health assessment is needed for them');
  judgeFacts(state, facts, on);
}

function judgeFacts(state: CareState, facts: CareFacts, on: LocalDate): void {
  switch (facts.kind) {
    case 'booked':
      if (facts.appointmentOn < on)
        throw refusal(
          '/facts/appointmentOn',
          'date-order',
          'The appointment is before the day it was booked. Check both dates',
        );
      return;
    case 'appointment-missed':
      if (state.bookedFor === null)
        throw refusal('/facts/kind', 'nothing-booked', 'No appointment is booked. Record the booking first');
      return;
    case 'seen':
      judgeSeen(state, facts);
      return;
    case 'plan-returned':
      if (unreturned(state) === null)
        throw refusal(
          '/facts/kind',
          'nothing-to-return',
          'No assessment waits for its plan. Record the assessment first',
        );
      return;
    case 'already-assessed':
      judgeAssessedBefore(state, facts.assessedOn);
      return;
    case 'short-breaks':
      if (facts.longestStayDays > 17)
        throw refusal(
          '/facts/longestStayDays',
          'not-short-breaks',
          'A stay of more than 17 days is no short break: an assessment is needed',
        );
      if (facts.daysInYear > 75)
        throw refusal(
          '/facts/daysInYear',
          'not-short-breaks',
          'More than 75 days in a year are no short breaks: an assessment is needed',
        );
      return;
    default:
  }
}

function judgeSeen(state: CareState, { by }: Extract<CareFacts, { readonly kind: 'seen' }>): void {
  if (state.consentOn === null)
    throw refusal('/on', 'consent-missing', 'No consent stands on this day. Record who consented first');
  const isInitial = state.initial === null && state.assessedBefore === null;
  if (isInitial && by !== 'medical-practitioner')
    throw refusal('/facts/by', 'doctor-needed', 'The first assessment is made by a registered medical practitioner');
}

function judgeAssessedBefore({ enteredOn, initial }: CareState, assessedOn: LocalDate): void {
  const pointer = '/facts/assessedOn';
  if (initial !== null)
    throw refusal('/facts/kind', 'initial-done', 'The initial assessment has been made: nothing has to stand for it');
  if (assessedOn > enteredOn)
    throw refusal(
      pointer,
      'after-entry',
      'This day is after the child became looked after. Record it as the assessment',
    );
  if (assessedOn < assessedSince(enteredOn))
    throw refusal(
      pointer,
      'outside-three-months',
      `An assessment counts from ${formatDate(assessedSince(enteredOn))} on, three months before entry. A new one is needed`,
    );
}

function refusal(pointer: string, code: string, message: string) {
  return invalid(code, message, [{ pointer, code, message }]);
}
