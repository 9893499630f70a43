import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which function takes back what it gave up. */
export interface RedriveQueueProps {
  readonly deadLetters: DeadLetterQueue;
  readonly consumer: ServiceFunction;
  readonly encryptionKey: IKey;
}

/** Times that one is tried before it is set aside again. */
const TRIES = 3;

/**
 * The way back from a dead-letter queue that no other queue leads to: an operator moves what waits there into this one (`npm run redrive`),
 * and the function that gave it up takes it again, one at a time. What it fails on goes back to where it came from.
 */
export class RedriveQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { deadLetters, consumer, encryptionKey }: RedriveQueueProps) {
    super(scope, id);
    const { timeout } = consumer;
    if (timeout === undefined) throw new Error(`The function ${consumer.folder} has no timeout`);
    this.queue = new Queue(scope, `${id}Queue`, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      // What is in work comes to nobody else.
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: TRIES },
    });
    consumer.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: [this.queue.queueArn],
      }),
    );
    new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1,
      reportBatchItemFailures: true,
    }).node.addDependency(consumer.role ?? consumer);
  }
}
