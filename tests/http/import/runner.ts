/** Imports files by the use cases themselves, over a real engine. */
import { serviceDeps } from '../../../shared/adapters/service-deps.ts';
import type { Call } from '../../../shared/application/call.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import { completeImport } from '../../../shared/application/import/complete-import.ts';
import { importRows } from '../../../shared/application/import/import-rows.ts';
import { type ImportReport, readImport } from '../../../shared/application/import/read-import.ts';
import { startImport } from '../../../shared/application/import/start-import.ts';
import { undoImport } from '../../../shared/application/import/undo-import.ts';
import { summariseQueue } from '../../../shared/application/summarise-queue.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { batchesOf } from '../../../shared/domain/import/batches.ts';
import type { RowAnswer } from '../../../shared/domain/import/report.ts';
import type { RawRow } from '../../../shared/domain/import/row.ts';
import { type Engine, openEngine } from '../../contract/engine.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
};
export const QUEUES = ['SALT', 'OT', 'ASD', 'ADHD'] as const;

export interface Imported {
  readonly report: ImportReport;
  readonly answers: readonly RowAnswer[];
}

export class ImportRunner {
  readonly engine: Engine;
  readonly deps: Deps;
  #imports = 0;

  private constructor(engine: Engine) {
    this.engine = engine;
    const { recordsTable, auditTable, client } = engine;
    this.deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  }

  static async open(): Promise<ImportRunner> {
    return new ImportRunner(await openEngine());
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  /** A call of the data manager at noon of a day. */
  call(day: string): Call {
    const actor = { id: 'DataManager00001', place: 'liverpool', role: 'data-manager', services: [] } as const;
    return { actor, now: parseInstant(`${day}T12:00:00.000Z`), requestId: 'request' };
  }

  async start(rows: readonly RawRow[], asAt: string, key?: string): Promise<string> {
    this.#imports += 1;
    const input = { system: 'extract', asAt: localDate(asAt), rows: rows.length };
    return (await startImport(this.deps, this.call(asAt), input, key ?? `import ${this.#imports}`)).id;
  }

  /** A whole file, from start to report, as at a day that is today as well. */
  async run(rows: readonly RawRow[], asAt: string, key?: string): Promise<Imported> {
    const id = await this.start(rows, asAt, key);
    const answers: RowAnswer[] = [];
    for (const batch of batchesOf(rows)) answers.push(...(await importRows(this.deps, this.call(asAt), id, batch)));
    await completeImport(this.deps, this.call(asAt), id);
    return { report: await readImport(this.deps, this.call(asAt), id), answers };
  }

  async undo(id: string, day: string) {
    for (;;) {
      const progress = await undoImport(this.deps, this.call(day), id);
      if (progress.remaining === 0) return progress;
    }
  }

  /** The figures of every queue on a day. */
  async figures(day: string) {
    const all: Record<string, Awaited<ReturnType<typeof summariseQueue>>> = {};
    for (const queue of QUEUES) all[queue] = await summariseQueue(this.deps, this.call(day), queue, localDate(day));
    return all;
  }
}
