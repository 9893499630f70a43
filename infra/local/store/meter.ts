import { capacity, readCapacity } from './capacity.ts';
import type { Effect } from './effect.ts';
import { itemSize } from './item-size.ts';
import type { TableDefinition } from './table-definition.ts';

/** What a stretch of work cost. */
export interface MeterTotals {
  /** Requests that reached the store, refused ones included. */
  readonly requests: number;
  /** Requests by operation, for example `{ Query: 1 }`. */
  readonly operations: Readonly<Record<string, number>>;
  /** Read units: of tables, and of each index as `table/index`. */
  readonly readUnits: number;
  readonly indexReadUnits: Readonly<Record<string, number>>;
  /** Write units of tables, without indexes. */
  readonly tableWriteUnits: number;
  /** Write units of all indexes together. */
  readonly indexWriteUnits: number;
  /** Items looked at, whether or not a filter left them. */
  readonly itemsRead: number;
  /** Writes that took place. */
  readonly itemsWritten: number;
  /** DynamoDB's size of all that was looked at. */
  readonly bytesRead: number;
  /** Length of request and answer bodies. */
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** One answered request. */
export interface Measured {
  readonly role: string;
  readonly operation: string;
  readonly effects: readonly Effect[];
  readonly bytesIn: number;
  readonly bytesOut: number;
}

type Sums = { -readonly [K in keyof MeterTotals]: MeterTotals[K] extends number ? number : Record<string, number> };

/**
 * Adds up requests, units and bytes under labels of the caller's choice: `scope('first page')`, then do it, then
 * `read('first page')`. One label holds at a time for the whole store, whoever calls; a role's share can be read apart.
 */
export class Meter {
  #scope = 'all';
  readonly #sums = new Map<string, Map<string, Sums>>();

  /** What is measured from now on counts under this label. */
  scope(label: string): void {
    this.#scope = label;
  }

  /** The totals under a label; those of one role only, if asked. Read units include those of indexes. */
  read(label = this.#scope, role?: string): MeterTotals {
    const total = nothing();
    for (const [name, sums] of this.#sums.get(label) ?? []) {
      if (role === undefined || role === name) accumulate(total, sums);
    }
    return total;
  }

  /** The roles that made requests under a label. */
  roles(label = this.#scope): readonly string[] {
    return [...(this.#sums.get(label)?.keys() ?? [])];
  }

  /** Forgets one label, or all of them. */
  reset(label?: string): void {
    if (label === undefined) this.#sums.clear();
    else this.#sums.delete(label);
  }

  /** Adds one answered request. */
  add(measured: Measured, tables: ReadonlyMap<string, TableDefinition>): void {
    const byRole = this.#sums.get(this.#scope) ?? new Map<string, Sums>();
    this.#sums.set(this.#scope, byRole);
    const total = byRole.get(measured.role) ?? nothing();
    byRole.set(measured.role, total);
    addTo(total, measured, tables);
  }
}

function addTo(total: Sums, measured: Measured, tables: ReadonlyMap<string, TableDefinition>): void {
  total.requests += 1;
  add(total.operations, measured.operation, 1);
  total.bytesIn += measured.bytesIn;
  total.bytesOut += measured.bytesOut;
  for (const effect of measured.effects) {
    if (effect.kind === 'read') {
      const sizes = effect.items.map((item) => (item === undefined ? 0 : itemSize(item)));
      const units = readCapacity(sizes, effect.strong, effect.rounding);
      total.readUnits += units;
      // No item is empty: what has no size was not there.
      total.itemsRead += sizes.filter((size) => size > 0).length;
      total.bytesRead += sizes.reduce((sum, size) => sum + size, 0);
      if (effect.index !== undefined) add(total.indexReadUnits, `${effect.table}/${effect.index}`, units);
      continue;
    }
    const table = tables.get(effect.table);
    if (table === undefined) continue;
    const units = capacity(effect.committed ? 'write' : 'refused', effect.before, effect.after, table);
    total.tableWriteUnits += units.table;
    for (const indexUnits of Object.values(units.indexes)) total.indexWriteUnits += indexUnits;
    if (effect.committed) total.itemsWritten += 1;
  }
}

function accumulate(total: Sums, more: Sums): void {
  for (const name of Object.keys(more) as (keyof Sums)[]) {
    const sum = more[name];
    if (typeof sum === 'number') Object.assign(total, { [name]: Number(total[name]) + sum });
  }
  for (const name of ['operations', 'indexReadUnits'] as const) {
    for (const [key, sum] of Object.entries(more[name])) add(total[name], key, sum);
  }
}

function add(sums: Record<string, number>, key: string, more: number): void {
  sums[key] = (sums[key] ?? 0) + more;
}

function nothing(): Sums {
  return {
    requests: 0,
    operations: {},
    readUnits: 0,
    indexReadUnits: {},
    tableWriteUnits: 0,
    indexWriteUnits: 0,
    itemsRead: 0,
    itemsWritten: 0,
    bytesRead: 0,
    bytesIn: 0,
    bytesOut: 0,
  };
}
