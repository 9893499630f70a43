import { type EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ConsumedQueue } from './consumed-queue.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which function takes which events. */
export interface EventSubscriptionProps {
  readonly bus: EventBus;
  readonly pattern: EventPattern;
  readonly consumer: ServiceFunction;
  /** Receives what was tried too often, and what could not be put into the queue. */
  readonly deadLetters: DeadLetterQueue;
  readonly encryptionKey: IKey;
}

/** Hands events of the bus to a function through a queue of its own. */
export class EventSubscription extends ConsumedQueue {
  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    const { bus, pattern, consumer, deadLetters, encryptionKey } = props;
    super(scope, id, { consumer, batchSize: 10, tries: 5, deadLetters, encryptionKey });
    // Known by its ARN alone: the library would otherwise open the key to the bus without a condition. The key lets the
    // bus of this account in as it is, and the queue lets this rule in.
    const known = Queue.fromQueueAttributes(this, 'Known', { queueArn: this.queue.queueArn });
    const rule = new Rule(this, 'Rule', {
      description: `What ${consumer.folder} follows`,
      eventBus: bus,
      eventPattern: pattern,
      targets: [new SqsQueue(known, { deadLetterQueue: deadLetters })],
    });
    this.letIn('events.amazonaws.com', rule.ruleArn);
  }
}
