/** The closure of a school or early-years provider, as an exception to the authority's limits. Never to those of advice. */
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import type { EhcRuleSet } from './rule-set.ts';

/** From the first day closed to the day it opens again. */
export interface Closure {
  readonly closedOn: LocalDate;
  readonly reopensOn: LocalDate;
}

/** The days on which asking the head or provider for advice falls into a closure, both included. */
export interface ClosureWindow {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** How long a closure is: day of opening less first day closed. */
export function closureDays({ closedOn, reopensOn }: Closure): number {
  return daysBetween(closedOn, reopensOn);
}

/** The window of a closure: a week before it to a week before it ends; null when it is too short ever to be an exception. */
export function closureWindow(closure: Closure, rules: EhcRuleSet): ClosureWindow | null {
  if (closureDays(closure) < rules.longDays) return null;
  return {
    first: addDays(closure.closedOn, -rules.closureLeadDays),
    last: addDays(closure.reopensOn, -rules.closureLeadDays),
  };
}

/** Whether advice that was asked for on a day met a closure that is an exception. */
export function asksIntoClosure(askedOn: LocalDate, closure: Closure, rules: EhcRuleSet): boolean {
  const window = closureWindow(closure, rules);
  return window !== null && window.first <= askedOn && askedOn <= window.last;
}
