import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { batchesOf, MAX_BATCH } from '../../../shared/domain/import/batches.ts';
import { possibleDuplicates } from '../../../shared/domain/import/possible-duplicates.ts';
import { relatedEarlier, relatedGroups } from '../../../shared/domain/import/related-rows.ts';
import { rowOf, rowsOf } from './row.ts';

const rows = rowsOf(
  { referralId: 'A', nhsNumber: '999 001 7336', localId: 'L1' },
  { referralId: 'B', nhsNumber: '', localId: 'L2' },
  { referralId: 'C', nhsNumber: '999-001-7336', localId: 'L3' },
  { referralId: 'D', nhsNumber: '', localId: 'L3' },
  { referralId: 'B ', nhsNumber: '9990034664', localId: '' },
  { referralId: 'E', nhsNumber: '', localId: '' },
  { referralId: 'F', nhsNumber: '', localId: '' },
);
const records = (group: readonly { record: number }[]) => group.map(({ record }) => record);

describe('rows of a file', () => {
  it('hang together by referral id, NHS number or local id, directly or by way of another', () => {
    expect(relatedGroups(rows).map(records)).toEqual([[1, 3, 4], [2, 5], [6], [7]]);
    expect(relatedGroups(rows, ({ record }) => (record > 5 ? ['same'] : [])).map(records)).toEqual([
      [1, 3, 4],
      [2, 5],
      [6, 7],
    ]);
  });

  it('depend on the earlier rows of their group, and on no later one', () => {
    expect(records(relatedEarlier(rows, rows.slice(3, 5)))).toEqual([1, 2, 3]);
    expect(records(relatedEarlier(rows, rows.slice(5)))).toEqual([]);
    expect(records(relatedEarlier(rows, rows.slice(0, 2)))).toEqual([]);
  });

  it('are cut into batches of up to 200, or fewer where they are long', () => {
    const many = Array.from({ length: 450 }, (_, at) => rowOf({}, at + 1));
    expect(batchesOf(many).map(({ length }) => length)).toEqual([MAX_BATCH, MAX_BATCH, 50]);
    expect(batchesOf(many).flat()).toEqual(many);
    const long = Array.from({ length: 100 }, (_, at) => rowOf({ notes: 'x'.repeat(4000) }, at + 1));
    expect(batchesOf(long).length).toBe(2);
    expect(batchesOf(long).flat()).toEqual(long);
    expect(batchesOf([])).toEqual([]);
  });
});

describe('possible duplicates', () => {
  it('are people of one family name and birth date, however it is written; each is told of the others', () => {
    const person = (personId: string, familyName: string, birthDate: string) => ({
      personId,
      familyName,
      birthDate: localDate(birthDate),
    });
    const found = possibleDuplicates([
      person('b', "O'Brien", '2016-02-29'),
      person('a', 'O’BRIEN', '2016-02-29'),
      person('a', "O'Brien", '2016-02-29'),
      person('c', "O'Brien", '2016-03-01'),
      person('d', 'Obrian', '2016-02-29'),
    ]);
    expect(found).toEqual(
      new Map([
        ['b', ['a']],
        ['a', ['b']],
      ]),
    );
  });
});
