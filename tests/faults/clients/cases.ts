/** How a case is opened: it belongs to somebody, and there is one of its kind. */
import { ADMINISTRATORS } from '../audience.ts';
import { dateOf } from '../calendar.ts';
import type { Facts } from '../rules/facts.ts';
import type { Command, Desk, Person, Said } from './desk.ts';

/** A case as it is opened: the day, what is said, and what is so then. */
export interface Opening {
  readonly on: number;
  readonly facts: Said;
  readonly after: Facts;
}

export function openCase(
  desk: Desk,
  person: Person,
  kind: 'health-check' | 'care-assessment' | 'budget',
  openingOf: (person: Person) => Opening,
): Command {
  const { on, facts, after } = openingOf(person);
  const base = kind === 'budget' ? `/v1/people/${person.id}/budgets` : `/v1/people/${person.id}/cases/${kind}`;
  const name = desk.newName(kind);
  const { place } = person;
  return desk.command({
    by: ADMINISTRATORS.liverpool,
    place,
    path: base,
    body: { facts, on: dateOf(on) },
    makes: () => [[name, after]],
    done({ body: { id } }) {
      person.has.add(kind);
      const path = `${base}/${id}`;
      const where = { personId: person.id, place, path, eventsPath: `${path}/events` };
      desk.open({ name, ...where, lastOn: on }, id, [facts.kind]);
    },
  });
}
