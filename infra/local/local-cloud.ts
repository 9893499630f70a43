import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LocalClock } from './clock.ts';
import { Closers } from './closers.ts';
import type { LocalCloud, LocalCloudOptions } from './cloud-interface.ts';
import { buildParts, type CloudParts } from './cloud-parts.ts';
import { Console } from './console/console.ts';
import { dataFolderOwner } from './data-folder-owner.ts';
import { FunctionLogs } from './function-logs.ts';
import { Gateway } from './gateway/gateway.ts';
import { IdentityProvider } from './identity/identity-provider.ts';
import { signingKey } from './identity/signing-keys.ts';
import { PortTaken } from './listen.ts';
import { cloudView } from './running-cloud.ts';
import { KeptValues } from './secrets/kept-values.ts';
import { ADMINISTRATOR, openStore, type Store } from './store/store.ts';
import { synthesize } from './synthesis.ts';
import { type CloudDescription, describeCloud } from './template/cloud-description.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from './template/surroundings.ts';
import { WorkInHand } from './work-in-hand.ts';

export type { AdministratorAccess, LocalCloud, LocalCloudOptions } from './cloud-interface.ts';

/** Path of the site that the identity provider tells when somebody signed out elsewhere. */
const BACK_CHANNEL_LOGOUT = '/back-channel-logout';

/**
 * Starts everything that the template asks for on this machine.
 * @throws PortTaken, an Error when the data folder is in use, or one that says what of the template cannot be run
 */
export async function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const closers = new Closers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.close().catch(() => undefined);
    throw error;
  }
}

async function start(options: LocalCloudOptions, closers: Closers): Promise<LocalCloud> {
  const { dataDirectory: directory, accounts = [] } = options;
  const clock = new LocalClock();
  if (options.today !== undefined) clock.setToday(options.today);
  const kept = new KeptValues(directory === undefined ? undefined : join(directory, 'local-cloud.json'));
  const work = new WorkInHand(options.pauses);
  const logs = new FunctionLogs(options.log);

  const gateway = new Gateway();
  await closers.open(gateway.open(options.port ?? 0), () => gateway.close());
  const identity = new IdentityProvider();
  await closers.open(openIdentity(identity, options, kept), () => identity.close());

  const synthesis = options.assembly ?? (await synthesize());
  const read = describeCloud(synthesis.directory, {
    region: LOCAL_REGION,
    account: LOCAL_ACCOUNT,
    publicUrl: synthesis.publicUrl,
    gatewayUrl: gateway.url,
    issuer: identity.issuer,
  });
  const description = options.alter ? options.alter(read) : read;

  const addresses = { dynamodb: '', services: '', leadAway: (value: string) => parts.outside.leadAway(value) };
  const parts: CloudParts = buildParts({
    description,
    clock,
    kept,
    work,
    logs,
    deliverTwice: options.deliverTwice ?? false,
    addresses: () => addresses,
  });
  const store = await openTables(options, closers, { description, parts, clock });
  addresses.dynamodb = store.endpoint;
  addresses.services = await closers.open(parts.door.open(), () => parts.door.close());
  await closers.open(parts.outside.open(options.port === undefined ? 0 : options.port + 3), () =>
    parts.outside.close(),
  );
  await closers.open(parts.functions, (functions) => functions.close());
  parts.streams.authorise(store);

  // The accounts belong to this issuer, so it must be the same one at the next start.
  kept.set('identity/port', String(identity.port));
  identity.serve({
    clients: description.clients,
    clientSecret: (id) => parts.secrets.clientSecret(id),
    accounts,
    keys: { keys: [await signingKey(kept)] },
    cookieKey: kept.get('identity/cookie-key', () => randomBytes(32).toString('base64url')),
    backChannelLogoutUrl: options.backChannelLogoutUrl ?? `${gateway.url}${BACK_CHANNEL_LOGOUT}`,
  });
  lead(gateway, description, parts, clock);

  const cloud = cloudView({ options, clock, gateway, identity, description, parts, store, work, logs, closers });
  const console = new Console(cloud.consoleView);
  await closers.open(console.open(options.port === undefined ? 0 : options.port + 2), () => console.close());
  parts.scheduler.start();
  await closers.open(parts.scheduler, (scheduler) => scheduler.stop());
  // Closed first, the last opened before the others: no request comes in any more, those under way are answered, then
  // whatever waits for a retry gives up, and the rest is cut off by what is closed after it.
  await closers.open(work, () => work.stop());
  await closers.open(gateway, () => gateway.close());
  const running = cloud.running(console.url);
  if (options.seed) {
    parts.streams.hold();
    await options.seed(running);
    if (options.behind === undefined) parts.streams.release();
    else void options.behind(running).finally(() => parts.streams.release());
  }
  return running;
}

/**
 * Opens the identity provider on the port that the data folder's accounts belong to; without one on the port after the
 * gateway's.
 * @throws PortTaken, or an Error that says that another process works on the folder: it has the port then
 */
async function openIdentity(identity: IdentityProvider, options: LocalCloudOptions, kept: KeptValues): Promise<void> {
  const { port, dataDirectory: directory } = options;
  const known = kept.find('identity/port');
  try {
    await identity.open(known === undefined ? (port === undefined ? 0 : port + 1) : Number(known));
  } catch (error) {
    if (known === undefined || directory === undefined || !(error instanceof PortTaken)) throw error;
    const owner = await dataFolderOwner(directory);
    if (owner !== undefined)
      throw new Error(`the data folder is in use by process ${owner}: ${directory}`, { cause: error });
    throw new PortTaken(error.port, error, 'The accounts in the data folder belong to that port.');
  }
}

function openTables(
  options: LocalCloudOptions,
  closers: Closers,
  { description, parts, clock }: { description: CloudDescription; parts: CloudParts; clock: LocalClock },
): Promise<Store> {
  const { dataDirectory: directory, faults } = options;
  return closers.open(
    openStore({
      ...(directory === undefined ? {} : { directory }),
      ...(faults === undefined ? {} : { faults }),
      tables: description.tables.map(({ definition }) => definition),
      principals: [ADMINISTRATOR, ...parts.roles.principals],
      onChange: (record) => parts.streams.accept(record),
      clock: () => clock.now(),
      region: LOCAL_REGION,
      account: LOCAL_ACCOUNT,
    }),
    (store) => store.close(),
  );
}

function lead(gateway: Gateway, description: CloudDescription, parts: CloudParts, clock: LocalClock): void {
  const [api, ...others] = description.apis;
  if (!api || others.length > 0) {
    throw new Error(`The local cloud runs one HTTP API; the template has ${description.apis.length}`);
  }
  gateway.lead({
    api,
    invoke: (arn, event) => parts.functions.invoke(arn, event),
    mayInvoke: (arn, source) => {
      const allowed = description.mayInvoke(arn, 'apigateway.amazonaws.com', source);
      if (!allowed) parts.roles.refuse('apigateway.amazonaws.com', 'lambda:InvokeFunction', arn);
      return allowed;
    },
    sourceArn: `arn:aws:execute-api:${LOCAL_REGION}:${LOCAL_ACCOUNT}:${api.id}`,
    now: () => clock.now(),
  });
}
