/** C2: what a census of the open lists reads, and what reading its figures costs, counted by the store's own meter. */
import { figuresKeptInTable } from '../../shared/adapters/dynamodb/figure-keeping.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { queuesInTable } from '../../shared/adapters/dynamodb/queues.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { countList } from '../../shared/application/indicators/census/count-list.ts';
import { publishOverview } from '../../shared/application/indicators/census/publish-overview.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../shared/domain/calendar/local-date.ts';
import { completenessOf } from '../../shared/domain/indicator/completeness.ts';
import { syntheticDeprivation } from '../../shared/domain/indicator/deprivation/synthetic-2025.ts';
import { fullFigures } from '../../shared/domain/indicator/full-figures.ts';
import type { QueueFigures } from '../../shared/domain/indicator/queue-figures.ts';
import { RULES_VERSION, type Stamp } from '../../shared/domain/indicator/stamp.ts';
import { tallyQueue } from '../../shared/domain/indicator/tally.ts';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import type { Engine } from '../contract/engine.ts';
import { atMost, type Figure, forKnowledge } from './figure.ts';

/** What the goal is told for: so many who wait. */
const SIXTY = 60;

/** @param count how many wait, spread evenly over the queues of a place. */
export async function censusOf(
  { client, recordsTable, indicatorsTable, store }: Engine,
  count: number,
  day: LocalDate,
): Promise<readonly Figure[]> {
  if (store === undefined) throw new Error('Only the local store has a meter');
  const { meter } = store;
  const indicators = new TableAccess(client, indicatorsTable);
  const deps = { queues: queuesInTable(new TableAccess(client, recordsTable)), deprivation: syntheticDeprivation };
  const published = { figures: publishedFiguresInTable(indicators), keeping: figuresKeptInTable(indicators) };
  const stamp: Stamp = {
    asAt: day,
    takenAt: parseInstant(`${day}T18:00:00Z`),
    rules: RULES_VERSION,
    policy: liverpool.version,
    deprivation: syntheticDeprivation.edition,
    suppression: 'none',
  };
  meter.scope('census');
  const queues: QueueFigures[] = [];
  for (const queue of liverpool.queues) {
    const people = await countList(deps, 'liverpool', queue.code, day);
    queues.push(
      fullFigures(tallyQueue(people, queue.standard.days), { queue, stamp, completeness: completenessOf(people) }),
    );
  }
  const census = meter.read('census');
  const counted = queues.reduce((sum, { open }) => sum + Number(open), 0);
  if (counted !== count) throw new Error(`${count} wait, and ${counted} were counted`);
  await publishOverview(published, 'liverpool', 'full', queues, stamp);
  meter.scope('reading');
  const overview = await published.figures.overview('liverpool', 'full');
  const reading = meter.read('reading');
  meter.scope('rest');
  if (overview?.queues.length !== liverpool.queues.length) throw new Error('The first page misses a queue');
  const of = `of ${count.toLocaleString('en-GB')} who wait`;
  return [
    atMost('C2', `${of}: the figures of every queue, requests`, reading.requests, 2, 'requests'),
    atMost('C2', `${of}: the figures of every queue`, reading.readUnits, 10, 'RCU'),
    forKnowledge('C2', `${of}: a census of every queue, requests`, census.requests, 'requests'),
    forKnowledge('C2', `${of}: a census of every queue`, census.readUnits, 'RCU'),
    atMost('C2', `${of}: a census, for each ${SIXTY}`, (census.readUnits * SIXTY) / count, 1, 'RCU'),
  ];
}
