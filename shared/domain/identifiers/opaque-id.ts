import * as z from 'zod';

const shape = /^[A-Za-z0-9_-]{16}$/;

/** An id of ours: 96 bits in base64url, 16 characters that say nothing about anybody. */
export const opaqueIdSchema = z
  .string()
  .regex(shape, { error: 'An id has 16 letters, digits, hyphens and underscores' })
  .meta({ description: 'Opaque id, 16 base64url characters', examples: ['Zk3v0bq1T-9xA_2c'] });
