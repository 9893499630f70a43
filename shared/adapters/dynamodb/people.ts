import type { People } from '../../application/ports/people.ts';
import { conflict, stale } from '../../domain/error.ts';
import { birthdayList, PERSON_AND_REFERRALS, personCollection, personKey } from './keys.ts';
import { personItem, personNamedOf, personOf } from './stored-person.ts';
import { keptReferralOf } from './stored-referral.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Reading people by their ids: all that whoever has no key of the hashes can do. */
export function peopleToRead(records: TableAccess): Pick<People, 'get' | 'record'> {
  return {
    async get(place, personId) {
      const item = await records.get(personKey(place, personId));
      return item === undefined ? undefined : personOf(place, item);
    },

    async record(place, personId) {
      const items = await records.all({
        partition: personCollection(place, personId),
        between: PERSON_AND_REFERRALS,
      });
      const person = items.find((item) => item['sk'] === 'P');
      if (person === undefined) return undefined;
      const referrals = items.filter((item) => item !== person).map(keptReferralOf);
      return { person: personOf(place, person), referrals };
    },
  };
}

/** People in the records table. @param keyed the keyed hash that stands for a birth date in a key. */
export function peopleInTable(records: TableAccess, keyed: (text: string) => string): People {
  return {
    ...peopleToRead(records),

    async many(place, personIds) {
      const keys = [...new Set(personIds)].map((personId) => personKey(place, personId));
      return (await records.many(keys)).map((item) => personOf(place, item));
    },

    async bornOn(place, birthDate) {
      const partition = birthdayList(place, keyed(`birth-date ${birthDate}`));
      return (await records.all({ index: RECORD_INDEXES.list, partition })).map(personNamedOf);
    },

    async create(person) {
      const put = await records.put(personItem(person, keyed), 'absent');
      if (!put) throw conflict('already-there', 'There is such a person already');
    },

    async save(person) {
      const put = await records.put(personItem(person, keyed), { version: person.version - 1 });
      if (!put) throw stale('changed-since', 'This person has been changed since you read it');
    },
  };
}
