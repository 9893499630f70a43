import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Binding } from './binding.ts';

/** Who writes. */
export interface OutgoingMailProps {
  /** Domain that e-mails come from. */
  readonly domain: string;
}

/** The domain that SES sends from. Until its three DKIM records are in its DNS, SES sends nothing. */
export class OutgoingMail extends Construct {
  /** Address that e-mails come from, with the right to send from it. */
  readonly binding: Binding;

  constructor(scope: Construct, id: string, { domain }: OutgoingMailProps) {
    super(scope, id);
    const identity = new CfnEmailIdentity(this, 'Domain', { emailIdentity: domain });
    const from = `updates@${domain}`;
    const stack = Stack.of(this);
    // SES asks about the address or about its domain, whichever it finds verified.
    const resources = [domain, from].map((name) =>
      stack.formatArn({ service: 'ses', resource: 'identity', resourceName: name }),
    );
    this.binding = { value: from, statements: [new PolicyStatement({ actions: ['ses:SendEmail'], resources })] };
    const names = [identity.attrDkimDnsTokenName1, identity.attrDkimDnsTokenName2, identity.attrDkimDnsTokenName3];
    const values = [identity.attrDkimDnsTokenValue1, identity.attrDkimDnsTokenValue2, identity.attrDkimDnsTokenValue3];
    new CfnOutput(this, 'DkimRecords', {
      description: `CNAME records for ${domain}, before anything can be sent`,
      value: names.map((name, index) => `${name} ${values[index]}`).join(', '),
    });
  }
}
