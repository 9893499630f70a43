import * as z from 'zod';
import type { FigureDeps } from '../../../shared/application/indicators/figure-deps.ts';
import { readCapacity } from '../../../shared/application/indicators/read-capacity.ts';
import {
  MOST_MONTHS,
  readDuties,
  readMonth,
  readOverview,
  readQueueFigures,
  readSeries,
} from '../../../shared/application/indicators/read-figures.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { AIM_DAY } from '../../../shared/domain/capacity/national-aim.ts';
import { dutyFiguresSchema } from '../../../shared/domain/indicator/duty-figures.ts';
import { views } from '../../../shared/domain/indicator/figure.ts';
import {
  monthFiguresSchema,
  monthSchema,
  seriesPointSchema,
} from '../../../shared/domain/indicator/month/month-figures.ts';
import { overviewSchema } from '../../../shared/domain/indicator/overview.ts';
import { queueFiguresSchema } from '../../../shared/domain/indicator/queue-figures.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { defineRoute, type RouteDefinition } from '../../../shared/http/api/route.ts';

import { capacityQuerySchema, capacitySchema, capacityWire } from '../wire/capacity.ts';

const tag = 'Indicators';
const view = z.enum(views).meta({ description: 'In full, or as released: small counts hidden, the rest rounded' });
const params = z.strictObject({ queue: queueCodeSchema });
const knownAt = instantSchema
  .optional()
  .meta({ description: 'As the figures were known at this instant; later counts are left out' });

/** Fixes what a route of figures reaches the world through. */
function figureRoute<P = Record<string, never>, Q = Record<string, never>, R = unknown>(
  route: RouteDefinition<P, Q, undefined, R, FigureDeps>,
) {
  return defineRoute(route);
}

export const figureRoutes = [
  figureRoute({
    method: 'GET',
    path: '/v1/indicators',
    id: 'readIndicators',
    tag,
    summary: 'The figures of every queue, with up to thirteen month ends',
    action: 'indicator.read',
    response: z.strictObject({ view, overview: overviewSchema }),
    async handle({ call }, deps) {
      const { view: seen, figures: overview } = await readOverview(deps, call);
      return { body: { view: seen, overview } };
    },
  }),
  figureRoute({
    method: 'GET',
    path: '/v1/indicators/queues/{queue}',
    id: 'readQueueIndicators',
    tag,
    summary: 'The figures of one queue: bands, long waits, cuts and gaps',
    action: 'indicator.read',
    params,
    query: z.strictObject({ asAt: localDateSchema.optional(), knownAt }),
    response: z.strictObject({ view, figures: queueFiguresSchema }),
    async handle({ params: { queue }, query, call }, deps) {
      const { view: seen, figures } = await readQueueFigures(deps, call, queue, asked(query));
      return { body: { view: seen, figures } };
    },
  }),
  figureRoute({
    method: 'GET',
    path: '/v1/indicators/queues/{queue}/month',
    id: 'readQueueMonth',
    tag,
    summary: 'How a queue went in a month, and how it stood at its end',
    action: 'indicator.read',
    params,
    query: z.strictObject({ month: monthSchema.optional(), knownAt }),
    response: z.strictObject({ view, figures: queueFiguresSchema, month: monthFiguresSchema }),
    async handle({ params: { queue }, query, call }, deps) {
      const { view: seen, figures } = await readMonth(deps, call, queue, asked(query));
      return { body: { view: seen, ...figures } };
    },
  }),
  figureRoute({
    method: 'GET',
    path: '/v1/indicators/queues/{queue}/series',
    id: 'readQueueSeries',
    tag,
    summary: 'The months of a queue in order, each as last published',
    action: 'indicator.read',
    params,
    query: z.strictObject({ months: z.coerce.number().int().min(1).max(MOST_MONTHS).optional() }),
    response: z.strictObject({ view, points: z.array(seriesPointSchema) }),
    async handle({ params: { queue }, query, call }, deps) {
      const { view: seen, figures } = await readSeries(deps, call, queue, query.months);
      return { body: { view: seen, points: [...figures] } };
    },
  }),
  figureRoute({
    method: 'GET',
    path: '/v1/indicators/duties',
    id: 'readDutyIndicators',
    tag,
    summary: 'The figures of the dated duties: health checks, budgets, assessments, advice',
    action: 'indicator.read',
    response: z.strictObject({ view, duties: dutyFiguresSchema }),
    async handle({ call }, deps) {
      const { view: seen, figures: duties } = await readDuties(deps, call);
      return { body: { view: seen, duties } };
    },
  }),
  figureRoute({
    method: 'GET',
    path: '/v1/indicators/queues/{queue}/capacity',
    id: 'readQueueCapacity',
    tag,
    summary: 'What a queue needs to keep its target by a day, and how it would go on',
    description:
      'What is left out is the mean of the last six months. Each figure holds under the assumptions sent with it.',
    action: 'indicator.read',
    params,
    query: capacityQuerySchema,
    response: capacitySchema,
    async handle({ params: { queue }, query, call }, deps) {
      return { body: capacityWire(await readCapacity(deps, call, queue, { ...query, by: query.by ?? AIM_DAY })) };
    },
  }),
];

/** What was asked, without what was left out. */
function asked<T extends object>(query: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
