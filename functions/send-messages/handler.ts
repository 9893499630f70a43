import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { sendHandler } from './send.ts';

/** Sends, every minute, the messages that are due. */
export const handler = sendHandler(composed(environmentSchema.parse(process.env)), logOf('send-messages'));
