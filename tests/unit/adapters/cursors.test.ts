import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealedCursors } from '../../../shared/adapters/crypto/cursors.ts';

const cursors = sealedCursors('a key for tests');
const unknown = expect.objectContaining({ kind: 'invalid', code: 'cursor-unknown' });

describe('a cursor', () => {
  it('opens to what was sealed, under its own scope', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (scope, position) => {
        const plain: unknown = JSON.parse(JSON.stringify(position));
        expect(cursors.open(scope, cursors.seal(scope, position))).toEqual(plain);
      }),
    );
  });

  it('opens to nothing else: any other scope, key or byte', () => {
    const cursor = cursors.seal('queue', { row: 1 });
    expect(() => cursors.open('another', cursor)).toThrow(unknown);
    expect(() => sealedCursors('another key').open('queue', cursor)).toThrow(unknown);
    const bytes = Buffer.from(cursor, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => cursors.open('queue', altered.toString('base64url'))).toThrow(unknown);
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => cursors.open('queue', text)).toThrow(unknown);
      }),
    );
  });
});
