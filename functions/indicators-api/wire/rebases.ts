/** Where charts are drawn anew, as programs see it. */
import * as z from 'zod';
import { type ChartRebases, inForce, rebaseEventSchema } from '../../../shared/domain/board/chart-rebases.ts';
import { queueCodeSchema } from '../../../shared/domain/policy/policy.ts';
import { writerWireSchema } from './risk.ts';

const eventSchema = rebaseEventSchema
  .pick({ kind: true, measure: true, from: true, reason: true, at: true })
  .extend({ by: writerWireSchema });

export const rebasesWireSchema = z.strictObject({
  queue: queueCodeSchema,
  version: z.int().min(0),
  inForce: z.array(eventSchema).meta({ description: 'Where the limits begin anew, of every chart' }),
  history: z.array(eventSchema),
});

export function rebasesWire({ queue, version, events }: ChartRebases): z.output<typeof rebasesWireSchema> {
  return { queue, version, inForce: inForce({ events }).map(eventWire), history: events.map(eventWire) };
}

function eventWire({ kind, measure, from, reason, at, by: { name, role } }: ChartRebases['events'][number]) {
  return { kind, measure, from, reason, at, by: { name, role } };
}
