import { birthday } from '../calendar/age.ts';
import { type LocalDate, latest } from '../calendar/local-date.ts';
import type { Tracked } from './tracked.ts';

/** The age from which somebody on the register is due a check every year. */
export const eligibleAge = 14;

/** The first day somebody is due checks at all: the later of the 14th birthday and the day they were put on the register. */
export function eligibleFrom({ birthDate, registerFrom }: Pick<Tracked, 'birthDate' | 'registerFrom'>): LocalDate {
  return latest(birthday(birthDate, eligibleAge), registerFrom);
}

/** Whether somebody is eligible on a day: not before {@link eligibleFrom}, and not from the day they left the register. */
export function isEligible(
  tracked: Pick<Tracked, 'birthDate' | 'registerFrom' | 'registerTo'>,
  on: LocalDate,
): boolean {
  return on >= eligibleFrom(tracked) && (tracked.registerTo === null || on < tracked.registerTo);
}
