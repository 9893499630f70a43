/** A case as the API tells of it, whatever its duty, and how lists of cases are asked for. */
import * as z from 'zod';
import type { CaseView } from '../../../shared/application/case/case-view.ts';
import { type CasePage, type CaseQuestion, MOST_CASE_PAGE_ROWS } from '../../../shared/application/case/list-cases.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import { caseKindSchema } from '../../../shared/domain/case/case-kinds.ts';
import { caseSortColumns, dueWithins } from '../../../shared/domain/case/case-list.ts';
import { serviceSchema } from '../../../shared/domain/case/case-policy.ts';
import type { CaseRow } from '../../../shared/domain/case/case-row.ts';
import { waitingOns } from '../../../shared/domain/case/case-type.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { severalOf } from './queue.ts';

export const caseListParams = z.strictObject({ kind: caseKindSchema });

const code = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Which cases of a kind, and in which order. */
export const caseFilterQuery = {
  list: z.enum(['open', 'closed']).optional(),
  status: z
    .union([code, z.array(code).max(20)])
    .transform((one) => (typeof one === 'string' ? [one] : one))
    .optional(),
  waitingOn: severalOf(waitingOns).optional(),
  due: z.enum(dueWithins).optional().meta({ description: 'Late, or due within some days (what is late included)' }),
  service: serviceSchema.optional(),
  group: z.string().min(1).max(60).optional(),
  sort: z
    .enum(caseSortColumns)
    .optional()
    .meta({ description: 'By due date where absent; what has ended, last ended first' }),
  direction: z.enum(['ascending', 'descending']).optional(),
};

export const casePageQuery = z.strictObject({
  ...caseFilterQuery,
  cursor: z.string().min(1).max(4000).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_CASE_PAGE_ROWS))
    .optional(),
});

const filterSchema = z.strictObject(caseFilterQuery);

export function caseQuestionOf(
  kind: CaseQuestion['kind'],
  { list, status, waitingOn, due, service, group, sort, direction }: z.output<typeof filterSchema>,
): CaseQuestion {
  return {
    kind,
    list,
    filter: {
      statuses: status,
      waitingOn,
      due,
      services: service === undefined ? [] : [service],
      groups: group === undefined ? [] : [group],
    },
    sort: sort === undefined ? undefined : { column: sort, direction: direction ?? 'ascending' },
  };
}

const rowShape = {
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  kind: caseKindSchema,
  service: serviceSchema,
  open: z.boolean(),
  status: z.string(),
  due: z.strictObject({ on: localDateSchema, what: z.string() }).nullable(),
  waitingOn: z.enum(waitingOns).nullable(),
  group: z.string().nullable(),
  openedOn: localDateSchema,
  lastEventOn: localDateSchema,
};

export const casePageSchema = z.strictObject({
  cases: z.array(z.strictObject({ ...rowShape, familyName: z.string(), givenName: z.string() })),
  total: z.int().min(0),
  complete: z.boolean(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  policyVersion: z.int().min(1),
});

export function casePageWire(page: CasePage): z.output<typeof casePageSchema> {
  const { rows, total, complete, previous, next, policyVersion } = page;
  return {
    cases: rows.map((row) => ({ ...rowWire(row), familyName: row.familyName, givenName: row.givenName })),
    total,
    complete,
    previous: previous ?? null,
    next: next ?? null,
    policyVersion,
  };
}

/** How a record is asked for. */
export const caseReadQuery = z.strictObject({
  asAt: localDateSchema.optional(),
  history: z
    .enum(['recent', 'whole'])
    .optional()
    .meta({ description: 'Of a record that has grown long the recent history is told, unless the whole is asked for' }),
});

export const earlierEventsSchema = z
  .int()
  .min(0)
  .meta({ description: 'How many events came before those of `history`; `history=whole` tells them too' });

export const caseSchema = z.strictObject({
  ...rowShape,
  version: z.int().min(1),
  earlierEvents: earlierEventsSchema,
  deadlines: z.array(z.strictObject({ kind: z.string(), start: localDateSchema, due: localDateSchema })),
  history: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      seq: z.int().min(0),
      on: localDateSchema,
      recordedAt: instantSchema,
      by: z.strictObject({ actor: z.string(), role: z.string() }),
      importId: opaqueIdSchema.optional(),
      facts: z
        .looseObject({ kind: z.string() })
        .meta({ description: 'What happened; the fields follow from the kind' }),
    }),
  ),
});

export function caseWire({ record, row, deadlines }: CaseView): z.output<typeof caseSchema> {
  return {
    ...rowWire(row),
    version: record.version,
    earlierEvents: record.events[0]?.seq ?? 0,
    deadlines: deadlines.map(({ kind, start, due }) => ({ kind, start, due })),
    history: historyWire(record),
  };
}

function rowWire(row: CaseRow) {
  const { personId, caseId: id, kind, service, open, status, due, waitingOn, group, openedOn, lastEventOn } = row;
  return { id, personId, kind, service, open, status, due, waitingOn, group, openedOn, lastEventOn };
}

function historyWire({ events }: Case): z.output<typeof caseSchema>['history'] {
  return events.map(({ id, seq, on, recordedAt, by, importId, facts }) => ({
    id,
    seq,
    on,
    recordedAt,
    by: { actor: by.actor, role: by.role },
    ...(importId === undefined ? {} : { importId }),
    facts: { ...facts },
  }));
}
