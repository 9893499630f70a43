/** Personal health budgets as the API tells them. Every amount is whole pence. */
import * as z from 'zod';
import type { BudgetCollection } from '../../../shared/application/budget/budget-collection.ts';
import type { CaseView } from '../../../shared/application/case/case-view.ts';
import type { CasePage } from '../../../shared/application/case/list-cases.ts';
import { budgetTypes } from '../../../shared/domain/budget/budget-type.ts';
import { budgetFactsSchema } from '../../../shared/domain/budget/facts.ts';
import { ledgerOutcomes } from '../../../shared/domain/budget/ledger-file/ledger-row.ts';
import { openNotices, owed, pocketsOf } from '../../../shared/domain/budget/money.ts';
import { planSchema } from '../../../shared/domain/budget/plan.ts';
import { type BudgetState, budgetStages, planOf } from '../../../shared/domain/budget/state.ts';
import type { Statement } from '../../../shared/domain/budget/statement.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { caseSortColumns, dueWithins } from '../../../shared/domain/case/case-list.ts';
import { waitingOns } from '../../../shared/domain/case/case-type.ts';
import { keptFactsSchema } from '../../../shared/domain/case/generic-facts.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { earlierEventsSchema } from './case.ts';
import { severalOf } from './queue.ts';

const date = localDateSchema;
/** The most rows of one page. */
const MOST_ROWS = 200;
const count = z.int().min(0);
const pence = z.int();
const type = z.enum(budgetTypes);

const eventSchema = z.strictObject({
  id: opaqueIdSchema,
  seq: count,
  on: date,
  recordedAt: instantSchema,
  by: z.strictObject({ actor: z.string(), role: z.string() }),
  importId: opaqueIdSchema.optional(),
  facts: keptFactsSchema(budgetFactsSchema),
});

const accountSchema = z.strictObject({
  type,
  paidPence: pence,
  spentPence: pence,
  outsidePlanPence: pence,
  returnedPence: pence,
  outsidePlanReturnedPence: pence,
  committedPence: pence,
  balancePence: pence.meta({ description: 'Paid, less spent, less returned. Derived from the history' }),
});

const stateSchema = z.strictObject({
  stage: z.enum(budgetStages),
  indicativePence: pence.nullable(),
  plan: planSchema.nullable(),
  liveOn: date.nullable(),
  endedOn: date.nullable(),
  accounts: z.array(accountSchema),
  notices: z.array(
    z.strictObject({ id: opaqueIdSchema, on: date, payBy: date, surplusPence: pence, outsidePlanPence: pence }),
  ),
});

export const budgetSchema = z.strictObject({
  id: opaqueIdSchema,
  personId: opaqueIdSchema,
  version: z.int().min(1),
  history: z.array(eventSchema),
  earlierEvents: earlierEventsSchema,
  state: stateSchema
    .nullable()
    .meta({ description: 'Null when the request was recorded in error, or is of a later day' }),
  deadlines: z.array(z.strictObject({ kind: z.string(), start: date, due: date })),
});

export function budgetWire({ record, state, deadlines }: Omit<CaseView, 'row'>): z.output<typeof budgetSchema> {
  const { id, personId, version, events } = record;
  return {
    id,
    personId,
    version,
    history: events.map(({ id: eventId, seq, on, recordedAt, by, importId, facts }) => ({
      id: eventId,
      seq,
      on,
      recordedAt,
      by: { actor: by.actor, role: by.role },
      ...(importId === undefined ? {} : { importId }),
      facts: keptFactsSchema(budgetFactsSchema).parse(facts),
    })),
    earlierEvents: events[0]?.seq ?? 0,
    state: stateWire(state as BudgetState | undefined),
    deadlines: deadlines.map(({ kind, start, due }) => ({ kind, start, due })),
  };
}

function stateWire(state: BudgetState | undefined): z.output<typeof stateSchema> | null {
  if (state === undefined) return null;
  return {
    stage: state.stage,
    indicativePence: state.indicativePence ?? null,
    plan: planOf(state) ?? null,
    liveOn: state.liveOn ?? null,
    endedOn: state.ended?.on ?? null,
    accounts: pocketsOf(state).map((pocket) => ({ ...pocket })),
    notices: openNotices(state).map((notice) => ({
      id: notice.id,
      on: notice.on,
      payBy: notice.facts.payBy,
      ...owed(notice),
    })),
  };
}

export const budgetPageQuery = z.strictObject({
  list: z.enum(['open', 'closed']).optional(),
  status: severalOf(budgetStages).optional(),
  type: severalOf(budgetTypes).optional(),
  waitingOn: severalOf(waitingOns).optional(),
  due: z.enum(dueWithins).optional(),
  sort: z
    .enum(caseSortColumns.flatMap((column) => [column, `-${column}` as const]))
    .optional()
    .meta({ description: 'A column; with a hyphen before it, the other way round' }),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).optional(),
});

/** What a list is asked for, from the address. */
export function budgetQuestionOf({
  list,
  status,
  type: types,
  waitingOn,
  due,
  sort,
}: z.output<typeof budgetPageQuery>) {
  const column = caseSortColumns.find((one) => one === sort?.replace(/^-/, ''));
  return {
    kind: 'budget' as const,
    list,
    filter: { statuses: status, groups: types, waitingOn, due },
    sort:
      column === undefined
        ? undefined
        : { column, direction: sort?.startsWith('-') ? ('descending' as const) : ('ascending' as const) },
  };
}

export const budgetPageSchema = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      personId: opaqueIdSchema,
      givenName: z.string(),
      familyName: z.string(),
      birthDate: date,
      status: z.string(),
      due: z.strictObject({ on: date, what: z.string() }).nullable(),
      waitingOn: z.enum(waitingOns).nullable(),
      type: z
        .string()
        .nullable()
        .meta({ description: 'The strongest way it is held: direct payment, third party, notional' }),
      annualPence: pence.nullable(),
      balancePence: pence,
      requestedOn: date,
    }),
  ),
  total: count,
  complete: z.boolean().meta({ description: 'False when the list is longer than can be looked at' }),
  next: z.string().nullable(),
  policyVersion: z.int(),
});

export function budgetPageWire({
  rows,
  total,
  complete,
  next,
  policyVersion,
}: CasePage): z.output<typeof budgetPageSchema> {
  return {
    rows: rows.map((row) => ({
      id: row.caseId,
      personId: row.personId,
      givenName: row.givenName,
      familyName: row.familyName,
      birthDate: row.birthDate,
      status: row.status,
      due: row.due === null ? null : { on: row.due.on, what: row.due.what },
      waitingOn: row.waitingOn,
      type: row.group,
      annualPence: (row.more[1] ?? '') === '' ? null : Number(row.more[1]),
      balancePence: Number(row.more[2] ?? 0),
      requestedOn: row.openedOn,
    })),
    total,
    complete,
    next: next ?? null,
    policyVersion,
  };
}

export const statementSchema = z.strictObject({
  type,
  from: date,
  to: date,
  openingPence: pence,
  lines: z.array(
    z.strictObject({
      entryId: opaqueIdSchema,
      on: date,
      what: z.enum(['payment', 'spent', 'returned', 'reversal']),
      amountPence: pence,
      effectPence: pence,
      balancePence: pence,
      category: z.string().nullable(),
      reference: z.string().nullable(),
      reverses: z.string().nullable(),
    }),
  ),
  closingPence: pence,
});

export function statementWire({ lines, ...statement }: Statement): z.output<typeof statementSchema> {
  return {
    ...statement,
    lines: lines.map(({ entry, balancePence }) => ({
      entryId: entry.id,
      on: entry.on,
      what: entry.what,
      amountPence: entry.amountPence,
      effectPence: entry.effectPence,
      balancePence,
      category: entry.category,
      reference: entry.reference ?? null,
      reverses: entry.reverses ?? null,
    })),
  };
}

const countsSchema = z.strictObject({
  yearToDate: count,
  byType: z.record(type, count),
  live: count,
  suspended: count,
});

export const collectionSchema = z.strictObject({
  quarter: z.strictObject({ label: z.string(), yearFirst: date, first: date, last: date }),
  asAt: date,
  submitOn: date,
  policyVersion: z.int(),
  children: countsSchema,
  adults: countsSchema,
  everyone: countsSchema,
});

export function collectionWire(counts: BudgetCollection): z.output<typeof collectionSchema> {
  return {
    ...counts,
    quarter: { ...counts.quarter },
    children: { ...counts.children, byType: { ...counts.children.byType } },
    adults: { ...counts.adults, byType: { ...counts.adults.byType } },
    everyone: { ...counts.everyone, byType: { ...counts.everyone.byType } },
  };
}

export const ledgerAnswerSchema = z.strictObject({
  dryRun: z.boolean(),
  recorded: count,
  known: count,
  rejected: count,
  rows: z.array(
    z.strictObject({
      row: z.int(),
      outcome: z.enum(ledgerOutcomes),
      errors: z.array(z.strictObject({ column: z.string(), code: z.string(), message: z.string() })),
    }),
  ),
});
