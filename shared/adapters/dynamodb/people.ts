import type { People } from '../../application/ports/people.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import { conflict, stale } from '../../domain/error.ts';
import type { NumberSeal } from '../crypto/number-seal.ts';
import { archivedEventsInTable } from './archived-events.ts';
import { readyCases } from './cases.ts';
import { birthdayList, PERSON_AND_RECORDS, personCollection, personKey } from './keys.ts';
import { keptCaseOf } from './stored-case.ts';
import { type PersonCover, personItem, personNamedOf, personOf } from './stored-person.ts';
import { keptReferralOf } from './stored-referral.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Reading people by their ids: all that whoever has no key of the hashes can do. Without the seal nobody has an NHS number. */
export function peopleToRead(
  records: TableAccess,
  types: CaseTypes = caseTypes,
  seal?: NumberSeal,
): Pick<People, 'get' | 'record'> {
  const archive = archivedEventsInTable(records, types);
  return {
    async get(place, personId) {
      const item = await records.get(personKey(place, personId));
      return item === undefined ? undefined : personOf(place, item, seal);
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
      return { person: personOf(place, person, seal), referrals, cases: await readyCases(archive, cases) };
    },
  };
}

/** People in the records table. */
export function peopleInTable(records: TableAccess, cover: PersonCover, types: CaseTypes = caseTypes): People {
  const { keyed, seal } = cover;
  return {
    ...peopleToRead(records, types, seal),

    async many(place, personIds) {
      const keys = [...new Set(personIds)].map((personId) => personKey(place, personId));
      return (await records.many(keys)).map((item) => personOf(place, item, seal));
    },

    async bornOn(place, birthDate) {
      const partition = birthdayList(place, keyed(`birth-date ${birthDate}`));
      return (await records.all({ index: RECORD_INDEXES.list, partition })).map(personNamedOf);
    },

    async create(person) {
      const put = await records.put(personItem(person, cover), 'absent');
      if (!put) throw conflict('already-there', 'There is such a person already');
    },

    async save(person) {
      const put = await records.put(personItem(person, cover), { version: person.version - 1 });
      if (!put) throw stale('changed-since', 'This person has been changed since you read it');
    },
  };
}
