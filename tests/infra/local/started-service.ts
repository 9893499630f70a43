/** `npm start` as a process of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';

export interface StartedService {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** The exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  readonly output: () => string;
  /** Waits until it has said something; answers all that it said. @throws Error when it ends without */
  readonly said: (text: string) => Promise<string>;
}

export function startService(...words: readonly string[]): StartedService {
  const child = spawn(process.execPath, ['infra/local/start.ts', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    ended,
    output: () => output,
    said: (text) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          if (output.includes(text)) resolve(output);
        };
        listeners.add(look);
        look();
        void ended.then(() => {
          if (output.includes(text)) resolve(output);
          else reject(new Error(`it ended and said: ${output}`));
        });
      }),
  };
}

/** A port that is free, with the two after it free most likely. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return Math.min(port, 65_000);
}
