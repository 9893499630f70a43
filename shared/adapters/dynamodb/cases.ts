import * as z from 'zod';
import type { CaseRows, Cases } from '../../application/ports/cases.ts';
import type { CaseRow } from '../../domain/case/case-row.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import { conflict, stale } from '../../domain/error.ts';
import { packedCaseRowSchema, unpackCaseRow } from './case-row-codec.ts';
import { caseKey, caseKeyOf, caseListKey, dueListKey } from './keys.ts';
import { caseItem, keptCaseOf } from './stored-case.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { KeyQuestion, TableAccess } from './table-access.ts';

/** Cases in the records table: one item each, with its place in its kind's list and among what is due. */
export function casesInTable(records: TableAccess, types: CaseTypes = caseTypes): Cases {
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
      return item === undefined ? undefined : keptCaseOf(item, types);
    },

    async many(place, keys) {
      return (await records.many(keys.map((key) => caseKey(place, key)))).map((item) => keptCaseOf(item, types));
    },

    async create(kept) {
      const put = await records.put(caseItem(kept), 'absent');
      if (!put) throw conflict('already-there', 'There is such a record already');
    },

    async save(kept, decidedOn) {
      const put = await records.put(caseItem(kept), { version: decidedOn });
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
