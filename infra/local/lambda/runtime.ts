/**
 * Runs inside a worker thread: loads the bundle of one function and calls its handler, one invocation after the other,
 * as the Lambda runtime for Node does.
 */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Assignment, Invocation, InvocationContext, Report } from './messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const port = parentPort;
if (port === null) throw new Error('the Lambda runtime runs in a worker thread only');
const tell = (report: Report): void => port.postMessage(report);

try {
  const { file, exportName } = workerData as Assignment;
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const handler = module[exportName];
  if (typeof handler !== 'function') throw new Error(`${file} exports no function ${exportName}`);
  port.on('message', (invocation: Invocation) => void answer(handler as Handler, invocation));
  tell({ kind: 'ready' });
} catch (error) {
  tell(failure(error, true));
}

async function answer(handler: Handler, { event, context }: Invocation): Promise<void> {
  try {
    const value = await handler(JSON.parse(event), contextOf(context));
    tell({ kind: 'answer', answer: JSON.stringify(value) });
  } catch (error) {
    tell(failure(error, false));
  }
}

function contextOf({ deadline, ...context }: InvocationContext): object {
  return {
    ...context,
    functionVersion: '$LATEST',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function failure(error: unknown, atStart: boolean): Report {
  const known = error instanceof Error ? error : new Error(String(error));
  return {
    kind: 'failure',
    atStart,
    errorType: known.name,
    errorMessage: known.message,
    trace: (known.stack ?? '').split('\n'),
  };
}
