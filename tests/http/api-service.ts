/** The API in a test: its real handler with its real middleware, over a real engine, with staff to ask as. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, DynamoDBRecord } from 'aws-lambda';
import type { PublishedEvent } from '../../events/published-event.ts';
import { apiRoutes } from '../../functions/api/routes/routes.ts';
import { follow } from '../../functions/publish-changes/follow.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { Bus } from '../../shared/application/ports/bus.ts';
import type { CaseTypes } from '../../shared/domain/case/case-type.ts';
import { caseTypes } from '../../shared/domain/case/case-types.ts';
import type { Membership, Role } from '../../shared/domain/staff/staff.ts';
import { apiBundle } from '../../shared/http/api/api-bundle.ts';
import type { Route } from '../../shared/http/api/route.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { type Engine, openEngine } from '../contract/engine.ts';

export const ISSUER = 'https://issuer.example';
const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

/** What a request may say beside its method and path. */
export interface Sent {
  readonly body?: unknown;
  /** A body as it is, instead of JSON. */
  readonly text?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The service's day: noon of it. */
  readonly today?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
  readonly body: any;
}

/** Somebody who asks. */
export interface Asker {
  readonly subject: string;
  readonly id: string;
}

export const TODAY = '2026-11-01';
const EVERY_SERVICE = ['salt', 'ot', 'asd', 'adhd'];

export class ApiService {
  readonly engine: Engine;
  readonly deps: Deps;
  readonly routes: readonly Route[];
  readonly published: PublishedEvent[];
  #requests = 0;
  readonly #handler: ReturnType<typeof apiBundle>;

  private constructor(engine: Engine, published: PublishedEvent[], types: CaseTypes) {
    // A test's own lines are enough to read; one that reads the log sets a level first.
    process.env['POWERTOOLS_LOG_LEVEL'] ??= 'SILENT';
    this.engine = engine;
    this.published = published;
    const { recordsTable, auditTable, client } = engine;
    this.deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client, types);
    this.routes = apiRoutes('test');
    this.#handler = apiBundle(this.routes, async () => this.deps, logOf('api'));
  }

  /**
   * @param stream whether committed changes are followed, as the function that publishes them does.
   * @param onRecord sees every record of a change.
   * @param types the kinds of case; those of the service where absent.
   * @param clock of the store: milliseconds since 1970.
   * @param givesUp whether a change is given up, and so followed by nobody.
   */
  static async open({
    stream = false,
    onRecord = () => undefined,
    types = caseTypes,
    clock,
    givesUp = () => false,
  }: {
    stream?: boolean;
    types?: CaseTypes;
    clock?: () => number;
    givesUp?: (record: DynamoDBRecord) => boolean;
    onRecord?: (record: DynamoDBRecord) => void;
  } = {}): Promise<ApiService> {
    const published: PublishedEvent[] = [];
    let service: ApiService | undefined;
    const bus: Bus = {
      async publish(events) {
        published.push(...events);
      },
    };
    const engine = await openEngine(
      stream
        ? async ({ keys, newImage, oldImage, sequence, at }) => {
            if (service === undefined) throw new Error('a change came before there was a service');
            const dynamodb = {
              Keys: keys,
              SequenceNumber: sequence,
              ApproximateCreationDateTime: at / 1000,
              ...(newImage && { NewImage: newImage }),
              ...(oldImage && { OldImage: oldImage }),
            };
            const record = { dynamodb } as DynamoDBRecord;
            onRecord(record);
            if (givesUp(record)) return;
            await follow({ ...service.deps, bus }, record);
          }
        : undefined,
      clock,
    );
    service = new ApiService(engine, published, types);
    return service;
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  /** Registers somebody with one role, or with several. */
  async staff(
    role: Role | readonly Membership[],
    { place = 'liverpool', services = EVERY_SERVICE }: { place?: string; services?: readonly string[] } = {},
  ): Promise<Asker> {
    const id = this.deps.ids.fresh();
    const subject = `subject-${id}`;
    const memberships = typeof role === 'string' ? [{ place, role, services: [...services] }] : [...role];
    const staff = { id, version: 1, name: 'Somebody', active: true, memberships };
    await this.deps.staff.save({ issuer: ISSUER, subject }, staff);
    return { subject, id };
  }

  async ask(asker: Asker | null, method: string, path: string, sent: Sent = {}): Promise<Received> {
    const answer = await this.#handler(this.#event(asker, method, path, sent), {
      awsRequestId: 'invocation',
    } as Context);
    return received(answer);
  }

  /** A POST with a new key, unless the headers name one. */
  post(asker: Asker, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Received> {
    return this.ask(asker, 'POST', path, { body, headers: { 'idempotency-key': this.key(), ...headers } });
  }

  get(asker: Asker, path: string, query: Readonly<Record<string, string>> = {}): Promise<Received> {
    return this.ask(asker, 'GET', path, { query });
  }

  /** A key that was not used before. */
  key(): string {
    return `key-${this.deps.ids.fresh()}`;
  }

  #event(asker: Asker | null, method: string, path: string, sent: Sent): APIGatewayProxyEventV2 {
    this.#requests += 1;
    const body = sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    const claims = asker === null ? undefined : { iss: ISSUER, sub: asker.subject, token_use: 'access' };
    const event = {
      version: '2.0',
      routeKey: 'ANY /v1/{proxy+}',
      rawPath: path,
      rawQueryString: new URLSearchParams(sent.query).toString(),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
      ...(sent.query === undefined || Object.keys(sent.query).length === 0
        ? {}
        : { queryStringParameters: sent.query }),
      pathParameters: { proxy: path.replace(/^\/v1\//, '') },
      requestContext: {
        requestId: `request-${this.#requests}`,
        timeEpoch: Date.parse(`${sent.today ?? TODAY}T12:00:00.000Z`) + this.#requests,
        http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        ...(claims === undefined ? {} : { authorizer: { jwt: { claims, scopes: [] } } }),
      },
      ...(body === undefined ? {} : { body }),
      isBase64Encoded: false,
    };
    return event as unknown as APIGatewayProxyEventV2;
  }
}

function received({ statusCode, headers, body }: APIGatewayProxyStructuredResultV2): Received {
  const text = body ?? '';
  const plain = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
  const isJson = /json/.test(plain['content-type'] ?? '');
  return { status: statusCode ?? 200, headers: plain, text, body: isJson ? JSON.parse(text) : undefined };
}
