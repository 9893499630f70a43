/** Two records that may be one person: one family name and one birth date. Told to staff, decided by a person. */
import type { LocalDate } from '../calendar/local-date.ts';
import { foldName } from '../person/name-match.ts';

export interface PersonShown {
  readonly personId: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
}

/**
 * For each person the others with the same family name and birth date, in the order of their ids: twins, namesakes with
 * two numbers, and one person entered twice all look like this, and only somebody who asks can tell which it is.
 */
export function possibleDuplicates(people: Iterable<PersonShown>): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, Set<string>>();
  for (const { personId, familyName, birthDate } of people) {
    const key = `${birthDate} ${foldName(familyName)}`;
    alike.set(key, (alike.get(key) ?? new Set()).add(personId));
  }
  const found = new Map<string, readonly string[]>();
  for (const ids of alike.values()) {
    if (ids.size < 2) continue;
    for (const id of ids) found.set(id, [...ids].filter((other) => other !== id).sort());
  }
  return found;
}
