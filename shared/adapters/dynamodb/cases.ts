import * as z from 'zod';
import type { CaseKey, CaseRows, Cases, KeptCase } from '../../application/ports/cases.ts';
import { type Case, isWhole } from '../../domain/case/case.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypeOf, caseTypes } from '../../domain/case/case-types.ts';
import { withoutEarly } from '../../domain/case/checkpoint.ts';
import { conflict, stale } from '../../domain/error.ts';
import { type ArchivedEvents, archivedEventsInTable, toBeArchived } from './archived-events.ts';
import { packedCaseRowSchema, unpackCaseRow } from './case-row-codec.ts';
import { caseKey, caseKeyOf, caseListKey, dueListKey } from './keys.ts';
import { caseItem, keptCaseOf } from './stored-case.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { KeyQuestion, TableAccess } from './table-access.ts';

/**
 * Cases in the records table: one item each, with its place in its kind's list and among what is due. Of one that has grown
 * heavy the early events are items of their own, put before the case says so: whoever dies in between has changed nothing.
 */
export function casesInTable(records: TableAccess, types: CaseTypes = caseTypes): Cases {
  const archive = archivedEventsInTable(records, types);
  const rowsOf = async (question: KeyQuestion, ceiling: number): Promise<CaseRows> => {
    const rows: CaseRow[] = [];
    for await (const page of records.pages(question)) {
      rows.push(...page.map(rowOf));
      if (rows.length > ceiling) return { rows: rows.slice(0, ceiling), complete: false };
    }
    return { rows, complete: true };
  };
  return {
    async get(place, key) {
      const item = await records.get(caseKey(place, key));
      return item === undefined ? undefined : readyCase(archive, keptCaseOf(item, types));
    },

    async many(place, keys) {
      const items = await records.many(keys.map((key) => caseKey(place, key)));
      return readyCases(
        archive,
        items.map((item) => keptCaseOf(item, types)),
      );
    },

    whole: (kept) => wholeCase(archive, kept),
    archived: (place, key, eventIds) => archive.some(place, key, eventIds),

    async create(kept) {
      const put = await records.put(caseItem(kept), 'absent');
      if (!put) throw conflict('already-there', 'There is such a record already');
    },

    async save({ record, entry }, decidedOn) {
      // An event is a version: what the version has that this was decided on is committed.
      const archived = toBeArchived(record, decidedOn);
      const early = record.events.filter(({ seq }) => seq >= (record.archived ?? 0) && seq < archived);
      await archive.keep(record.place, keyOf(record), early);
      const lighter = withoutEarly(caseTypeOf(types, record.kind), record, archived);
      const put = await records.put(caseItem({ record: lighter, entry }), { version: decidedOn });
      if (!put) throw stale('changed-since', 'This record has been changed since you read it');
    },

    list(place, kind, list, ceiling) {
      const partition = caseListKey(place, kind, list);
      return rowsOf({ index: RECORD_INDEXES.list, partition, backwards: list === 'closed' }, ceiling);
    },

    async *each(place, kind, list) {
      const question = { index: RECORD_INDEXES.list, partition: caseListKey(place, kind, list) };
      for await (const page of records.pages(question)) yield page.map(rowOf);
    },

    due(place, service, upTo, ceiling) {
      // `$` comes after `#`: what is due on the day itself is in.
      const between = { from: '0000', to: `${upTo}$` };
      return rowsOf({ index: RECORD_INDEXES.due, partition: dueListKey(place, service), between }, ceiling);
    },
  };
}

function keyOf({ personId, kind, id }: Case): CaseKey {
  return { personId, kind, caseId: id };
}

/** The case with every event. Of what is archived and not there nothing is made up: whoever folds it is told (checkpoint.ts). */
export async function wholeCase<K extends Pick<KeptCase, 'record'>>(
  archive: Pick<ArchivedEvents, 'all'>,
  kept: K,
): Promise<K> {
  if (isWhole(kept.record)) return kept;
  const { checkpoint: _instead, ...record } = kept.record;
  const archived = await archive.all(record.place, keyOf(record));
  const [first] = record.events;
  // Another writer may have archived more meanwhile, and whoever died on the way more than the case says.
  const early = archived.filter(({ seq }) => first !== undefined && seq < first.seq);
  return { ...kept, record: { ...record, events: [...early, ...record.events] } };
}

/** Cases as they can be used: whole, where no checkpoint stands for what is archived. */
export function readyCases(
  archive: Pick<ArchivedEvents, 'all'>,
  all: readonly KeptCase[],
): Promise<readonly KeptCase[]> {
  return Promise.all(all.map((kept) => readyCase(archive, kept)));
}

async function readyCase(archive: Pick<ArchivedEvents, 'all'>, kept: KeptCase): Promise<KeptCase> {
  return kept.record.checkpoint === undefined ? wholeCase(archive, kept) : kept;
}

/** Reads an entry of either index. @throws UnreadableItem */
function rowOf({ duty, row = duty, ...entry }: RawItem): CaseRow {
  // Index entries carry no schema version: what they project is part of the item's.
  return readItem(entryShape, { ...entry, row, schema: entryShape.schema });
}

const entrySchema = z.object({ pk: z.string(), sk: z.string(), row: packedCaseRowSchema });
const entryShape: ItemShape<CaseRow> = {
  name: 'entry of a list of cases',
  schema: 1,
  upcasts: {},
  stored: entrySchema.transform((entry, context) => {
    const key = caseKeyOf(entry);
    if (key !== undefined) return unpackCaseRow(entry.row, key);
    context.addIssue({ code: 'custom', message: 'not the key of a case', path: ['pk'] });
    return z.NEVER;
  }),
};
