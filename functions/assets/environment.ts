import * as z from 'zod';

/** What the function reads from its environment at start: nothing. It holds what it serves. */
export const environmentSchema = z.object({});
