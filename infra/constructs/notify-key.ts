import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The key of the service at GOV.UK Notify, `{ serviceId, secret }`. It is made elsewhere, so what stands here at first opens
 * nothing: an operator puts the real one in its place (docs/operations.md), and no deployment takes it back.
 */
export class NotifyKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { encryptionKey }: { readonly encryptionKey: IKey }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Key of the service at GOV.UK Notify; put the real one here by hand',
      encryptionKey,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ serviceId: '00000000-0000-0000-0000-000000000000' }),
        generateStringKey: 'secret',
        passwordLength: 36,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
