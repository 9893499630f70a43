/**
 * A data manager brings two extracts in from the command line, a week apart, through the whole local cloud. The first is
 * killed again and again; what it comes to is exactly what it would have come to.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { type Expected, firstExtract, nextExtract } from '../../fixtures/import/extracts.ts';
import { type Ended, importCommand } from '../../http/import/command.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';

const KILLS = 4;
const LONG = 900_000;

let cloud: LocalCloud;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  cloud = await openRecordedCloud({ today: firstExtract.expected.asAt });
  const machine = cloud.clients.find(({ client }) => client.flows.includes('client_credentials'));
  if (machine === undefined) throw new Error('The template has no machine client');
  environment = {
    IMPORT_CLIENT_ID: machine.client.id,
    IMPORT_CLIENT_SECRET: machine.secret,
    IMPORT_TOKEN_URL: `${cloud.issuer}/token`,
    IMPORT_SCOPE: machine.client.scopes.join(' '),
  };
}, LONG);
afterAll(() => cloud?.close());

const run = (...words: readonly string[]) => importCommand([...words, '--api', cloud.url], environment);

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
async function asked(path: string): Promise<any> {
  const token = await cloud.token('machine');
  const answer = await fetch(new URL(path, cloud.url), { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** How many rows the report of the only import has so far. */
async function rowsIn(): Promise<number> {
  const { imports } = await asked('/v1/imports');
  if (imports.length === 0) return 0;
  return (await asked(`/v1/imports/${imports[0].id}`)).counts.rows;
}

function expectReport({ code, out, errors }: Ended, expected: Expected) {
  expect(errors).toBe('');
  expect(code).toBe(0);
  const report = JSON.parse(out);
  const { created, updated = 0, unchanged, review, rejected, absent = 0, asAt, rows } = expected;
  expect(report).toMatchObject({ created, updated, unchanged, review, rejected, absent, asAt, count: rows });
  expect(report.rows).toHaveLength(rows);
  return report;
}

async function expectFigures({ services, asAt }: Expected) {
  for (const [queue, wanted] of Object.entries(services)) {
    const found = await asked(`/v1/queues/${queue}/summary?asAt=${asAt}`);
    const { medianDays, p92Days, ...counts } = wanted;
    expect({ queue, ...found }).toMatchObject({ queue, ...counts });
    expect(found.medianDays).toBeCloseTo(medianDays, 9);
    expect(found.p92Days).toBeCloseTo(p92Days, 9);
  }
}

describe('npm run import', () => {
  it('comes to the expected report and figures although it is killed again and again', { timeout: LONG }, async () => {
    const words = [firstExtract.path, '--as-at', firstExtract.expected.asAt, '--json'];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = await rowsIn();
      const { child, ended } = run(...words);
      while ((await rowsIn()) <= before && child.exitCode === null) await pause(100);
      child.kill('SIGKILL');
      expect((await ended).signal).toBe('SIGKILL');
    }
    expect(await rowsIn()).toBeLessThan(firstExtract.expected.rows);
    const report = expectReport(await run(...words).ended, firstExtract.expected);
    await expectFigures(firstExtract.expected);
    expect((await asked('/v1/imports')).imports).toMatchObject([{ id: report.importId, state: 'complete' }]);

    const wrong = report.rows.filter(({ outcome }: { outcome: string }) => outcome === 'rejected');
    expect(wrong).toHaveLength(104);
    for (const row of wrong)
      expect(row).toMatchObject({ code: expect.any(String), column: expect.any(String), fix: expect.any(String) });
    const several = wrong.filter((row: { errors?: unknown[] }) => row.errors !== undefined);
    expect(several.length).toBeGreaterThanOrEqual(3);
  });

  it('says in a dry run what the next file will come to, and then comes to it', { timeout: LONG }, async () => {
    cloud.setToday(nextExtract.expected.asAt);
    const words = [nextExtract.path, '--json'];
    const before = await asked('/v1/queues/SALT/summary');
    expectReport(await run(...words, '--dry-run').ended, nextExtract.expected);
    expect(await asked('/v1/queues/SALT/summary')).toEqual(before);
    expectReport(await run(...words).ended, nextExtract.expected);
    await expectFigures(nextExtract.expected);
  });

  it('tells people in words, and nothing of what stood in a cell', { timeout: LONG }, async () => {
    const { code, out } = await run(firstExtract.path, '--as-at', firstExtract.expected.asAt, '--dry-run').ended;
    expect(code).toBe(0);
    expect(out).toMatch(/Dry run as at 2026-11-01: nothing was changed/);
    expect(out).toMatch(/3200 {2}rows/);
    expect(out).toMatch(/line 19 +Surname: something needed is missing\. Fill in the column Surname/);
    for (const { cells } of firstExtract.rows.slice(0, 300)) {
      const { familyName = 'nobody', nhsNumber } = cells;
      if (familyName.length > 3) expect(out).not.toContain(familyName);
      if (nhsNumber !== undefined && nhsNumber.length > 9) expect(out).not.toContain(nhsNumber);
    }
  });
});
