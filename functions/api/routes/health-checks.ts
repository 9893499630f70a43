import * as z from 'zod';
import { todayOf } from '../../../shared/application/call.ts';
import { readCase } from '../../../shared/application/case/read-case.ts';
import { countHealthChecks, FIRST_YEAR } from '../../../shared/application/health-checks/count-health-checks.ts';
import { exportHealthChecks } from '../../../shared/application/health-checks/export-health-checks.ts';
import { healthCheckKey } from '../../../shared/application/health-checks/health-check-case.ts';
import { listHealthChecks } from '../../../shared/application/health-checks/list-health-checks.ts';
import {
  mostPracticeRows,
  practiceFileSchema,
  workPracticeFile,
} from '../../../shared/application/health-checks/work-practice-file.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { practiceCsv } from '../../../shared/http/csv/practice-csv.ts';
import {
  healthCheckFiguresSchema,
  healthCheckFiguresWire,
  healthCheckListQuery,
  healthCheckPageQuery,
  healthCheckPageSchema,
  healthCheckPageWire,
  healthCheckSchema,
  healthChecksChosenBy,
  healthCheckWire,
  practiceAnswersSchema,
  practiceAnswersWire,
} from '../wire/health-check.ts';

const tag = 'Health checks';
const params = z.strictObject({ personId: opaqueIdSchema });

export const healthCheckRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/health-checks',
    id: 'listHealthChecks',
    tag,
    summary: 'A page of the health check records',
    description: 'The first due first, or sorted otherwise. Those who have left only when their status is asked for.',
    action: 'case.list',
    query: healthCheckPageQuery,
    response: healthCheckPageSchema,
    async handle({ query, call }, deps) {
      const { cursor, limit, ...chosen } = query;
      const page = await listHealthChecks(deps, call, { ...healthChecksChosenBy(chosen), cursor, limit });
      return { body: healthCheckPageWire(page) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/health-checks.csv',
    id: 'exportHealthChecks',
    tag,
    summary: 'The records as a practice’s file',
    description: 'A practice fills in what it did and sends it back. Cells that could be formulas are not.',
    action: 'case.export',
    query: healthCheckListQuery,
    mediaType: 'text/csv; charset=utf-8',
    response: z.string(),
    async handle({ query, call }, deps) {
      const { records, complete } = await exportHealthChecks(deps, call, healthChecksChosenBy(query));
      return {
        body: practiceCsv(records),
        headers: {
          'content-disposition': `attachment; filename="health-checks-${todayOf(call)}.csv"`,
          'x-complete': String(complete),
        },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/health-checks/counts',
    id: 'countHealthChecks',
    tag,
    summary: 'Raw counts of the indicator for a financial year',
    description: 'Whole and by practice, folded from every record. Small numbers stand as they are: for staff only.',
    action: 'queue.summary',
    query: z.strictObject({
      year: z
        .string()
        .regex(/^\d{4}$/)
        .transform(Number)
        .optional()
        .meta({ description: `The calendar year it begins in, from ${FIRST_YEAR}; the present one where absent` }),
    }),
    response: healthCheckFiguresSchema,
    async handle({ query: { year }, call }, deps) {
      return { body: healthCheckFiguresWire(await countHealthChecks(deps, call, year)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/health-checks/practice-file/dry-run',
    id: 'rehearsePracticeFile',
    tag,
    summary: 'What a practice’s file would come to',
    description: `Writes nothing. Up to ${mostPracticeRows} rows.`,
    action: 'case.record',
    precondition: 'repeatable',
    body: practiceFileSchema,
    response: practiceAnswersSchema,
    async handle({ body, call }, deps) {
      return { body: practiceAnswersWire(await workPracticeFile(deps, call, body, true)) };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/health-checks/practice-file',
    id: 'workPracticeFile',
    tag,
    summary: 'Bring a practice’s register, and what it did, in',
    description: 'Only ever adds. Sent again, it comes to the same and nothing is done twice.',
    action: 'case.record',
    precondition: 'repeatable',
    body: practiceFileSchema,
    response: practiceAnswersSchema,
    async handle({ body, call }, deps) {
      return { body: practiceAnswersWire(await workPracticeFile(deps, call, body, false)) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/health-check',
    id: 'readHealthCheck',
    tag,
    summary: 'Somebody’s health check record with its history',
    description: '`asAt` asks for any day.',
    action: 'case.read',
    params,
    query: z.strictObject({ asAt: localDateSchema.optional() }),
    response: healthCheckSchema,
    async handle({ params: { personId }, query: { asAt }, call }, deps) {
      const key = healthCheckKey(deps.ids, call.actor.place, personId);
      const view = await readCase(deps, call, key, asAt);
      return { body: healthCheckWire(view), version: view.record.version };
    },
  }),
];
