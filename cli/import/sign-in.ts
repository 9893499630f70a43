import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { Refused } from './refused.ts';

/** What `npm start` leaves for programs on this machine, for as long as it runs. */
export const LOCAL_SERVICE = new URL('../../.local/service.json', import.meta.url);
const serviceSchema = z.object({
  url: z.url(),
  tokenUrl: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  scope: z.string(),
});
type Service = z.output<typeof serviceSchema>;

/** Where the service is, and the token to ask it with. */
export interface SignedIn {
  readonly api: string;
  readonly token: string;
}

const NOT_RUNNING =
  'The service is not running on this machine. Start it with npm start, or name another with --api URL.';

/** Finds the service and signs in, as what was asked for, the environment or the local service say. @throws Refused */
export async function signIn(
  asked: { readonly api: string | undefined; readonly token: string | undefined },
  environment: Readonly<Record<string, string | undefined>>,
  localService: URL = LOCAL_SERVICE,
): Promise<SignedIn> {
  const token = asked.token ?? environment['IMPORT_TOKEN'];
  const local = await serviceHere(localService);
  const api = asked.api ?? local?.url;
  if (api === undefined) throw new Refused(NOT_RUNNING);
  if (!URL.canParse(api)) throw new Refused(`--api ${api} is not an address. Write it like http://localhost:3000.`);
  if (token !== undefined) return { api, token };
  const client = clientIn(environment) ?? (local !== undefined && sameOrigin(local.url, api) ? local : undefined);
  if (client === undefined)
    throw new Refused(
      'Say who you are: give --token, or set IMPORT_CLIENT_ID, IMPORT_CLIENT_SECRET and IMPORT_TOKEN_URL.',
    );
  return { api, token: await tokenFor(client) };
}

async function serviceHere(file: URL): Promise<Service | undefined> {
  try {
    return serviceSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Absent, or of another version: either way nothing here says where the service is.
    return undefined;
  }
}

function sameOrigin(a: string, b: string): boolean {
  return new URL(a).origin === new URL(b).origin;
}

function clientIn(environment: Readonly<Record<string, string | undefined>>): Omit<Service, 'url'> | undefined {
  const [clientId, clientSecret, tokenUrl] = [
    environment['IMPORT_CLIENT_ID'],
    environment['IMPORT_CLIENT_SECRET'],
    environment['IMPORT_TOKEN_URL'],
  ];
  if (clientId === undefined || clientSecret === undefined || tokenUrl === undefined) return undefined;
  return { clientId, clientSecret, tokenUrl, scope: environment['IMPORT_SCOPE'] ?? '' };
}

/** Signs a machine client in (OAuth 2.0, client credentials). */
async function tokenFor({ clientId, clientSecret, tokenUrl, scope }: Omit<Service, 'url'>): Promise<string> {
  const encoded = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === '' ? {} : { scope }) });
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${encoded}` },
    body: form,
  }).catch(() => undefined);
  if (answer === undefined) throw new Refused(NOT_RUNNING);
  const body = z.object({ access_token: z.string() }).safeParse(await answer.json().catch(() => undefined));
  if (!answer.ok || !body.success) throw new Refused('Signing in was refused. Check the client id and its secret.');
  return body.data.access_token;
}
