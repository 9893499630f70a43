import { describe, expect, it } from 'vitest';
import { rawRows } from '../../../shared/http/csv/raw-rows.ts';
import { readCsv, UnreadableCsv } from '../../../shared/http/csv/read-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readCsv(bytes(text));

describe('a file of comma-separated values', () => {
  it('is read by record and by the line each record starts on, quoted newlines and empty lines counted', () => {
    const { headings, records } = read('\ufeffA,B\r\n1,"x\r\ny ""z"""\r\n\r\n2,b\r\n');
    expect(headings).toEqual(['A', 'B']);
    expect(records).toEqual([
      { record: 1, line: 2, cells: ['1', 'x\r\ny "z"'] },
      { record: 2, line: 5, cells: ['2', 'b'] },
    ]);
  });

  it.each(['\r\n', '\n', '\r'])('may end its lines with %j, and the last with nothing', (end) => {
    expect(read(`A,B${end}1,a${end}2,b`).records.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [2, 'a'],
      [3, 'b'],
    ]);
  });

  it.each([';', '\t'])('may be separated by %j', (separator) => {
    expect(read(['A', 'B'].join(separator).concat('\n1', separator, '"2,5"')).records[0]?.cells).toEqual(['1', '2,5']);
  });

  it.each([
    ['empty', null, ''],
    ['empty', null, '\ufeff \r\n'],
    ['cell-count', 3, 'A,B\n1,2\n1,2,3\n'],
    ['cell-count', 4, 'A,B\n1,"a\nb"\n1\n'],
    ['quote-not-closed', 4, 'A,B\n1,2\n1,"open\n3,4'],
    ['quote-misplaced', 2, 'A,B\n1,in"side\n'],
    ['quote-misplaced', 2, 'A,B\n"1"x,2\n'],
    ['spreadsheet', null, 'PK\u0003\u0004'],
    ['not-text', null, 'A,B\n\u0000,1'],
  ] as const)('is refused as %s on line %s: %j', (fault, line, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'UnreadableCsv', fault, line }));
  });

  it('is refused when it is not UTF-8, and nothing of it is told', () => {
    const latin = Uint8Array.of(0x41, 0x2c, 0x42, 0x0a, 0xd3, 0x2c, 0x31);
    expect(() => readCsv(latin)).toThrow(UnreadableCsv);
    expect(() => readCsv(latin)).toThrow(/CSV UTF-8/);
  });
});

describe('rows to send', () => {
  it('hold the mapped cells by our names, blanks left out, and nothing that the service would not take', () => {
    const file = read('Id,Name,Other\nR1,"A\u0007B\ud83d\udc4b",x\nR2,,y\n');
    expect(rawRows(file, { referralId: 'Id', familyName: 'Name', notes: 'Nowhere' })).toEqual([
      { record: 1, line: 2, cells: { referralId: 'R1', familyName: 'A B👋' } },
      { record: 2, line: 3, cells: { referralId: 'R2' } },
    ]);
    const long = rawRows(read(`Notes\n${'👋'.repeat(3000)}\n`), { notes: 'Notes' })[0]?.cells.notes ?? '';
    expect(long.length).toBeLessThanOrEqual(4000);
    expect(long.isWellFormed()).toBe(true);
  });
});
