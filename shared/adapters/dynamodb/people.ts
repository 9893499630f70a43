import type { People } from '../../application/ports/people.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import { conflict, stale } from '../../domain/error.ts';
import { birthdayList, PERSON_AND_RECORDS, personCollection, personKey } from './keys.ts';
import { keptCaseOf } from './stored-case.ts';
import { personItem, personNamedOf, personOf } from './stored-person.ts';
import { keptReferralOf } from './stored-referral.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Reading people by their ids: all that whoever has no key of the hashes can do. */
export function peopleToRead(records: TableAccess, types: CaseTypes = caseTypes): Pick<People, 'get' | 'record'> {
  return {
    async get(place, personId) {
      const item = await records.get(personKey(place, personId));
      return item === undefined ? undefined : personOf(place, item);
    },

    async record(place, personId) {
      const items = await records.all({
        partition: personCollection(place, personId),
        between: PERSON_AND_RECORDS,
      });
      const person = items.find((item) => item['sk'] === 'P');
      if (person === undefined) return undefined;
      const kept = (letters: string) => items.filter((item) => String(item['sk']).startsWith(letters));
      const referrals = kept('R#').map(keptReferralOf);
      const cases = kept('PC#').map((item) => keptCaseOf(item, types));
      // Whatever else stood between them would be left out in silence.
      if (referrals.length + cases.length + 1 !== items.length)
        throw new Error('A person has records of no known kind');
      return { person: personOf(place, person), referrals, cases };
    },
  };
}

/** People in the records table. @param keyed the keyed hash that stands for a birth date in a key. */
export function peopleInTable(
  records: TableAccess,
  keyed: (text: string) => string,
  types: CaseTypes = caseTypes,
): People {
  return {
    ...peopleToRead(records, types),

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
