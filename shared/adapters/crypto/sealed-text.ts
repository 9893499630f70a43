import { keyFor, openText, sealText } from './aes-gcm.ts';

/** Seals texts that are kept, so that whoever reads a table alone reads none (promise P10). */
export interface TextSeal {
  /** @param about the item that holds the text: in another it does not open */
  seal(text: string, about: string): string;
  /** @throws Error when it was sealed under a key that is not here, in another item, or altered since */
  open(sealed: string, about: string): string;
}

/**
 * @param use keeps what is sealed for one purpose apart from what is sealed for another
 * @param keys any texts kept secret, by their ids, which are whole numbers. The highest seals; all open what they sealed, so that a key is
 * changed by adding one, and every record moves to it when it is next written.
 */
export function textSeal(use: string, keys: Readonly<Record<string, string>>): TextSeal {
  const byId = new Map(Object.entries(keys).map(([id, text]) => [id, keyFor(text, use)]));
  const current = newestOf(keys);
  const keyOf = (id: string): Buffer => {
    const key = byId.get(id);
    if (key === undefined) throw new Error('It was sealed under a key that is not here');
    return key;
  };
  return {
    seal: (text, about) => `${current}.${sealText(keyOf(current), text, about)}`,
    open(sealed, about) {
      const [id = '', text = ''] = sealed.split('.');
      return openText(keyOf(id), text, about);
    },
  };
}

/** The id of the key that is used now. */
export function newestOf(keys: Readonly<Record<string, string>>): string {
  return String(Math.max(...Object.keys(keys).map(Number)));
}
