import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Cursors } from '../../application/ports/cursors.ts';
import { invalid } from '../../domain/error.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Cursors sealed with AES-256-GCM. A page in another order than the policy's ends at a name or a date: sealed, neither
 * stands in an address, and a cursor that was altered or belongs to another question does not open.
 * @param key any text kept secret.
 */
export function sealedCursors(key: string): Cursors {
  const secret = Buffer.from(hkdfSync('sha256', key, '', 'cursors', 32));
  return {
    seal(scope, position) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(Buffer.from(scope));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },

    open(scope, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) throw unknown();
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      try {
        const decipher = createDecipheriv(CIPHER, secret, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(scope)).setAuthTag(tag);
        const opened =
          decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
        const position: unknown = JSON.parse(opened);
        return position;
      } catch {
        throw unknown();
      }
    },
  };
}

function unknown() {
  const message = 'Start again from the first page';
  return invalid('cursor-unknown', 'This cursor is not one of this list', [
    { pointer: '/cursor', code: 'cursor-unknown', message },
  ]);
}
