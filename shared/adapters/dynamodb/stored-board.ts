/** How the board's papers are stored: one item each, with its version. */
import * as z from 'zod';
import { boardPackSchema } from '../../domain/board/board-pack.ts';
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

export const storedPackSchema = z.strictObject({ ...kept, pack: boardPackSchema });
export const packShape: ItemShape<z.output<typeof storedPackSchema>> = {
  name: 'board pack',
  schema: 1,
  upcasts: {},
  stored: storedPackSchema,
};

/** The text is kept as it was signed: what is in it is parsed when it is shown. */
export const storedCopySchema = z.strictObject({ ...kept, text: z.string() });
export const copyShape: ItemShape<z.output<typeof storedCopySchema>> = {
  name: 'copy of a signed board pack',
  schema: 1,
  upcasts: {},
  stored: storedCopySchema,
};
