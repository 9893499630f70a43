import * as z from 'zod';
import type { IamStatement } from '../store/iam-statement.ts';
import type { TableDefinition } from '../store/table-definition.ts';
import { noEffect, readProperties, truth } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';
import { statementSchema } from './statements.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const propertiesSchema = z.strictObject({
  TableName: noEffect,
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.strictObject({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
        ContributorInsightsSpecification: noEffect,
        OnDemandThroughput: noEffect,
      }),
    )
    .default([]),
  StreamSpecification: z
    .strictObject({ StreamViewType: z.literal('NEW_AND_OLD_IMAGES'), ResourcePolicy: noEffect })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string(), Enabled: truth }).optional(),
  ResourcePolicy: z
    .strictObject({
      PolicyDocument: z.strictObject({
        Version: noEffect,
        Statement: z.array(z.looseObject({ Effect: z.enum(['Allow', 'Deny']) })),
      }),
    })
    .optional(),
  BillingMode: z.literal('PAY_PER_REQUEST'),
  ContributorInsightsSpecification: noEffect,
  DeletionProtectionEnabled: noEffect,
  OnDemandThroughput: noEffect,
  PointInTimeRecoverySpecification: noEffect,
  SSESpecification: noEffect,
  TableClass: noEffect,
  Tags: noEffect,
});

/** A table of the template. */
export interface LocalTable {
  readonly definition: TableDefinition;
  readonly arn: string;
  readonly streamArn: string | undefined;
  /** What the table's own policy refuses everybody, whatever their role grants. */
  readonly denials: readonly IamStatement[];
}

/** Reads a table as the store wants it. */
export function readTable(resource: ResolvedResource): LocalTable {
  const properties = readProperties(resource, propertiesSchema);
  const arn = resource.identity.attributes['Arn'] ?? '';
  const timeToLive = properties.TimeToLiveSpecification;
  return {
    arn,
    streamArn: properties.StreamSpecification ? resource.identity.attributes['StreamArn'] : undefined,
    definition: {
      name: resource.identity.ref,
      keySchema: properties.KeySchema,
      attributeDefinitions: properties.AttributeDefinitions,
      indexes: properties.GlobalSecondaryIndexes.map((index) => ({
        name: index.IndexName,
        keySchema: index.KeySchema,
        projection: {
          ProjectionType: index.Projection.ProjectionType,
          ...(index.Projection.NonKeyAttributes ? { NonKeyAttributes: index.Projection.NonKeyAttributes } : {}),
        },
      })),
      stream: properties.StreamSpecification !== undefined,
      ...(timeToLive?.Enabled ? { ttlAttribute: timeToLive.AttributeName } : {}),
    },
    denials: (properties.ResourcePolicy?.PolicyDocument.Statement ?? []).map((statement) =>
      denialOf(resource, statement, arn),
    ),
  };
}

/** A statement of the table's own policy, as part of every role's: only refusals of everybody can be told that way. */
function denialOf(resource: ResolvedResource, statement: Record<string, unknown>, arn: string): IamStatement {
  const { Principal: principal, ...rest } = statement;
  const everybody = principal === '*' || JSON.stringify(principal) === '{"AWS":"*"}';
  if (rest['Effect'] !== 'Deny' || !everybody) {
    throw new Error(`The policy of ${resource.logicalId} does more than refuse everybody something: not known here`);
  }
  return statementSchema.parse({ ...rest, Resource: [arn, `${arn}/*`] });
}
