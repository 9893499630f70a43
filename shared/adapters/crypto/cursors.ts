import type { Cursors } from '../../application/ports/cursors.ts';
import { invalid } from '../../domain/error.ts';
import { keyFor, openText, sealText } from './aes-gcm.ts';

/**
 * Cursors sealed with AES-256-GCM. A page in another order than the policy's ends at a name or a date: sealed, neither
 * stands in an address, and a cursor that was altered or belongs to another question does not open.
 * @param secret any text kept secret.
 */
export function sealedCursors(secret: string): Cursors {
  const key = keyFor(secret, 'cursors');
  return {
    seal: (scope, position) => sealText(key, JSON.stringify(position), scope),

    open(scope, cursor) {
      try {
        const position: unknown = JSON.parse(openText(key, cursor, scope));
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
