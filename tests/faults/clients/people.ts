/** Those who enter people, and change how they are called. */
import { ADMINISTRATORS, PLACES } from '../audience.ts';
import { birthday, dateOf } from '../calendar.ts';
import type { HealthCheckFacts } from '../rules/health-check.ts';
import { type Desk, type Person, type PersonUse, personUses, pickSubject, type Work } from './desk.ts';

/** Children are too young to grow out of anything in a campaign; young people come to 14, 16 and 26 in it. */
const AGES: Readonly<Record<PersonUse, readonly [fewest: number, most: number]>> = {
  child: [1_100, 3_000],
  'young-person': [4_900, 9_400],
};

export const newPerson: Work = (desk) => {
  const place = desk.chance.pick([PLACES[0], PLACES[0], PLACES[0], PLACES[1]]);
  const use = place === PLACES[0] ? desk.chance.pick([...personUses, 'child'] as const) : 'child';
  // Whoever was entered last is worked with first.
  if (desk.people.some((one) => one.place === place && one.use === use && one.has.size === 0)) return undefined;
  const born = desk.today - desk.chance.whole(...AGES[use]);
  const name = desk.newName('Child');
  const nhsNumber = use === 'child' && place === PLACES[0] ? nhsNumberOf(desk) : undefined;
  const body = {
    familyName: name,
    givenName: 'Sample',
    birthDate: dateOf(born),
    ...(nhsNumber === undefined ? {} : { nhsNumber }),
  };
  return desk.command({
    by: ADMINISTRATORS[place],
    place,
    path: '/v1/people',
    body,
    done: ({ body: { id } }) => desk.meet({ id, place, use, born, nhsNumber, has: new Set() }),
  });
};

export const renamed: Work = (desk) => {
  if (desk.people.length === 0) return undefined;
  const { id, place } = desk.chance.pick(desk.people);
  const path = `/v1/people/${id}`;
  return desk.command({
    by: ADMINISTRATORS[place],
    place,
    method: 'PATCH',
    path,
    seenAt: path,
    body: { familyName: desk.newName('Renamed') },
    done: () => undefined,
  });
};

/** A death is entered on the person, and ends the checks of whoever died: in time, since that follows from the change. */
export const died: Work = (desk) => {
  const found = pickSubject<HealthCheckFacts>(desk, 'health-check', ({ hasLeft }) => !hasLeft);
  if (found === undefined) return undefined;
  const [{ name, personId, place }, facts] = found;
  const path = `/v1/people/${personId}`;
  return desk.command({
    by: ADMINISTRATORS[place],
    place,
    method: 'PATCH',
    path,
    seenAt: path,
    body: { diedOn: dateOf(desk.today) },
    makes: () => [[name, { ...facts, hasLeft: true }]],
    done() {
      desk.linger(name, facts);
      desk.tally('deaths entered');
    },
  });
};

/** Somebody who comes for something and has no such thing yet. */
export function pickPerson(desk: Desk, has: string, fits: (person: Person) => boolean): Person | undefined {
  const fitting = desk.people.filter((one) => fits(one) && !one.has.has(has) && !desk.isBusy(one.id));
  return fitting.length === 0 ? undefined : desk.chance.pick(fitting);
}

export function ageOn(born: number, day: number): number {
  let age = 0;
  while (birthday(born, age + 1) <= day) age += 1;
  return age;
}

/** A number of the range that is kept for samples, with its check digit. */
function nhsNumberOf({ chance }: Desk): string {
  for (;;) {
    const digits = [9, 9, 9, ...Array.from({ length: 6 }, () => chance.whole(0, 9))];
    const rest = 11 - (digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11);
    if (rest !== 10) return [...digits, rest === 11 ? 0 : rest].join('');
  }
}
