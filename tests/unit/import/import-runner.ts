/** Imports files by the use cases themselves. */
import { sealedCursors } from '../../../shared/adapters/crypto/cursors.ts';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { keyedIds } from '../../../shared/adapters/crypto/ids.ts';
import type { Call } from '../../../shared/application/call.ts';
import type { Deps } from '../../../shared/application/deps.ts';
import type { ImportDeps } from '../../../shared/application/import/import-context.ts';
import {
  type FileReport,
  type FileToImport,
  importFile,
  rehearseFile,
} from '../../../shared/application/import/import-file.ts';
import { ownDoor } from '../../../shared/application/import/own-door.ts';
import { type ImportReport, readImport } from '../../../shared/application/import/read-import.ts';
import { undoImport } from '../../../shared/application/import/undo-import.ts';
import { type QueueFigures, summariseQueue } from '../../../shared/application/queue/summarise-queue.ts';
import { localDateOf, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { USUAL_SYSTEM } from '../../../shared/domain/import/import.ts';
import type { RowAnswer } from '../../../shared/domain/import/report.ts';
import type { RawRow } from '../../../shared/domain/import/row.ts';
import type { Role } from '../../../shared/domain/staff/staff.ts';
import { importsInMemory, reviewsInMemory } from '../../contract/imports-in-memory.ts';
import { portsInMemory } from '../../contract/ports-in-memory.ts';

export const QUEUES = ['SALT', 'OT', 'ASD', 'ADHD'] as const;

export interface Imported {
  readonly report: ImportReport;
  readonly answers: readonly RowAnswer[];
}

/** What imports reach the world through, in memory. */
export type RunnerDeps = ImportDeps & Pick<Deps, 'imports' | 'queues' | 'audit' | 'cursors'>;

export function depsInMemory(): RunnerDeps {
  return {
    ...portsInMemory(),
    imports: importsInMemory(),
    reviews: reviewsInMemory(),
    ids: keyedIds('a key for tests that is long enough to be one'),
    hash: sha256,
    cursors: sealedCursors('another key for tests'),
    stage: 'test',
  };
}

export class ImportRunner {
  readonly deps: RunnerDeps;

  constructor(deps: RunnerDeps = depsInMemory()) {
    this.deps = deps;
  }

  /** A call at noon of a day, of the data manager unless another role is given. */
  call(day: string, role: Role = 'data-manager', services: readonly string[] = []): Call {
    const actor = { id: 'MemberOfStaff001', place: 'liverpool', role, services };
    return { actor, now: parseInstant(`${day}T12:00:00.000Z`), requestId: 'request' };
  }

  /** A whole file, from start to report, as at a day that is today as well unless another is given. */
  run(rows: readonly RawRow[], asAt: string, today = asAt): Promise<Imported> {
    return this.runAs(this.call(today), rows, asAt);
  }

  async runAs(call: Call, rows: readonly RawRow[], asAt: string = localDateOf(call.now)): Promise<Imported> {
    const { importId, rows: answers } = await importFile(ownDoor(this.deps, call), this.file(rows, asAt), sha256);
    return { report: await readImport(this.deps, call, importId ?? ''), answers };
  }

  rehearse(rows: readonly RawRow[], asAt: string): Promise<FileReport> {
    return rehearseFile(ownDoor(this.deps, this.call(asAt)), this.file(rows, asAt));
  }

  file(rows: readonly RawRow[], asAt: string): FileToImport {
    return { rows, system: USUAL_SYSTEM, asAt: localDate(asAt) };
  }

  async undo(id: string, day: string) {
    for (;;) {
      const progress = await undoImport(this.deps, this.call(day), id);
      if (progress.remaining === 0) return progress;
    }
  }

  /** The figures of every queue on a day. */
  async figures(day: string) {
    const all: Record<string, QueueFigures> = {};
    for (const queue of QUEUES)
      all[queue] = (await summariseQueue(this.deps, this.call(day), queue, localDate(day))).figures;
    return all;
  }
}
