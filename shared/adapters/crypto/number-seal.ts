import { keyFor, openText, sealText } from './aes-gcm.ts';

/** Seals the NHS numbers that are kept, so that whoever reads a table alone reads none (promise P10). */
export interface NumberSeal {
  /** @param about the item that holds the number: in another it does not open */
  seal(number: string, about: string): string;
  /** @throws Error when it was sealed under a key that is not here, in another item, or altered since */
  open(sealed: string, about: string): string;
}

/** What a sealed number looks like: the key's id, then nonce, tag and ten digits sealed. */
export const SEALED_NUMBER = /^(?:0|[1-9]\d{0,2})\.[\w-]{51}$/;

/** The key that every deployment has without asking for one. */
const FIRST_KEY = '0';
const USE = 'nhs-number';

/**
 * @param secret any text kept secret: the first key follows from it
 * @param keys later keys by their ids, which are whole numbers. The highest seals; all open what they sealed, so that a key is changed by
 * adding one, and every record moves to it when it is next written.
 */
export function numberSeal(secret: string, keys: Readonly<Record<string, string>> = {}): NumberSeal {
  const byId = new Map(Object.entries({ ...keys, [FIRST_KEY]: secret }).map(([id, text]) => [id, keyFor(text, USE)]));
  const current = String(Math.max(...[...byId.keys()].map(Number)));
  const keyOf = (id: string): Buffer => {
    const key = byId.get(id);
    if (key === undefined) throw new Error('It was sealed under a key that is not here');
    return key;
  };
  return {
    seal: (number, about) => `${current}.${sealText(keyOf(current), number, about)}`,
    open(sealed, about) {
      const [id = '', text = ''] = sealed.split('.');
      return openText(keyOf(id), text, about);
    },
  };
}
