/** A file of figures: what it is, what its columns mean, and what it says of where its numbers come from. */
import type { Instant } from '../../../domain/calendar/instant.ts';
import type { FigureView } from '../../../domain/indicator/figure.ts';
import type { Stamp } from '../../../domain/indicator/stamp.ts';
import type { Call } from '../../call.ts';
import type { FigureDeps } from '../figure-deps.ts';

export interface FileColumn {
  readonly name: string;
  readonly meaning: string;
}

/** Null where there is nothing to tell, `*` where a figure is hidden. */
export type FileCell = string | number | null;

export interface FileRow {
  readonly cells: readonly FileCell[];
  readonly stamp: Stamp;
}

/** A file that can be asked for. */
export interface FigureFileKind {
  /** Kebab-case, stable: what the file is called. */
  readonly code: string;
  readonly title: string;
  readonly about: string;
  /** Cut too finely to be released: only for whoever may see small numbers. */
  readonly restricted: boolean;
  /** Whether it is of a month that can be chosen; otherwise it is of the last census. */
  readonly monthly: boolean;
  /** Its own columns. Before them stands the place, behind them what each number was counted by. */
  readonly columns: readonly FileColumn[];
  readonly rows: (deps: FigureDeps, call: Call, month: string | undefined) => Promise<readonly FileRow[]>;
}

/** A file as it was asked for. */
export interface FigureFile {
  readonly code: string;
  readonly title: string;
  readonly place: string;
  readonly view: FigureView;
  /** When the file was made; when its numbers were counted stands beside each. */
  readonly generatedAt: Instant;
  readonly columns: readonly FileColumn[];
  readonly rows: readonly (readonly FileCell[])[];
}

export const placeColumn: FileColumn = { name: 'place', meaning: 'The place that the figures are of' };

/** What a number was counted by: on every line, so that a line cut out of the file still says what it is. */
export const stampColumns: readonly FileColumn[] = [
  { name: 'as at', meaning: 'The end of this day in England' },
  { name: 'counted at', meaning: 'When it was counted: nothing recorded later is in it' },
  { name: 'rules version', meaning: 'Version of the definitions' },
  { name: 'policy version', meaning: 'Version of the place’s policy' },
  { name: 'deprivation', meaning: 'Edition of the deprivation table' },
  {
    name: 'small numbers',
    meaning: 'The rule by which small numbers are hidden and the others rounded; none in full figures',
  },
];

export function stampCells(stamp: Stamp): readonly FileCell[] {
  return [stamp.asAt, stamp.takenAt, stamp.rules, stamp.policy, stamp.deprivation, stamp.suppression];
}
