import { Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeliveredLogGroup } from './delivered-log-group.ts';

/** What is noted of a request at the edge: neither path, query, address, cookie nor referrer. */
export const EDGE_LOG_FIELDS = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'x-edge-result-type',
  'x-edge-response-result-type',
  'x-edge-detailed-result-type',
  'cs-method',
  'cs-protocol-version',
  'ssl-protocol',
  'sc-status',
  'sc-bytes',
  'time-taken',
] as const;

/** Which requests are noted, and where. */
export interface EdgeAccessLogProps {
  readonly distribution: Distribution;
  readonly log: DeliveredLogGroup;
}

/**
 * The distribution's access log, with chosen fields only. CloudFront's older log cannot leave fields out, and would keep
 * the path, query and address of every visit of every family.
 */
export class EdgeAccessLog extends Construct {
  constructor(scope: Construct, id: string, props: EdgeAccessLogProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const source = new CfnDeliverySource(this, 'Source', {
      name: `${stack.stackName}-access`,
      logType: 'ACCESS_LOGS',
      resourceArn: props.distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: `${stack.stackName}-access`,
      deliveryDestinationType: 'CWL',
      outputFormat: 'json',
      destinationResourceArn: props.log.plainArn,
    });
    new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.ref,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...EDGE_LOG_FIELDS],
    });
  }
}
