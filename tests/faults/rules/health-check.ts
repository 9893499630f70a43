/** When a yearly health check is due (domain.md, area 3), and its due date to be handed over. */
import { afterMonths, birthday, yearEnd } from '../calendar.ts';
import { before, type Due, dueOf } from './due.ts';

export interface HealthCheckFacts {
  readonly of: 'health-check';
  readonly born: number;
  readonly registered: number;
  readonly checks: readonly number[];
  readonly declines: readonly number[];
  /** Moved away, died or off the register. */
  readonly hasLeft: boolean;
}

export function healthCheckDues({ born, registered, checks, declines, hasLeft }: HealthCheckFacts): readonly Due[] {
  if (hasLeft) return [];
  const eligible = Math.max(birthday(born, 14), registered);
  const counted = checks.filter((day) => day >= eligible);
  const last = counted.length === 0 ? undefined : Math.max(...counted);
  const start = last ?? eligible;
  const due = last === undefined ? firstDue(eligible) : afterMonths(last, 12);
  const check = dueOf('health-check', start, before(due, 56, 14));
  const handedOverBy = Math.max(birthday(born, 26), registered);
  return [
    declines.length === 0 ? check : afterDecline(check, Math.max(...declines), last),
    dueOf('health-check-hand-over', registered, before(handedOverBy, 56, 14)),
  ];
}

/** By the end of the financial year, or in 90 days where fewer are left. */
function firstDue(eligible: number): number {
  const end = yearEnd(eligible);
  return end - eligible < 90 ? eligible + 90 : end;
}

/** Declined for a year, it is offered again from the first day of the next, and nobody is told before; a check outranks it. */
function afterDecline(check: Due, declined: number, last: number | undefined): Due {
  const again = yearEnd(declined) + 1;
  const yearBegan = afterMonths(again, -12);
  if (last !== undefined && last >= yearBegan) return check;
  const offered = Math.max(check.start, again);
  const thresholds = check.thresholds.map((one) => ({ ...one, on: Math.max(one.on, offered) }));
  return { ...check, start: offered, thresholds };
}
