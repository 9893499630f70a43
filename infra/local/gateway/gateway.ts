import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { listen, readBody, stopListening } from '../listen.ts';
import type { LocalAuthorizer, LocalHttpApi, LocalRoute } from '../template/http-apis.ts';
import { LOCAL_ACCOUNT } from '../template/surroundings.ts';
import { type Answer, functionAnswer, gatewayAnswer } from './answer.ts';
import { askAuthorizer, type FunctionVerdict, identitySource } from './function-authorizer.ts';
import { JwtAuthorizers } from './jwt-authorizer.ts';
import { type GatewayRequest, requestEvent } from './request-event.ts';
import { RouteTable } from './route-table.ts';

/** Most bytes of a request's body that API Gateway takes. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Most bytes that a function takes and gives, its event and answer as JSON. */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** Most bytes of request line and headers together. */
const HEADER_LIMIT = 10_240;

/** What the gateway leads to. */
export interface GatewayBackend {
  readonly api: LocalHttpApi;
  /** Invokes a function and waits; rejects when it failed. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  /** Whether the function's own policy lets this API's route call it. */
  readonly mayInvoke: (functionArn: string, sourceArn: string) => boolean;
  /** ARN prefix of what the API is allowed to call in the name of: `arn:aws:execute-api:region:account:api`. */
  readonly sourceArn: string;
  readonly now: () => number;
}

/**
 * API Gateway for one HTTP API. It listens before it knows what to lead to, because what it leads to is told its address;
 * until then it answers 503.
 */
export class Gateway {
  readonly #server = createServer({ maxHeaderSize: HEADER_LIMIT }, (message, response) => {
    this.#serve(message, response).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      response.destroy();
    });
  });
  readonly #authorizers = new JwtAuthorizers();
  #backend: { readonly table: RouteTable; readonly settings: GatewayBackend } | undefined;
  #port = 0;

  /** Origin of the gateway, without a trailing slash. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** @throws PortTaken */
  async open(port: number): Promise<void> {
    this.#port = await listen(this.#server, port);
  }

  /** Leads requests from now on. */
  lead(backend: GatewayBackend): void {
    this.#backend = { table: new RouteTable(backend.api.routes), settings: backend };
  }

  close(): Promise<void> {
    return stopListening(this.#server);
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomBytes(11).toString('base64');
    const answer = await this.#answer(message, requestId);
    response.setHeader('apigw-requestid', requestId);
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    if (answer.cookies.length > 0) response.setHeader('set-cookie', answer.cookies);
    response.writeHead(answer.status, { 'content-length': answer.body.length });
    response.end(message.method === 'HEAD' ? undefined : answer.body);
  }

  async #answer(message: IncomingMessage, requestId: string): Promise<Answer> {
    const body = await readBody(message, BODY_LIMIT);
    if (body === undefined) return gatewayAnswer(413, 'Request Entity Too Large');
    if (!this.#backend) return gatewayAnswer(503, 'Service Unavailable');
    const { table, settings } = this.#backend;
    // Sessions and sign-in know the service by one address: whoever comes by this machine's other name is led there.
    if (message.method === 'GET' && message.headers.host === `localhost:${this.#port}`)
      return gatewayAnswer(307, 'Temporary Redirect', { location: `${this.url}${message.url}` });
    const request = readRequest(message, body);
    if (!request) return gatewayAnswer(400, 'Bad Request');
    const match = table.find(message.method ?? '', request.path);
    if (!match) return gatewayAnswer(404, 'Not Found');
    const { route } = match;

    let jwt: { claims: Record<string, string>; scopes: string[] | null } | undefined;
    if (route.authorizer) {
      const verdict = await this.#authorizers.judge(route, route.authorizer, tokenOf(route, request));
      if (!verdict.allowed) {
        const text = verdict.status === 401 ? 'Unauthorized' : 'Forbidden';
        return gatewayAnswer(verdict.status, text, { 'www-authenticate': verdict.challenge });
      }
      jwt = { claims: verdict.claims, scopes: verdict.scopes };
    }
    const { api } = settings;
    const facts = { apiId: api.id, stage: api.stage, account: LOCAL_ACCOUNT, requestId, now: settings.now() };
    let lambda: Readonly<Record<string, unknown>> | undefined;
    if (route.authorizerFunction) {
      const verdict = await this.#askFunction(settings, route, request, requestEvent(request, match, facts));
      if (!verdict.allowed) return gatewayAnswer(verdict.status, REFUSALS[verdict.status]);
      lambda = verdict.context;
    }
    const event = requestEvent(request, match, { ...facts, jwt, lambda });
    if (Buffer.byteLength(JSON.stringify(event)) > PAYLOAD_LIMIT) return gatewayAnswer(413, 'Request Too Long');
    return this.#integrate(settings, route, event);
  }

  #askFunction(
    settings: GatewayBackend,
    route: LocalRoute,
    request: GatewayRequest,
    event: APIGatewayProxyEventV2,
  ): Promise<FunctionVerdict> {
    const { authorizerFunction: asked } = route;
    if (!asked) throw new Error('This route has no authorizing function');
    const identity = identitySource(asked, (source) => valueAt(source, request));
    return askAuthorizer(route, event, identity, {
      routeArn: `${settings.sourceArn}/${settings.api.stage}/${route.key.replace(' ', '')}`,
      mayInvoke: settings.mayInvoke(asked.functionArn, `${settings.sourceArn}/authorizers/${asked.id}`),
      invoke: (given) => settings.invoke(asked.functionArn, given),
    });
  }

  async #integrate(settings: GatewayBackend, route: LocalRoute, event: unknown): Promise<Answer> {
    // The path of a route key, as permissions name it: `arn:…:api/stage/METHOD/path`.
    const [method = '', path = ''] = route.key === '$default' ? ['*', '/$default'] : route.key.split(' ');
    const source = `${settings.sourceArn}/${settings.api.stage}/${method === 'ANY' ? '*' : method}${path}`;
    if (!settings.mayInvoke(route.functionArn, source)) return gatewayAnswer(500, 'Internal Server Error');
    try {
      const value = await within(route.timeout, settings.invoke(route.functionArn, event));
      if (value === late) return gatewayAnswer(503, 'Service Unavailable');
      const answer = functionAnswer(value);
      if (!answer || answer.body.length > PAYLOAD_LIMIT) return gatewayAnswer(500, 'Internal Server Error');
      return answer;
    } catch {
      // What went wrong is in the function's own log; the caller learns nothing of it.
      return gatewayAnswer(500, 'Internal Server Error');
    }
  }
}

function readRequest(message: IncomingMessage, body: Buffer): GatewayRequest | undefined {
  const [path = '', ...query] = (message.url ?? '').split('?');
  try {
    return { message, path: decodeURIComponent(path), query: query.join('?'), body };
  } catch {
    return undefined;
  }
}

/** What API Gateway says of a request that its authorizer does not let through. */
const REFUSALS = { 401: 'Unauthorized', 403: 'Forbidden', 500: 'Internal Server Error' } as const;

function tokenOf({ authorizer }: LocalRoute, request: GatewayRequest): string | undefined {
  return authorizer && valueAt(authorizer.source, request);
}

function valueAt(
  { in: place, name }: LocalAuthorizer['source'],
  { message, query }: GatewayRequest,
): string | undefined {
  if (place === 'querystring') return new URLSearchParams(query).get(name) ?? undefined;
  return message.headersDistinct[name.toLowerCase()]?.[0];
}

const late = Symbol('late');

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
    // Whatever comes after the caller was answered is nobody's business any more.
    work.catch(() => undefined);
  }
}
