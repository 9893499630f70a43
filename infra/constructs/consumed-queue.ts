import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which function takes from the queue, and how. */
export interface ConsumedQueueProps {
  readonly consumer: ServiceFunction;
  /** Messages handed over at once. */
  readonly batchSize: number;
  /** Times that one is tried before it is set aside. */
  readonly tries: number;
  /** Receives what was tried too often. */
  readonly deadLetters: DeadLetterQueue;
  readonly encryptionKey: IKey;
}

/** A queue that one function takes from, at least once and in no order. What it fails on comes again, and too often is set aside. */
export class ConsumedQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: ConsumedQueueProps) {
    super(scope, id);
    const { consumer, batchSize, tries, deadLetters, encryptionKey } = props;
    const { timeout } = consumer;
    if (timeout === undefined) throw new Error(`The function ${consumer.folder} has no timeout`);
    this.queue = new Queue(scope, `${id}Queue`, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      // Six times what the function may take, as Lambda asks for: what is in work comes to nobody else.
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
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
      batchSize,
      reportBatchItemFailures: true,
    }).node.addDependency(consumer.role ?? consumer);
  }

  /** Lets a service put messages into the queue, for one thing of this account alone. */
  letIn(service: string, sourceArn: string): void {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': sourceArn } },
      }),
    );
  }
}
