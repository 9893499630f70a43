import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstExtract, nextExtract } from './files.ts';
import { ImportRunner } from './runner.ts';

let runner: ImportRunner;
beforeAll(async () => { runner = await ImportRunner.open(); });
afterAll(() => runner.close());
it('first', async () => {
  const t=Date.now();
  const { report, answers } = await runner.run(firstExtract.rows, firstExtract.expected.asAt);
  console.log(Date.now()-t, report.counts, report.import.totals, runner.engine.store?.meter.read());
  const f = await runner.figures('2026-11-01');
  console.log(JSON.stringify(f,null,0).slice(0,1500));
  const r2 = await runner.run(nextExtract.rows, nextExtract.expected.asAt);
  console.log(r2.report.counts, r2.report.import.totals, r2.answers.filter(a=>a.outcome==='review').slice(0,4));
  console.log(JSON.stringify(await runner.figures('2026-11-08'),null,0).slice(0,1500));
});
