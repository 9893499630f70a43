/** A function in a real process, which is really killed: at the step that it was meant for, before it is done or when it is done. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LOOPBACK, listen, readBody, stopListening } from '../../infra/local/listen.ts';
import { ADMINISTRATOR } from '../../infra/local/store/store.ts';
import type { Asked, Beyond, Called } from './instance.ts';

/** When a process dies: at which of its steps, counted from 1, and whether that step is done. */
export interface Doom {
  readonly step: number;
  readonly isDone: boolean;
}

export const PROCESS_FUNCTIONS = [
  'publish-changes',
  'watch-deadlines',
  'notify',
  'send-messages',
  'record-email-receipts',
  'keep-audit-heads',
  'api',
] as const;
export type ProcessFunction = (typeof PROCESS_FUNCTIONS)[number];

const MOST_BYTES = 1024 * 1024;

/**
 * Starts the function, calls it once, and kills it with SIGKILL when its step has come. One that comes to its end before is
 * killed then, having answered.
 * @param beyond what its steps arrive at.
 */
export async function callDoomed(
  name: ProcessFunction,
  event: unknown,
  { step, isDone }: Doom,
  { beyond, environment }: { readonly beyond: Beyond; readonly environment: Readonly<Record<string, string>> },
): Promise<Called> {
  let steps = 0;
  let kill: () => void = () => undefined;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await askedBy(request);
    steps += 1;
    const isLast = steps === step;
    if (steps > step || (isLast && !isDone)) return kill();
    const answer = await beyond(asked, { answerIsLost: isLast });
    if (isLast) return kill();
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', ...answer.headers });
    response.end(answer.body);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  const port = await listen(server, 0);
  const url = `http://${LOOPBACK}:${port}`;
  const { accessKeyId, secretAccessKey } = ADMINISTRATOR;
  const child = fork(new URL('./function-process.ts', import.meta.url), [name], {
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      ...environment,
      ...{ AWS_REGION: 'eu-west-2', AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
      ...{ AWS_ENDPOINT_URL: url, NOTIFY_URL: url, POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
    },
  });
  kill = () => void child.kill('SIGKILL');
  const gone = once(child, 'exit');
  try {
    // It may be killed before it is ready only by what it asks, and it asks nothing before it is called.
    await Promise.race([once(child, 'message'), gone]);
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
    child.send(event as object);
    return await Promise.race([
      once(child, 'message').then(([said]) => calledBy(said as Said)),
      gone.then((): Called => ({ ended: 'killed' })),
    ]);
  } finally {
    kill();
    await gone;
    await stopListening(server);
  }
}

interface Said {
  readonly answer?: unknown;
  readonly failed?: true;
}

function calledBy({ answer, failed }: Said): Called {
  return failed === true ? { ended: 'failed' } : { ended: 'answered', answer };
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const body = (await readBody(request, MOST_BYTES))?.toString('utf8') ?? '';
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return { method: request.method ?? 'GET', path: request.url ?? '/', headers: Object.fromEntries(headers), body };
}
