import type { LocalClock } from './clock.ts';
import type { Closers } from './closers.ts';
import type { LocalCloud, LocalCloudOptions } from './cloud-interface.ts';
import type { CloudParts } from './cloud-parts.ts';
import type { ConsoleView } from './console/console-view.ts';
import type { FunctionLogs } from './function-logs.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { DemoAccount } from './identity/demo-account.ts';
import { isForFamilies } from './identity/for-families.ts';
import type { IdentityProvider } from './identity/identity-provider.ts';
import { machineToken, personToken, type Registered } from './identity/sign-in-by-program.ts';
import { ADMINISTRATOR, type GrantUse, type Store } from './store/store.ts';
import type { CloudDescription } from './template/cloud-description.ts';
import { LOCAL_REGION } from './template/surroundings.ts';
import type { WorkInHand } from './work-in-hand.ts';

/** Everything that was started. */
export interface Started {
  readonly options: LocalCloudOptions;
  readonly clock: LocalClock;
  readonly gateway: Gateway;
  readonly identity: IdentityProvider;
  readonly description: CloudDescription;
  readonly parts: CloudParts;
  readonly store: Store;
  readonly work: WorkInHand;
  readonly logs: FunctionLogs;
  readonly closers: Closers;
}

/** What those who use a local cloud see of it: programs, and through the console people. */
export function cloudView(started: Started): {
  readonly consoleView: ConsoleView;
  readonly running: (consoleUrl: string) => LocalCloud;
} {
  const { clock, gateway, identity, description, parts, store, closers } = started;
  const setToday = (date: string): void => {
    clock.setToday(date);
    parts.scheduler.reset();
  };
  const denials = () => [...store.usage().denials, ...parts.roles.denials()];
  const runSchedule = (name: string) => parts.scheduler.runNow(only(parts.scheduler.figures, name).name);
  const { accounts = [] } = started.options;
  const view: ConsoleView = {
    url: gateway.url,
    issuer: identity.issuer,
    get today() {
      return clock.today();
    },
    get functions() {
      return parts.functions.figures;
    },
    get events() {
      return parts.buses.seen;
    },
    get schedules() {
      return parts.scheduler.figures;
    },
    get outbox() {
      return parts.outbox.messages;
    },
    get queues() {
      return parts.queues.all.map(({ name, arn }) => ({ name, waiting: parts.queues.waiting(arn) }));
    },
    get logs() {
      return started.logs.lines;
    },
    get denials() {
      return denials();
    },
    setToday,
    runSchedule,
  };
  const running = (consoleUrl: string): LocalCloud => ({
    url: gateway.url,
    issuer: identity.issuer,
    consoleUrl,
    outsideUrl: parts.outside.url,
    store,
    administrator: {
      endpoint: store.endpoint,
      services: parts.door.url,
      region: LOCAL_REGION,
      credentials: { accessKeyId: ADMINISTRATOR.accessKeyId, secretAccessKey: ADMINISTRATOR.secretAccessKey },
    },
    description,
    accounts,
    clients: description.clients.map((client) => ({ client, secret: registered(started, client.id).clientSecret })),
    environment: (name) => {
      const { environment } = parts.functions.find(name);
      return Object.fromEntries(Object.entries(environment).map(([key, text]) => [key, parts.secrets.fillIn(text)]));
    },
    credentialsOf: (roleName) => {
      const principal = parts.roles.principals.find((each) => each.roleName === roleName);
      if (!principal) throw new Error(`The template has no role ${roleName}`);
      return { accessKeyId: principal.accessKeyId, secretAccessKey: principal.secretAccessKey };
    },
    secretValue: (id) => {
      const secret = parts.secrets.find(id);
      if (!secret) throw new Error(`The template has no secret ${id}`);
      return parts.secrets.value(secret);
    },
    token: tokens(started),
    invoke: (name, event) => parts.functions.invoke(name, event),
    hangUp: (hangUp) => parts.door.hangUp(hangUp),
    now: () => clock.now(),
    today: () => clock.today(),
    setToday,
    runSchedule,
    runMissed: (name) => parts.scheduler.runMissed(only(parts.scheduler.figures, name).name),
    schedules: () => parts.scheduler.figures,
    settled: () => settled(started),
    denials,
    grants: () => combined(store.usage().grants, parts.roles.grantUses()),
    events: () => parts.buses.seen,
    outbox: () => parts.outbox.messages,
    queue: (name) => parts.queues.waiting(only(parts.queues.all, name).arn),
    functions: () => parts.functions.figures,
    logs: () => started.logs.lines,
    close: () => closers.close(),
  });
  return { consoleView: view, running };
}

/** The one thing whose name is this, or else holds it. @throws Error when there is none, or more than one */
function only<T extends { readonly name: string }>(things: readonly T[], name: string): T {
  const same = things.filter((each) => each.name === name);
  const found = same.length > 0 ? same : things.filter((each) => each.name.toLowerCase().includes(name.toLowerCase()));
  const [first, ...more] = found;
  if (!first || more.length > 0) {
    throw new Error(`${found.length} of these are called '${name}': ${things.map((each) => each.name).join(', ')}`);
  }
  return first;
}

async function settled({ work, store, parts }: Started): Promise<void> {
  parts.streams.release();
  // Draining one can fill the other: a stream's consumer publishes, a rule's function writes.
  do {
    await work.settled();
    await store.settled();
  } while (!work.idle);
}

function registered({ identity, description, parts }: Started, clientId: string): Registered {
  const client = description.clients.find(({ id }) => id === clientId);
  if (!client) throw new Error(`The template has no client ${clientId}`);
  const clientSecret = client.secretReference === undefined ? '' : parts.secrets.clientSecret(clientId);
  return { issuer: identity.issuer, client, clientSecret };
}

function tokens(started: Started): LocalCloud['token'] {
  const { clients } = started.description;
  const ofPeople = clients.filter(({ flows }) => flows.includes('code'));
  const clientOf = ({ isFamily }: DemoAccount) =>
    ofPeople.find(({ callbackUrls }) => isForFamilies(callbackUrls) === (isFamily === true));
  const forMachines = clients.find(({ flows }) => flows.includes('client_credentials'));
  return async (named, scopes) => {
    const account = started.options.accounts?.find(({ id }) => id === named);
    const client = account
      ? clientOf(account)
      : named === 'machine'
        ? forMachines
        : clients.find(({ id }) => id === named);
    if (!client) throw new Error(`There is neither an account nor a client '${named}'`);
    const ask = registered(started, client.id);
    const answer = account ? await personToken(ask, account.id, scopes) : await machineToken(ask, scopes);
    return answer.access_token;
  };
}

/** The store and the other services count the uses of one grant apart; here they are one. */
function combined(ofStore: readonly GrantUse[], ofOthers: readonly GrantUse[]): readonly GrantUse[] {
  const key = ({ role, action, resource, sid }: GrantUse) => JSON.stringify([role, action, resource, sid]);
  const uses = new Map(ofStore.map((grant) => [key(grant), grant.uses]));
  return ofOthers.map((grant) => ({ ...grant, uses: grant.uses + (uses.get(key(grant)) ?? 0) }));
}
