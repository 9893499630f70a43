/** What a function runs in, and what a kill takes: everything it remembers, and every step that it has not come to. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ADMINISTRATOR } from '../../infra/local/store/store.ts';
import { MAX_ATTEMPTS, shortRetries } from '../../shared/adapters/dynamodb/retries.ts';
import type { Turns } from './turns.ts';
import type { Weather } from './weather.ts';

/** A request to something outside the function, whole. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is outside: it answers what arrives. */
export type Beyond = (asked: Asked, how: { readonly answerIsLost: boolean }) => Promise<Answered>;

/** What became of a call of a function. */
export type Called =
  | { readonly ended: 'answered'; readonly answer: unknown }
  | { readonly ended: 'failed' }
  | { readonly ended: 'killed' };

export class Instance {
  readonly #weather: Weather;
  readonly #turns: Turns;
  readonly #beyond: Beyond;
  readonly #seen = new Map<string, number>();
  #invocation = '';
  #isDead = false;
  #die: () => void = () => undefined;
  /** Resolves when it is killed. */
  readonly death = new Promise<void>((resolve) => {
    this.#die = resolve;
  });

  constructor(weather: Weather, turns: Turns, beyond: Beyond) {
    this.#weather = weather;
    this.#turns = turns;
    this.#beyond = beyond;
  }

  begin(invocation: string): void {
    this.#invocation = invocation;
    this.#seen.clear();
  }

  end(): void {
    this.#weather.forget(this.#invocation);
  }

  /** A request that goes out, in its turn. What is killed never hears of it, nor of anything else. */
  async ask(asked: Asked): Promise<Answered> {
    const answer = await this.#turns.take(() => this.step(`${asked.path} ${asked.body}`, asked, this.#beyond));
    return answer ?? never();
  }

  /**
   * One step: done, or met by what the weather has for it.
   * @param what what is asked, as the seed knows it.
   * @returns undefined when it was the last, or comes after the last.
   */
  async step(what: string, asked: Asked, work: Beyond): Promise<Answered | undefined> {
    if (this.#isDead) return undefined;
    const said = sameEachTime(what);
    const before = this.#seen.get(said) ?? 0;
    this.#seen.set(said, before + 1);
    const fate = this.#weather.fateOf(this.#invocation, `${before} ${said}`);
    if (fate === 'none') return work(asked, { answerIsLost: false });
    if (fate !== 'killed-before' && fate !== 'killed-after') this.#turns.pausing();
    if (fate === 'throttled') return throttled(asked);
    if (fate === 'failed') return { status: 500, body: JSON.stringify({ __type: FAILED, message: 'Failed' }) };
    if (fate === 'unanswered' || fate === 'killed-after') await work(asked, { answerIsLost: true });
    if (fate === 'lost' || fate === 'unanswered') throw hungUp();
    this.#isDead = true;
    this.#die();
    return undefined;
  }

  /** The clients that the function's own are, without the pauses between their tries. */
  clients(): {
    readonly documents: DynamoDBDocumentClient;
    readonly events: EventBridgeClient;
    readonly ses: SESv2Client;
    readonly sqs: SQSClient;
  } {
    const settings = {
      endpoint: 'http://127.0.0.1',
      region: 'eu-west-2',
      credentials: ADMINISTRATOR,
      // Nothing here looks at a signature.
      signer: { sign: async (request: unknown) => request },
      maxAttempts: MAX_ATTEMPTS,
      retryStrategy: shortRetries(() => 0),
      requestHandler: { handle: (request: SdkRequest) => this.#handle(request) },
    };
    return {
      documents: DynamoDBDocumentClient.from(new DynamoDBClient(settings as never), {
        marshallOptions: { removeUndefinedValues: true },
      }),
      events: new EventBridgeClient(settings as never),
      // As the function has it: one attempt, since what SES took unheard would come twice.
      ses: new SESv2Client({ ...settings, retryStrategy: undefined, maxAttempts: 1 } as never),
      sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false } as never),
    };
  }

  async #handle({ method, path, headers, body }: SdkRequest) {
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const answer = await this.ask({ method, path, headers: lower, body: textOf(body) });
    const type = { 'content-type': 'application/x-amz-json-1.0', ...answer.headers };
    return { response: { statusCode: answer.status, headers: type, body: Buffer.from(answer.body) } };
  }
}

interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function textOf(body: unknown): string {
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  return typeof body === 'string' ? body : '';
}

/** The systems of teams are on this machine, at another port each time. */
const PORT = /127\.0\.0\.1:\d+/g;
/** An NHS number that is sealed looks different each time. */
const SEALED = /"\d{1,3}\.[\w-]{51}"/g;

/** A text without what no seed knows. */
export function sameEachTime(text: string): string {
  return text.replace(PORT, '127.0.0.1').replace(SEALED, '"sealed"');
}

const THROTTLED = 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException';
const FAILED = 'com.amazonaws.dynamodb.v20120810#InternalServerError';

/** AWS says it by a name, GOV.UK Notify by the status alone. */
function throttled({ path }: Asked): Answered {
  const status = path.startsWith('/v2/notifications') ? 429 : 400;
  return { status, body: JSON.stringify({ __type: THROTTLED, message: 'Throttled' }) };
}

function hungUp(): Error {
  return Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
}

/** What somebody who is dead waits for. */
export function never(): Promise<never> {
  return Promise.withResolvers<never>().promise;
}
