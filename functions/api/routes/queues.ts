import * as z from 'zod';
import { todayOf } from '../../../shared/application/call.ts';
import { exportQueue } from '../../../shared/application/queue/export-queue.ts';
import { listQueue } from '../../../shared/application/queue/list-queue.ts';
import { listQueues } from '../../../shared/application/queue/list-queues.ts';
import { summariseQueue } from '../../../shared/application/queue/summarise-queue.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { extractCsv } from '../../../shared/http/csv/extract-csv.ts';
import {
  chosenBy,
  queueFiguresSchema,
  queueFilterQuery,
  queuePageQuery,
  queuePageSchema,
  queuePageWire,
  queueParams,
} from '../wire/queue.ts';

const tag = 'Queues';

export const queueRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/queues',
    id: 'listQueues',
    tag,
    summary: 'The queues of the place',
    action: 'queue.summary',
    response: z.strictObject({
      queues: z.array(
        z.strictObject({
          code: queueCodeSchema,
          name: z.string(),
          service: z.string(),
          standardDays: z.int(),
          mayRead: z.boolean().meta({ description: 'Whether you may read its list' }),
        }),
      ),
    }),
    async handle({ call }, deps) {
      const queues = await listQueues(deps, call);
      const told = queues.map(({ queue, mayRead }) => ({
        code: queue.code,
        name: queue.name,
        service: queue.service,
        standardDays: queue.standard.days,
        mayRead,
      }));
      return { body: { queues: told } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/queues/{queue}/referrals',
    id: 'listQueue',
    tag,
    summary: 'A page of a queue',
    description:
      'In the order of the policy (urgent, soon, routine; then the earliest ordering date), or sorted otherwise. Shows those who wait; ask for a stage to see others.',
    action: 'queue.read',
    params: queueParams,
    query: queuePageQuery,
    response: queuePageSchema,
    async handle({ params: { queue }, query, call }, deps) {
      const { cursor, limit, total } = query;
      const page = await listQueue(deps, call, { queue, ...chosenBy(query), cursor, limit, total });
      return { body: queuePageWire(page, todayOf(call)) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/queues/{queue}/referrals.csv',
    id: 'exportQueue',
    tag,
    summary: 'The rows of a queue as a file',
    description:
      'Has the columns of an extract, so that it can be imported again. Cells that could be formulas are not.',
    action: 'queue.export',
    params: queueParams,
    query: z.strictObject(queueFilterQuery),
    mediaType: 'text/csv; charset=utf-8',
    response: z.string(),
    async handle({ params: { queue }, query, call }, deps) {
      const { records, complete } = await exportQueue(deps, call, { queue, ...chosenBy(query) });
      return {
        body: extractCsv(records),
        headers: {
          'content-disposition': `attachment; filename="${queue.toLowerCase()}-${todayOf(call)}.csv"`,
          'x-complete': String(complete),
        },
      };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/queues/{queue}/summary',
    id: 'summariseQueue',
    tag,
    summary: 'The figures of a queue at the end of a day',
    description: 'Any past day: the events of every referral are folded to it. Percentiles are of type 7, unrounded.',
    action: 'queue.summary',
    params: queueParams,
    query: z.strictObject({ asAt: localDateSchema.optional() }),
    response: queueFiguresSchema,
    async handle({ params, query, call }, deps) {
      const { figures, queue } = await summariseQueue(deps, call, params.queue, query.asAt);
      const { asAt, policyVersion } = figures;
      const { open, withinStandard, breached, bands, longestDays, medianDays, p92Days } = figures;
      const { seen, seenWithinStandard, removedUnseen } = figures;
      return {
        body: {
          queue: queue.code,
          asAt,
          policyVersion,
          standardDays: queue.standard.days,
          ...{ open, withinStandard, breached, bands: [...bands], longestDays, medianDays, p92Days },
          ...{ seen, seenWithinStandard, removedUnseen },
        },
      };
    },
  }),
];
