import type { Item } from './attribute-value.ts';

/** What one request did to one item, or what it read: the facts that the meter and the change log are made from. */
export type Effect =
  | {
      readonly kind: 'write';
      readonly table: string;
      /** The item before the request; absent if there was none. */
      readonly before: Item | undefined;
      /** The item after it; absent if it was deleted. For a refused condition, what the request wished to store is not kept. */
      readonly after: Item | undefined;
      /** False if the request's condition was not met: nothing changed, and the attempt costs all the same. */
      readonly committed: boolean;
    }
  | {
      readonly kind: 'read';
      readonly table: string;
      /** The index read, if the request read one. */
      readonly index: string | undefined;
      /** Everything looked at before any filter or projection: that is what is paid for. A key without an item too. */
      readonly items: readonly (Item | undefined)[];
      readonly strong: boolean;
      /** Items fetched by key are rounded one by one, a query's together. */
      readonly rounding: 'each' | 'together';
    };
