import { Duration } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which function takes which events. */
export interface EventSubscriptionProps {
  readonly bus: EventBus;
  readonly pattern: EventPattern;
  readonly consumer: ServiceFunction;
  /** Longest that the function runs. */
  readonly timeout: Duration;
  /** Receives what was tried too often, and what could not be put into the queue. */
  readonly deadLetters: DeadLetterQueue;
  readonly encryptionKey: IKey;
}

/** Events handed over at once. */
const BATCH_SIZE = 10;
/** Times that an event is tried before it is set aside. */
const TRIES = 5;

/**
 * Hands events of the bus to a function through a queue of its own, at least once and in no order. What the function fails on
 * comes again; what it fails on too often is set aside, and so is what could not be put into the queue.
 */
export class EventSubscription extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    super(scope, id);
    const { bus, pattern, consumer, deadLetters, encryptionKey } = props;
    this.queue = new Queue(scope, `${id}Queue`, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      // Six times what the function may take, as Lambda asks for: a batch in work comes to nobody else.
      visibilityTimeout: Duration.seconds(props.timeout.toSeconds() * 6),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: TRIES },
    });
    // Known by its ARN alone: the library would otherwise open the key to the bus without a condition. The key lets the
    // bus of this account in as it is, and the queue lets this rule in.
    const known = Queue.fromQueueAttributes(this, 'Known', { queueArn: this.queue.queueArn });
    const rule = new Rule(this, 'Rule', {
      description: `What ${consumer.folder} follows`,
      eventBus: bus,
      eventPattern: pattern,
      targets: [new SqsQueue(known, { deadLetterQueue: deadLetters })],
    });
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
      }),
    );
    consumer.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: [this.queue.queueArn],
      }),
    );
    new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: BATCH_SIZE,
      reportBatchItemFailures: true,
    }).node.addDependency(consumer.role ?? consumer);
  }
}
