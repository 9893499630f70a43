import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Person } from '../../domain/person/person.ts';
import type { KeptCase } from './cases.ts';
import type { KeptReferral } from './referrals.ts';

/** Everything kept about a person: one collection of the store, read in one request. */
export interface PersonRecord {
  readonly person: Person;
  readonly referrals: readonly KeptReferral[];
  readonly cases: readonly KeptCase[];
}

/** What a search by birth date needs to tell people apart, without reading each person. */
export interface PersonNamed {
  readonly personId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
}

/** People of a place. Every method that takes a place sees that place and nothing else. */
export interface People {
  /** One person; undefined when there is none. */
  get(place: string, personId: string): Promise<Person | undefined>;
  /** The person with all their referrals and cases; undefined when there is no such person. */
  record(place: string, personId: string): Promise<PersonRecord | undefined>;
  /** Several people, in no order. Ids that nobody has are left out. */
  many(place: string, personIds: readonly string[]): Promise<readonly Person[]>;
  /** Everybody born on a day. */
  bornOn(place: string, birthDate: LocalDate): Promise<readonly PersonNamed[]>;
  /** Keeps a new person. @throws `conflict` `already-there` when the id is taken. */
  create(person: Person): Promise<void>;
  /** Keeps a change: `person.version` is one more than what is stored. @throws `stale` `changed-since` otherwise. */
  save(person: Person): Promise<void>;
}
