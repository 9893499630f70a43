import * as z from 'zod';

const words = z.string().transform((text) => text.split(' ').filter((word) => word !== ''));

/** What the function reads from its environment at start; the infrastructure must supply every key (checked by type). */
export const environmentSchema = z.object({
  /** The deployment's name: 'local', 'test', 'production'. */
  STAGE: z.string().min(1),
  /** Name of the table of records, of which the function may read staff and sessions, and renew or end sessions. */
  RECORDS_TABLE: z.string().min(1),
  /** Issuer of the API's access tokens. */
  TOKEN_ISSUER: z.url(),
  /** Client ids whose tokens are taken, between spaces. */
  TOKEN_AUDIENCE: words,
  /** Scopes of which a token needs one, between spaces. */
  TOKEN_SCOPES: words,
});

/** The parsed environment. */
export type Environment = z.output<typeof environmentSchema>;
