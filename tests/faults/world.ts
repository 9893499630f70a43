/** The service in a campaign: its real functions over the real engine of the store, each in an instance that can be killed. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { apiRoutes } from '../../functions/api/routes/routes.ts';
import { familyApiRoutes } from '../../functions/family-api/routes.ts';
import { closeHandler } from '../../functions/keep-audit-heads/close.ts';
import { composed as closing } from '../../functions/keep-audit-heads/compose.ts';
import { composed as notifying } from '../../functions/notify/compose.ts';
import { notifyHandler } from '../../functions/notify/notify.ts';
import { composed as publishing } from '../../functions/publish-changes/compose.ts';
import { follow } from '../../functions/publish-changes/follow.ts';
import { composed as recording } from '../../functions/record-email-receipts/compose.ts';
import { recordHandler } from '../../functions/record-email-receipts/record.ts';
import { sendingOver } from '../../functions/send-messages/compose.ts';
import { sendHandler } from '../../functions/send-messages/send.ts';
import { composed as watching } from '../../functions/watch-deadlines/compose.ts';
import { watchHandler } from '../../functions/watch-deadlines/watch.ts';
import { type Chance, chanceOf } from '../../infra/local/seed/random.ts';
import { ADMINISTRATOR } from '../../infra/local/store/store.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { eventBridgeBus } from '../../shared/adapters/eventbridge/bus.ts';
import { familyDeps } from '../../shared/adapters/family-deps.ts';
import { emailBySes } from '../../shared/adapters/messages/email.ts';
import { textByNotify } from '../../shared/adapters/messages/gov-uk-notify.ts';
import { signedWebhook, workflowPost } from '../../shared/adapters/messages/webhook.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import { emailReceiptsInSqs } from '../../shared/adapters/sqs/email-receipts.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { FamilyPlanningDeps } from '../../shared/application/messages/plan-family-messages.ts';
import type { PlanningDeps } from '../../shared/application/messages/plan-messages.ts';
import type { Ids } from '../../shared/application/ports/ids.ts';
import type { Outgoing, Senders, SendOutcome } from '../../shared/application/ports/senders.ts';
import type { WatchDeps } from '../../shared/application/watch/watch-deps.ts';
import { apiBundle, bundleOf } from '../../shared/http/api/api-bundle.ts';
import { streamBundle } from '../../shared/http/events/stream-bundle.ts';
import { familyAsks } from '../../shared/http/family/family-api.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { type Engine, openEngine } from '../contract/engine.ts';
import { settle } from './audience.ts';
import { ChangeStream } from './change-stream.ts';
import { CONTACT_KEYS, IN_A_PROCESS, SECRETS, secretOf } from './environment.ts';
import { EventQueue } from './event-queue.ts';
import { type Answered, type Asked, type Beyond, type Called, Instance, never, sameEachTime } from './instance.ts';
import { callDoomed, type Doom, type ProcessFunction } from './killed-process.ts';
import { fetchOf, NOTIFY_KEY, Outside } from './outside.ts';
import { messageRoute } from './pages-route.ts';
import { policiesAtFirst } from './policies.ts';
import { Turns } from './turns.ts';
import { Weather } from './weather.ts';

export const FUNCTIONS = [
  'api',
  'publish-changes',
  'watch-deadlines',
  'notify',
  'send-messages',
  'record-email-receipts',
  'keep-audit-heads',
  'family-api',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** Changes the service on purpose, so that a campaign can be seen to fail. */
export interface Sabotage {
  readonly watch?: (deps: WatchDeps) => WatchDeps;
  readonly notify?: (deps: PlanningDeps & FamilyPlanningDeps) => PlanningDeps & FamilyPlanningDeps;
  readonly senders?: (senders: Senders) => Senders;
}

type Handler = (event: unknown, context: Context) => Promise<unknown>;

export class World {
  readonly weather: Weather;
  readonly chance: Chance;
  readonly stream: ChangeStream;
  readonly queue: EventQueue;
  readonly outside: Outside;
  readonly engine: Engine;
  /** For what the judge reads, and for what is there before anything begins. */
  readonly deps: Deps;
  /** How often each function was called, and how each call ended. */
  readonly calls = new Map<string, number>();
  #now: number;
  #fresh = 0;
  #numbers = 0;
  #doom: Doom | undefined;
  readonly #seed: number;
  readonly #turns: Turns;
  readonly #sabotage: Sabotage;
  readonly #warm = new Map<FunctionName, { readonly instance: Instance; readonly handler: Handler }[]>();

  private constructor(
    seed: number,
    engine: Engine,
    parts: Pick<World, 'stream' | 'queue' | 'outside'>,
    clock: Clock,
    sabotage: Sabotage,
  ) {
    this.#seed = seed;
    this.#now = clock.now;
    clock.read = () => this.#now;
    this.chance = chanceOf(seed);
    this.weather = new Weather(seed);
    this.#turns = new Turns(chanceOf(seed + 1));
    this.#sabotage = sabotage;
    this.engine = engine;
    this.stream = parts.stream;
    this.queue = parts.queue;
    this.outside = parts.outside;
    const { recordsTable, auditTable, client } = engine;
    this.deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  }

  /** @param start milliseconds since 1970. */
  static async open(seed: number, start: number, sabotage: Sabotage = {}): Promise<World> {
    process.env['POWERTOOLS_LOG_LEVEL'] ??= 'SILENT';
    const clock: Clock = { now: start, read: () => start };
    const stream = new ChangeStream();
    const engine = await openEngine(
      async (change) => stream.push(change),
      () => clock.read(),
    );
    const outside = new Outside(() => clock.read());
    await outside.open();
    const queue = new EventQueue(() => clock.read());
    const world = new World(seed, engine, { stream, queue, outside }, clock, sabotage);
    await settle(world.deps, outside);
    for (const policy of policiesAtFirst()) await world.deps.policies.save(policy);
    return world;
  }

  async close(): Promise<void> {
    await this.outside.close();
    await this.engine.close();
  }

  get now(): number {
    return this.#now;
  }

  set now(milliseconds: number) {
    this.#now = milliseconds;
  }

  /** Calls a function as the platform does: in an instance that is free, or a new one. What is killed takes its instance with it. */
  async call(name: FunctionName, event: unknown): Promise<Called> {
    this.#numbers += 1;
    const invocation = `${name}-${this.#numbers}`;
    const warm = this.#warm.get(name) ?? [];
    this.#warm.set(name, warm);
    const free = warm.pop() ?? this.#instance(name);
    const { instance, handler } = free;
    instance.begin(invocation);
    const context = { awsRequestId: invocation, getRemainingTimeInMillis: () => 60_000 } as Context;
    const called = await Promise.race([
      handler(event, context).then(
        (answer): Called => ({ ended: 'answered', answer }),
        (): Called => ({ ended: 'failed' }),
      ),
      instance.death.then((): Called => ({ ended: 'killed' })),
    ]);
    instance.end();
    if (called.ended !== 'killed') warm.push(free);
    const key = `${name} ${called.ended}`;
    this.calls.set(key, (this.calls.get(key) ?? 0) + 1);
    return called;
  }

  /** Calls a function in a process of its own, which is killed at one of its steps. */
  async callDoomed(name: ProcessFunction, event: unknown, doom: Doom): Promise<Called> {
    const { recordsTable, auditTable } = this.engine;
    const environment = { ...IN_A_PROCESS, RECORDS_TABLE: recordsTable, AUDIT_TABLE: auditTable };
    const called = await callDoomed(name, event, doom, { beyond: this.beyond, environment });
    const key = called.ended === 'killed' ? `processes of ${name} killed` : `processes of ${name} that ended before`;
    this.calls.set(key, (this.calls.get(key) ?? 0) + 1);
    return called;
  }

  /** The next command that is sent to the API comes to a process of its own, which is killed at one of its steps. */
  doom(doom: Doom): void {
    this.#doom = doom;
  }

  /** Whether such a command has still to come. */
  get isDoomed(): boolean {
    return this.#doom !== undefined;
  }

  /** Asks one of the APIs. @returns undefined when no answer came. */
  async ask(
    name: 'api' | 'family-api',
    event: APIGatewayProxyEventV2,
  ): Promise<APIGatewayProxyStructuredResultV2 | undefined> {
    const isDoomed = name === 'api' && this.#doom !== undefined && event.requestContext.http.method !== 'GET';
    const doom = isDoomed ? this.#doom : undefined;
    if (isDoomed) this.#doom = undefined;
    const called = await (doom === undefined ? this.call(name, event) : this.callDoomed('api', event, doom));
    return called.ended === 'answered' ? (called.answer as APIGatewayProxyStructuredResultV2) : undefined;
  }

  /** The code in the letter of the last invitation to a child's record. Reading it takes nobody's turn. */
  codeOf(place: string, personId: string): Promise<string> {
    return this.#turns.holding(async () => {
      const access = await this.deps.familyAccesses.get(place, personId);
      const invited = access?.events.findLast(({ facts }) => facts.kind === 'invited')?.facts;
      if (invited?.kind !== 'invited') throw new Error('Nobody was invited');
      return this.deps.invitations.codeOf(invited.invitationId);
    });
  }

  /** What answers whoever asks over the network: the store, the bus, the post office, GOV.UK Notify. */
  readonly beyond: Beyond = async (asked, how) => {
    const target = asked.headers['x-amz-target'] ?? '';
    if (target.startsWith('DynamoDB_')) return this.#store(asked);
    if (target.startsWith('secretsmanager')) return secretOf(asked);
    if (target.startsWith('AWSEvents')) return this.queue.put(asked, how);
    if (target.startsWith('AmazonSQS')) return this.outside.receiptsWaiting(asked, how);
    return asked.path.startsWith('/v2/email/') ? this.outside.ses(asked, how) : this.outside.notify(asked, how);
  };

  async #store({ headers, body }: Asked): Promise<Answered> {
    const { store } = this.engine;
    if (store === undefined) throw new Error('A campaign needs the local store');
    const target = headers['x-amz-target'] ?? '';
    const answer = await store.ask(ADMINISTRATOR.roleName, target, Buffer.from(body));
    return target.endsWith('BatchGetItem') ? { ...answer, body: this.#shuffled(answer.body) } : answer;
  }

  /** A batch is answered in any order: here in one that the seed knows. */
  #shuffled(body: string): string {
    const answer = JSON.parse(body) as { Responses?: Record<string, unknown[]> };
    const order = (item: unknown) => this.#hash(sameEachTime(JSON.stringify(item)));
    for (const items of Object.values(answer.Responses ?? {})) {
      const ordered = items.map((item) => ({ item, at: order(item) })).sort((a, b) => (a.at < b.at ? -1 : 1));
      items.splice(0, items.length, ...ordered.map(({ item }) => item));
    }
    return JSON.stringify(answer);
  }

  #instance(name: FunctionName): { readonly instance: Instance; readonly handler: Handler } {
    const instance = new Instance(this.weather, this.#turns, this.beyond);
    return { instance, handler: this.#handler(name, instance) as Handler };
  }

  #handler(name: FunctionName, instance: Instance) {
    const { recordsTable: RECORDS_TABLE, auditTable: AUDIT_TABLE, indicatorsTable } = this.engine;
    const { documents, events, ses, sqs } = instance.clients();
    switch (name) {
      case 'api': {
        const settings = { stage: 'test', recordsTable: RECORDS_TABLE, auditTable: AUDIT_TABLE };
        const deps = serviceDeps(settings, SECRETS, documents);
        const seeded = { ...deps, ids: this.#seeded(deps.ids) };
        return apiBundle([...apiRoutes('test'), messageRoute], async () => seeded, logOf('api'));
      }
      case 'family-api': {
        const settings = { stage: 'test', recordsTable: RECORDS_TABLE, auditTable: AUDIT_TABLE, indicatorsTable };
        const deps = familyDeps(settings, SECRETS, documents);
        const seeded = { ...deps, ids: this.#seeded(deps.ids) };
        return bundleOf(familyApiRoutes, async () => seeded, logOf('family-api'), familyAsks);
      }
      case 'publish-changes': {
        const BUS_NAME = 'changes';
        const deps = publishing({ RECORDS_TABLE, AUDIT_TABLE, BUS_NAME }, documents, eventBridgeBus(BUS_NAME, events));
        return streamBundle((record) => follow(deps, record), logOf('publish-changes'));
      }
      case 'watch-deadlines': {
        const deps = watching({ RECORDS_TABLE }, documents);
        return watchHandler(this.#sabotage.watch?.(deps) ?? deps, logOf('watch-deadlines'));
      }
      case 'notify': {
        const deps = notifying({ RECORDS_TABLE }, documents);
        return notifyHandler(this.#sabotage.notify?.(deps) ?? deps, logOf('notify'));
      }
      case 'keep-audit-heads':
        return closeHandler(closing({ RECORDS_TABLE, AUDIT_TABLE }, documents), logOf('keep-audit-heads'));
      case 'record-email-receipts':
        return recordHandler(recording({ RECORDS_TABLE }, documents), logOf('record-email-receipts'));
      case 'send-messages': {
        const records = new TableAccess(documents, RECORDS_TABLE);
        const senders = this.#senders(instance, ses);
        const deps = sendingOver(records, CONTACT_KEYS, {
          senders: this.#sabotage.senders?.(senders) ?? senders,
          emailReceipts: emailReceiptsInSqs(IN_A_PROCESS.EMAIL_RECEIPT_QUEUES, sqs),
          publicUrl: IN_A_PROCESS.PUBLIC_URL,
        });
        return sendHandler(async () => deps, logOf('send-messages'));
      }
    }
  }

  /** The real senders. What takes the time of a socket or of cryptography holds everybody else up: chance decides on nothing then. */
  #senders(instance: Instance, ses: ReturnType<Instance['clients']>['ses']): Senders {
    const held = new Set<() => void>();
    const key = async () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      held.add(() => resolve(undefined));
      void this.#turns.holding(() => promise);
      return NOTIFY_KEY;
    };
    const letGo = fetchOf((asked) => {
      for (const resolve of held) resolve();
      held.clear();
      return instance.ask(asked);
    });
    const templates = { text: 'text', letter: null, largePrint: null };
    const outside = { loopback: true };
    const posted = (what: Outgoing, post: () => Promise<SendOutcome>) =>
      this.#posted(instance, what, () => this.#turns.holding(post));
    const webhook = signedWebhook(outside);
    const workflow = workflowPost(outside);
    return {
      email: emailBySes({
        from: IN_A_PROCESS.EMAIL_FROM,
        configurationSet: IN_A_PROCESS.EMAIL_CONFIGURATION_SET,
        client: ses,
      }),
      text: textByNotify({ url: 'https://notify.example', key, templates, fetch: letGo }),
      letter: async () => ({ isSent: false, problem: 'no-address', isFinal: true }),
      webhook: (to, what) => posted(what, () => webhook(to, what)),
      workflow: (to, what) => posted(what, () => workflow(to, what)),
    };
  }

  /** A post to a system of a team goes over a real socket; what happens to it on the way is decided here. */
  async #posted(instance: Instance, { reference }: Outgoing, post: () => Promise<SendOutcome>): Promise<SendOutcome> {
    let outcome: SendOutcome = { isSent: false, problem: 'not-reached', isFinal: false };
    const asked = { method: 'POST', path: `/hooks/${reference}`, headers: {}, body: '' };
    try {
      const answer = await instance.step(asked.path, asked, async () => {
        outcome = await post();
        return { status: 200, body: '' };
      });
      if (answer === undefined) return await never();
      if (answer.status !== 200) outcome = { isSent: false, problem: `answered-${answer.status}`, isFinal: false };
    } catch {
      outcome = { isSent: false, problem: 'not-reached', isFinal: false };
    }
    return outcome;
  }

  /** Ids that follow from the seed where the service's own would follow from nothing. */
  #seeded(ids: Ids): Ids {
    const fresh = () => {
      this.#fresh += 1;
      return this.#hash(`fresh ${this.#fresh}`).slice(0, 16);
    };
    return { ...ids, fresh };
  }

  #hash(text: string): string {
    return createHash('sha256').update(`${this.#seed} ${text}`).digest('base64url');
  }
}

/** A clock that the store is opened with before there is a world to read it from. */
interface Clock {
  readonly now: number;
  read: () => number;
}
