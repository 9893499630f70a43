/** C4 and R4: what importing a new row costs, and how fast it is beside a bare loop that puts the same items. */
import { readFile } from 'node:fs/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import { atOnce } from '../../shared/application/import/at-once.ts';
import { importFile } from '../../shared/application/import/import-file.ts';
import { ownDoor } from '../../shared/application/import/own-door.ts';
import { guessMapping } from '../../shared/domain/import/columns.ts';
import { rawRows } from '../../shared/http/csv/raw-rows.ts';
import { readCsv } from '../../shared/http/csv/read-csv.ts';
import { type Engine, openEngine } from '../contract/engine.ts';
import { firstExtract } from '../fixtures/import/extracts.ts';
import { ImportRunner } from '../unit/import/import-runner.ts';
import { atMost, type Bench, type Figure, forKnowledge } from './figure.ts';

const AS_AT = '2026-11-01';
const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};
/** Groups of rows that an import works at the same time: the loop gets as many. */
const WORKERS = 16;
const TURNS = 3;
/** Rows of the file that are timed. */
const ROWS = 1_600;

export const importing: Bench = {
  name: 'Importing (records table; derived writes apart)',
  async measure() {
    return [...(await costs()), ...(await speed())];
  },
};

async function costs(): Promise<readonly Figure[]> {
  const engine = await openEngine();
  try {
    const meter = engine.store?.meter;
    if (meter === undefined) throw new Error('Only the local store meters');
    const runner = runnerOver(engine);
    const call = runner.call(AS_AT);
    const { counts } = await importFile(
      withoutEnd(ownDoor(runner.deps, call)),
      runner.file(firstExtract.rows, AS_AT),
      sha256,
    );
    const first = meter.read();
    const writes = (first.tableWriteUnits + first.indexWriteUnits) / counts.created;
    meter.scope('again');
    const again = await importFile(
      withoutEnd(ownDoor(runner.deps, { ...call, actor: { ...call.actor, id: 'SomebodyElse0001' } })),
      runner.file(firstExtract.rows, AS_AT),
      sha256,
    );
    const second = meter.read();
    const batches = Math.ceil(firstExtract.rows.length / 200);
    // Beside the rows, an import writes itself, and a report for each batch.
    const ofRows = second.itemsWritten - batches - 1;
    return [
      atMost('C4', `a new row (${counts.created} of them): write units, indexes included`, writes, 6, 'WCU'),
      atMost('C4', 'a new row: requests', first.requests / counts.created, 4, ''),
      atMost('C4', `an unchanged row (${again.counts.unchanged} of them): writes`, ofRows, 0, ''),
      forKnowledge('C4', 'an unchanged row: requests', second.requests / again.counts.unchanged),
      forKnowledge('C4', 'a new row: read units', first.readUnits / counts.created, 'RCU'),
    ];
  } finally {
    await engine.close();
  }
}

/** What an import does at its end is once a file, and derived: it is not of its rows. */
function withoutEnd(door: ReturnType<typeof ownDoor>): ReturnType<typeof ownDoor> {
  return { ...door, complete: async () => ({ absent: 0, possibleDuplicates: 0 }) };
}

/** In turn, so that what slows this machine slows both. */
async function speed(): Promise<readonly Figure[]> {
  const puts = await putsOfImport();
  let imported = 0;
  let looped = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    imported += await timed(async (engine) => {
      const runner = runnerOver(engine);
      const file = readCsv(await readFile(firstExtract.path));
      const rows = rawRows(file, guessMapping(file.headings)).slice(0, ROWS);
      const door = withoutEnd(ownDoor(runner.deps, runner.call(AS_AT)));
      await importFile(door, runner.file(rows, AS_AT), sha256);
    });
    looped += await timed(async ({ client }) => {
      await atOnce(puts, WORKERS, async (put) => client.send(new PutCommand(put)));
    });
  }
  const perSecond = (milliseconds: number) => Math.round((ROWS * TURNS * 1000) / milliseconds);
  const ratio = looped / imported;
  return [
    {
      goal: 'R4',
      what: 'import (parse, validate, match, write) beside a bare loop of puts',
      measured: `${ratio.toFixed(2)} x`,
      wanted: 'at least 0.6',
      met: ratio >= 0.6,
    },
    forKnowledge('R4', 'rows a second on this machine, now: import', perSecond(imported)),
    forKnowledge('R4', 'rows a second on this machine, now: bare loop', perSecond(looped)),
  ];
}

/** Everything that importing the rows puts, with its conditions, as the client is asked for it. */
async function putsOfImport(): Promise<readonly PutCommandInput[]> {
  const engine = await openEngine();
  try {
    const puts: PutCommandInput[] = [];
    const client: Pick<DynamoDBDocumentClient, 'send'> = {
      send: ((command: unknown) => {
        if (command instanceof PutCommand) puts.push(command.input);
        return engine.client.send(command as never);
      }) as DynamoDBDocumentClient['send'],
    };
    const runner = runnerOver({ ...engine, client: client as DynamoDBDocumentClient });
    const rows = firstExtract.rows.slice(0, ROWS);
    await importFile(withoutEnd(ownDoor(runner.deps, runner.call(AS_AT))), runner.file(rows, AS_AT), sha256);
    return puts;
  } finally {
    await engine.close();
  }
}

async function timed(work: (engine: Engine) => Promise<void>): Promise<number> {
  const engine = await openEngine();
  try {
    const start = performance.now();
    await work(engine);
    return performance.now() - start;
  } finally {
    await engine.close();
  }
}

function runnerOver({ client, recordsTable, auditTable }: Engine): ImportRunner {
  return new ImportRunner(serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client));
}
