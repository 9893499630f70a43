/**
 * Where the service of this machine is, and its machine client, for programs that run beside it (`npm run import`). There
 * for as long as the service runs, readable by its owner alone; the last service that was started holds it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { LocalCloud } from './local-cloud.ts';

export const SERVICE_FILE = new URL('../../.local/service.json', import.meta.url);

/** Leaves the file; answers what takes it away again. */
export function leaveServiceFile(cloud: LocalCloud, file: URL = SERVICE_FILE): () => void {
  const machine = cloud.clients.find(({ client }) => client.flows.includes('client_credentials'));
  if (machine === undefined) return () => {};
  const text = JSON.stringify({
    url: cloud.url,
    tokenUrl: `${cloud.issuer}/token`,
    clientId: machine.client.id,
    clientSecret: machine.secret,
    scope: machine.client.scopes.join(' '),
  });
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text, { mode: 0o600 });
  return () => {
    // Another service may have been started since, and left its own.
    if (readFileSync(file, 'utf8') === text) rmSync(file, { force: true });
  };
}
