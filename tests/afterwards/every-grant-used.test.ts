/**
 * Least privilege, seen from the other side: what no journey used, no role should hold. Runs after all journeys, on what their
 * clouds wrote down (`tests/journeys/recorded-cloud.ts`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { GrantUse } from '../../infra/local/store/store.ts';
import { GRANT_RECORDS } from '../journeys/recorded-cloud.ts';

/** What AWS does with a role by itself, and nothing on this machine stands for. */
const BY_THE_PLATFORM: readonly { readonly grant: RegExp; readonly why: string }[] = [
  { grant: /^\S+ may (?:xray|logs):/, why: 'Lambda writes logs and traces' },
  {
    grant: /(Notify|RecordEmailReceipts)Role\S+ may sqs:/,
    why: 'Lambda fetches what waits in the queue of a function that reads one',
  },
  { grant: /may sqs:\S+ on \S+AgainQueue/, why: 'the same, of what an operator put back' },
  { grant: /may ses:SendEmail on \S+identity\/[^@]+$/, why: 'SES asks for the domain of an address as well' },
];

it('no role holds a grant that no journey used', () => {
  const records = readdirSync(GRANT_RECORDS).map(
    (file) => JSON.parse(readFileSync(join(GRANT_RECORDS, file), 'utf8')) as GrantUse[],
  );
  const uses = new Map<string, number>();
  for (const { role, action, resource, uses: more } of records.flat()) {
    const grant = `${role} may ${action} on ${resource}`;
    if (BY_THE_PLATFORM.some((each) => each.grant.test(grant))) continue;
    uses.set(grant, (uses.get(grant) ?? 0) + more);
  }
  expect(uses.size).toBeGreaterThan(30);
  const unused = [...uses].flatMap(([grant, count]) => (count === 0 ? [grant] : []));
  expect(unused, 'take the grant away, or tell a journey that needs it on an openRecordedCloud').toEqual([]);
});
