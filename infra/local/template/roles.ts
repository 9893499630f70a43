import * as z from 'zod';
import type { IamStatement } from '../store/iam-statement.ts';
import { noEffect, readProperties } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';
import { policyDocumentSchema } from './statements.ts';

const roleSchema = z.strictObject({
  RoleName: noEffect,
  Description: noEffect,
  Tags: noEffect,
  Path: noEffect,
  MaxSessionDuration: noEffect,
  AssumeRolePolicyDocument: z.looseObject({
    Statement: z.array(z.looseObject({ Effect: z.string(), Principal: z.unknown() })),
  }),
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocumentSchema })).default([]),
});

const policySchema = z.strictObject({
  PolicyName: noEffect,
  ManagedPolicyName: noEffect,
  Description: noEffect,
  Path: noEffect,
  PolicyDocument: policyDocumentSchema,
  Roles: z.array(z.string()).default([]),
});

/** AWS's own managed policies that a role may name, by the last part of their ARN. */
const AWS_POLICIES: Readonly<Record<string, readonly IamStatement[]>> = {
  AWSLambdaBasicExecutionRole: [
    {
      Sid: 'AWSLambdaBasicExecutionRole',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  ],
  AWSXRayDaemonWriteAccess: [
    {
      Sid: 'AWSXRayDaemonWriteAccess',
      Effect: 'Allow',
      Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      Resource: '*',
    },
  ],
};

/** A role with everything that its policies say, however they are attached. */
export interface LocalRole {
  readonly name: string;
  readonly arn: string;
  /** AWS services that may take the role: 'lambda.amazonaws.com'. */
  readonly takenBy: readonly string[];
  readonly statements: readonly IamStatement[];
}

/**
 * Reads every role with its inline policies, the policies that name it, and its managed policies.
 * @throws Error when a role names a managed policy that is neither in the template nor known here.
 */
export function readRoles(resources: readonly ResolvedResource[]): readonly LocalRole[] {
  const policies = resources
    .filter(({ type }) => type === 'AWS::IAM::Policy' || type === 'AWS::IAM::ManagedPolicy')
    .map((resource) => ({ arn: resource.identity.ref, ...readProperties(resource, policySchema) }));
  return resources
    .filter(({ type }) => type === 'AWS::IAM::Role')
    .map((resource) => {
      const properties = readProperties(resource, roleSchema);
      const named = policies.filter(
        ({ Roles, arn }) => Roles.includes(resource.identity.ref) || properties.ManagedPolicyArns.includes(arn),
      );
      const foreign = properties.ManagedPolicyArns.filter((arn) => !policies.some((policy) => policy.arn === arn));
      return {
        name: resource.identity.ref,
        arn: resource.identity.attributes['Arn'] ?? '',
        takenBy: properties.AssumeRolePolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(
          ({ Principal }) => servicesOf(Principal),
        ),
        statements: [
          ...properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
          ...named.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
          ...foreign.flatMap((arn) => awsPolicy(resource, arn)),
        ],
      };
    });
}

function awsPolicy(resource: ResolvedResource, arn: string): readonly IamStatement[] {
  const statements = AWS_POLICIES[arn.split('/').at(-1) ?? ''];
  if (!statements) throw new Error(`The role ${resource.logicalId} has a managed policy not known here: ${arn}`);
  return statements;
}

function servicesOf(principal: unknown): readonly string[] {
  if (principal === null || typeof principal !== 'object' || !('Service' in principal)) return [];
  return [principal.Service].flat().filter((service) => typeof service === 'string');
}
