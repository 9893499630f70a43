import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, openStore } from '../../../../infra/local/store/store.ts';
import { RECORD_INDEXES } from '../../../../shared/adapters/dynamodb/table.ts';
import { clientOf, NOON, put, RECORDS, referral } from './records-store.ts';

const KILLS = 15;
const WRITERS = 8;
const ITEMS_A_WRITER = 5;
const LIST = 'liverpool#SALT';

type Stored = Record<string, unknown>;
type Attempt = { readonly to: Stored | undefined };

let versions = 0;
const children: ChildProcess[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** One line for a change, as the served store writes it down. */
function change(pk: string, before: Stored | undefined, after: Stored | undefined): string {
  const version = (item: Stored | undefined) => (item === undefined ? '-' : String(item['v']));
  return `${pk} ${version(before)} ${version(after)}`;
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'killed-process-'));
  folders.push(made);
  return made;
}

/** Starts a store in a process of its own and waits until it answers. */
async function serve(directory: string, delivered: string) {
  const child = fork(new URL('./served-store.ts', import.meta.url), [directory, delivered], { execArgv: [] });
  children.push(child);
  const [message] = (await once(child, 'message')) as [{ endpoint?: string; refusal?: string }];
  return { child, ...message };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A writer changes its own items one after another until the store is gone: new places in the lists, sparse entries, deletions. */
async function write(
  client: DynamoDBDocumentClient,
  writer: number,
  first: number,
  acknowledged: Map<string, Stored | undefined>,
  inFlight: Map<string, Attempt>,
  history: Set<string>,
): Promise<void> {
  for (let turn = first; ; turn += 1) {
    const id = `${writer}-${turn % ITEMS_A_WRITER}`;
    const pk = `liverpool#P#${id}`;
    const current = acknowledged.get(pk);
    // Never used twice, not even after a deletion, so that each change can be told from every other.
    versions += 1;
    const version = versions;
    const { ws, ...unwatched } = referral(id, `${turn % 7}#${id}`, { v: version, row: `row ${version}` });
    const to: Stored | undefined =
      current !== undefined && turn % 11 === 10 ? undefined : turn % 3 === 0 ? unwatched : { ...unwatched, ws };
    inFlight.set(pk, { to });
    try {
      if (to === undefined) await client.send(new DeleteCommand({ TableName: 'records', Key: { pk, sk: 'R#1' } }));
      else await put(client, to);
    } catch {
      return;
    }
    inFlight.delete(pk);
    acknowledged.set(pk, to);
    history.add(change(pk, current, to));
  }
}

async function everything(client: DynamoDBDocumentClient): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for await (const page of paginateScan({ client }, { TableName: 'records', ConsistentRead: true })) {
    for (const item of page.Items ?? []) found.set(String(item['pk']), item);
  }
  return found;
}

/** Asserts that every index holds exactly the entries that the items call for, each as the item has it. */
async function expectIndexesToAgree(client: DynamoDBDocumentClient, items: ReadonlyMap<string, Stored>): Promise<void> {
  for (const { name, partition, sort, projected } of Object.values(RECORD_INDEXES)) {
    const wanted = [...items.values()]
      .filter((item) => item[partition] !== undefined && item[sort] !== undefined)
      .map((item) => Object.fromEntries(['pk', 'sk', partition, sort, ...projected].map((key) => [key, item[key]])));
    const found: Stored[] = [];
    const query: QueryCommandInput = {
      TableName: 'records',
      IndexName: name,
      KeyConditionExpression: '#p = :p',
      ExpressionAttributeNames: { '#p': partition },
      ExpressionAttributeValues: { ':p': LIST },
    };
    for await (const page of paginateQuery({ client }, query)) found.push(...(page.Items ?? []));
    const byKey = (a: Stored, b: Stored) => String(a['pk']).localeCompare(String(b['pk']));
    expect(found.toSorted(byKey)).toEqual(wanted.toSorted(byKey));
  }
}

describe('a process killed while it writes', () => {
  it('loses no acknowledged write, and leaves items, index entries and change records in agreement', async () => {
    const directory = await folder();
    const delivered = join(directory, 'delivered.txt');
    const acknowledged = new Map<string, Stored | undefined>();
    const history = new Set<string>();

    const inFlight = new Map<string, Attempt>();

    for (let killed = 0; killed <= KILLS; killed += 1) {
      const { child, endpoint = '' } = await serve(directory, delivered);
      const client = clientOf(endpoint);
      const items = await everything(client);
      // A write that was not answered took place or did not: only the store can tell.
      for (const [pk, { to }] of inFlight) {
        const was = acknowledged.get(pk);
        const is = items.get(pk);
        expect([was, to]).toContainEqual(is);
        if (is?.['v'] !== was?.['v']) history.add(change(pk, was, is));
        acknowledged.set(pk, is);
      }
      inFlight.clear();
      expect(items).toEqual(new Map([...acknowledged].filter(([, item]) => item !== undefined)));
      await expectIndexesToAgree(client, items);

      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write(client, writer, killed, acknowledged, inFlight, history),
      );
      // After some writes, not after some time: a busy machine would be killed before it wrote anything.
      const enough = history.size + 20 + Math.floor(Math.random() * 60);
      while (history.size < enough) await pause(1);
      await pause(Math.random() * 5);
      await kill(child);
      await Promise.all(writers);
      client.destroy();
    }

    // One more start delivers what is left; then every change that took place was told, in the order of its item.
    const told: string[] = [];
    const last = await openStore({
      directory,
      tables: [RECORDS],
      principals: [ADMINISTRATOR],
      clock: () => NOON,
      onChange: ({ keys, oldImage, newImage }) => {
        told.push(`${keys['pk']?.S} ${oldImage?.['v']?.N ?? '-'} ${newImage?.['v']?.N ?? '-'}`);
      },
    });
    await last.settled();
    await last.close();
    const lines = [...(await readFile(delivered, 'utf8')).trim().split('\n'), ...told];
    expect(history.size).toBeGreaterThan(KILLS * 20);
    // What the last kill left unanswered may have taken place too.
    const unanswered = [...inFlight].map(([pk, { to }]) => change(pk, acknowledged.get(pk), to));
    expect(new Set([...lines, ...unanswered])).toEqual(new Set([...history, ...unanswered]));
    // Told again is allowed; the first telling of each change must follow the change before it.
    const latest = new Map<string, string>();
    for (const line of new Set(lines)) {
      const [pk = '', before = '', after = ''] = line.split(' ');
      expect(`${pk} from ${before}`).toBe(`${pk} from ${latest.get(pk) ?? '-'}`);
      latest.set(pk, after);
    }
    expect(latest.size).toBe(WRITERS * ITEMS_A_WRITER);
  }, 180_000);
});

describe('a data folder', () => {
  it('is refused to a second process while the first lives, and free once it was killed', async () => {
    const directory = await folder();
    const delivered = join(directory, 'delivered.txt');
    const first = await serve(directory, delivered);
    expect(first.endpoint).toBeDefined();
    const second = await serve(directory, delivered);
    expect(second.refusal).toBe(`the data folder is in use by process ${first.child.pid}: ${directory}`);
    await kill(first.child);
    const third = await serve(directory, delivered);
    expect(third.endpoint).toBeDefined();
  });
});
