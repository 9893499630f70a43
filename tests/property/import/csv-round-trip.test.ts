/** Whatever a queue holds, its file reads back and says nothing new; and no cell of it is a formula to a spreadsheet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../shared/domain/import/columns.ts';
import { planRow } from '../../../shared/domain/import/plan-row.ts';
import { readRow } from '../../../shared/domain/import/read-row.ts';
import { ethnicCategories, type Person, type PersonDetails } from '../../../shared/domain/person/person.ts';
import { newPerson } from '../../../shared/domain/person/record-person.ts';
import { extractCsv } from '../../../shared/http/csv/extract-csv.ts';
import { rawRows } from '../../../shared/http/csv/raw-rows.ts';
import { readCsv } from '../../../shared/http/csv/read-csv.ts';
import { policy, recorderOf } from '../../unit/referral/history.ts';
import { type History, history, stateOf } from '../referral/histories.ts';

/** Text as people and their enemies type it: scripts, quotes, separators, line ends, and what spreadsheets run. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＠',
        '\t',
        '\n',
        '\r\n',
        ',',
        ';',
        '"',
        "'",
        ' ',
        '\u00a0',
        '👋',
        'Ó',
        'ق',
        '中',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('').trim())
  // What no request may hold, no record has.
  .filter((text) => text !== '' && text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text))
  .map((text) => text.normalize('NFC'));

const someone: fc.Arbitrary<
  Pick<PersonDetails, 'familyName' | 'givenName' | 'postcode' | 'interpreterLanguage'> & Partial<PersonDetails>
> = fc.record({
  familyName: typed,
  givenName: fc.oneof(fc.constant(''), typed),
  nhsNumber: fc.constantFrom('9990017336', null),
  localId: fc.oneof(fc.constant(null), fc.stringMatching(/^[A-Z0-9]{1,12}$/)),
  postcode: fc.constantFrom('L1 8JQ', null, 'ZZ99 3VZ'),
  ethnicCategory: fc.constantFrom(...ethnicCategories),
  gpPractice: fc.constantFrom('N82001', null),
  interpreterLanguage: fc.oneof(fc.constant(null), typed),
  reasonableAdjustments: fc.array(typed, { maxLength: 3 }),
  flags: fc.subarray(['ehc-plan', 'looked-after', 'young-carer'] as const),
});

function personOf({ context, referral }: History, more: Partial<PersonDetails>): Person {
  const details: PersonDetails = {
    nhsNumber: null,
    nhsNumberStatus: '02',
    localId: null,
    givenName: '',
    familyName: 'Taylor',
    diedOn: null,
    birthDate: context.birthDate,
    postcode: null,
    ethnicCategory: '99',
    gpPractice: null,
    interpreterLanguage: null,
    reasonableAdjustments: [],
    communicationNeeds: [],
    flags: [],
    ...more,
    noNhsNumberReason: (more.nhsNumber ?? null) === null ? 'not-known' : null,
  };
  const who = { id: referral.personId, place: referral.place, details, possibleDuplicateOf: [] };
  return newPerson(who, recorderOf(`person ${referral.personId}`), context.today);
}

describe('a queue’s file', () => {
  it('reads back and changes nothing', () => {
    fc.assert(
      fc.property(history, someone, (kept, who) => {
        const { context, referral } = kept;
        // Without a receipt there is no row: it was recorded in error.
        fc.pre(stateOf(kept, context.today).stage !== 'void');
        const person = personOf(kept, who);
        const file = readCsv(new TextEncoder().encode(extractCsv([{ referral, person, queue: context.queue }])));
        const [row] = rawRows(file, guessMapping(file.headings));
        if (row === undefined) throw new Error('The file has no row');
        const reading = readRow(row, { asAt: context.today, policy, stage: 'test' });
        if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
        const same = { sameOrigin: { referral, person }, byNhsNumber: null, byLocalId: null, openQueues: [] };
        expect(planRow(reading.row, same, 'a hash')).toEqual({ outcome: 'unchanged' });
      }),
      { numRuns: 150 },
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(history, someone, (kept, who) => {
        const { context, referral } = kept;
        const person = personOf(kept, who);
        const file = readCsv(new TextEncoder().encode(extractCsv([{ referral, person, queue: context.queue }])));
        for (const cell of file.records.flatMap(({ cells }) => cells))
          expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      }),
      { numRuns: 60 },
    );
  });
});
