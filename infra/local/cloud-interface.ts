import type { SeenEvent } from './bus/event-bus.ts';
import type { DemoAccount } from './identity/demo-account.ts';
import type { FunctionFigures } from './lambda/function-runner.ts';
import type { OutboxMessage } from './outbox/outbox.ts';
import type { QueuedMessage } from './queues/queues.ts';
import type { TimedFigures } from './schedule/scheduler.ts';
import type { HangUp } from './services/service-door.ts';
import type { Denial, FaultPlan, GrantUse, Store } from './store/store.ts';
import type { Synthesis } from './synthesis.ts';
import type { CloudDescription } from './template/cloud-description.ts';
import type { LocalClient } from './template/user-pool.ts';
import type { Alteration } from './without-grant.ts';
import type { Pauses } from './work-in-hand.ts';

/** How to start a local cloud. Everything has a default: tests start one in memory, on free ports. */
export interface LocalCloudOptions {
  /** The synthesized app; this repository's own, from its cache, without it. */
  readonly assembly?: Synthesis;
  /** Port of the gateway; any free one without it. The console takes the next but one, and the world outside the one after. */
  readonly port?: number;
  /** Where everything that must survive a restart is kept; in memory without it. */
  readonly dataDirectory?: string;
  /** Today in London, `YYYY-MM-DD`; the machine's own day without it. */
  readonly today?: string;
  /** Who can sign in. */
  readonly accounts?: readonly DemoAccount[];
  /**
   * Puts in what the service starts with. It runs when all else does, and before `startLocalCloud` returns; streams go on
   * their way when it is done, or when it asks for `settled()`.
   */
  readonly seed?: (cloud: LocalCloud) => Promise<void>;
  /** Runs after the seed, behind a service that answers already; streams go on their way when it is done. */
  readonly behind?: (cloud: LocalCloud) => Promise<void>;
  /** Where the identity provider says that somebody signed out elsewhere; the site's own path without it. */
  readonly backChannelLogoutUrl?: string;
  /** Faults of the store, from the start. */
  readonly faults?: FaultPlan;
  /** Whether every batch of a stream is delivered twice, as any may be on AWS. */
  readonly deliverTwice?: boolean;
  /** How long retries wait. */
  readonly pauses?: Pauses;
  /** Changes what the template says: a grant taken away, for example. */
  readonly alter?: Alteration;
  /** Takes each line that a function writes; without it lines are only kept for `logs()`. */
  readonly log?: (label: string, line: string) => void;
}

/** Whoever holds these may do everything: for seeding, for an operator's commands, and for tests that are not about grants. */
export interface AdministratorAccess {
  /** Of the store. */
  readonly endpoint: string;
  /** Of the other services: SQS, EventBridge, Secrets Manager, SES. */
  readonly services: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** A running local cloud. */
export interface LocalCloud {
  /** Origin of the service, without a trailing slash. */
  readonly url: string;
  /** Issuer of tokens. */
  readonly issuer: string;
  readonly consoleUrl: string;
  /** Origin of what stands for the world outside: systems of teams take what is posted under its `/hooks/`. */
  readonly outsideUrl: string;
  readonly store: Store;
  readonly administrator: AdministratorAccess;
  /** What the template says, with this machine's names. */
  readonly description: CloudDescription;
  readonly accounts: readonly DemoAccount[];
  /** The clients of the identity provider, each with its secret ('' when it has none). */
  readonly clients: readonly { readonly client: LocalClient; readonly secret: string }[];
  /** The environment of a function by folder: table names, the secret's id and so on, dynamic references filled in. */
  environment(functionName: string): Readonly<Record<string, string>>;
  /** The credentials of a role by name, to call what it may call. */
  credentialsOf(roleName: string): AdministratorAccess['credentials'];
  /** The value of a secret by name or ARN. */
  secretValue(id: string): string;
  /**
   * An access token: for a demo account by its id, through the whole sign-in; for a client by its id, or for the first
   * machine client by the name `machine`. `scopes` are all that the client may have unless given.
   */
  token(clientOrAccount: string, scopes?: readonly string[]): Promise<string>;
  /** Invokes a function, by folder, name or ARN, and waits for its answer. @throws FunctionError */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Cuts off the next call of an operation of a service beside the store. */
  hangUp(hangUp: HangUp): void;
  /** The local cloud's present: milliseconds since 1970. */
  now(): number;
  /** Today in London: `YYYY-MM-DD`. */
  today(): string;
  /** Makes a day today; schedules skipped on the way are not run. @throws RangeError when there is no such day */
  setToday(date: string): void;
  /** Runs a schedule by name, or by a part of its name that no other has; resolves when what it set off is over. */
  runSchedule(name: string): Promise<void>;
  /** Runs a daily schedule as its last run that was due, which may have been slept through: see `Scheduler.runMissed`. */
  runMissed(name: string): Promise<void>;
  schedules(): readonly TimedFigures[];
  /** Resolves when streams are drained and nothing asynchronous is under way. */
  settled(): Promise<void>;
  /** Calls refused for want of a grant, the store's among them. */
  denials(): readonly Denial[];
  /** Every grant of every role and how often it was used, the store's among them. */
  grants(): readonly GrantUse[];
  events(): readonly SeenEvent[];
  outbox(): readonly OutboxMessage[];
  /** What waits in a queue, by name or by a part of it that no other has. */
  queue(name: string): readonly QueuedMessage[];
  functions(): readonly FunctionFigures[];
  /** The last lines that functions wrote. */
  logs(): readonly { readonly label: string; readonly line: string }[];
  /** Stops everything; what is under way is cut off, and a stream's records come again at the next start. */
  close(): Promise<void>;
}
