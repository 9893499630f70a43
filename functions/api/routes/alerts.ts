import * as z from 'zod';
import { alertsOfPerson } from '../../../shared/application/alerts/alerts-of-person.ts';
import { bulkAcknowledge, MOST_ALERTS_AT_ONCE } from '../../../shared/application/alerts/bulk-acknowledge.ts';
import { listAlerts } from '../../../shared/application/alerts/list-alerts.ts';
import { readAlert } from '../../../shared/application/alerts/read-alert.ts';
import {
  acknowledgeAlert,
  acknowledgementSchema,
  snoozeAlert,
  snoozeSchema,
} from '../../../shared/application/alerts/work-alert.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  alertFilterOf,
  alertPageQuery,
  alertPageSchema,
  alertPageWire,
  alertSchema,
  alertWire,
  bulkAcknowledgedSchema,
  bulkAcknowledgedWire,
} from '../wire/alert.ts';

const tag = 'Alerts';
const params = z.strictObject({ alertId: opaqueIdSchema });

export const alertRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/alerts',
    id: 'listAlerts',
    tag,
    summary: 'The alerts of your teams',
    description:
      'Passed on first, then those nobody has taken up, acknowledged, put off; the most serious of each first, then the oldest.',
    action: 'alert.read',
    query: alertPageQuery,
    response: alertPageSchema,
    async handle({ query, call }, deps) {
      const { team, cursor, limit } = query;
      const found = await listAlerts(deps, call, { team, filter: alertFilterOf(query), cursor, limit });
      return { body: alertPageWire(found, call.now) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/alerts/{alertId}',
    id: 'readAlert',
    tag,
    summary: 'An alert with its history',
    action: 'alert.read',
    params,
    response: alertSchema,
    async handle({ params: { alertId }, call }, deps) {
      const { alert } = await readAlert(deps, call, alertId);
      return { body: alertWire(alert), version: alert.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/people/{personId}/alerts',
    id: 'listAlertsOfPerson',
    tag,
    summary: 'The open alerts of a person',
    description: 'Those that you may see, the most serious first.',
    action: 'alert.read',
    params: z.strictObject({ personId: opaqueIdSchema }),
    response: z.strictObject({ alerts: z.array(alertSchema) }),
    async handle({ params: { personId }, call }, deps) {
      return { body: { alerts: (await alertsOfPerson(deps, call, personId)).map(alertWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/alerts/{alertId}/acknowledge',
    id: 'acknowledgeAlert',
    tag,
    summary: 'Take an alert up',
    action: 'alert.work',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: acknowledgementSchema,
    response: alertSchema,
    async handle({ params: { alertId }, body, key, seen, call }, deps) {
      const alert = await acknowledgeAlert(deps, call, alertId, body, seen, key);
      return { body: alertWire(alert), version: alert.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/alerts/{alertId}/snooze',
    id: 'snoozeAlert',
    tag,
    summary: 'Put an alert off until a day, with a reason',
    action: 'alert.work',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: snoozeSchema,
    response: alertSchema,
    async handle({ params: { alertId }, body, key, seen, call }, deps) {
      const alert = await snoozeAlert(deps, call, alertId, body, seen, key);
      return { body: alertWire(alert), version: alert.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/alerts/acknowledge',
    id: 'acknowledgeAlerts',
    tag,
    summary: 'Take several alerts up',
    description: 'Each by itself: one that is refused leaves the others done, and is told with its reason.',
    action: 'alert.work',
    body: acknowledgementSchema.extend({
      alerts: z
        .array(z.strictObject({ id: opaqueIdSchema, version: z.int().min(1) }))
        .min(1)
        .max(MOST_ALERTS_AT_ONCE),
    }),
    response: bulkAcknowledgedSchema,
    async handle({ body: { alerts, ...acknowledgement }, key, call }, deps) {
      const chosen = alerts.map(({ id, version }) => ({ id, seen: version }));
      return { body: bulkAcknowledgedWire(await bulkAcknowledge(deps, call, chosen, acknowledgement, key)) };
    },
  }),
];
