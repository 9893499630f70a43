/** The audit through the whole local cloud: looked at by day, closed by night, proved from the command line, and tampered with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { storeClientOf } from '../../../infra/local/store-client.ts';
import { viewKey } from '../../../shared/adapters/dynamodb/keys.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';

const COMMAND = new URL('../../../cli/verify-audit.ts', import.meta.url).pathname;
const LONG = 300_000;

let cloud: LocalCloud;
let clinicianId: string;

beforeAll(async () => {
  cloud = await openRecordedCloud({ today: '2026-03-09' });
}, LONG);
afterAll(() => cloud?.close());

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** `npm run verify-audit` as a process of its own, as the machine client of the service. */
function verified(...words: readonly string[]): Promise<Ended> {
  const machine = cloud.clients.find(({ client }) => client.flows.includes('client_credentials'));
  if (machine === undefined) throw new Error('The template has no machine client');
  const child: ChildProcess = spawn(process.execPath, [COMMAND, '--api', cloud.url, ...words], {
    env: {
      PATH: process.env['PATH'] ?? '',
      AUDIT_CLIENT_ID: machine.client.id,
      AUDIT_CLIENT_SECRET: machine.secret,
      AUDIT_TOKEN_URL: `${cloud.issuer}/token`,
      AUDIT_SCOPE: machine.client.scopes.join(' '),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', errors: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.errors += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

/** What these questions are answered with. */
interface Told {
  readonly id: string;
  readonly lines: readonly { readonly by: { readonly name: string } }[];
}

async function asked(account: string, method: string, path: string, body?: unknown) {
  const answer = await fetch(new URL(path, cloud.url), {
    method,
    headers: {
      authorization: `Bearer ${await cloud.token(account)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Told };
}

describe('the audit of a day', () => {
  it(
    'is closed in the night by a function whose role is refused nothing',
    async () => {
      const person = { familyName: 'Okafor', givenName: 'Wei', birthDate: '2018-10-16' };
      const made = await asked('priya', 'POST', '/v1/people', person);
      expect(made.status).toBe(201);
      for (let view = 0; view < 3; view += 1) await asked('priya', 'GET', `/v1/people/${made.body.id}`);
      clinicianId = (await asked('priya', 'GET', '/v1/me')).body.id;
      const request = { nhsNumber: '9990017336', reason: 'The child cannot be woken' };
      expect((await asked('priya', 'POST', '/v1/emergency-access', request)).status).toBe(201);
      await cloud.settled();
      const seen = await asked('amina', 'GET', `/v1/audit/people/${made.body.id}`);
      expect(seen.body.lines.map(({ by }) => by.name)).toEqual([
        'Amina Yusuf',
        'Priya Nair',
        'Priya Nair',
        'Priya Nair',
        'Priya Nair',
      ]);
      cloud.setToday('2026-03-10');
      await cloud.runSchedule('KeepAuditHeads');
      await cloud.settled();
      expect(cloud.queue('KeepAuditHeadsDeadLetters')).toEqual([]);
      expect(cloud.denials()).toEqual([]);
      expect(JSON.stringify(cloud.events()).includes('access.broken-glass.v1')).toBe(true);
    },
    LONG,
  );

  it('is proved whole from the command line', async () => {
    const { code, out, errors } = await verified();
    expect([code, errors]).toEqual([0, '']);
    expect(out).toMatch(
      /^The audit is whole: \d+ views by \d+ members of staff, \d+ events of \d+ people, 1 daily heads/,
    );
  });

  it(
    'shows a tail that was cut off, by the daily head',
    async () => {
      const client = storeClientOf(cloud.administrator);
      const TableName = cloud.environment('api')['AUDIT_TABLE'] ?? '';
      await client.send(new DeleteCommand({ TableName, Key: viewKey('liverpool', clinicianId, 3) }));
      const { code, out } = await verified('--json');
      expect(code).toBe(2);
      expect(JSON.parse(out)).toHaveProperty('findings', [
        expect.objectContaining({ chain: { of: 'views', id: clinicianId }, fault: 'truncated', from: 3, to: 3 }),
      ]);
      cloud.setToday('2026-03-11');
      await cloud.runSchedule('KeepAuditHeads').catch(() => undefined);
      await cloud.settled();
      expect(cloud.queue('KeepAuditHeadsDeadLetters').length).toBeGreaterThan(0);
    },
    LONG,
  );
});
