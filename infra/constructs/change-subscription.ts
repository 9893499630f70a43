import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** Which function follows which table's changes. */
export interface ChangeSubscriptionProps {
  readonly table: Table;
  readonly consumer: ServiceFunction;
  /** Receives where a change stands that was tried too often: its place in the stream, not its content. The consumer takes from it, and puts into it. */
  readonly givenUp: IQueue;
}

/** Changes handed over at once: small enough that a batch split in two after a failure soon finds the one at fault. */
const BATCH_SIZE = 100;

/** Tries of one change before it is set aside. The stream waits behind it, so this is bounded well under a day. */
const RETRIES = 10;

/**
 * Delivers every committed change of a table to a function, in order for each item and at least once. A function that answers
 * with the changes it failed on gets those again and no others; one that throws gets its batch in halves.
 */
export class ChangeSubscription extends Construct {
  constructor(scope: Construct, id: string, props: ChangeSubscriptionProps) {
    super(scope, id);
    const stream = props.table.tableStreamArn;
    if (!stream) throw new Error(`${props.table.node.path} has no stream to subscribe to`);
    props.consumer.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [stream],
      }),
    );
    props.consumer.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.givenUp.queueArn] }),
    );
    new EventSourceMapping(this, 'Mapping', {
      target: props.consumer,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: BATCH_SIZE,
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: RETRIES,
      maxRecordAge: Duration.hours(12),
      onFailure: { bind: () => ({ destination: props.givenUp.queueArn }) },
    }).node.addDependency(props.consumer.role ?? props.consumer);
  }
}
