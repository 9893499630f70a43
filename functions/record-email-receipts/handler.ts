import { logOf } from '../../shared/http/middleware/log.ts';
import { composed } from './compose.ts';
import { environmentSchema } from './environment.ts';
import { recordHandler } from './record.ts';

/** Marks what SES says of e-mails: that it took one, or that one did not arrive. */
export const handler = recordHandler(composed(environmentSchema.parse(process.env)), logOf('record-email-receipts'));
