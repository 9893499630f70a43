import { logOf } from '../../shared/http/middleware/log.ts';
import { censusHandler } from './census.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';

/** Counts every queue, and writes down what it counted. */
export const handler = censusHandler(composed(environmentSchema.parse(process.env)), logOf('take-census'));
