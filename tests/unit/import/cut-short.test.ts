/** Imports that are cut short, sent twice, sent wrong or undone while people work. */
import { describe, expect, it } from 'vitest';
import { completeImport } from '../../../shared/application/import/complete-import.ts';
import { importRows } from '../../../shared/application/import/import-rows.ts';
import { readImport } from '../../../shared/application/import/read-import.ts';
import { rehearsalSchema, rehearseRows } from '../../../shared/application/import/rehearse-rows.ts';
import { startImport } from '../../../shared/application/import/start-import.ts';
import { recordReferralEvent } from '../../../shared/application/referral/record-referral-event.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { unavailable } from '../../../shared/domain/error.ts';
import type { RawRow } from '../../../shared/domain/import/row.ts';
import { firstExtract } from '../../fixtures/import/extracts.ts';
import { depsInMemory, ImportRunner, type RunnerDeps } from './import-runner.ts';
import { rowOf, rowsOf } from './row.ts';

const TODAY = '2026-11-01';

/** The same store, which stops answering after a number of writes: as if the process had been killed there. */
function failingAfter(deps: RunnerDeps, writes: number, counted: () => void = () => {}): RunnerDeps {
  let left = writes;
  const spend = async <R>(write: () => Promise<R>): Promise<R> => {
    left -= 1;
    counted();
    if (left < 0) throw unavailable('store-unavailable', 'The records cannot be reached just now');
    return write();
  };
  const { people, personNumbers, referrals, imports, reviews } = deps;
  return {
    ...deps,
    people: {
      ...people,
      create: (person) => spend(() => people.create(person)),
      save: (person) => spend(() => people.save(person)),
    },
    personNumbers: { ...personNumbers, claim: (...claim) => spend(() => personNumbers.claim(...claim)) },
    referrals: {
      ...referrals,
      create: (...kept) => spend(() => referrals.create(...kept)),
      save: (...kept) => spend(() => referrals.save(...kept)),
    },
    imports: {
      ...imports,
      keepBatch: (...batch) => spend(() => imports.keepBatch(...batch)),
      save: (changed) => spend(() => imports.save(changed)),
    },
    reviews: { ...reviews, create: (held) => spend(() => reviews.create(held)) },
  };
}

async function start(runner: ImportRunner, rows: readonly RawRow[], key = 'a key of a test') {
  const input = { system: 'extract', asAt: localDate(TODAY), rows: rows.length };
  return (await startImport(runner.deps, runner.call(TODAY), input, key)).id;
}
const send = (runner: ImportRunner, id: string, rows: readonly RawRow[]) =>
  importRows(runner.deps, runner.call(TODAY), id, rows);

describe('an import that is cut short', () => {
  const rows = [
    ...firstExtract.rows.slice(0, 40),
    rowOf({ referralId: 'REF-A', nhsNumber: '9990121311', localId: 'LPX' }, 41),
    rowOf({ referralId: 'REF-A', nhsNumber: '9990121311', localId: 'LPX', notes: 'More' }, 42),
    rowOf({ referralId: 'REF-B', nhsNumber: '9990121311', localId: 'LPX' }, 43),
  ];

  it('comes to the same report and the same records when it is sent again, wherever it was cut', async () => {
    let writes = 0;
    const counting = failingAfter(depsInMemory(), Number.POSITIVE_INFINITY, () => {
      writes += 1;
    });
    const whole = new ImportRunner(counting);
    const expected = await whole.run(rows, TODAY);
    expect(writes).toBeGreaterThan(100);
    expect(expected.report.counts).toMatchObject({ updated: 1, review: expect.any(Number) });
    const told = expected.answers.map(({ record, outcome, code, referralId }) => [record, outcome, code, referralId]);
    for (let cut = 0; cut < writes; cut += cut < 8 || cut > writes - 8 ? 1 : 6) {
      const deps = depsInMemory();
      const broken = new ImportRunner(failingAfter(deps, cut));
      await expect(broken.run(rows, TODAY)).rejects.toMatchObject({ kind: 'unavailable' });
      const again = new ImportRunner(deps);
      const { report, answers } = await again.run(rows, TODAY);
      const found = answers.map(({ record, outcome, code, referralId }) => [record, outcome, code, referralId]);
      expect(found, `cut after ${cut} of ${writes} writes`).toEqual(told);
      expect(report.counts).toEqual(expected.report.counts);
      expect(await again.figures(TODAY)).toEqual(await whole.figures(TODAY));
      expect((await deps.imports.latest('liverpool', 10)).map(({ state }) => state)).toEqual(['complete']);
    }
  });

  it('may be begun anew as well: what is there is unchanged, and nothing is there twice', async () => {
    const deps = depsInMemory();
    await expect(new ImportRunner(failingAfter(deps, 60)).run(rows, TODAY)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    const anew = new ImportRunner(deps);
    const { answers } = await anew.runAs(
      { ...anew.call(TODAY), actor: { ...anew.call(TODAY).actor, id: 'SomebodyElse0001' } },
      rows,
    );
    expect(answers.filter(({ outcome }) => outcome === 'unchanged').length).toBeGreaterThan(5);
    const whole = new ImportRunner();
    await whole.run(rows, TODAY);
    expect(await anew.figures(TODAY)).toEqual(await whole.figures(TODAY));
  });
});

describe('a batch', () => {
  it('that is sent again is answered as it was, what was found in a cell included, and writes nothing', async () => {
    const runner = new ImportRunner();
    const rows = rowsOf({}, { referralId: 'REF2', service: 'Podiatry' });
    const id = await start(runner, rows);
    const first = await send(runner, id, rows);
    expect(first[1]).toMatchObject({ outcome: 'rejected', code: 'service-unknown', found: 'Podiatry' });
    const frozen = new ImportRunner(failingAfter(runner.deps, 0));
    expect(await send(frozen, id, rows)).toEqual(first);
    const { results } = await readImport(runner.deps, runner.call(TODAY), id);
    expect(JSON.stringify(results)).not.toContain('Podiatry');
  });

  it('is refused when it holds other rows than before, is out of order or has more rows than were announced', async () => {
    const runner = new ImportRunner();
    const rows = rowsOf({}, { referralId: 'REF2', service: 'OT' });
    const id = await start(runner, rows);
    await send(runner, id, rows.slice(0, 1));
    await expect(send(runner, id, [rowOf({ notes: 'Other' })])).rejects.toMatchObject({ code: 'batch-differs' });
    const wrong = [rowOf({}, 2), rowOf({}, 2)];
    await expect(send(runner, id, wrong)).rejects.toMatchObject({
      kind: 'invalid',
      issues: [{ pointer: '/rows/1/record' }],
    });
    await expect(send(runner, id, [rowOf({}, 3)])).rejects.toMatchObject({ issues: [{ code: 'rows-beyond' }] });
    await expect(send(runner, 'NoSuchImport0001', rows)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('that is missing keeps an import from ending, and is named', async () => {
    const runner = new ImportRunner();
    const rows = rowsOf({}, { referralId: 'REF2', service: 'OT' }, { referralId: 'REF3', service: 'ASD' });
    const id = await start(runner, rows);
    await send(runner, id, rows.slice(1, 2));
    const end = () => completeImport(runner.deps, runner.call(TODAY), id);
    await expect(end()).rejects.toMatchObject({ code: 'import-incomplete', facts: { missing: 2, records: [1, 3] } });
    await send(runner, id, rows.slice(0, 1));
    await send(runner, id, rows.slice(2));
    const complete = await end();
    expect(complete).toMatchObject({ state: 'complete', totals: { created: 3 } });
    expect(await end()).toEqual(complete);
    await expect(send(runner, id, [rowOf({}, 2)])).rejects.toMatchObject({ code: 'batch-differs' });
  });
});

describe('starting', () => {
  it('leads to the same import with the same key, and refuses the key for another file', async () => {
    const runner = new ImportRunner();
    const rows = rowsOf({});
    expect(await start(runner, rows, 'one key')).toBe(await start(runner, rows, 'one key'));
    expect(await start(runner, rows, 'another key')).not.toBe(await start(runner, rows, 'one key'));
    const other = rowsOf({}, {});
    await expect(start(runner, other, 'one key')).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('is refused for a day that has not come, and to everybody but a data manager', async () => {
    const runner = new ImportRunner();
    const input = { system: 'extract', asAt: localDate('2026-11-02'), rows: 1 };
    await expect(startImport(runner.deps, runner.call(TODAY), input, 'key')).rejects.toMatchObject({
      code: 'as-at-in-future',
    });
    const rehearsal = rehearsalSchema.parse({ asAt: '2026-11-02', rows: [rowOf()] });
    await expect(rehearseRows(runner.deps, runner.call(TODAY), rehearsal)).rejects.toMatchObject({
      code: 'as-at-in-future',
    });
    const clinician = runner.call(TODAY, 'clinician', ['salt']);
    await expect(
      startImport(runner.deps, clinician, { ...input, asAt: localDate(TODAY) }, 'key'),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('undoing', () => {
  it('leaves what people have worked on since, and names it', async () => {
    const runner = new ImportRunner();
    const { report, answers } = await runner.run(rowsOf({}, { referralId: 'REF2', service: 'OT' }), TODAY);
    const { personId = '', referralId = '' } = answers[0] as { personId?: string; referralId?: string };
    const event = { facts: { kind: 'noted', note: 'Family called' }, on: localDate(TODAY) } as const;
    await recordReferralEvent(runner.deps as never, runner.call(TODAY), { personId, referralId }, event, 1, 'key');
    const undone = await runner.undo(report.import.id, TODAY);
    expect(undone.kept).toEqual([{ personId, referralId }]);
    expect(await runner.figures(TODAY)).toMatchObject({ SALT: { open: 1 }, OT: { open: 0, removedUnseen: 0 } });
    expect((await readImport(runner.deps, runner.call(TODAY), report.import.id)).kept).toEqual(undone.kept);
    expect(await runner.undo(report.import.id, TODAY)).toEqual(undone);
  });

  it('goes on where it was cut short', async () => {
    const runner = new ImportRunner();
    const rows = firstExtract.rows.slice(0, 60);
    const { report } = await runner.run(rows, TODAY);
    const broken = new ImportRunner(failingAfter(runner.deps, 20));
    await expect(broken.undo(report.import.id, TODAY)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await runner.undo(report.import.id, TODAY)).toMatchObject({ kept: [], import: { state: 'undone' } });
    for (const figures of Object.values(await runner.figures(TODAY)))
      expect(figures).toMatchObject({ open: 0, seen: 0, removedUnseen: 0 });
    expect(await runner.deps.reviews.count('liverpool')).toBe(0);
  });

  it('takes back corrections too, so that what stood before stands again', async () => {
    const runner = new ImportRunner();
    await runner.run(rowsOf({ firstContactOn: '2026-08-10', firstContactType: 'Video' }), TODAY);
    const before = await runner.figures(TODAY);
    const changed = { receivedOn: '2026-05-04', firstContactOn: '2026-09-28', firstContactType: 'Video' };
    const { report } = await runner.run(rowsOf(changed), TODAY);
    expect(await runner.figures(TODAY)).not.toEqual(before);
    await runner.undo(report.import.id, TODAY);
    expect(await runner.figures(TODAY)).toEqual(before);
  });
});
