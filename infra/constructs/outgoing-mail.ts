import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination, CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';

/** Who writes. */
export interface OutgoingMailProps {
  /** Domain that e-mails come from. */
  readonly domain: string;
  /** Its policy must let SES and SNS use it. */
  readonly encryptionKey: Key;
}

/** What SES says of an e-mail: that it was taken, and that it does not arrive. */
const SAID = ['SEND', 'BOUNCE', 'REJECT'];

/** The domain that SES sends from. Until its three DKIM records are in its DNS, SES sends nothing. */
export class OutgoingMail extends Construct {
  /** Address that e-mails come from, with the right to send from it under the configuration set. */
  readonly from: Binding;
  /** Name of the configuration set that e-mails are sent under. */
  readonly configurationSet: string;
  /** What SES says of each goes here: receipts, with what the e-mail was tagged with and whom it went to. */
  readonly receipts: Topic;

  constructor(scope: Construct, id: string, { domain, encryptionKey }: OutgoingMailProps) {
    super(scope, id);
    const identity = new CfnEmailIdentity(this, 'Domain', { emailIdentity: domain });
    const configuration = new CfnConfigurationSet(this, 'ConfigurationSet');
    this.configurationSet = configuration.ref;
    const stack = Stack.of(this);
    const arnOf = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'ses', resource, resourceName });
    const setArn = arnOf('configuration-set', configuration.ref);
    const from = `updates@${domain}`;
    // SES asks about the address or about its domain, whichever it finds verified.
    const resources = [arnOf('identity', domain), arnOf('identity', from), setArn];
    this.from = { value: from, statements: [new PolicyStatement({ actions: ['ses:SendEmail'], resources })] };

    this.receipts = new Topic(this, 'Receipts', { masterKey: encryptionKey, enforceSSL: true });
    const mayPublish = this.receipts.addToResourcePolicy(
      new PolicyStatement({
        sid: 'SesTells',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.receipts.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': setArn } },
      }),
    );
    const destination = new CfnConfigurationSetEventDestination(this, 'Tells', {
      configurationSetName: configuration.ref,
      eventDestination: {
        enabled: true,
        matchingEventTypes: SAID,
        snsDestination: { topicArn: this.receipts.topicArn },
      },
    });
    // SES tries whether it may publish when it is told to.
    if (mayPublish.policyDependable) destination.node.addDependency(mayPublish.policyDependable);

    const names = [identity.attrDkimDnsTokenName1, identity.attrDkimDnsTokenName2, identity.attrDkimDnsTokenName3];
    const values = [identity.attrDkimDnsTokenValue1, identity.attrDkimDnsTokenValue2, identity.attrDkimDnsTokenValue3];
    new CfnOutput(this, 'DkimRecords', {
      description: `CNAME records for ${domain}, before anything can be sent`,
      value: names.map((name, index) => `${name} ${values[index]}`).join(', '),
    });
  }
}
