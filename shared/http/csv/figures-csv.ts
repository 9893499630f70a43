/** Figures as files: CSV without a cell that a spreadsheet would run, and JSON that says what its columns mean. */
import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { FigureFile } from '../../application/indicators/files/figure-file.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { views } from '../../domain/indicator/figure.ts';

/** Tells a spreadsheet that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

export function figureCsv({ columns, rows }: FigureFile): string {
  const lines = [columns.map(({ name }) => name), ...rows.map((cells) => cells.map((cell) => String(cell ?? '')))];
  return BYTE_ORDER_MARK + stringify(lines, { escape_formulas: true, record_delimiter: 'windows' });
}

export const figureJsonSchema = z.strictObject({
  file: z.string(),
  title: z.string(),
  place: z.string(),
  view: z.enum(views),
  generatedAt: instantSchema,
  columns: z.array(z.strictObject({ name: z.string(), meaning: z.string() })),
  /** A cell for each column: null where there is nothing to tell, `*` where a figure is hidden. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});

export function figureJson({
  code,
  title,
  place,
  view,
  generatedAt,
  columns,
  rows,
}: FigureFile): z.output<typeof figureJsonSchema> {
  return {
    ...{ file: code, title, place, view, generatedAt },
    columns: columns.map(({ name, meaning }) => ({ name, meaning })),
    rows: rows.map((cells) => [...cells]),
  };
}
