/** A case as stored: itself with its history, its row for the lists, what is due of it, and when the watch looks at it. */
import * as z from 'zod';
import type { CaseEntry, KeptCase, PlannedDues } from '../../application/ports/cases.ts';
import { dateOfEpochDay, epochDayOf, localDateSchema } from '../../domain/calendar/local-date.ts';
import { type Case, type Checkpoint, caseSchema } from '../../domain/case/case.ts';
import type { CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypes } from '../../domain/case/case-types.ts';
import { keptFactsSchema } from '../../domain/case/generic-facts.ts';
import { packAlerted, packedAlertedSchema, unpackAlerted } from './alerted-codec.ts';
import { packCaseRow, packedCaseRowSchema, unpackCaseRow } from './case-row-codec.ts';
import { caseKey, caseKeyOf, caseListKey, dueListKey, watchListKey, watchServiceOf } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';

/** As at, version of the policy, version of the bank holidays; then kind, start and due of each deadline. */
const packedDuesSchema = z.tuple([
  z.int(),
  z.int(),
  z.string(),
  z.array(z.tuple([z.string(), z.int(), z.int()])).max(40),
]);

export const storedCaseSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string(),
  ls: z.string(),
  row: packedCaseRowSchema,
  /** Where and when it is due, and the row once more; absent where nothing is. */
  dp: z.string().optional(),
  ds: z.string().optional(),
  duty: packedCaseRowSchema.optional(),
  /** Version of the person whose facts the row copies. */
  pv: z.int().min(1),
  /** The due dates as last worked out, and what by. */
  pl: packedDuesSchema,
  /** How far its alerts have come; absent where none was raised. */
  al: packedAlertedSchema.optional(),
  /** Where and when the watch looks at it next; absent where nothing is left to watch. */
  wp: z.string().optional(),
  ws: localDateSchema.optional(),
  /** How many of its first events are archived, and the hash of the last of those; absent where none is. */
  ar: z.tuple([z.int().min(1), z.string()]).optional(),
  /** What stands for the archived events; absent where they are read instead. */
  cp: z
    .strictObject({
      on: localDateSchema,
      seq: z.int().min(1),
      openedOn: localDateSchema,
      lastEventOn: localDateSchema,
      content: z.unknown(),
    })
    .optional(),
  events: z.array(z.record(z.string(), z.unknown())).min(1),
});

const CHAIN_START = '';
const SCHEMA = 3;
/** The most that a checkpoint may weigh, bytes. One that is heavier is left out: the case is then read whole. */
const MOST_CHECKPOINT = 64 * 1024;

/** The shape of cases of some types: facts are read by the schema of their own type. */
export function caseShapeOf(types: CaseTypes): ItemShape<KeptCase> {
  return {
    name: 'case',
    schema: SCHEMA,
    // Nothing of it was archived; then nothing stood for what was.
    upcasts: { 1: (item) => ({ ...item, schema: 2 }), 2: (item) => ({ ...item, schema: 3 }) },
    stored: storedCaseSchema.transform((item, context) => {
      const fault = (path: readonly PropertyKey[]) => {
        context.addIssue({ code: 'custom', message: 'not readable', path: [...path] });
        return z.NEVER;
      };
      const key = caseKeyOf(item);
      const type = key && types.get(key.kind);
      if (key === undefined || type === undefined) return fault(['sk']);
      const { place, personId, kind, caseId: id } = key;
      const [archived, lastHash] = item.ar ?? [0, CHAIN_START];
      const events = item.events.map((event, at) => ({
        ...event,
        seq: archived + at,
        previousHash: at === 0 ? lastHash : item.events[at - 1]?.['hash'],
      }));
      const parsed = caseSchema.safeParse({ id, place, personId, kind, version: item.v, events });
      if (!parsed.success) return fault(parsed.error.issues[0]?.path ?? []);
      const facts = keptFactsSchema(type.facts);
      const unread = parsed.data.events.findIndex((event) => !facts.safeParse(event.facts).success);
      if (unread !== -1) return fault(['events', unread, 'facts']);
      const content = item.cp && type.checkpoints?.schema.safeParse(item.cp.content);
      if (item.cp !== undefined && content?.success !== true) return fault(['cp', 'content']);
      const record: Case = {
        ...parsed.data,
        ...(archived === 0 ? {} : { archived }),
        ...(item.cp === undefined ? {} : { checkpoint: { ...item.cp, content: content?.data } }),
      };
      return { record, entry: entryOf(item, unpackCaseRow(item.row, key)) };
    }),
  };
}

function entryOf(item: z.output<typeof storedCaseSchema>, row: CaseEntry['row']): CaseEntry {
  const watch =
    item.wp === undefined || item.ws === undefined ? null : { service: watchServiceOf(item.wp), on: item.ws };
  const [asAt, policy, holidays, dues] = item.pl;
  const planned: PlannedDues = {
    asAt: dateOfEpochDay(asAt),
    policy,
    holidays,
    dues: dues.map(([deadline, start, due]) => ({ deadline, start: dateOfEpochDay(start), due: dateOfEpochDay(due) })),
  };
  return { row, personVersion: item.pv, planned, alerted: unpackAlerted(item.al ?? []), watch };
}

const shape = caseShapeOf(caseTypes);

/** Reads a case's item: without its archived events. @throws UnreadableItem */
export function keptCaseOf(item: RawItem, types: CaseTypes = caseTypes): KeptCase {
  return readItem(types === caseTypes ? shape : caseShapeOf(types), item);
}

/** A case with its entry as an item: one that `withoutEarly` has made lighter, where some of it is archived. */
export function caseItem({ record, entry }: KeptCase) {
  const { place, personId, kind, id, archived = 0, events, checkpoint } = record;
  const { row, personVersion, planned, alerted, watch } = entry;
  const packedRow = packCaseRow(row);
  return {
    ...caseKey(place, { personId, kind, caseId: id }),
    v: record.version,
    schema: SCHEMA,
    lp: caseListKey(place, kind, row.open ? 'open' : 'closed'),
    ls: `${row.open ? (row.due?.on ?? LAST) : row.lastEventOn}#${id}`,
    row: packedRow,
    ...(row.due === null || !row.open
      ? {}
      : { dp: dueListKey(place, row.service), ds: `${row.due.on}#${id}`, duty: packedRow }),
    pv: personVersion,
    pl: packedDues(planned),
    ...(alerted.length === 0 ? {} : { al: packAlerted(alerted) }),
    ...(watch === null ? {} : { wp: watchListKey(place, watch.service), ws: watch.on }),
    ...(archived === 0 ? {} : { ar: [archived, events[0]?.previousHash ?? CHAIN_START] }),
    ...(checkpoint === undefined || weightOf(checkpoint) > MOST_CHECKPOINT ? {} : { cp: checkpoint }),
    events: events.map(({ seq: _seq, previousHash: _previous, ...event }) => event),
  };
}

function weightOf(checkpoint: Checkpoint): number {
  return Buffer.byteLength(JSON.stringify(checkpoint));
}

/** Behind everything that has a day. */
const LAST = '9999-12-31';

function packedDues({ asAt, policy, holidays, dues }: PlannedDues): z.output<typeof packedDuesSchema> {
  const packed = dues.map(({ deadline, start, due }): [string, number, number] => [
    deadline,
    epochDayOf(start),
    epochDayOf(due),
  ]);
  return [epochDayOf(asAt), policy, holidays, packed];
}
