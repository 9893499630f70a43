import { foldName } from '../../domain/person/name-match.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placeNotFound } from '../policy/read-policy.ts';
import type { NamedStaff } from '../ports/staff-directory.ts';

/** The most members of staff that one search shows. */
const MOST_FOUND = 50;

/** Names of staff by id. Somebody whom the directory does not know is named by nothing but their role. */
export type StaffNames = ReadonlyMap<string, NamedStaff>;

/** Everybody by id, those who have left included. */
export async function staffNames({ staff }: Pick<Deps, 'staff'>): Promise<StaffNames> {
  return new Map((await staff.everybody()).map((one) => [one.id, one]));
}

/** Members of staff of the place whose names hold every word of what is looked for. @throws `forbidden`. */
export async function findStaff(
  deps: Pick<Deps, 'staff'>,
  call: Call,
  name: string,
): Promise<{ readonly staff: readonly NamedStaff[]; readonly more: boolean }> {
  const { place } = call.actor;
  authorise(call, 'audit.read', placeSubject(place), placeNotFound);
  const words = name
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  const found = (await deps.staff.everybody())
    .filter(({ memberships }) => memberships.some((one) => one.place === place))
    .filter((one) => words.every((word) => foldName(one.name).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return { staff: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
}
