import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Tracked } from '../../../shared/domain/health-check/tracked.ts';

/** Somebody as a worked example writes them. */
export function tracked(
  birthDate: string,
  registerFrom: string,
  more: {
    readonly checks?: readonly string[];
    readonly plans?: readonly string[];
    readonly declines?: readonly string[];
    readonly registerTo?: string;
  } = {},
): Tracked {
  const { checks = [], plans = [], declines = [], registerTo } = more;
  return {
    birthDate: localDate(birthDate),
    registerFrom: localDate(registerFrom),
    registerTo: registerTo === undefined ? null : localDate(registerTo),
    checks: checks.map(localDate),
    plans: plans.map(localDate),
    declines: declines.map(localDate),
  };
}
