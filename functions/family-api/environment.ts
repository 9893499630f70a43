import * as z from 'zod';

/** What the function reads from its environment at start; the infrastructure must supply every key (checked by type). */
export const environmentSchema = z.object({
  /** The deployment's name: 'local', 'test', 'production'. */
  STAGE: z.string().min(1),
  /** Name of the table of people, referrals and everything worked. */
  RECORDS_TABLE: z.string().min(1),
  /** Name of the table of published figures: what families may be told of their waits. */
  INDICATORS_TABLE: z.string().min(1),
  /** Name of the table that says who did and saw what. */
  AUDIT_TABLE: z.string().min(1),
  /** Secrets Manager id of the JSON secret `{ familyKey, sessionKey, oidcClientSecret }`. */
  SECRETS_ID: z.string().min(1),
});

/** The parsed environment. */
export type Environment = z.output<typeof environmentSchema>;
