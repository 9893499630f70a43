import { type Item, sameItem } from './attribute-value.ts';
import { type ActionStore, type Level, validations } from './dynalite.ts';
import type { Effect } from './effect.ts';
import { dynamoError, EngineError } from './engine-error.ts';
import { ItemLocks } from './item-locks.ts';
import { actionOf, type Operation, rulesOf, writes } from './operations.ts';
import { ParsedConditions } from './parsed-conditions.ts';
import { readView } from './read-view.ts';
import type { TableDescription } from './table-definition.ts';
import { type StagedWrite, writeView } from './write-view.ts';

/** DynamoDB's ceiling for an item, in bytes. */
const MAX_ITEM_SIZE = 400 * 1024;

/** A request that was checked and whose expressions were parsed. */
export interface ParsedRequest {
  readonly operation: Operation;
  readonly data: Record<string, unknown>;
  /** Whether a refused condition is to be answered with the item as it is. */
  readonly showsItemOnRefusal: boolean;
}

/** An answer, and what was done and read for it. */
export interface Outcome {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly effects: readonly Effect[];
}

/** What the engine tells before and after it commits. */
export interface CommitHooks {
  /** Commits a write whole. Not called for a write that changes nothing. */
  commit(table: TableDescription, write: StagedWrite): Promise<void>;
  /** Called before an index is read. */
  beforeIndexRead(table: string, index: string): Promise<void>;
}

/** Runs single requests against one LevelDB by dynalite's rules. It knows nothing of callers, grants or faults. */
export class Engine {
  readonly #level: Level;
  readonly #tables: ReadonlyMap<string, TableDescription>;
  readonly #hooks: CommitHooks;
  readonly #locks = new ItemLocks();
  readonly #conditions = new ParsedConditions();

  constructor(level: Level, tables: ReadonlyMap<string, TableDescription>, hooks: CommitHooks) {
    this.#level = level;
    this.#tables = tables;
    this.#hooks = hooks;
  }

  /**
   * Checks a request and parses its expressions. Throws an `EngineError` in DynamoDB's own wording if it is not valid.
   *
   * @param input the request's JSON; it is taken over and changed
   */
  parse(operation: Operation, input: Record<string, unknown>): ParsedRequest {
    const rules = rulesOf(operation);
    // dynalite drops members it does not know, this one among them.
    const showsItemOnRefusal = input['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD';
    try {
      const data = validations.checkTypes(input, rules.types);
      // An update's expressions share their names and values with its condition, so they are parsed together.
      const finish = operation === 'UpdateItem' ? () => {} : this.#conditions.take(data);
      validations.checkValidations(data, rules.types, rules.custom, { options: { maxItemSize: MAX_ITEM_SIZE } });
      finish();
      return { operation, data, showsItemOnRefusal };
    } catch (error) {
      throw EngineError.from(error);
    }
  }

  /** Runs a request. Never rejects: whatever goes wrong is an answer. */
  execute(request: ParsedRequest): Promise<Outcome> {
    return writes(request.operation) ? this.#write(request) : this.#read(request);
  }

  async #write(request: ParsedRequest): Promise<Outcome> {
    const table = this.#tables.get(String(request.data['TableName']));
    if (table === undefined) return refused(missingTable(), []);
    let abort: (error: unknown) => void = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = reject;
    });
    aborted.catch(() => {});
    const commit = (write: StagedWrite) =>
      // DynamoDB writes no stream record for a put that stores what is there already; nor is there anything to store.
      sameItem(write.before, write.after) ? Promise.resolve() : this.#hooks.commit(table, write);
    const { store, trace } = writeView(this.#level, table, MAX_ITEM_SIZE, this.#locks, commit, abort);
    const effect = (committed: boolean): Effect => ({
      kind: 'write',
      table: table.TableName,
      before: trace.before,
      after: trace.committed?.after,
      committed,
    });
    try {
      const body = await Promise.race([call(request, store), aborted]);
      return { status: 200, body, effects: [effect(true)] };
    } catch (thrown) {
      const error = EngineError.from(thrown);
      if (error.code !== 'ConditionalCheckFailedException') return refused(error, []);
      const shown = request.showsItemOnRefusal && trace.before !== undefined ? { Item: trace.before } : {};
      return { status: error.statusCode, body: { ...error.body, ...shown }, effects: [effect(false)] };
    }
  }

  async #read(request: ParsedRequest): Promise<Outcome> {
    const { data } = request;
    const index = typeof data['IndexName'] === 'string' ? data['IndexName'] : undefined;
    let abort: (error: unknown) => void = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = reject;
    });
    aborted.catch(() => {});
    const startKey = data['ExclusiveStartKey'] as Item | undefined;
    const view = readView(this.#level, this.#tables, missingTable, MAX_ITEM_SIZE, startKey, abort);
    try {
      if (index !== undefined) await this.#hooks.beforeIndexRead(String(data['TableName']), index);
      const body = await Promise.race([call(request, view.store), aborted]);
      return { status: 200, body, effects: readEffects(request, index, body, view.seen) };
    } catch (error) {
      return refused(EngineError.from(error), []);
    }
  }
}

function readEffects(
  { operation, data }: ParsedRequest,
  index: string | undefined,
  body: Record<string, unknown>,
  seen: ReadonlyMap<string, (Item | undefined)[]>,
): Effect[] {
  const together = operation === 'Query' || operation === 'Scan';
  const batch = data['RequestItems'] as Record<string, { ConsistentRead?: boolean }> | undefined;
  return [...seen].map(([table, items]) => ({
    kind: 'read',
    table,
    index,
    // dynalite looks one entry further than a page needs; DynamoDB counts what it evaluated.
    items: together ? items.slice(0, Number(body['ScannedCount'])) : items,
    strong: batch === undefined ? data['ConsistentRead'] === true : batch[table]?.ConsistentRead === true,
    rounding: together ? 'together' : 'each',
  }));
}

function call({ operation, data }: ParsedRequest, store: ActionStore): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    actionOf(operation)(store, data, (error, body) => {
      if (error) reject(EngineError.from(error));
      else resolve(body ?? {});
    });
  });
}

function refused(error: EngineError, effects: readonly Effect[]): Outcome {
  return { status: error.statusCode, body: error.body, effects };
}

function missingTable(): EngineError {
  return dynamoError('ResourceNotFoundException', 'Requested resource not found');
}
