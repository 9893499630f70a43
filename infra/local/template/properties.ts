import * as z from 'zod';
import type { ResolvedResource } from './resolver.ts';

/** A property that changes nothing on one machine: encryption, tags, monitoring, what a person reads. */
export const noEffect = z.unknown().optional();

/** CloudFormation takes numbers and booleans as text as well. */
export const wholeNumber = z.coerce.number().int();
export const truth = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/**
 * Reads a resource's properties with a strict schema: a property the schema does not name stops the start, because what
 * the template says and nothing here does would be a difference from AWS that nobody sees.
 * @throws Error that names the resource and every property at fault.
 */
export function readProperties<Schema extends z.ZodType>(resource: ResolvedResource, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(resource.properties);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'properties'}: ${issue.message}`);
  throw new Error(
    `The local cloud cannot run ${resource.stack}/${resource.logicalId} (${resource.type}): ${faults.join('; ')}`,
  );
}
