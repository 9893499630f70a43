import { randomUUID } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import * as z from 'zod';

/** The secret of a service at GOV.UK Notify, by its id; undefined when there is no such service. */
export type SecretOf = (serviceId: string) => string | undefined;

/** A text or letter that Notify took. */
export interface TakenMessage {
  readonly channel: 'text' | 'letter';
  readonly to: readonly string[];
  readonly body: string;
  readonly reference: string;
}

interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

const personalisation = z.record(z.string(), z.string());
const common = { template_id: z.string().min(1), reference: z.string().max(1000).optional() };
const textSchema = z.object({
  ...common,
  phone_number: z.string().min(3),
  personalisation: personalisation.default({}),
});
const letterSchema = z.object({ ...common, personalisation });

/** Every line that Notify knows; the last one that is not empty is the postcode. Countries abroad are not taken here. */
const ADDRESS_LINES = [1, 2, 3, 4, 5, 6, 7].map((line) => `address_line_${line}`);
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;

/** Seconds for which Notify takes a token. */
const TOKEN_SECONDS = 30;

/**
 * GOV.UK Notify's API as far as the service uses it: who may ask is told by a signed token, a reference is kept and can be
 * asked for, and one that comes twice is sent twice, as there.
 */
export class NotifyService {
  readonly #secretOf: SecretOf;
  readonly #take: (message: TakenMessage) => void;
  readonly #taken: { readonly id: string; readonly reference: string | null }[] = [];

  constructor(secretOf: SecretOf, take: (message: TakenMessage) => void) {
    this.#secretOf = secretOf;
    this.#take = take;
  }

  async answer({ method, path, authorization, body }: Asked): Promise<Answered> {
    const refused = await this.#refusal(authorization);
    if (refused !== undefined) return error(403, 'AuthError', refused);
    const url = new URL(path, 'http://notify.local');
    const asked = `${method} ${url.pathname}`;
    if (asked === 'GET /v2/notifications') {
      const reference = url.searchParams.get('reference');
      return {
        status: 200,
        body: { notifications: this.#taken.filter((one) => one.reference === reference), links: {} },
      };
    }
    if (asked === 'POST /v2/notifications/sms') return this.#text(body);
    if (asked === 'POST /v2/notifications/letter') return this.#letter(body);
    return error(404, 'NoResultFound', 'No result found');
  }

  #text(body: string): Answered {
    const read = textSchema.safeParse(jsonOf(body));
    if (!read.success) return error(400, 'ValidationError', z.prettifyError(read.error));
    const { phone_number, personalisation: words, reference } = read.data;
    return this.#keep({ channel: 'text', to: [phone_number], body: wordsOf(words), reference: reference ?? '' });
  }

  #letter(body: string): Answered {
    const read = letterSchema.safeParse(jsonOf(body));
    if (!read.success) return error(400, 'ValidationError', z.prettifyError(read.error));
    const { personalisation: words, reference } = read.data;
    const address = ADDRESS_LINES.map((name) => words[name] ?? '').filter((line) => line.trim() !== '');
    const fault = addressFault(address, words);
    if (fault !== undefined) return error(400, 'ValidationError', fault);
    const rest = Object.fromEntries(Object.entries(words).filter(([name]) => !name.startsWith('address_line_')));
    return this.#keep({
      channel: 'letter',
      to: address,
      body: wordsOf(rest),
      reference: reference ?? '',
    });
  }

  #keep(message: TakenMessage): Answered {
    const id = randomUUID();
    this.#taken.push({ id, reference: message.reference || null });
    this.#take(message);
    return { status: 201, body: { id, reference: message.reference || null, content: { body: message.body } } };
  }

  /** Why a token is not taken; undefined when it is. */
  async #refusal(authorization: string): Promise<string | undefined> {
    const token = /^Bearer (.+)$/.exec(authorization)?.[1];
    if (token === undefined) return 'Unauthorized: authentication bearer scheme must be used';
    try {
      const { iss = '' } = decodeJwt(token);
      const secret = this.#secretOf(iss);
      if (secret === undefined) return 'Invalid token: service not found';
      const options = { algorithms: ['HS256'], maxTokenAge: TOKEN_SECONDS, clockTolerance: 5 };
      await jwtVerify(token, new TextEncoder().encode(secret), options);
      return undefined;
    } catch {
      return 'Invalid token: API key not found';
    }
  }
}

/** Why Notify sends no letter to an address, in its words. */
function addressFault(address: readonly string[], words: Readonly<Record<string, string>>): string | undefined {
  const given = Object.keys(words).filter((name) => name.startsWith('address_line_')).length;
  if (given > ADDRESS_LINES.length) return 'Address must be no more than 7 lines';
  if (address.length < 3) return 'Address must be at least 3 lines';
  return POSTCODE.test(address.at(-1) ?? '')
    ? undefined
    : 'Last line of address must be a real UK postcode or another country';
}

function error(status: number, name: string, message: string): Answered {
  return { status, body: { status_code: status, errors: [{ error: name, message }] } };
}

function wordsOf(personalisation: Readonly<Record<string, string>>): string {
  return Object.values(personalisation).join('\n');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
