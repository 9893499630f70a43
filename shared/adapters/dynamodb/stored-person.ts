import * as z from 'zod';
import type { PersonNamed } from '../../application/ports/people.ts';
import { dateOfEpochDay, epochDayOf } from '../../domain/calendar/local-date.ts';
import { type Person, personSchema } from '../../domain/person/person.ts';
import type { NumberSeal } from '../crypto/number-seal.ts';
import { birthdayList, personCollection, personKey } from './keys.ts';
import { openedNumber, sealedNumber, storedNumberSchema } from './sealed-number.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';

/** Family name, given name, birth date as days since 1970: what the list of a birthday shows. */
export const packedNameSchema = z.tuple([z.string(), z.string(), z.int()]);

/** A person's item as stored: its version is `v`, its place and id are in its key. */
export const storedPersonSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('P'),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string().optional(),
  ls: z.string().optional(),
  row: packedNameSchema.optional(),
  details: personSchema.shape.details.extend({ nhsNumber: storedNumberSchema }),
  possibleDuplicateOf: personSchema.shape.possibleDuplicateOf,
  mergedInto: personSchema.shape.mergedInto,
  events: personSchema.shape.events,
});

export const personShape: ItemShape<z.output<typeof storedPersonSchema>> = {
  name: 'person',
  schema: 2,
  // Its number is not sealed; the next write seals it.
  upcasts: { 1: (item) => ({ ...item, schema: 2 }) },
  stored: storedPersonSchema,
};

/** What hides the facts of a person that must not be read where they stand. */
export interface PersonCover {
  /** The keyed hash: the birth date is a key of the list. */
  readonly keyed: (text: string) => string;
  readonly seal: NumberSeal;
}

/** A person as an item. */
export function personItem(person: Person, { keyed, seal }: PersonCover) {
  const { place, id, details } = person;
  const key = personKey(place, id);
  return {
    ...key,
    v: person.version,
    schema: personShape.schema,
    // Somebody merged into another is not found by searching: the other is.
    ...(person.mergedInto === null
      ? {
          lp: birthdayList(place, keyed(`birth-date ${details.birthDate}`)),
          ls: id,
          row: [details.familyName, details.givenName, epochDayOf(details.birthDate)],
        }
      : {}),
    details: { ...details, nhsNumber: sealedNumber(details.nhsNumber, key, seal) },
    possibleDuplicateOf: person.possibleDuplicateOf,
    mergedInto: person.mergedInto,
    events: person.events,
  };
}

/**
 * Reads a person's item.
 * @param seal for whoever may read numbers; without it the person has none, whether or not there is one
 * @throws UnreadableItem
 */
export function personOf(place: string, item: RawItem, seal: NumberSeal | undefined): Person {
  const stored = readItem(personShape, item);
  const { nhsNumber } = stored.details;
  return {
    id: stored.pk.slice(personCollection(place, '').length),
    place,
    version: stored.v,
    details: { ...stored.details, nhsNumber: seal === undefined ? null : openedNumber(nhsNumber, stored, seal) },
    possibleDuplicateOf: stored.possibleDuplicateOf,
    mergedInto: stored.mergedInto,
    events: stored.events,
  };
}

const birthdayEntrySchema = z.object({ ls: z.string(), row: packedNameSchema });
const birthdayEntryShape: ItemShape<z.output<typeof birthdayEntrySchema>> = {
  name: 'entry of a birthday',
  schema: 1,
  upcasts: {},
  stored: birthdayEntrySchema,
};

/** Reads an entry of a birthday's list. Index entries carry no schema version: the projection is part of the item's. */
export function personNamedOf(entry: RawItem): PersonNamed {
  const { ls, row } = readItem(birthdayEntryShape, { ...entry, schema: birthdayEntryShape.schema });
  return { personId: ls, familyName: row[0], givenName: row[1], birthDate: dateOfEpochDay(row[2]) };
}
