/** A risk as programs see it. */
import * as z from 'zod';
import {
  isOverdue,
  type Risk,
  ratings,
  riskDetailsSchema,
  riskEventSchema,
  riskSchema,
  scoreOf,
} from '../../../shared/domain/board/risk.ts';
import { writerSchema } from '../../../shared/domain/board/writer.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';

export const writerWireSchema = writerSchema.omit({ id: true });

export const riskWireSchema = z.strictObject({
  id: riskSchema.shape.id,
  version: riskSchema.shape.version,
  level: riskSchema.shape.level.meta({
    description: 'Who watches it: the Performance and Compliance Group, or the board',
  }),
  isOpen: z.boolean(),
  ...riskDetailsSchema.shape,
  score: z.int().meta({ description: 'Likelihood times impact' }),
  rating: z.enum(ratings),
  overdue: z.boolean().meta({ description: 'It is open and its owner’s day has passed' }),
  history: z.array(
    riskEventSchema
      .pick({ kind: true, at: true, on: true, reason: true, likelihood: true, impact: true })
      .extend({ by: writerWireSchema }),
  ),
});

export function riskWire(risk: Risk, today: LocalDate): z.output<typeof riskWireSchema> {
  const { id, version, level, isOpen, details, events } = risk;
  return {
    ...{ id, version, level, isOpen },
    ...details,
    ...scoreOf(details),
    overdue: isOverdue(risk, today),
    history: events.map(({ kind, at, on, reason, likelihood, impact, by: { name, role } }) => ({
      ...{ kind, at, on, reason, likelihood, impact },
      by: { name, role },
    })),
  };
}
