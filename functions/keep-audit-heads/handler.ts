import { logOf } from '../../shared/http/middleware/log.ts';
import { closeHandler } from './close.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';

/** Closes the audit's day: keeps its heads and its unusual hours, then proves the whole. */
export const handler = closeHandler(composed(environmentSchema.parse(process.env)), logOf('keep-audit-heads'));
