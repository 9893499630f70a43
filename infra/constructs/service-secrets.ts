import { Fn, RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Where each part comes from. */
export interface ServiceSecretsProps {
  readonly encryptionKey: IKey;
  /** Generated and kept with the records. */
  readonly nhsNumberKey: Secret;
  /** Made by Cognito. */
  readonly oidcClientSecret: string;
}

/**
 * The one secret that functions read: `{ nhsNumberKey, sessionKey, oidcClientSecret }`. CloudFormation puts it together from
 * what was generated, so nobody types a secret and none is in a template.
 */
export class ServiceSecrets extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: ServiceSecretsProps) {
    super(scope, id);
    const sessionKey = new Secret(this, 'SessionKey', {
      description: 'Signs session cookies: a new one signs everybody out',
      encryptionKey: props.encryptionKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.secret = new Secret(this, 'Secret', {
      description: 'What the functions must know and nobody else',
      encryptionKey: props.encryptionKey,
      secretStringValue: SecretValue.unsafePlainText(
        Fn.join('', [
          '{"nhsNumberKey":"',
          props.nhsNumberKey.secretValue.unsafeUnwrap(),
          '","sessionKey":"',
          sessionKey.secretValue.unsafeUnwrap(),
          '","oidcClientSecret":"',
          props.oidcClientSecret,
          '"}',
        ]),
      ),
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
