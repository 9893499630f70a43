import type { LocalSecret } from '../template/secrets.ts';
import { draw, type KeptValues } from './kept-values.ts';

const LETTERS_AND_DIGITS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Length of a client's secret: as Cognito's, over 256 bits. */
const CLIENT_SECRET_LENGTH = 51;

/** The secrets of the template: generated as it says, or put together from others. */
export class Secrets {
  readonly #secrets: readonly LocalSecret[];
  readonly #kept: KeptValues;

  constructor(secrets: readonly LocalSecret[], kept: KeptValues) {
    this.#secrets = secrets;
    this.#kept = kept;
  }

  /** The secret of this ARN (with or without its last six characters) or name. */
  find(named: string): LocalSecret | undefined {
    return this.#secrets.find(({ arn, name }) => arn === named || name === named || arn.slice(0, -7) === named);
  }

  /** A secret's value. @throws Error when the template gives it none */
  value({ arn, value, generation }: LocalSecret): string {
    if (value !== undefined) return this.fillIn(value);
    if (!generation) throw new Error(`The template says no value for the secret ${arn}`);
    return this.#kept.get(arn, () => {
      const text = draw(generation.alphabet, generation.length);
      if (!generation.within) return text;
      return JSON.stringify({ ...JSON.parse(generation.within.template), [generation.within.key]: text });
    });
  }

  /** Replaces the dynamic references in a text by the values they stand for. @throws Error when one leads nowhere */
  fillIn(text: string): string {
    return text
      .replace(/\{\{resolve:local-client-secret:([^}]+)\}\}/g, (_, client: string) => this.clientSecret(client))
      .replace(/\{\{resolve:secretsmanager:([^}]+?):SecretString:([^:}]*)[^}]*\}\}/g, (_, id: string, key: string) => {
        const secret = this.find(id);
        if (!secret) throw new Error(`A dynamic reference names a secret that the template does not have: ${id}`);
        const value = this.value(secret);
        return key === '' ? value : member(value, key, id);
      });
  }

  /** A member of the JSON secret that has these other members; undefined when none has. */
  memberOf(known: Readonly<Record<string, string>>, wanted: string): string | undefined {
    for (const secret of this.#secrets) {
      if (secret.generation?.within === undefined) continue;
      const value = JSON.parse(this.value(secret)) as Record<string, string>;
      if (Object.entries(known).every(([key, text]) => value[key] === text)) return value[wanted];
    }
    return undefined;
  }

  /** The secret of a client of the user pool. */
  clientSecret(clientId: string): string {
    return this.#kept.get(`client-secret/${clientId}`, () => draw(LETTERS_AND_DIGITS, CLIENT_SECRET_LENGTH));
  }
}

function member(json: string, key: string, id: string): string {
  const value: unknown = (JSON.parse(json) as Record<string, unknown>)[key];
  if (typeof value !== 'string') throw new Error(`The secret ${id} has no text under '${key}'`);
  return value;
}
