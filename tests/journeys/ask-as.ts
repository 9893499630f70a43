/** Asks the API of a running cloud as one of the demonstration's accounts, and expects that it is done. */
import { expect } from 'vitest';
import type { LocalCloud } from '../../infra/local/local-cloud.ts';

/** Account, method, path; what is sent, and the version that it was decided on. */
export type AskedAs = [account: string, method: string, path: string, body?: unknown, version?: string];

export async function askAs(cloud: LocalCloud, ...[account, method, path, body, version]: AskedAs) {
  const answer = await fetch(new URL(path, cloud.url), {
    method,
    headers: {
      authorization: `Bearer ${await cloud.token(account)}`,
      'content-type': 'application/json',
      ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
      ...(version === undefined ? {} : { 'if-match': version }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return { body: JSON.parse(text), etag: answer.headers.get('etag') ?? '' };
}
