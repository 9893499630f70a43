import * as z from 'zod';
import { likeness } from '../store/iam-statement.ts';
import { noEffect, readProperties } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const permissionSchema = z.strictObject({
  Action: z.literal('lambda:InvokeFunction'),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: noEffect,
});

/** Says whether a service may invoke a function for a source: the functions' own policies. */
export type MayInvoke = (functionArn: string, service: string, sourceArn: string) => boolean;

/** Reads every permission to invoke a function. `arnOfFunction` gives the ARN of a function named by name or ARN. */
export function readPermissions(
  resources: readonly ResolvedResource[],
  arnOfFunction: (nameOrArn: string) => string,
): MayInvoke {
  const permissions = resources
    .filter(({ type }) => type === 'AWS::Lambda::Permission')
    .map((resource) => readProperties(resource, permissionSchema))
    .map(({ FunctionName, Principal, SourceArn }) => ({
      functionArn: arnOfFunction(FunctionName),
      service: Principal,
      covers: likeness(SourceArn ?? '*'),
    }));
  return (functionArn, service, sourceArn) =>
    permissions.some(
      (permission) =>
        permission.functionArn === functionArn && permission.service === service && permission.covers(sourceArn),
    );
}
