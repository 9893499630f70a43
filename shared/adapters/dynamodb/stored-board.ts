/** How the board's papers are stored: one item each, with its version. */
import * as z from 'zod';
import { chartRebasesSchema } from '../../domain/board/chart-rebases.ts';
import { riskSchema } from '../../domain/board/risk.ts';
import type { ItemShape } from './stored-item.ts';

const kept = { pk: z.string(), sk: z.string(), v: z.int().min(1), schema: z.int() } as const;

export const storedRiskSchema = z.strictObject({ ...kept, risk: riskSchema });
export const riskShape: ItemShape<z.output<typeof storedRiskSchema>> = {
  name: 'risk',
  schema: 1,
  upcasts: {},
  stored: storedRiskSchema,
};

export const storedRebasesSchema = z.strictObject({ ...kept, rebases: chartRebasesSchema });
export const rebasesShape: ItemShape<z.output<typeof storedRebasesSchema>> = {
  name: 'rebases of a queue',
  schema: 1,
  upcasts: {},
  stored: storedRebasesSchema,
};
