import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { headerOf } from './headers.ts';
import { HttpProblem } from './http-problem.ts';

const keyShape = /^"?([A-Za-z0-9._~-]{8,128})"?$/;
const etagShape = /^"(0|[1-9]\d{0,8})"$/;

/** The version that the caller read, from `If-Match`. @throws HttpProblem 428 when absent, 400 when it is no ETag of ours. */
export function ifMatch(event: APIGatewayProxyEventV2): number {
  const header = headerOf(event, 'if-match');
  if (header === undefined) throw new HttpProblem('if-match-needed');
  const version = etagShape.exec(header.trim())?.[1];
  if (version === undefined) throw new HttpProblem('if-match-format');
  return Number(version);
}

/** The key under which a request sent twice is one. @throws HttpProblem 400 when absent or misshapen. */
export function idempotencyKey(event: APIGatewayProxyEventV2): string {
  const header = headerOf(event, 'idempotency-key');
  if (header === undefined) throw new HttpProblem('idempotency-key-needed');
  const key = keyShape.exec(header.trim())?.[1];
  if (key === undefined) throw new HttpProblem('idempotency-key-format');
  return key;
}

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}
