import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../infra/local/store/attribute-value.ts';
import { capacity, entryOf, readCapacity } from '../../../../infra/local/store/capacity.ts';
import { itemSize, valueSize } from '../../../../infra/local/store/item-size.ts';
import { RECORDS } from './records-store.ts';

/** An item of exactly this many bytes: the name `pk` is two of them, `x` one, and a key of four. */
const sized = (bytes: number): Item => ({ pk: { S: 'abcd' }, x: { S: 'y'.repeat(bytes - 7) } });

describe('the size of an item', () => {
  it.each([
    [{ S: '' }, 0],
    [{ S: 'abc' }, 3],
    [{ S: 'é' }, 2],
    [{ S: '😀' }, 4],
    [{ N: '0' }, 1],
    [{ N: '7' }, 2],
    [{ N: '12' }, 2],
    [{ N: '123' }, 3],
    [{ N: '1200' }, 2],
    [{ N: '0.0012' }, 2],
    [{ N: '-12' }, 3],
    [{ N: '12e9' }, 2],
    [{ N: '12345678901234567890123456789012345678' }, 20],
    [{ B: Buffer.from([1, 2, 3, 4, 5]).toString('base64') }, 5],
    [{ BOOL: true }, 1],
    [{ NULL: true }, 1],
    [{ SS: ['ab', 'c'] }, 3],
    [{ NS: ['12', '3'] }, 4],
    [{ BS: ['AQI=', 'AQ=='] }, 3],
    [{ L: [] }, 3],
    [{ L: [{ S: 'ab' }, { BOOL: false }] }, 3 + 2 + 3],
    [{ M: {} }, 3],
    [{ M: { name: { S: 'ab' } } }, 3 + 1 + 4 + 2],
  ])('%j takes %i bytes', (value, bytes) => {
    expect(valueSize(value)).toBe(bytes);
  });

  it('counts the UTF-8 bytes of names', () => {
    expect(itemSize({ pk: { S: 'a' }, né: { S: '' } })).toBe(2 + 1 + 3);
    expect(itemSize(sized(1_024))).toBe(1_024);
  });
});

describe('reading', () => {
  it.each([
    [[4_096], true, 1],
    [[4_097], true, 2],
    [[4_096], false, 0.5],
    [[8_192], false, 1],
    [[100], false, 0.5],
  ])('one item of %j bytes, strong %s: %d units', (sizes, strong, units) => {
    expect(readCapacity(sizes, strong, 'each')).toBe(units);
  });

  it('rounds what a query looked at once, and items by key one by one', () => {
    const fifty = Array.from({ length: 50 }, () => 97);
    expect(readCapacity(fifty, false, 'together')).toBe(1);
    expect(readCapacity(fifty, false, 'each')).toBe(25);
  });

  it('costs the least when nothing is found', () => {
    expect(readCapacity([], false, 'together')).toBe(0.5);
    expect(readCapacity([0], true, 'each')).toBe(1);
    expect(readCapacity([100, 0], false, 'each')).toBe(1);
  });
});

describe('writing', () => {
  const none = { ...RECORDS, indexes: [] };

  it.each([
    [undefined, 100, 1],
    [undefined, 1_024, 1],
    [undefined, 1_025, 2],
    [3_000, 100, 3],
    [100, 3_000, 3],
    [2_500, undefined, 3],
    [undefined, undefined, 1],
  ])('an item of %s bytes that becomes one of %s: %d units', (before, after, units) => {
    const item = (bytes: number | undefined) => (bytes === undefined ? undefined : sized(bytes));
    expect(capacity('write', item(before), item(after), none)).toEqual({ table: units, indexes: {} });
  });

  it('costs the item as it is when the condition is refused, and no index', () => {
    expect(capacity('refused', sized(2_500), undefined, RECORDS)).toEqual({ table: 3, indexes: {} });
    expect(capacity('refused', undefined, undefined, RECORDS)).toEqual({ table: 1, indexes: {} });
  });
});

describe('index entries', () => {
  const item = (more: Item = {}): Item => ({
    pk: { S: 'liverpool#P#a' },
    sk: { S: 'R#1' },
    lp: { S: 'liverpool#SALT' },
    ls: { S: '2#2026' },
    row: { S: 'facts' },
    dp: { S: 'liverpool#SALT' },
    ds: { S: '2026-05-11' },
    duty: { S: 'CHS' },
    history: { S: 'long' },
    ...more,
  });
  const units = (before: Item | undefined, after: Item | undefined) =>
    capacity('write', before, after, RECORDS).indexes;

  it('costs a new entry in each index whose key the item has', () => {
    expect(units(undefined, item())).toEqual({ list: 1, due: 1 });
    expect(units(undefined, item({ wp: { S: 'x' }, ws: { S: 'y' } }))).toEqual({ list: 1, due: 1, watch: 1 });
  });

  it('costs a removed entry', () => {
    const { ds: _, ...met } = item();
    expect(units(item(), met)).toEqual({ due: 1 });
    expect(units(item(), undefined)).toEqual({ list: 1, due: 1 });
  });

  it('costs nothing where the projection is as it was', () => {
    expect(units(item(), item({ history: { S: 'longer' } }))).toEqual({});
    expect(units(item(), item({ duty: { S: 'RTT' } }))).toEqual({ due: 1 });
  });

  it('costs both entries when the key moved', () => {
    expect(units(item(), item({ ls: { S: '1#2026' } }))).toEqual({ list: 2 });
    expect(units(item(), item({ lp: { S: 'liverpool#OT' } }))).toEqual({ list: 2 });
  });

  it('costs the size of what is projected, the larger of the two when it changed in place', () => {
    const wide = (bytes: number) => item({ row: { S: 'x'.repeat(bytes) } });
    expect(units(undefined, wide(2_000))).toEqual({ list: 2, due: 1 });
    expect(units(wide(2_000), wide(10))).toEqual({ list: 2 });
    expect(units(wide(3_000), { ...wide(10), ls: { S: '1' } })).toEqual({ list: 4 });
  });

  it('projects keys only, some attributes, or all', () => {
    const [list, , watch] = RECORDS.indexes;
    if (list === undefined || watch === undefined) throw new Error('the records table lost an index');
    const watched = item({ wp: { S: 'x' }, ws: { S: 'y' } });
    const { pk, sk, lp, ls, row, wp, ws } = watched as Required<typeof watched>;
    expect(entryOf(watched, list, RECORDS.keySchema)).toEqual({ pk, sk, lp, ls, row });
    expect(entryOf(watched, watch, RECORDS.keySchema)).toEqual({ pk, sk, wp, ws });
    expect(entryOf(watched, { ...watch, projection: { ProjectionType: 'ALL' } }, RECORDS.keySchema)).toEqual(watched);
    expect(entryOf(item(), watch, RECORDS.keySchema)).toBeUndefined();
  });
});
