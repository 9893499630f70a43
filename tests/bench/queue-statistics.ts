/** R5, our own half: the statistics of a list from a CSV, the whole process from its start. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { dateOfEpochDay, epochDayOf, localDate } from '../../shared/domain/calendar/local-date.ts';
import { type Bench, type Figure, forKnowledge } from './figure.ts';

const SIZES = [100_000, 1_000_000];
const TRIES = 3;
const DAYS = 3650;
const outcomeSchema = z.object({ queue: z.int(), mebibytes: z.number() });

export const queueStatistics: Bench = {
  name: 'Statistics of a list, whole process',
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'queue-statistics-'));
    try {
      return SIZES.flatMap((size) => measured(folder, size));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function measured(folder: string, size: number): Figure[] {
  const file = join(folder, `${size}.csv`);
  const waiting = written(file, size);
  const program = join(import.meta.dirname, 'queue-statistics-process.ts');
  let seconds = Number.POSITIVE_INFINITY;
  let mebibytes = 0;
  for (let round = 0; round < TRIES; round += 1) {
    const started = performance.now();
    const { stdout } = spawnSync(process.execPath, [program, file], { encoding: 'utf8', timeout: 60_000 });
    seconds = Math.min(seconds, (performance.now() - started) / 1000);
    const outcome = outcomeSchema.parse(JSON.parse(stdout));
    if (outcome.queue !== waiting)
      throw new Error(`Of ${size} rows ${waiting} wait, and ${outcome.queue} were counted`);
    mebibytes = Math.max(mebibytes, outcome.mebibytes);
  }
  const rows = size.toLocaleString('en-GB');
  return [
    forKnowledge('R5', `${rows} referrals: start, read, compute (best of ${TRIES})`, seconds, 's'),
    forKnowledge('R5', `${rows} referrals: the most memory held`, mebibytes, 'MiB'),
  ];
}

/** Writes a list in no order, and answers how many wait at its end. */
function written(file: string, size: number): number {
  const first = epochDayOf(localDate('2015-01-01'));
  const last = first + DAYS - 1;
  let waiting = 0;
  let latest = 0;
  const lines = ['referral,removal'];
  const removals: number[] = [];
  for (let n = 0; n < size; n += 1) {
    const referred = first + ((n * 7919) % DAYS);
    const removal = referred + 20 + ((n * 104_729) % 300);
    latest = Math.max(latest, referred);
    removals.push(removal);
    lines.push(`${dateOfEpochDay(referred)},${removal > last ? '' : dateOfEpochDay(removal)}`);
  }
  for (const removal of removals) if (removal > Math.min(last, latest)) waiting += 1;
  writeFileSync(file, `${lines.join('\n')}\n`);
  return waiting;
}
