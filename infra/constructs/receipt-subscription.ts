import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, type Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { ConsumedQueue } from './consumed-queue.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which function takes what a topic is told. */
export interface ReceiptSubscriptionProps {
  readonly topic: Topic;
  readonly consumer: ServiceFunction;
  /** Receives what was tried too often, and what could not be put into the queue. */
  readonly deadLetters: DeadLetterQueue;
  readonly encryptionKey: IKey;
}

/** Hands what a topic is told to a function through a queue of its own, as it was told. */
export class ReceiptSubscription extends ConsumedQueue {
  constructor(scope: Construct, id: string, { topic, consumer, deadLetters, encryptionKey }: ReceiptSubscriptionProps) {
    super(scope, id, { consumer, batchSize: 10, tries: 5, deadLetters, encryptionKey });
    this.letIn('sns.amazonaws.com', topic.topicArn);
    new Subscription(this, 'Subscription', {
      topic,
      protocol: SubscriptionProtocol.SQS,
      endpoint: this.queue.queueArn,
      rawMessageDelivery: true,
      deadLetterQueue: deadLetters,
    });
  }
}
