/** The figures of the dated duties (health checks, budgets, assessments, advice), as stored, sent and shown. */
import * as z from 'zod';
import { placeIdSchema } from '../policy/place-id.ts';
import { figureSchema } from './figure.ts';
import { stampSchema } from './stamp.ts';

/** One duty's share: how many of those who should have. Null where nobody should have. */
export const dutyFigureSchema = z.strictObject({
  /** The indicator of the catalogue that it is a figure of. */
  indicator: z.string().max(60),
  label: z.string().max(120),
  /** What it is counted over: `2026/27`, `2026-Q3`, `as at`. */
  period: z.string().max(40),
  numerator: figureSchema,
  denominator: figureSchema,
  percent: figureSchema,
});
export type DutyFigure = Readonly<z.output<typeof dutyFigureSchema>>;

export const dutyFiguresSchema = z.strictObject({
  place: placeIdSchema,
  stamp: stampSchema,
  figures: z.array(dutyFigureSchema),
});
export type DutyFigures = Readonly<z.output<typeof dutyFiguresSchema>>;
