/** Requests and answers of those who use the API, as they go over the wire. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Somebody whom an identity provider vouches for. */
export interface Caller {
  readonly issuer: string;
  readonly subject: string;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a client reads whatever came back
  readonly body: any;
  readonly etag: string;
}

/** What a command sends beside its address. */
export interface Sent {
  readonly key: string;
  readonly body: unknown;
  readonly etag: string;
}

interface Said {
  readonly caller: Caller;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sent: Sent | undefined;
}

export function eventOf({ caller, method, path, query, requestId, at, sent }: Said): APIGatewayProxyEventV2 {
  const claims = { iss: caller.issuer, sub: caller.subject, token_use: 'access' };
  const event = {
    version: '2.0',
    routeKey: 'ANY /v1/{proxy+}',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    pathParameters: { proxy: path.replace(/^\/v1\//, '') },
    headers: sent === undefined ? {} : headersOf(sent),
    requestContext: {
      requestId,
      timeEpoch: at,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'campaign' },
      authorizer: { jwt: { claims, scopes: [] } },
    },
    ...(sent?.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    isBase64Encoded: false,
  };
  return event as unknown as APIGatewayProxyEventV2;
}

function headersOf({ key, body, etag }: Sent): Readonly<Record<string, string>> {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    'idempotency-key': key,
    ...(etag && { 'if-match': etag }),
  };
}

export function answerOf({ statusCode = 0, headers = {}, body = '' }: APIGatewayProxyStructuredResultV2): Answer {
  return { status: statusCode, etag: String(headers['etag'] ?? ''), body: body === '' ? undefined : JSON.parse(body) };
}

/** Nobody knows what became of it, or not now, or somebody was first: it is sent again under the same key. */
export function isPassing(answer: Answer | undefined): boolean {
  if (answer === undefined || answer.status >= 500) return true;
  const { status, body } = answer;
  return status === 412 || status === 429 || (status === 409 && ['changed-since', 'record-busy'].includes(body?.code));
}

/** The most entries that a list of alerts can have in the audit: one for each queue and each kind of case. */
const MOST_ENTRIES = 12;

/** How many entries the audit has of a view. One of a person has one, a list one for each queue and kind; what was not given, perhaps. */
export function entriesOf(path: string, answer: Answer | undefined): { readonly least: number; readonly most: number } {
  // It tells of nobody.
  if (path === '/v1/policy') return { least: 0, most: 0 };
  if (answer?.status !== 200) return { least: 0, most: MOST_ENTRIES };
  const shown: readonly { readonly queue: string | null; readonly case: string | null }[] | undefined =
    answer.body.alerts;
  const entries = shown === undefined ? 1 : new Set(shown.map((one) => one.queue ?? one.case)).size;
  return { least: entries, most: entries };
}
