import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { ConsumedQueue } from './consumed-queue.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';
import type { ServiceFunction } from './service-function.ts';

/** Which function takes back what it gave up. */
export interface RedriveQueueProps {
  readonly deadLetters: DeadLetterQueue;
  readonly consumer: ServiceFunction;
  readonly encryptionKey: IKey;
}

/**
 * The way back from a dead-letter queue that no other queue leads to: an operator moves what waits there into this one (`npm run redrive`),
 * and the function that gave it up takes it again, one at a time. What it fails on goes back to where it came from.
 */
export class RedriveQueue extends ConsumedQueue {
  constructor(scope: Construct, id: string, props: RedriveQueueProps) {
    super(scope, id, { ...props, batchSize: 1, tries: 3 });
  }
}
