/** C1 and C5 of the daily watch, and C2 of the census, at 10,000 and at 100,000 open referrals. Counted by the store's own meter. */
import type { Context } from 'aws-lambda';
import { composed } from '../../functions/watch-deadlines/compose.ts';
import { watchHandler } from '../../functions/watch-deadlines/watch.ts';
import type { MeterTotals } from '../../infra/local/store/store.ts';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { keyedIds } from '../../shared/adapters/crypto/ids.ts';
import { referralsInTable } from '../../shared/adapters/dynamodb/referrals.ts';
import { scheduleRunsInTable } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { queueEntryOf } from '../../shared/application/queue/queue-entry.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { addDays, localDate } from '../../shared/domain/calendar/local-date.ts';
import type { Person } from '../../shared/domain/person/person.ts';
import { newPerson } from '../../shared/domain/person/record-person.ts';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import { openReferral, recordEvent } from '../../shared/domain/referral/record.ts';
import type { RecordContext } from '../../shared/domain/referral/record-context.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { type Engine, openEngine } from '../contract/engine.ts';
import { censusOf } from './census.ts';
import { atMost, type Bench, type Figure, forKnowledge } from './figure.ts';

/** The day that is watched for. Everything that was due before it is told on the eve. */
const DAY = localDate('2026-10-06');
const EVE = addDays(DAY, -1);
/** Receipts are spread over so many days up to the eve, each with a contact with the family, so that most are due nothing. */
const SPREAD = 120;
const WRITERS = 32;

export const watching: Bench = {
  name: 'The daily watch, and the census of the same lists',
  measure: async () => {
    process.env['POWERTOOLS_LOG_LEVEL'] ??= 'SILENT';
    const figures: Figure[] = [];
    for (const count of [10_000, 100_000]) figures.push(...(await watchOf(count)));
    return figures;
  },
};

/** @param count open referrals. */
export async function watchOf(count: number): Promise<readonly Figure[]> {
  const engine = await openEngine();
  try {
    await fill(engine, count);
    const eve = await run(engine, EVE, 'eve');
    const first = await run(engine, DAY, 'first');
    const second = await run(engine, DAY, 'second');
    const due = await acted(engine, DAY);
    const raised = due.raised;
    const of = `of ${count.toLocaleString('en-GB')}`;
    const census = await censusOf(engine, count, DAY);
    const perAlert = units(first.totals, -1) / Math.max(1, due.moved);
    return [
      forKnowledge('C1', `${of}: due on the day, acted on`, due.moved, 'referrals'),
      atMost('C1', `${of}: entries of the index read / referrals acted on`, first.indexItems / due.moved, 1, ''),
      atMost('C1', `${of}: referrals read / referrals acted on`, first.referralsRead / due.moved, 1, ''),
      forKnowledge('C1', `${of}: index read`, first.indexUnits, 'RCU'),
      atMost('C1', `${of}: the second run of the day, items written`, second.totals.itemsWritten, 0, 'items'),
      atMost('C1', `${of}: the second run of the day, write units`, units(second.totals, 0), 0, 'WCU'),
      atMost('C5', `${of}: an alert raised and the referral moved on`, perAlert, 6, 'WCU'),
      forKnowledge('C1', `${of}: alerts raised on the day`, raised, 'alerts'),
      forKnowledge('C1', `${of}: told on the eve, all that had come before`, eve.totals.itemsWritten, 'items written'),
      ...census,
    ];
  } finally {
    await engine.close();
  }
}

interface Ran {
  readonly totals: MeterTotals;
  /** Entries of the watch index that were looked at, worked out from their bytes; and referrals read in batches. */
  readonly indexItems: number;
  readonly indexUnits: number;
  readonly referralsRead: number;
}

async function run({ client, recordsTable, store }: Engine, day: string, label: string): Promise<Ran> {
  if (store === undefined) throw new Error('Only the local store has a meter');
  const watched = countingReads(client);
  const handler = watchHandler(composed({ RECORDS_TABLE: recordsTable }, watched.client), logOf('bench'));
  store.meter.scope(label);
  const context = { awsRequestId: label, getRemainingTimeInMillis: () => 900_000 } as Context;
  await handler({ time: `${day}T05:00:00Z` }, context);
  store.meter.scope('rest');
  const totals = store.meter.read(label);
  const indexUnits = Object.values(totals.indexReadUnits).reduce((sum, one) => sum + one, 0);
  return { totals, indexUnits, indexItems: watched.counts.watch, referralsRead: watched.counts.batch };
}

type Client = Engine['client'];

/** The same client, with what the watch's index and the batches of referrals answered counted. */
function countingReads(client: Client): { readonly client: Client; readonly counts: { watch: number; batch: number } } {
  const counts = { watch: 0, batch: 0 };
  const send = async (command: { input: { IndexName?: string } }) => {
    const answer = (await client.send(command as never)) as {
      Items?: unknown[];
      Responses?: Record<string, unknown[]>;
    };
    if (command.input.IndexName === 'watch') counts.watch += answer.Items?.length ?? 0;
    for (const items of Object.values(answer.Responses ?? {})) counts.batch += items.length;
    return answer;
  };
  return { client: new Proxy(client, { get: (of, name) => (name === 'send' ? send : Reflect.get(of, name)) }), counts };
}

/** All write units but those of the run's own record, one item of up to 1 KB. @param records 0 or minus the records kept. */
function units({ tableWriteUnits, indexWriteUnits }: MeterTotals, records: 0 | -1): number {
  return tableWriteUnits + indexWriteUnits + records;
}

/** What the run of a day recorded that it did. */
async function acted({ client, recordsTable }: Engine, day: string): Promise<{ moved: number; raised: number }> {
  const runs = await scheduleRunsInTable(new TableAccess(client, recordsTable)).latest('watch-deadlines', 5);
  const of = runs.find((one) => one.day === day);
  return { moved: of?.counts['moved-on'] ?? 0, raised: of?.counts['raised'] ?? 0 };
}

async function fill({ client, recordsTable }: Engine, count: number): Promise<void> {
  const referrals = referralsInTable(new TableAccess(client, recordsTable));
  const ids = keyedIds('a key for the bench, long enough');
  const recorder = (id: string) => ({
    eventId: id,
    recordedAt: parseInstant(`${EVE}T09:00:00Z`),
    by: { actor: 'AAAAAAAAAAAAAAAA', role: 'administrator' },
    hash: sha256,
  });
  const person: Person = newPerson(
    {
      id: ids.fresh(),
      place: 'liverpool',
      details: {
        ...{ nhsNumber: null, nhsNumberStatus: '03', noNhsNumberReason: 'not-known', localId: null },
        ...{ givenName: 'Wei', familyName: 'Okafor', birthDate: localDate('2018-10-16'), diedOn: null },
        ...{ postcode: null, ethnicCategory: 'Z', gpPractice: null, interpreterLanguage: null },
        ...{ reasonableAdjustments: [], communicationNeeds: [], flags: [] },
      },
      possibleDuplicateOf: [],
    },
    recorder(ids.fresh()),
    EVE,
  );
  const waiting = Array.from({ length: count }, (_, n) => n).values();
  const write = async () => {
    for (const n of waiting) {
      const queue = liverpool.queues[n % liverpool.queues.length];
      if (queue === undefined) throw new Error('there is a queue');
      const context: RecordContext = {
        policy: liverpool,
        queue,
        birthDate: person.details.birthDate,
        flags: [],
        today: EVE,
      };
      const on = addDays(EVE, -(n % SPREAD));
      const facts = { kind: 'received', source: 'gp', tier: 'routine', alreadyAccepted: true } as const;
      const opening = { id: ids.fresh(), personId: ids.fresh(), origin: null, on, facts };
      const opened = openReferral(opening, recorder(ids.fresh()), context);
      const told = { kind: 'family-contacted', purpose: 'validation' } as const;
      const referral = recordEvent(opened, { facts: told, on: EVE }, recorder(ids.fresh()), context);
      await referrals.create(referral, queueEntryOf(referral, person, liverpool, EVE));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}
