/** What a row says about a person, as details of a record: of a new one, and beside one that is kept. */
import type { Person, PersonDetails, PersonFlag } from '../person/person.ts';
import type { ParsedRow } from './row.ts';

type RowPerson = ParsedRow['person'];

/** Present, not traced: what is known of a number that a file gave. To be traced: what is known where it gave none. */
const GIVEN_STATUS = '02';
const NONE_STATUS = '03';

/** The details of a person first met in a row. */
export function detailsOfRow(row: RowPerson): PersonDetails {
  return {
    nhsNumber: row.nhsNumber,
    nhsNumberStatus: row.nhsNumber === null ? NONE_STATUS : GIVEN_STATUS,
    noNhsNumberReason: row.nhsNumber === null ? 'not-known' : null,
    localId: row.localId,
    givenName: row.givenName,
    familyName: row.familyName,
    birthDate: row.birthDate,
    diedOn: null,
    postcode: row.postcode,
    ethnicCategory: row.ethnicCategory,
    gpPractice: row.gpPractice,
    interpreterLanguage: row.interpreterLanguage,
    reasonableAdjustments: [...row.reasonableAdjustments],
    communicationNeeds: [],
    flags: flagsWith([], row),
  };
}

/** Details a file may bring up to date, however often. */
const refreshed = [
  'givenName',
  'familyName',
  'postcode',
  'ethnicCategory',
  'gpPractice',
  'interpreterLanguage',
  'reasonableAdjustments',
  'flags',
] as const;
type Refreshed = (typeof refreshed)[number];

/**
 * What a row changes of a person that is kept. A file fills what is not known, and brings up to date what only files have
 * said; what a member of staff wrote stays as it is. A blank cell says nothing. Numbers and the birth date are only ever
 * filled in: another one is for a person to judge.
 */
export function personChangesOf(row: RowPerson, person: Person): Partial<PersonDetails> {
  const { details } = person;
  const changes: Partial<PersonDetails> = {};
  if (row.nhsNumber !== null && details.nhsNumber === null)
    Object.assign(changes, { nhsNumber: row.nhsNumber, nhsNumberStatus: GIVEN_STATUS, noNhsNumberReason: null });
  // A file that was exported from here names people without a local id by our own id.
  if (row.localId !== null && row.localId !== person.id && details.localId === null)
    Object.assign(changes, { localId: row.localId });
  const ours = fieldsOfStaff(person);
  const said = saidBy(row, details);
  for (const field of refreshed) {
    const value = said[field];
    if (value === undefined || same(field, value, details[field])) continue;
    if (isKnown(details[field]) && ours.has(field)) continue;
    Object.assign(changes, { [field]: value });
  }
  return changes;
}

/** The details that a row gives; those it is silent about are left out. */
function saidBy(row: RowPerson, details: PersonDetails): Partial<Pick<PersonDetails, Refreshed>> {
  return {
    familyName: row.familyName,
    flags: flagsWith(details.flags, row),
    ...(row.givenName === '' ? {} : { givenName: row.givenName }),
    ...(row.postcode === null ? {} : { postcode: row.postcode }),
    ...(row.ethnicCategory === '99' ? {} : { ethnicCategory: row.ethnicCategory }),
    ...(row.gpPractice === null ? {} : { gpPractice: row.gpPractice }),
    ...(row.interpreterLanguage === null ? {} : { interpreterLanguage: row.interpreterLanguage }),
    ...(row.reasonableAdjustments.length === 0 ? {} : { reasonableAdjustments: [...row.reasonableAdjustments] }),
  };
}

/** The fields that somebody wrote or changed by hand. */
function fieldsOfStaff(person: Person): ReadonlySet<string> {
  const byHand = person.events.filter(({ importId }) => importId === undefined);
  const all: readonly string[] = refreshed;
  return new Set(byHand.flatMap(({ kind, fields }) => (kind === 'created' ? all : fields)));
}

function flagsWith(flags: readonly PersonFlag[], row: RowPerson): PersonFlag[] {
  const with_ = (current: readonly PersonFlag[], flag: PersonFlag, said: boolean | null): readonly PersonFlag[] => {
    if (said === null || said === current.includes(flag)) return current;
    return said ? [...current, flag] : current.filter((other) => other !== flag);
  };
  return [...with_(with_(flags, 'ehc-plan', row.ehcPlan), 'looked-after', row.lookedAfter)];
}

function isKnown(value: PersonDetails[Refreshed]): boolean {
  return value !== null && value !== '' && value !== '99' && !(Array.isArray(value) && value.length === 0);
}

/** Adjustments stand in one cell of a file, however many a record has. */
function same(field: Refreshed, a: PersonDetails[Refreshed], b: PersonDetails[Refreshed]): boolean {
  if (field === 'reasonableAdjustments') return cellOfAdjustments(a) === cellOfAdjustments(b);
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Several adjustments as one cell. */
export function cellOfAdjustments(adjustments: PersonDetails[Refreshed]): string {
  return Array.isArray(adjustments) ? adjustments.join('; ') : '';
}
