/** A small server on this machine that answers documents and assets with the headers of the real service. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Assets } from '../../shared/http/assets/assets.ts';
import { withSecurityHeaders } from '../../shared/http/security-headers.ts';

/** What was asked of the server. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export interface PageServer {
  readonly origin: string;
  readonly received: readonly ReceivedRequest[];
  readonly close: () => Promise<void>;
}

/**
 * @param pages documents by path; anything else is answered 404
 * @param answers other answers by method and path, e.g. `POST /session`, asked anew at each request
 */
export async function servePages(
  assets: Assets,
  pages: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, () => { status: number; body: string }>> = {},
): Promise<PageServer> {
  const received: ReceivedRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = request.method ?? 'GET';
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    received.push({ method, path, body: Buffer.concat(chunks).toString('utf8') });
    const asset = assets.serve(path, request.headers['accept-encoding']?.toString());
    if (asset !== undefined) {
      response.writeHead(asset.statusCode, withSecurityHeaders(asset.headers));
      response.end(Buffer.from(asset.body, asset.isBase64Encoded ? 'base64' : 'utf8'));
      return;
    }
    const own = answers[`${method} ${path}`]?.();
    if (own !== undefined) {
      response.writeHead(own.status, withSecurityHeaders({ 'content-type': 'application/json' }));
      response.end(own.body);
      return;
    }
    const page = pages[path];
    response.writeHead(
      page === undefined ? 404 : 200,
      withSecurityHeaders({ 'content-type': 'text/html; charset=utf-8' }),
    );
    response.end(page ?? '<!DOCTYPE html><html lang="en"><title>Not found</title><h1>Not found</h1></html>');
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
