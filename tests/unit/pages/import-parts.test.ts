/** Work in parts, and things that travel in a page: what comes back from a browser is measured, parsed and never lost. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { packedValue, unpackedBytes, unpackedValue } from '../../../functions/web/pages/imports/packed.ts';
import {
  PARTS_A_REQUEST,
  type Part,
  partText,
  sentWork,
  workParts,
} from '../../../functions/web/pages/imports/parts.ts';
import { conflict, unavailable } from '../../../shared/domain/error.ts';
import type { FormBody } from '../../../shared/http/page/form-body.ts';

const parts = (count: number): readonly Part[] =>
  Array.from({ length: count }, (_, at) => ({ rows: 200, packed: `part${at}` }));

function formOf(fields: Readonly<Record<string, readonly string[]>>): FormBody {
  return {
    get: (name) => fields[name]?.[0] ?? '',
    all: (name) => fields[name] ?? [],
    file: () => undefined,
    names: () => Object.keys(fields),
  };
}

describe('parts', () => {
  it('are worked in order, as many as fit into a request; the rest is left with what was told', async () => {
    const worked = await workParts(
      { left: parts(PARTS_A_REQUEST + 3), told: ['before'] },
      async ({ packed }) => packed,
    );
    expect(worked.left.map(({ packed }) => packed)).toEqual(['part10', 'part11', 'part12']);
    expect(worked.told).toEqual(['before', ...parts(10).map(({ packed }) => packed)]);
    expect(worked.stopped).toBeNull();
    const rest = await workParts(worked, async () => '');
    expect(rest).toEqual({ left: [], told: worked.told, stopped: null });
  });

  it('stop when the records are away, and keep the part that failed', async () => {
    const away = unavailable('store-unavailable', 'The records cannot be reached just now');
    const worked = await workParts({ left: parts(3), told: [] }, async ({ packed }) => {
      if (packed === 'part1') throw away;
      return packed;
    });
    expect(worked).toEqual({ left: parts(3).slice(1), told: ['part0'], stopped: away });
  });

  it('do not hide any other refusal', async () => {
    const ended = async () => Promise.reject(conflict('import-ended', 'This import has ended'));
    await expect(workParts({ left: parts(1), told: [] }, ended)).rejects.toThrow('This import has ended');
  });

  it('come back from a form as they were sent; what is no part has no rows', () => {
    const sent = sentWork(formOf({ part: [...parts(2).map(partText), 'nonsense'], told: ['a', 'b'] }));
    expect(sent).toEqual({ left: [...parts(2), { rows: 0, packed: '' }], told: ['a', 'b'] });
  });
});

describe('what travels packed', () => {
  it('comes back as it was, in any script', () => {
    const value = ['Ó Súilleabháin', 'سلمى', '"quoted"\r\nline', ''];
    const packed = packedValue(value);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(unpackedValue(z.array(z.string()), packed)).toEqual(value);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['nothing', ''],
    ['another shape', packedValue({ a: 1 })],
    ['no JSON', gzipSync('{').toString('base64url')],
    ['far more than it seems', gzipSync(Buffer.alloc(30_000_000)).toString('base64url')],
  ])('is refused when it is %s', (_what, packed) => {
    expect(() => unpackedValue(z.array(z.string()), packed)).toThrow('could not be read');
  });

  it('is unpacked no further than it may be', () => {
    expect(unpackedBytes(gzipSync(Buffer.alloc(1_000)).toString('base64url'))).toHaveLength(1_000);
  });
});
