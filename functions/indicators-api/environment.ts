import * as z from 'zod';

/** What the function reads from its environment at start; the infrastructure must supply every key (checked by type). */
export const environmentSchema = z.object({
  /** The deployment's name: 'local', 'test', 'production'. */
  STAGE: z.string().min(1),
  /** Name of the table of published figures: the only one that the function can reach. */
  INDICATORS_TABLE: z.string().min(1),
});
