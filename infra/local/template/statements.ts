import * as z from 'zod';
import type { IamStatement } from '../store/iam-statement.ts';

const oneOrMany = z.union([z.string(), z.array(z.string())]);

/** One statement of an identity policy, its references resolved. */
export const statementSchema: z.ZodType<IamStatement> = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMany.optional(),
    NotAction: oneOrMany.optional(),
    Resource: oneOrMany.optional(),
    NotResource: oneOrMany.optional(),
    Condition: z.record(z.string(), z.record(z.string(), oneOrMany)).optional(),
  })
  .transform(withoutAbsent);

/** A policy document with its statements. */
export const policyDocumentSchema = z.strictObject({
  Version: z.string().optional(),
  Statement: z.union([z.array(statementSchema), statementSchema.transform((statement) => [statement])]),
});

function withoutAbsent<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(present) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
