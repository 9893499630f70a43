import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** How a delivered log is kept. */
export interface DeliveredLogGroupProps {
  readonly encryptionKey: Key;
  readonly retention: RetentionDays;
  /** Only where the writer asks for a name of a certain form. */
  readonly logGroupName?: string;
}

/** A log group that other AWS services write to: the gateway, the firewall, the distribution. */
export class DeliveredLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, props: DeliveredLogGroupProps) {
    super(scope, id, { ...props, removalPolicy: RemovalPolicy.RETAIN });
    const { account, region, partition } = Stack.of(this);
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logGroupArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:${region}:${account}:*` },
        },
      }),
    );
  }

  /** Its ARN without the `:*` that stands for its streams: what the services that write to it ask for. */
  get plainArn(): string {
    const { account, region, partition } = Stack.of(this);
    return `arn:${partition}:logs:${region}:${account}:log-group:${this.logGroupName}`;
  }
}
