/** The change stream as it may behave: late, again from an earlier place, one item before another; in order within an item. */
import type { DynamoDBRecord } from 'aws-lambda';
import type { Chance } from '../../infra/local/seed/random.ts';
import type { ChangeRecord } from '../../infra/local/store/store.ts';

/** What was committed of one item, and how far it has been followed. */
interface Lane {
  readonly records: DynamoDBRecord[];
  at: number;
}

/** Records on their way to the function. */
export interface Batch {
  readonly records: readonly DynamoDBRecord[];
  /** @param failed sequence numbers that the function named; everything when it gave no answer. */
  settle(failed: 'all' | ReadonlySet<string>): void;
}

const MOST_ITEMS = 8;
const MOST_OF_AN_ITEM = 3;

export class ChangeStream {
  readonly #lanes = new Map<string, Lane>();
  /** Items with something to follow. */
  readonly #behind: string[] = [];

  push(change: ChangeRecord): void {
    const key = JSON.stringify(change.keys);
    const lane = this.#lanes.get(key) ?? { records: [], at: 0 };
    this.#lanes.set(key, lane);
    lane.records.push(recordOf(change));
    if (lane.at === lane.records.length - 1) this.#behind.push(key);
  }

  /** Items that are behind. */
  get pending(): number {
    return this.#behind.length;
  }

  /** Some records of some items, whichever; some of them were followed before, as after a shard was read again. */
  batch(chance: Chance, isCalm: boolean): Batch {
    const lanes = new Map<string, Lane>();
    const wanted = isCalm ? MOST_ITEMS : chance.whole(1, MOST_ITEMS);
    while (lanes.size < wanted && this.#behind.length > 0) {
      const [key = ''] = this.#behind.splice(chance.whole(0, this.#behind.length - 1), 1);
      const lane = this.#lanes.get(key);
      if (lane === undefined) continue;
      if (!isCalm && lane.at > 0 && chance.happens(0.2)) lane.at -= chance.whole(1, Math.min(5, lane.at));
      lanes.set(key, lane);
    }
    const taken = [...lanes].map(([key, lane]) => ({
      key,
      lane,
      records: lane.records.slice(lane.at, lane.at + (isCalm ? MOST_OF_AN_ITEM : chance.whole(1, MOST_OF_AN_ITEM))),
    }));
    return {
      records: taken.flatMap(({ records }) => records),
      settle: (failed) => {
        for (const { key, lane, records } of taken) {
          const first = records.findIndex((one) => failed === 'all' || failed.has(one.dynamodb?.SequenceNumber ?? ''));
          lane.at += first === -1 ? records.length : first;
          if (lane.at < lane.records.length && !this.#behind.includes(key)) this.#behind.push(key);
        }
      },
    };
  }
}

function recordOf({ keys, newImage, oldImage, sequence, at }: ChangeRecord): DynamoDBRecord {
  const dynamodb = {
    Keys: keys,
    SequenceNumber: sequence,
    ApproximateCreationDateTime: at / 1000,
    ...(newImage && { NewImage: newImage }),
    ...(oldImage && { OldImage: oldImage }),
  };
  return { dynamodb } as DynamoDBRecord;
}
