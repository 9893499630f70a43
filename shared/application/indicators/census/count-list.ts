/** Counts those who wait in a queue from its slim list: each entry read once, and nothing else. */
import { ageOn } from '../../../domain/calendar/age.ts';
import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import type { Counted } from '../../../domain/indicator/cut/counted.ts';
import { type DeprivationTable, decileOf } from '../../../domain/indicator/deprivation/deprivation.ts';
import type { QueueRow } from '../../../domain/queue/queue-row.ts';
import { waitDaysOf } from '../../../domain/queue/row.ts';
import type { CensusDeps } from './census-deps.ts';

/** Everybody on the waiting list whose clock runs on a day. A referral met twice, because it moved while the list was read, counts once. */
export async function countList(
  { queues, deprivation }: Pick<CensusDeps, 'queues' | 'deprivation'>,
  place: string,
  queue: string,
  asAt: LocalDate,
): Promise<readonly Counted[]> {
  const counted = new Map<string, Counted>();
  for await (const rows of queues.each(place, queue, 'waiting')) {
    for (const row of rows) {
      const waitDays = waitDaysOf(row, asAt);
      if (waitDays !== null && waitDays >= 0) counted.set(row.referralId, countedOf(row, waitDays, asAt, deprivation));
    }
  }
  return [...counted.values()];
}

/** What figures are cut by, of a row's person. */
export function countedOf(row: QueueRow, waitDays: number, asAt: LocalDate, deprivation: DeprivationTable): Counted {
  const { birthDate, ethnicCategory, district, flags, needsInterpreter } = row;
  return {
    waitDays,
    age: ageOn(birthDate, asAt),
    ethnicCategory,
    decile: decileOf(district, deprivation),
    flags,
    needsInterpreter,
  };
}
