/**
 * One function in a process of its own, as it is deployed: its real handler, over the network. It is called by messages, and
 * killed by whoever started it.
 */
import type { Context } from 'aws-lambda';

type Handler = (event: unknown, context: Context) => Promise<unknown>;

const handlers: Readonly<Record<string, () => Promise<{ readonly handler: unknown }>>> = {
  'publish-changes': () => import('../../functions/publish-changes/handler.ts'),
  'watch-deadlines': () => import('../../functions/watch-deadlines/handler.ts'),
  notify: () => import('../../functions/notify/handler.ts'),
  'record-email-receipts': () => import('../../functions/record-email-receipts/handler.ts'),
  'send-messages': () => import('../../functions/send-messages/handler.ts'),
  'keep-audit-heads': () => import('../../functions/keep-audit-heads/handler.ts'),
  api: () => import('../../functions/api/handler.ts'),
};

const load = handlers[process.argv[2] ?? ''];
if (load === undefined) throw new Error(`no function ${process.argv[2]}`);
const handler = (await load()).handler as Handler;

process.on('message', (event) => {
  const context = { awsRequestId: `process-${process.pid}`, getRemainingTimeInMillis: () => 60_000 } as Context;
  handler(event, context).then(
    (answer) => process.send?.({ answer }),
    () => process.send?.({ failed: true }),
  );
});
process.send?.({ ready: true });
// Whoever started it is gone: nobody will kill it any more.
process.on('disconnect', () => process.exit(0));
