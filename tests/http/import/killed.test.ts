/** An importing process that is killed with SIGKILL, at points that nobody chose, and run again: nothing twice, nothing missing. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMINISTRATOR } from '../../../infra/local/store/store.ts';
import { serviceDeps } from '../../../shared/adapters/service-deps.ts';
import { type Engine, openEngine } from '../../contract/engine.ts';
import { firstExtract } from '../../fixtures/import/extracts.ts';
import { ImportRunner, QUEUES } from '../../unit/import/import-runner.ts';

const KILLS = 6;
const LONG = 600_000;
const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests',
  familyKey: 'a third key',
};

let engine: Engine;
beforeAll(async () => {
  // Of the local store alone: a process of its own needs its address.
  engine = await openEngine(async () => undefined);
});
afterAll(() => engine.close());

/** Runs the process; kills it a moment after it said that it had come this far. Answers its report if it reached the end. */
function run(killAfterRows: number, moment: number): Promise<string | undefined> {
  const { endpoint = '' } = engine.store ?? {};
  const program = new URL('import-process.ts', import.meta.url).pathname;
  const { accessKeyId, secretAccessKey } = ADMINISTRATOR;
  const words = [program, endpoint, engine.recordsTable, engine.auditTable, accessKeyId, secretAccessKey];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    const done = Number([...said.matchAll(/^done (\d+)$/gm)].at(-1)?.[1] ?? -1);
    if (done >= killAfterRows) setTimeout(() => child.kill('SIGKILL'), moment);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(/^report (.*)$/m.exec(said)?.[1]);
      else reject(new Error(`The process ended with ${code}`));
    });
  });
}

it('comes to the same as a run that nobody killed', { timeout: LONG }, async () => {
  const { expected, rows } = firstExtract;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const after = Math.round(((kill + 0.5) / KILLS) * (rows.length - 400));
    expect(await run(after, 37 * kill), `killed after ${after} rows`).toBeUndefined();
  }
  const report = JSON.parse((await run(Number.POSITIVE_INFINITY, 0)) ?? '{}');
  const { created, unchanged, review, rejected } = expected;
  expect(report.counts).toEqual({ created, updated: 0, unchanged, review, rejected, rows: rows.length });

  const whole = new ImportRunner();
  const uncut = await whole.run(rows, expected.asAt);
  expect(report.rows).toEqual(uncut.answers.map(({ outcome, code }) => [outcome, code]));
  const { client, recordsTable, auditTable } = engine;
  const killed = new ImportRunner(serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client));
  const figures = await killed.figures(expected.asAt);
  expect(figures).toEqual(await whole.figures(expected.asAt));
  expect(QUEUES.reduce((total, queue) => total + (figures[queue]?.referrals ?? 0), 0)).toBe(created);
  const imports = await killed.deps.imports.latest('liverpool', 10);
  expect(imports.map(({ state }) => state)).toEqual(['complete']);
  expect(await killed.deps.reviews.count('liverpool')).toBe(review);
});
