/**
 * The early events of a case that has grown heavy, each an item of its own under its own id. An event is archived only when a
 * version of the case has it, and so says the same whoever archives it: put twice, it is there once (ADR 0048).
 */
import * as z from 'zod';
import type { CaseKey } from '../../application/ports/cases.ts';
import { addMonths, type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import { type Case, type CaseEvent, caseEventSchema, eventCount } from '../../domain/case/case.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { keptFactsSchema } from '../../domain/case/generic-facts.ts';
import { archivedEventKey, archivedEventsOf } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedArchivedEventSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  schema: z.int(),
  event: caseEventSchema,
});
export const archivedEventShape: ItemShape<z.output<typeof storedArchivedEventSchema>> = {
  name: 'archived event',
  schema: 1,
  upcasts: {},
  stored: storedArchivedEventSchema,
};

/**
 * Bytes of events from which a case is heavy, and what it is brought down to. An item holds 400 KB; the up to 500 entries of one
 * write come on top, and the checkpoint.
 */
const HEAVY = 96 * 1024;
const LIGHT = 72 * 1024;
/** What is older than this, seen from the last event, goes first: whoever looks at a case looks at its last year. */
const MONTHS_AT_HAND = 12;
/** Puts at once. */
const LANES = 16;

export interface ArchivedEvents {
  /** Archives events of a case; those that are there already stay as they are. */
  keep(place: string, key: CaseKey, events: readonly CaseEvent[]): Promise<void>;
  /** Every archived event of a case, the first recorded first. */
  all(place: string, key: CaseKey): Promise<readonly CaseEvent[]>;
  /** Those of some ids, in no order. */
  some(place: string, key: CaseKey, eventIds: readonly string[]): Promise<readonly CaseEvent[]>;
}

export function archivedEventsInTable(records: TableAccess, types: CaseTypes): ArchivedEvents {
  const read = ({ kind }: CaseKey, items: readonly RawItem[]) =>
    items.map((item) => archivedEventOf(item, kind, types));
  return {
    async keep(place, key, events) {
      for (let start = 0; start < events.length; start += LANES) {
        const puts = events.slice(start, start + LANES).map((event) => {
          const item = { ...archivedEventKey(place, key, event.id), schema: archivedEventShape.schema, event };
          return records.put(item, 'absent');
        });
        await Promise.all(puts);
      }
    },
    async all(place, key) {
      const events = read(key, await records.all(archivedEventsOf(place, key)));
      return events.toSorted((a, b) => a.seq - b.seq);
    },
    async some(place, key, eventIds) {
      const keys = [...new Set(eventIds)].map((id) => archivedEventKey(place, key, id));
      return read(key, await records.many(keys));
    },
  };
}

/** @throws UnreadableItem */
function archivedEventOf(item: RawItem, kind: CaseKey['kind'], types: CaseTypes): CaseEvent {
  const stored = archivedEventShape.stored.refine(
    ({ event }) => keptFactsSchema(types.get(kind)?.facts ?? z.never()).safeParse(event.facts).success,
    { path: ['event', 'facts'] },
  );
  return readItem({ ...archivedEventShape, stored }, item).event;
}

/**
 * How many of the first events of a case are to be archived as it is saved: as many as are already, while it is not heavy.
 * @param committed how many events the version has that was decided on: those that are new may yet be refused.
 */
export function toBeArchived(record: Case, committed: number): number {
  const { archived = 0 } = record;
  // The last is never archived: its number and hash are where the next goes on from.
  const most = Math.min(committed, eventCount(record) - 1);
  const kept = record.events.filter(({ seq }) => seq >= archived && seq < most);
  let weight = kept.reduce((sum, event) => sum + weightOf(event), 0);
  if (weight < HEAVY) return archived;
  const recent = addMonths(lastDay(kept), -MONTHS_AT_HAND);
  const old = kept.findIndex(({ on }) => on >= recent);
  const first = kept.findIndex((event, at) => {
    if (at >= old && weight <= LIGHT) return true;
    weight -= weightOf(event);
    return false;
  });
  return first === -1 ? most : archived + first;
}

function lastDay([first, ...rest]: readonly CaseEvent[]): LocalDate {
  if (first === undefined) throw new Error('A case has an event at least');
  return latest(first.on, ...rest.map(({ on }) => on));
}

function weightOf({ seq: _seq, previousHash: _previous, ...stored }: CaseEvent): number {
  return Buffer.byteLength(JSON.stringify(stored));
}
