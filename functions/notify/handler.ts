import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { notifyHandler } from './notify.ts';

/** Decides who is told of what happened to an alert, and keeps a message for each. */
export const handler = notifyHandler(composed(environmentSchema.parse(process.env)), logOf('notify'));
