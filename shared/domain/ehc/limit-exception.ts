/** Whether an exception to the authority's limits is one that the regulations know: dates that do not make it one are refused. */
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { LimitExceptionFacts } from './assessment-facts.ts';
import { asksIntoClosure, closureWindow } from './closure-window.ts';
import { isLongAbsence } from './long-absence.ts';
import { badFact } from './refuse.ts';
import type { EhcRuleSet } from './rule-set.ts';
import { limitDates } from './timetable.ts';

/** A day farther off than this is a slip of the year. */
const FARTHEST_DAYS = 731;

/** @throws `invalid` with a pointer to the date that is missing or does not do. */
export function refuseLimitException(
  facts: LimitExceptionFacts,
  on: LocalDate,
  requestedOn: LocalDate,
  rules: EhcRuleSet,
): void {
  switch (facts.ground) {
    case 'school-closure':
    case 'early-years-closure':
      refuseClosure(facts, requestedOn, rules);
      return;
    case 'absence':
      refuseAbsence(facts, on, requestedOn, rules);
      return;
    case 'exceptional-circumstances':
      return;
  }
}

function refuseClosure(facts: LimitExceptionFacts, requestedOn: LocalDate, rules: EhcRuleSet): void {
  const askedOn = needed(facts.askedOn, 'askedOn', 'Enter the day the head or provider was asked for advice');
  const closedOn = needed(facts.closedOn, 'closedOn', 'Enter the first day of the closure');
  const reopensOn = needed(facts.reopensOn, 'reopensOn', 'Enter the day it opens again');
  for (const [name, day] of [
    ['closedOn', closedOn],
    ['reopensOn', reopensOn],
  ] as const)
    if (Math.abs(daysBetween(requestedOn, day)) > FARTHEST_DAYS)
      throw badFact(name, 'date-too-far', 'This day is more than 2 years from the request. Check the year');
  const closure = { closedOn, reopensOn };
  if (closureWindow(closure, rules) === null)
    throw badFact('reopensOn', 'closure-too-short', 'A closure of less than 4 weeks is never an exception');
  if (!asksIntoClosure(askedOn, closure, rules)) {
    const message = 'Advice must be asked from a week before the closure to a week before it ends. This day is outside';
    throw badFact('askedOn', 'asked-outside-closure', message);
  }
}

function refuseAbsence(facts: LimitExceptionFacts, on: LocalDate, requestedOn: LocalDate, rules: EhcRuleSet): void {
  const leftOn = needed(facts.leftOn, 'leftOn', 'Enter the day they left the area');
  const returnedOn = facts.returnedOn ?? null;
  if (returnedOn !== null && returnedOn < leftOn)
    throw badFact('returnedOn', 'date-order', 'The day of return is before the day they left');
  const dates = limitDates(requestedOn, rules);
  for (const limit of facts.limits) {
    const span = { from: requestedOn, to: dates[limit] };
    if (!isLongAbsence({ leftOn, returnedOn }, span, on, rules)) {
      const message = 'They were away for less than 4 weeks between the request and this limit';
      throw badFact('limits', 'absence-too-short', message);
    }
  }
}

function needed(date: LocalDate | undefined, name: string, message: string): LocalDate {
  if (date === undefined) throw badFact(name, 'missing', message);
  return date;
}
