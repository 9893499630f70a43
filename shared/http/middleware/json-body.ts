import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { headerOf } from './headers.ts';
import { HttpProblem } from './http-problem.ts';

/** The most bytes of a body: a batch of 200 rows fits well. */
export const MOST_BYTES = 1_048_576;
/** The most lists and objects inside each other. */
export const MOST_DEPTH = 16;

/** JSON of a request; undefined when there is no body. @throws HttpProblem when it is too large, too deep or not JSON. */
export function jsonBody(event: APIGatewayProxyEventV2): unknown {
  const { body, isBase64Encoded } = event;
  if (body === undefined || body === '') return undefined;
  const bytes = isBase64Encoded ? Buffer.from(body, 'base64') : Buffer.from(body, 'utf8');
  if (bytes.byteLength > MOST_BYTES) throw new HttpProblem('body-too-large');
  const type = headerOf(event, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !(type === 'application/merge-patch+json' && isPatch(event))) {
    throw new HttpProblem('content-type-not-json');
  }
  const value = parsed(bytes);
  check(value, 0);
  return value;
}

function isPatch(event: APIGatewayProxyEventV2): boolean {
  return event.requestContext.http.method === 'PATCH';
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new HttpProblem('malformed-json');
  }
}

// Control characters and halves of surrogate pairs: no name has them, the store would not give them back as they were,
// and the hash of a history would no longer fit it.
function isUnkeepable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Tab, line feed and carriage return are text.
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return true;
  }
  return !text.isWellFormed();
}

function check(value: unknown, depth: number): void {
  if (typeof value === 'string') {
    if (isUnkeepable(value)) throw new HttpProblem('text-not-allowed');
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= MOST_DEPTH) throw new HttpProblem('too-deep');
  for (const [name, held] of Object.entries(value)) {
    if (!Array.isArray(value)) check(name, depth);
    check(held, depth + 1);
  }
}
