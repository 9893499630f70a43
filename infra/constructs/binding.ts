import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/**
 * The value of an environment variable together with the grants that a function holding it needs. One is never given
 * without the other, so a name without rights, or rights without a name, cannot be written down.
 */
export interface Binding {
  readonly value: string;
  readonly statements: readonly PolicyStatement[];
}

/** What the repositories do with a table: single items and queries. Whatever else DynamoDB can do is never granted. */
export type TableAction = 'GetItem' | 'PutItem' | 'Query' | 'BatchGetItem';

/** Rights to a table. */
export interface TableUse {
  readonly actions: readonly TableAction[];
  /** Indexes that are queried. */
  readonly indexes?: readonly string[];
  /** Patterns that the partition key must match (`*` stands for anything), when not every item may be touched. */
  readonly leadingKeys?: readonly string[];
}

/** A table's name, with these rights to it: several where some items may be touched otherwise than others. */
export function tableBinding(table: Table, ...uses: readonly TableUse[]): Binding {
  return { value: table.tableName, statements: uses.flatMap((use) => statementsOf(table, use)) };
}

function statementsOf(table: Table, use: TableUse): readonly PolicyStatement[] {
  const conditions = use.leadingKeys
    ? { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...use.leadingKeys] } }
    : undefined;
  const statement = (actions: readonly TableAction[], resources: string[]): PolicyStatement =>
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources,
      ...(conditions ? { conditions } : {}),
    });
  const indexes = use.indexes ?? [];
  return [
    statement(use.actions, [table.tableArn]),
    ...(indexes.length > 0
      ? [
          statement(
            ['Query'],
            indexes.map((index) => `${table.tableArn}/index/${index}`),
          ),
        ]
      : []),
  ];
}

/** A secret's ARN, with the right to read its present value. */
export function secretBinding(secret: Secret): Binding {
  return {
    value: secret.secretArn,
    statements: [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] })],
  };
}

/** The names and addresses of queues, as `Name=URL,…`, with the right to ask how much waits in them. */
export function depthsBinding(queues: readonly Queue[]): Binding {
  return {
    value: queues.map((queue) => `${queue.node.id}=${queue.queueUrl}`).join(','),
    statements: [
      new PolicyStatement({
        actions: ['sqs:GetQueueAttributes'],
        resources: queues.map(({ queueArn }) => queueArn),
      }),
    ],
  };
}

/** A bus's name, with the right to publish on it. */
export function busBinding(bus: EventBus): Binding {
  return {
    value: bus.eventBusName,
    statements: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] })],
  };
}
