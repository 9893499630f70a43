import type { Figure } from '../../../domain/indicator/figure.ts';
import type { FileColumn } from './figure-file.ts';

/** The columns of a file that tells one fact a line. */
export const factColumns: readonly FileColumn[] = [
  { name: 'queue', meaning: 'Code of the waiting list; empty where the figure is of no one list' },
  { name: 'indicator', meaning: 'Code of the indicator: what it means is on the page of definitions' },
  { name: 'group by', meaning: 'What the list is cut by, or the month or year that is counted over' },
  { name: 'group', meaning: 'The group, or what exactly is counted' },
  { name: 'figure', meaning: 'The figure: empty where there is nothing to tell, * where it is hidden' },
  { name: 'unit', meaning: 'count, per cent, weeks or days' },
];

/** A line of such a file. */
export type Fact = readonly [
  queue: string,
  indicator: string,
  cut: string,
  group: string,
  figure: Figure,
  unit: string,
];
