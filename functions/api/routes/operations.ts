import * as z from 'zod';
import {
  LATE_AFTER_MINUTES,
  MOST_LATE_COUNTED,
  type Operations,
  readOperations,
} from '../../../shared/application/messages/read-operations.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { channels } from '../../../shared/domain/message/channel.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';

const runSchema = z.strictObject({
  day: localDateSchema,
  /** When it was due. */
  time: instantSchema,
  complete: z.boolean(),
  /** How many of what: `examined`, `raised`, `already-had`, `failed` and so on. */
  counts: z.record(z.string(), z.int()),
});

const operationsSchema = z.strictObject({
  asAt: instantSchema,
  schedules: z.array(z.strictObject({ schedule: z.string(), isMissing: z.boolean(), runs: z.array(runSchema) })),
  deadLetters: z.array(z.strictObject({ queue: z.string(), waiting: z.int().nullable() })),
  lateMessages: z
    .int()
    .min(0)
    .max(MOST_LATE_COUNTED)
    .meta({ description: `Due for over ${LATE_AFTER_MINUTES} minutes; at most ${MOST_LATE_COUNTED} are counted` }),
  webhooks: z.array(z.strictObject({ id: opaqueIdSchema, name: z.string(), isOn: z.boolean(), failures: z.int() })),
  failedMessages: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      channel: z.enum(channels),
      settledAt: instantSchema.nullable(),
      problem: z.string().nullable(),
    }),
  ),
  unreachableTeams: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

export const operationsRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/operations',
    id: 'readOperations',
    tag: 'Operations',
    summary: 'Whether the schedules ran, what was set aside, and what could not be sent',
    action: 'operations.read',
    response: operationsSchema,
    async handle({ call }, deps) {
      return { body: wireOf(await readOperations(deps, call)) };
    },
  }),
];

function wireOf(operations: Operations) {
  const { asAt, schedules, deadLetters, lateMessages, troubledWebhooks, failedMessages, unreachableTeams } = operations;
  return {
    asAt,
    schedules: schedules.map(({ schedule, isMissing, runs }) => ({
      schedule,
      isMissing,
      runs: runs.map(({ day, time, complete, counts }) => ({ day, time, complete, counts: { ...counts } })),
    })),
    deadLetters: [...deadLetters],
    lateMessages,
    webhooks: troubledWebhooks.map(({ id, name, isOn, failures }) => ({ id, name, isOn, failures })),
    failedMessages: failedMessages.map(({ id, channel, settledAt, problem }) => ({ id, channel, settledAt, problem })),
    unreachableTeams: [...unreachableTeams],
  };
}
