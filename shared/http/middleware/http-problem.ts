/**
 * What is wrong with a request as HTTP, before any rule of the domain is asked: a method, a header, a body that cannot be
 * read. What the domain refuses is a DomainError; both become problem details in one place (problem-details.ts).
 */
export const httpProblems = {
  'malformed-json': [400, 'The body is not JSON that can be read'],
  'text-not-allowed': [400, 'The body has characters that cannot be kept'],
  'too-deep': [400, 'The body is nested too deeply'],
  'idempotency-key-needed': [400, 'Send an Idempotency-Key header, a new one with each new request'],
  'idempotency-key-format': [400, 'An Idempotency-Key has 8 to 128 letters, digits and -._~ signs'],
  'if-match-format': [400, 'Send If-Match with the ETag as it was given, like "3"'],
  'not-signed-in': [401, 'Sign in first'],
  'route-not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'This address does not take this method'],
  'body-too-large': [413, 'The body is too large'],
  'content-type-not-json': [415, 'Send the body as application/json'],
  'if-match-needed': [428, 'Send If-Match with the ETag of what you read'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type HttpProblemCode = keyof typeof httpProblems;

/** A request that cannot be taken as it is. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly status: number;
  /** Headers that the answer must carry, as `Allow` with 405. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: HttpProblemCode, headers: Readonly<Record<string, string>> = {}) {
    super(httpProblems[code][1]);
    this.name = 'HttpProblem';
    this.code = code;
    this.status = httpProblems[code][0];
    this.headers = headers;
  }
}
