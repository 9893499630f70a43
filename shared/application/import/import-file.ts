/**
 * Brings a whole file in, batch by batch, through any door: the API, or the use cases themselves. Whoever reads the file
 * does this; the file stays with them.
 */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { batchesOf } from '../../domain/import/batches.ts';
import { relatedEarlier } from '../../domain/import/related-rows.ts';
import { countsOf, type ImportCounts, type RowAnswer } from '../../domain/import/report.ts';
import type { RawRow } from '../../domain/import/row.ts';

/** A file that was read, and what is said of it. */
export interface FileToImport {
  readonly rows: readonly RawRow[];
  readonly system: string;
  /** The day it speaks of; the service's today where absent. */
  readonly asAt?: LocalDate;
}

/** An import as a door tells of it. */
export interface StartedImport {
  readonly id: string;
  readonly state: 'running' | 'complete' | 'undone';
  readonly asAt: LocalDate;
}

/** What importing a file needs of whoever does it. */
export interface ImportDoor {
  start(file: Omit<FileToImport, 'rows'> & { readonly rows: number }, key: string): Promise<StartedImport>;
  rows(importId: string, rows: readonly RawRow[]): Promise<readonly RowAnswer[]>;
  /** Answers how many are absent from the file, and how many people may be somebody else. */
  complete(importId: string): Promise<{ readonly absent: number; readonly possibleDuplicates: number }>;
  rehearse(
    file: Omit<FileToImport, 'rows'>,
    earlier: readonly RawRow[],
    rows: readonly RawRow[],
  ): Promise<{ readonly asAt: LocalDate; readonly rows: readonly RowAnswer[] }>;
  absent(system: string, referralIds: readonly string[]): Promise<number>;
}

/** What a file came to. */
export interface FileReport {
  /** Null of a dry run. */
  readonly importId: string | null;
  readonly asAt: LocalDate;
  readonly counts: ImportCounts;
  readonly absent: number;
  /** Null of a dry run, which does not look for them. */
  readonly possibleDuplicates: number | null;
  readonly rows: readonly RowAnswer[];
}

/** @param done rows that are done, of all. */
export type Progress = (done: number, all: number) => void;

/** Files of one content that were imported before, at most: then something else is wrong. */
const MOST_TIMES = 1_000;

/**
 * Imports a file. The same file again goes on where an import of it was cut short; after one that ended, it is imported anew.
 * @param hash of a text, as base64url: the key of the import is made from what the file says.
 */
export async function importFile(
  door: ImportDoor,
  file: FileToImport,
  hash: (text: string) => string,
  progress: Progress = () => {},
): Promise<FileReport> {
  const { rows, ...said } = file;
  const fingerprint = hash(JSON.stringify([said.system, said.asAt ?? null, rows]));
  const started = await unfinished(door, { ...said, rows: rows.length }, fingerprint);
  const answers: RowAnswer[] = [];
  progress(0, rows.length);
  for (const batch of batchesOf(rows)) {
    answers.push(...(await door.rows(started.id, batch)));
    progress(answers.length, rows.length);
  }
  const totals = await door.complete(started.id);
  return { importId: started.id, asAt: started.asAt, counts: countsOf(answers), ...totals, rows: answers };
}

async function unfinished(
  door: ImportDoor,
  said: Parameters<ImportDoor['start']>[0],
  fingerprint: string,
): Promise<StartedImport> {
  for (let time = 1; time <= MOST_TIMES; time += 1) {
    const started = await door.start(said, `import-${fingerprint}-${time}`);
    if (started.state === 'running') return started;
  }
  throw new RangeError(`This file was imported ${MOST_TIMES} times before`);
}

/** What importing a file would come to; nothing is written. */
export async function rehearseFile(
  door: ImportDoor,
  { rows, ...said }: FileToImport,
  progress: Progress = () => {},
): Promise<FileReport> {
  const answers: RowAnswer[] = [];
  let asAt = said.asAt;
  progress(0, rows.length);
  for (const batch of batchesOf(rows)) {
    const answer = await door.rehearse(said, relatedEarlier(rows, batch), batch);
    asAt = answer.asAt;
    answers.push(...answer.rows);
    progress(answers.length, rows.length);
  }
  if (asAt === undefined) throw new RangeError('A file without rows has nothing to import');
  const named = rows.flatMap(({ cells }) => cells.referralId?.trim().replaceAll(/\s+/g, ' ').slice(0, 60) || []);
  const absent = await door.absent(said.system, [...new Set(named)]);
  return { importId: null, asAt, counts: countsOf(answers), absent, possibleDuplicates: null, rows: answers };
}
