import type { People } from '../../application/ports/people.ts';
import { personKey } from './keys.ts';
import { personOf } from './stored-person.ts';
import type { TableAccess } from './table-access.ts';

/** People by their ids, without their records: for whoever needs to know no more than whether somebody lives and how old they are. */
export function peopleById(records: TableAccess): Pick<People, 'get'> {
  return {
    async get(place, personId) {
      const item = await records.get(personKey(place, personId));
      return item === undefined ? undefined : personOf(place, item, undefined);
    },
  };
}
