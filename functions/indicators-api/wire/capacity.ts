/** What is asked of a queue's capacity, and what is told: no field of it is about anybody. */
import * as z from 'zod';
import type { CapacityAnswer } from '../../../shared/application/indicators/read-capacity.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { views } from '../../../shared/domain/indicator/figure.ts';
import { stampSchema } from '../../../shared/domain/indicator/stamp.ts';
import { type Fraction, roundHalfUp } from '../../../shared/domain/number/fraction.ts';

const rate = z.coerce.number().min(0).max(10_000).optional();
export const capacityQuerySchema = z.strictObject({
  demand: rate.meta({ description: 'People referred a week' }),
  slots: rate.meta({ description: 'First appointments a week' }),
  missedPercent: z.coerce.number().min(0).max(95).optional(),
  queue: z.coerce.number().int().min(0).max(100_000).optional().meta({ description: 'People on the list' }),
  targetWeeks: z.coerce.number().int().min(1).max(520).optional(),
  by: localDateSchema.optional(),
});

const bandSchema = z.strictObject({ low: z.number(), middle: z.number(), high: z.number() });
const known = z.number().nullable();
export const capacitySchema = z.strictObject({
  view: z.enum(views),
  stamp: stampSchema,
  given: z.strictObject({
    demand: known,
    slots: known,
    missedPercent: z.number(),
    queue: known,
    targetWeeks: z.number(),
  }),
  outcome: z
    .strictObject({
      load: known,
      growth: z.number(),
      targetQueue: z.number(),
      reliefCapacity: known,
      targetCapacity: known,
      weeksToTarget: known,
      flags: z.array(z.string()),
      assumptions: z.array(z.string()),
      slotsNeeded: known,
      weeksLeft: z.int(),
      forecast: z.array(z.strictObject({ week: z.int(), queue: bandSchema, waitWeeks: bandSchema.nullable() })),
    })
    .nullable(),
});

export function capacityWire({ view, figures, given, outcome }: CapacityAnswer): z.output<typeof capacitySchema> {
  const exact = (value: Fraction | null) => (value === null ? null : roundHalfUp(value, 4));
  return {
    view,
    stamp: figures.stamp,
    given,
    outcome:
      outcome === undefined
        ? null
        : {
            load: exact(outcome.position.load),
            growth: roundHalfUp(outcome.position.growth, 4),
            targetQueue: roundHalfUp(outcome.position.targetQueue, 4),
            reliefCapacity: exact(outcome.position.reliefCapacity),
            targetCapacity: exact(outcome.position.targetCapacity),
            weeksToTarget: exact(outcome.position.weeksToTarget),
            flags: [...outcome.position.flags],
            assumptions: [...outcome.position.assumptions],
            slotsNeeded: outcome.whatItTakes.slots,
            weeksLeft: outcome.weeksLeft,
            forecast: outcome.forecast.map(({ week, queue, waitWeeks }) => ({ week, queue, waitWeeks })),
          },
  };
}
