import type { Item } from './attribute-value.ts';
import { reconcile } from './catalogue.ts';
import { ChangeLog } from './change-log.ts';
import type { ChangeRecord } from './change-record.ts';
import { openDataFolder } from './data-folder.ts';
import { Engine } from './engine.ts';
import { type Fault, type FaultPlan, Faults } from './faults.ts';
import { FrontDoor } from './front-door.ts';
import { GroupCommit } from './group-commit.ts';
import type { Decision } from './iam-policy.ts';
import type { IamRequest } from './iam-statement.ts';
import { Meter, type MeterTotals } from './meter.ts';
import { type Denial, type GrantUse, type Principal, Principals } from './principal.ts';
import { type Lag, StaleIndexes } from './stale-index.ts';
import { describe, type TableDefinition, type TableDescription } from './table-definition.ts';
import type { StagedWrite } from './write-view.ts';

export type { ChangeRecord } from './change-record.ts';
export type { FaultPlan } from './faults.ts';
export type { IamStatement } from './iam-statement.ts';
export { Meter, type MeterTotals } from './meter.ts';
export type { Denial, GrantUse, Principal } from './principal.ts';
export type { Lag } from './stale-index.ts';
export type { TableDefinition } from './table-definition.ts';

/** A principal that may do everything: for seeding, for an operator's commands, and for tests that are not about grants. */
export const ADMINISTRATOR: Principal = {
  accessKeyId: 'LOCALADMINISTRATOR',
  secretAccessKey: 'local-administrator',
  roleName: 'administrator',
  statements: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

export interface StoreOptions {
  /** Where the tables are kept; in memory if absent. */
  readonly directory?: string;
  readonly tables: readonly TableDefinition[];
  /** Who may call. Nobody else can: with none, every call is refused. More can be added later. */
  readonly principals?: readonly Principal[];
  /**
   * Takes the changes of tables that stream. Fulfilled means acknowledged; rejected means that the record is offered
   * again after a pause. Records of one item follow each other, those of different items overlap. A record not
   * acknowledged when the store stops is offered again by the next start on the same folder. Absent: no records are kept.
   */
  readonly onChange?: (record: ChangeRecord) => void | Promise<void>;
  /** Told when `onChange` rejects. By default a process warning. */
  readonly onChangeRefused?: (record: ChangeRecord, error: unknown) => void;
  /** The port on 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** The local cloud's date and time: milliseconds since 1970. */
  clock(): number;
  readonly faults?: FaultPlan;
  readonly meter?: Meter;
  /** For ARNs: these must be the ones that the principals' statements were resolved with. */
  readonly region?: string;
  readonly account?: string;
}

/** What happened so far. */
export interface StoreUsage {
  /** Every DynamoDB grant of every role with the number of calls that rested on it: none should stay at 0. */
  readonly grants: readonly GrantUse[];
  readonly denials: readonly Denial[];
  /** Totals of the meter's present scope. */
  readonly meter: MeterTotals;
  readonly faults: Partial<Record<Fault, number>>;
}

export interface Store {
  /** For `AWS_ENDPOINT_URL_DYNAMODB`. */
  readonly endpoint: string;
  readonly meter: Meter;
  /** The ARN of a table. Its indexes are `<arn>/index/<name>`, its stream `<arn>/stream/local`. */
  tableArn(table: string): string;
  streamArn(table: string): string;
  addPrincipal(principal: Principal): void;
  /**
   * Asks a role's policy about something that does not come through the front door, for example reading a stream on behalf
   * of a function (`dynamodb:GetRecords` on the stream's ARN), and counts it like a call.
   */
  authorise(roleName: string, request: Omit<IamRequest, 'context'> & Partial<Pick<IamRequest, 'context'>>): Decision;
  usage(): StoreUsage;
  /** Lets an index of a store in memory lag behind its table, or brings it up to date (`false`). */
  stale(indexName: string, lag: Lag | false): Promise<void>;
  /** Injects faults from now on, or none. The count of requests starts again. */
  setFaults(plan: FaultPlan | undefined): void;
  /**
   * Answers a request of a role in this process, without a socket, a signature, a fault or a meter: for whoever has to decide in
   * which order requests come. @param target as the header `x-amz-target` says it.
   */
  ask(role: string, target: string, body: Buffer): Promise<{ readonly status: number; readonly body: string }>;
  /** Resolves when every change so far is acknowledged. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store and starts to listen. Whatever an earlier run left unacknowledged is delivered first. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { region = 'eu-west-2', account = '000000000000' } = options;
  const arnOf = (table: string) => `arn:aws:dynamodb:${region}:${account}:table/${table}`;
  const tables = new Map<string, TableDefinition>(options.tables.map((table) => [table.name, table]));
  const descriptions = new Map<string, TableDescription>(
    options.tables.map((table) => [table.name, describe(table, arnOf(table.name))]),
  );
  const principals = new Principals();
  for (const principal of options.principals ?? []) principals.add(principal);
  const meter = options.meter ?? new Meter();
  let faults = options.faults === undefined ? undefined : new Faults(options.faults);

  const folder = await openDataFolder(options.directory);
  const { level } = folder;
  try {
    for (const description of descriptions.values()) await reconcile(level, description);
  } catch (error) {
    await folder.close();
    throw error;
  }
  const { onChange } = options;
  const log =
    onChange === undefined
      ? undefined
      : await ChangeLog.open(level, { onChange, onRefusal: options.onChangeRefused ?? warnOfRefusal });
  const staleIndexes = new StaleIndexes(level, () => options.clock());

  const commits = new GroupCommit(level);
  const engine = new Engine(level, descriptions, {
    commit: async (table, write) => {
      const operations = [write.item, ...staleIndexes.divert(table.TableName, write.entries)];
      const streams = tables.get(table.TableName)?.stream === true;
      const entry = streams ? log?.append(changeOf(table, write, options.clock())) : undefined;
      try {
        await commits.write(entry === undefined ? operations : [...operations, entry.operation]);
      } finally {
        if (entry !== undefined) log?.written(entry.sequence);
      }
    },
    beforeIndexRead: (table, index) => staleIndexes.catchUp(table, index),
  });
  const door = new FrontDoor({ engine, tables, descriptions, principals, meter, faults: () => faults, arnOf, account });
  const endpoint = await door.listen(options.port ?? 0).catch(async (error: unknown) => {
    await log?.close();
    await folder.close();
    throw error;
  });

  return {
    endpoint,
    meter,
    tableArn: arnOf,
    streamArn: (table) => `${arnOf(table)}/stream/local`,
    addPrincipal: (principal) => principals.add(principal),
    authorise: (roleName, request) => principals.decide(roleName, { context: {}, ...request }),
    usage: () => ({
      grants: principals.grantUses(),
      denials: principals.denials(),
      meter: meter.read(),
      faults: faults?.injected() ?? {},
    }),
    stale: async (indexName, lag) => {
      // A lagging index is not part of the write's own batch, so a killed process would leave it behind for good.
      if (options.directory !== undefined) throw new Error('indexes lag on purpose only in a store in memory');
      const table = options.tables.find(({ indexes }) => indexes.some(({ name }) => name === indexName));
      if (table === undefined) throw new Error(`no table has an index ${indexName}`);
      await staleIndexes.set(table.name, indexName, lag);
    },
    setFaults: (plan) => {
      faults = plan === undefined ? undefined : new Faults(plan);
    },
    ask: (role, target, body) => door.ask(role, target, body),
    settled: () => log?.settled() ?? Promise.resolve(),
    close: async () => {
      await door.close();
      await staleIndexes.close();
      await log?.close();
      await folder.close();
    },
  };
}

function changeOf(table: TableDescription, write: StagedWrite, at: number): Omit<ChangeRecord, 'sequence'> {
  const { before, after } = write;
  const image = after ?? before ?? {};
  const keys: Record<string, NonNullable<Item[string]>> = {};
  for (const { AttributeName } of table.KeySchema) {
    const value = image[AttributeName];
    if (value !== undefined) keys[AttributeName] = value;
  }
  return {
    table: table.TableName,
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    keys,
    ...(after === undefined ? {} : { newImage: after }),
    ...(before === undefined ? {} : { oldImage: before }),
    at,
  };
}

function warnOfRefusal(record: ChangeRecord, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  process.emitWarning(`change ${record.sequence} of ${record.table} was refused and will be offered again: ${reason}`);
}
