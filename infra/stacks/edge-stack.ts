import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  GeoRestriction,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import type { Configuration } from '../config.ts';
import { DeliveredLogGroup } from '../constructs/delivered-log-group.ts';
import { EdgeAccessLog } from '../constructs/edge-access-log.ts';
import { EncryptionKey } from '../constructs/encryption-key.ts';
import { Firewall } from '../constructs/firewall.ts';
import { SecurityHeaders } from '../constructs/security-headers.ts';

/** Where CloudFront looks for certificates and firewalls, and nowhere else. */
export const EDGE_REGION = 'us-east-1';

/** What stands in front of what. */
export interface EdgeStackProps extends StackProps {
  readonly configuration: Configuration;
  /** Host name of the gateway: a name and not a reference, so that stacks of two regions need not exchange values. */
  readonly originDomain: string;
}

/** What people reach: a distribution with firewall, security headers and certificate, before the gateway in London. It keeps nothing. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props);
    const { configuration } = props;
    const encryptionKey = new EncryptionKey(this, 'Key', { description: 'Encrypts the logs of the edge' }).allowLogs();
    const log = { encryptionKey, retention: configuration.logRetentionDays };
    const firewall = new Firewall(this, 'Firewall', {
      requestsPerAddress: configuration.requestsPerAddress,
      log: new DeliveredLogGroup(this, 'FirewallLog', { ...log, logGroupName: `aws-waf-logs-${this.stackName}` }),
    });
    const common = {
      origin: new HttpOrigin(props.originDomain, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: new SecurityHeaders(this, 'Headers'),
      compress: true,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: configuration.domain,
      domainNames: [configuration.domain],
      certificate: new Certificate(this, 'Certificate', {
        domainName: configuration.domain,
        validation: CertificateValidation.fromDns(),
      }),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      geoRestriction: GeoRestriction.allowlist(...configuration.countries),
      webAclId: firewall.arn,
      defaultBehavior: {
        ...common,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        // Pages and answers are personal: none is ever kept at the edge.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      },
      additionalBehaviors: {
        '/assets/*': {
          ...common,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        },
      },
    });
    new EdgeAccessLog(this, 'AccessLog', { distribution, log: new DeliveredLogGroup(this, 'RequestLog', log) });
    new CfnOutput(this, 'Target', {
      description: `Point ${configuration.domain} here`,
      value: distribution.distributionDomainName,
    });
  }
}
