import * as z from 'zod';

/** A short slug: it stands in every key of the store, so it is kept short. */
export const placeIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, 'A place id is 2 to 31 lower-case letters, digits or hyphens');
