import * as z from 'zod';

/** What the function reads from its environment at start; the infrastructure must supply every key (checked by type). */
export const environmentSchema = z.object({
  /** The deployment's name: 'local', 'test', 'production'. */
  STAGE: z.string().min(1),
  /** Name of the table that messages are kept in. */
  RECORDS_TABLE: z.string().min(1),
});

/** The parsed environment. */
export type Environment = z.output<typeof environmentSchema>;
