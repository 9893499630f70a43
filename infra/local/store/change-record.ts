import type { Item } from './attribute-value.ts';

/** One committed write, as DynamoDB Streams tells it with NEW_AND_OLD_IMAGES. Images are in DynamoDB's JSON. */
export interface ChangeRecord {
  /** A whole number in decimal, 21 digits. Grows with every write of this store, restarts included. */
  readonly sequence: string;
  readonly table: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly keys: Item;
  readonly newImage?: Item;
  readonly oldImage?: Item;
  /** When it was written, by the local cloud's own clock: milliseconds since 1970. */
  readonly at: number;
}
