import * as z from 'zod';
import type { PlannedRules, WatchedKey, WatchList } from '../../application/ports/watch-list.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import {
  alertKeyOf,
  alertWatchList,
  caseKeyOf,
  type Key,
  plannedRulesKey,
  referralKeyOf,
  watchListKey,
} from './keys.ts';
import { type ItemShape, type RawItem, readItem, UnreadableItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** What the watch has to act on, as the sparse index has it: keys alone. */
export function watchListInTable(records: TableAccess): WatchList {
  async function* due<T>(partition: string, upTo: LocalDate, read: (key: { pk: string; sk: string }) => T | undefined) {
    const question = { index: RECORD_INDEXES.watch, partition, between: { from: '0000-01-01', to: upTo } };
    for await (const page of records.pages(question)) yield page.map((entry) => keyIn(entry, read));
  }
  return {
    subjects: (place, service, upTo) => due(watchListKey(place, service), upTo, watchedKeyOf),
    alerts: (place, upTo) => due(alertWatchList(place), upTo, (key) => alertKeyOf(key)?.alertId),
  };
}

function watchedKeyOf(key: Key): WatchedKey | undefined {
  const referral = referralKeyOf(key);
  if (referral !== undefined) return { of: 'referral', ...referral };
  const kept = caseKeyOf(key);
  return kept && { of: 'case', ...kept };
}

/** @throws UnreadableItem for an entry of something that is not watched here. */
function keyIn<T>(entry: RawItem, read: (key: { pk: string; sk: string }) => T | undefined): T {
  const key = { pk: String(entry['pk']), sk: String(entry['sk']) };
  const found = read(key);
  if (found === undefined) throw new UnreadableItem('entry of the watch', key, ['not the key of what is watched']);
  return found;
}

export const storedPlannedSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('PLANNED'),
  v: z.int().min(1),
  schema: z.int(),
  rules: z.string(),
});
const plannedShape: ItemShape<z.output<typeof storedPlannedSchema>> = {
  name: 'rules that were planned by',
  schema: 1,
  upcasts: {},
  stored: storedPlannedSchema,
};

/** One item a place. */
export function plannedRulesInTable(records: TableAccess): PlannedRules {
  const read = async (place: string) => {
    const item = await records.get(plannedRulesKey(place));
    return item && readItem(plannedShape, item);
  };
  return {
    get: async (place) => (await read(place))?.rules,
    async keep(place, rules) {
      const before = await read(place);
      const item = { ...plannedRulesKey(place), v: (before?.v ?? 0) + 1, schema: plannedShape.schema, rules };
      // Where another run was first, it has planned by these rules or by later ones; the next run looks again.
      await records.put(item, before === undefined ? 'absent' : { version: before.v });
    },
  };
}
