/**
 * What every stored item has in common: a schema version, brought up to date as it is read, and a parse that fails
 * loudly. An item that cannot be read is an error with its key, never a row that goes missing.
 */
import type * as z from 'zod';
import type { Key } from './keys.ts';

/** An item as the document client gives it. */
export type RawItem = Readonly<Record<string, unknown>>;

/** Brings an item from one schema version to the next. */
export type Upcast = (item: RawItem) => RawItem;

/** How one kind of item is stored. */
export interface ItemShape<T> {
  readonly name: string;
  /** The version written now. A change of `stored` needs a new one, and an upcast from the one before. */
  readonly schema: number;
  /** Upcasts by the version they start from. */
  readonly upcasts: Readonly<Record<number, Upcast>>;
  readonly stored: z.ZodType<T>;
}

/** An item that is there and cannot be understood. Its key and the places at fault may be logged; its values are not in it. */
export class UnreadableItem extends Error {
  readonly key: Key;
  readonly faults: readonly string[];

  constructor(shape: string, key: Key, faults: readonly string[]) {
    super(`The stored ${shape} at ${key.pk} ${key.sk} cannot be read: ${faults.join(', ')}`);
    this.name = 'UnreadableItem';
    this.key = key;
    this.faults = faults;
  }
}

/** Reads an item. @throws UnreadableItem */
export function readItem<T>(shape: ItemShape<T>, item: RawItem): T {
  const key = { pk: String(item['pk']), sk: String(item['sk']) };
  let current = item;
  for (let version = versionOf(shape, key, item); version < shape.schema; version += 1) {
    const upcast = shape.upcasts[version];
    if (upcast === undefined) throw new UnreadableItem(shape.name, key, [`no upcast from schema ${version}`]);
    current = upcast(current);
  }
  const parsed = shape.stored.safeParse(current);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, 10).map(({ path, code }) => `${path.join('.')} ${code}`);
  throw new UnreadableItem(shape.name, key, faults);
}

function versionOf(shape: ItemShape<unknown>, key: Key, item: RawItem): number {
  const version = item['schema'];
  const known = typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= shape.schema;
  if (!known) throw new UnreadableItem(shape.name, key, ['schema version not known']);
  return version;
}
