/** The two extracts, a week apart, with what importing each of them must come to. */
import { readFileSync } from 'node:fs';
import { guessMapping } from '../../../shared/domain/import/columns.ts';
import type { RawRow } from '../../../shared/domain/import/row.ts';
import { rawRows } from '../../../shared/http/csv/raw-rows.ts';
import { readCsv } from '../../../shared/http/csv/read-csv.ts';

const folder = new URL('../../fixtures/import/', import.meta.url);

export interface ExpectedFigures {
  readonly open: number;
  readonly withinStandard: number;
  readonly breached: number;
  readonly bands: readonly number[];
  readonly longestDays: number;
  readonly medianDays: number;
  readonly p92Days: number;
  readonly seen: number;
  readonly seenWithinStandard: number;
  readonly removedUnseen: number;
}

export interface Expected {
  readonly created: number;
  readonly updated?: number;
  readonly unchanged: number;
  readonly review: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly absent?: number;
  readonly asAt: string;
  readonly rows: number;
  readonly standardDays: Readonly<Record<string, number>>;
  readonly services: Readonly<Record<string, ExpectedFigures>>;
}

export interface Extract {
  readonly path: string;
  readonly rows: readonly RawRow[];
  readonly expected: Expected;
}

function extract(name: string): Extract {
  const path = new URL(`${name}.csv`, folder);
  const file = readCsv(readFileSync(path));
  const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'));
  return { path: path.pathname, rows: rawRows(file, guessMapping(file.headings)), expected };
}

export const firstExtract = extract('referral-extract');
export const nextExtract = extract('referral-extract-next');
