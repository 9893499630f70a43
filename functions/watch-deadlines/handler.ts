import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { watchHandler } from './watch.ts';

/** Tells, every morning, of each threshold crossed since anybody was told. */
export const handler = watchHandler(composed(environmentSchema.parse(process.env)), logOf('watch-deadlines'));
