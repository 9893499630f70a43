import * as z from 'zod';
import { localDateSchema } from '../../../../shared/domain/calendar/local-date.ts';

/** Two days, in order. */
export const periodSchema = z
  .object({ from: localDateSchema, to: localDateSchema })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day must not be before the first' });
