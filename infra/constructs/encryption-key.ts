import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** What a key is for, and through which services it may be used. */
export interface EncryptionKeyProps {
  readonly description: string;
  /**
   * Services that use the key for a caller who has rights to the service's resource: 'dynamodb', 'secretsmanager', 'sqs'.
   * The caller needs no statement about the key in its own policy, and can do nothing with the key but through the service.
   */
  readonly throughServices?: readonly string[];
  /** Services that use the key in their own name: 'cloudwatch.amazonaws.com' to publish on an encrypted topic. */
  readonly byServices?: readonly string[];
}

/** What encrypting and decrypting takes. The wildcards are AWS's own, for variants of one act; a table takes a grant besides. */
const USE = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'] as const;

/** A customer-managed key that turns every year and outlives its stack: what it encrypted is unreadable without it. */
export class EncryptionKey extends Key {
  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id, {
      description: props.description,
      enableKeyRotation: true,
      rotationPeriod: Duration.days(365),
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { account, region } = Stack.of(this);
    for (const service of props.throughServices ?? []) {
      this.addToResourcePolicy(
        new PolicyStatement({
          sid: `Through${service}`,
          principals: [new AnyPrincipal()],
          actions: [...USE, ...(service === 'dynamodb' ? ['kms:CreateGrant'] : [])],
          resources: ['*'],
          conditions: {
            StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': `${service}.${region}.amazonaws.com` },
          },
        }),
      );
    }
    for (const service of props.byServices ?? []) {
      this.addToResourcePolicy(
        new PolicyStatement({
          sid: `By${service.replace(/[^A-Za-z0-9]/g, '')}`,
          principals: [new ServicePrincipal(service)],
          actions: [...USE],
          resources: ['*'],
          conditions: { StringEquals: { 'aws:SourceAccount': account } },
        }),
      );
    }
  }

  /** Lets CloudWatch Logs of this stack's region encrypt the account's log groups with the key. */
  allowLogs(): this {
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'ByLogs',
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: [...USE],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
    return this;
  }
}
