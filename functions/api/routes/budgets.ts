import * as z from 'zod';
import { budgetCollection } from '../../../shared/application/budget/budget-collection.ts';
import { budgetStatement } from '../../../shared/application/budget/budget-statement.ts';
import { importLedger, ledgerBatchSchema } from '../../../shared/application/budget/import-ledger.ts';
import { todayOf } from '../../../shared/application/call.ts';
import { exportCases, listCases } from '../../../shared/application/case/list-cases.ts';
import { openCaseOf, openingSchemaOf } from '../../../shared/application/case/open-case.ts';
import { readCase } from '../../../shared/application/case/read-case.ts';
import { newCaseEventSchemaOf, recordCaseEvent } from '../../../shared/application/case/record-case-event.ts';
import { budgetCase } from '../../../shared/domain/budget/budget-case.ts';
import { budgetTypes } from '../../../shared/domain/budget/budget-type.ts';
import { MOST_LEDGER_ROWS } from '../../../shared/domain/budget/ledger-file/ledger-row.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { budgetsCsv } from '../../../shared/http/csv/budget-csv.ts';
import {
  budgetPageQuery,
  budgetPageSchema,
  budgetPageWire,
  budgetQuestionOf,
  budgetSchema,
  budgetWire,
  collectionSchema,
  collectionWire,
  ledgerAnswerSchema,
  statementSchema,
  statementWire,
} from '../wire/budget.ts';
import { caseReadQuery } from '../wire/case.ts';

const tag = 'Personal health budgets';
const params = z.strictObject({ personId: opaqueIdSchema, budgetId: opaqueIdSchema });
const keyOf = ({ personId, budgetId }: z.output<typeof params>) =>
  ({ personId, kind: 'budget', caseId: budgetId }) as const;

export const budgetRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/budgets',
    id: 'listBudgets',
    tag,
    summary: 'A page of the budgets of the place',
    description: 'Those that are open, the first due first, unless asked otherwise.',
    action: 'case.list',
    query: budgetPageQuery,
    response: budgetPageSchema,
    async handle({ query, call }, deps) {
      const { cursor, limit } = query;
      return { body: budgetPageWire(await listCases(deps, call, { ...budgetQuestionOf(query), cursor, limit })) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/budgets.csv',
    id: 'exportBudgets',
    tag,
    summary: 'The same list as a file',
    description: 'Whole, whatever `cursor` and `limit`. Cells that could be formulas are not.',
    action: 'case.export',
    query: budgetPageQuery,
    mediaType: 'text/csv; charset=utf-8',
    response: z.string(),
    async handle({ query, call }, deps) {
      const { rows, complete } = await exportCases(deps, call, budgetQuestionOf(query));
      return {
        body: budgetsCsv(rows),
        headers: {
          'content-disposition': `attachment; filename="budgets-${todayOf(call)}.csv"`,
          'x-complete': String(complete),
        },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/budgets/collection',
    id: 'countBudgets',
    tag,
    summary: 'Raw counts for the national quarterly collection',
    description:
      'People of the year so far and live on the last day, adults and children apart, by the strongest type held. Small numbers stand as they are: for staff only.',
    action: 'case.list',
    query: z.strictObject({
      on: localDateSchema.optional().meta({ description: 'Any day of the quarter; of the present one where absent' }),
    }),
    response: collectionSchema,
    async handle({ query: { on }, call }, deps) {
      return { body: collectionWire(await budgetCollection(deps, call, on ?? todayOf(call))) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/budgets/ledger',
    id: 'importLedger',
    tag,
    summary: 'Bring in a ledger that another system keeps',
    description: `Up to ${MOST_LEDGER_ROWS} rows. An entry is known by the system’s own reference: sent again, by anybody, it is recorded once. A dry run keeps nothing.`,
    action: 'case.record',
    precondition: 'repeatable',
    body: ledgerBatchSchema,
    response: ledgerAnswerSchema,
    async handle({ body, call }, deps) {
      const rows = await importLedger(deps, call, body);
      const countOf = (outcome: (typeof rows)[number]['outcome']) =>
        rows.filter((row) => row.outcome === outcome).length;
      return {
        body: {
          dryRun: body.dryRun,
          recorded: countOf('recorded'),
          known: countOf('known'),
          rejected: countOf('rejected'),
          rows: rows.map(({ row, outcome, errors }) => ({
            row,
            outcome,
            errors: errors.map((error) => ({ ...error })),
          })),
        },
      };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/budgets',
    id: 'openBudget',
    tag,
    summary: 'Record that a budget is asked for',
    action: 'case.open',
    params: z.strictObject({ personId: opaqueIdSchema }),
    body: openingSchemaOf(budgetCase),
    status: 201,
    response: budgetSchema,
    async handle({ params: { personId }, body, key, call }, deps) {
      const view = await openCaseOf(deps, call, personId, 'budget', body, key);
      const location = `/v1/people/${personId}/budgets/${view.record.id}`;
      return { body: budgetWire(view), version: view.record.version, location };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/budgets/{budgetId}',
    id: 'readBudget',
    tag,
    summary: 'A budget with its history and what it holds',
    description: '`asAt` asks for any day.',
    action: 'case.read',
    params,
    query: caseReadQuery,
    response: budgetSchema,
    async handle({ params: address, query: { asAt, history }, call }, deps) {
      const view = await readCase(deps, call, keyOf(address), asAt, history === 'whole' ? 'opening' : undefined);
      return { body: budgetWire(view), version: view.record.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/people/{personId}/budgets/{budgetId}/events',
    id: 'recordBudgetEvent',
    tag,
    summary: 'Record what happened to a budget',
    description:
      'Decisions, plans, payments, spending, reviews, notices: whatever `facts.kind` says. Nothing recorded is ever deleted; an entry of the ledger is corrected by `entry-reversed`.',
    action: 'case.record',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: newCaseEventSchemaOf(budgetCase),
    status: 201,
    response: budgetSchema,
    async handle({ params: address, body, key, seen, call }, deps) {
      const view = await recordCaseEvent(deps, call, keyOf(address), body, seen, key);
      return { body: budgetWire(view), version: view.record.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/budgets/{budgetId}/statement',
    id: 'readBudgetStatement',
    tag,
    summary: 'The statement of one account of a budget',
    description:
      'Every movement of some days, with the balance before the first and after each. The strongest way it is held and the present financial year, where absent.',
    action: 'case.read',
    params,
    query: z.strictObject({
      type: z.enum(budgetTypes).optional(),
      from: localDateSchema.optional(),
      to: localDateSchema.optional(),
    }),
    response: statementSchema,
    async handle({ params: address, query, call }, deps) {
      return { body: statementWire(await budgetStatement(deps, call, keyOf(address), query)) };
    },
  }),
];
