/**
 * Handing the due date over (domain.md 3): checks end neither at 18 nor at 25, and a place's services end with an age. Whoever
 * grows out of them is followed until their GP practice knows by when the next check is due.
 */
import { birthday } from '../calendar/age.ts';
import { addDays, type LocalDate, latest } from '../calendar/local-date.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, ladders } from '../deadline/ladder.ts';
import type { Policy } from '../policy/policy.ts';
import type { Tracked } from './tracked.ts';

/** The day by which the due date is handed over: the birthday with which somebody is too old for a place's services. */
export function handOverBy(
  { birthDate, registerFrom }: Pick<Tracked, 'birthDate' | 'registerFrom'>,
  { scopeAge }: Pick<Policy, 'scopeAge'>,
): LocalDate {
  return latest(birthday(birthDate, scopeAge.to + 1), registerFrom);
}

/** Warned of as the check itself is, while somebody is followed. */
export function handOverDeadline(registerFrom: LocalDate, due: LocalDate): Deadline {
  return deadlineFrom(ladders.healthCheck, { kind: 'health-check-hand-over', start: registerFrom, due });
}

/** Whether the day to hand over by is near, or behind. */
export function isHandOverNear(by: LocalDate, asAt: LocalDate): boolean {
  return asAt >= addDays(by, -ladders.healthCheck.amber);
}
