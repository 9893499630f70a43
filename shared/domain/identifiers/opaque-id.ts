import * as z from 'zod';

const shape = /^[A-Za-z0-9_-]{16}$/;

/** Whether a text has the shape of our ids: 96 bits in base64url, 16 characters that say nothing about anybody. */
export function isOpaqueId(text: string): boolean {
  return shape.test(text);
}

/** The schema of one kind of id. Each kind has its own brand, so that ids of two kinds cannot be mixed up. */
export function opaqueId<Brand extends string>() {
  return z
    .string()
    .regex(shape, { error: 'An id has 16 letters, digits, hyphens and underscores' })
    .meta({ description: 'Opaque id, 16 base64url characters', examples: ['Zk3v0bq1T-9xA_2c'] })
    .brand<Brand>();
}

/** The id of a person. */
export const personIdSchema = opaqueId<'PersonId'>();
/** The id of a person. */
export type PersonId = z.output<typeof personIdSchema>;

/** The id of a referral. */
export const referralIdSchema = opaqueId<'ReferralId'>();
/** The id of a referral. */
export type ReferralId = z.output<typeof referralIdSchema>;
