import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where what could not be done waits for a person: encrypted, kept for 14 days, the longest a queue keeps anything. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: { readonly encryptionKey: IKey }) {
    super(scope, id, {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: props.encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }
}
