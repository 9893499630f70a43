import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The only address that anything of the local cloud listens on. */
export const LOOPBACK = '127.0.0.1';

/** A port that somebody else has. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;
  /** Why it must be that port and no other, where that is so. */
  readonly because: string | undefined;

  constructor(port: number, cause: unknown, because?: string) {
    super(`Port ${port} is taken by another program.`, { cause });
    this.port = port;
    this.because = because;
  }
}

/**
 * Starts to listen on the loopback address.
 * @param port 0 for any free port
 * @returns the port
 * @throws PortTaken when another program listens there
 */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(port, error) : error);
    });
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops listening: requests in work are answered, idle connections are dropped. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Whoever keeps a connection open for longer than this is cut off.
    setTimeout(() => server.closeAllConnections(), 1_000).unref();
  });
}

/**
 * Reads a request's body.
 * @returns undefined when it is longer than `limit` bytes; the rest is then not kept
 */
export async function readBody(message: AsyncIterable<Buffer>, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length > limit ? undefined : Buffer.concat(chunks);
}
