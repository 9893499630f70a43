import { Fn, RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/** Where each part comes from. */
export interface ServiceSecretsProps {
  readonly encryptionKey: IKey;
  /** Generated and kept with the records. */
  readonly nhsNumberKey: Secret;
  /** JSON: keys by their ids. Generated and kept with the records; a key is changed by adding one. */
  readonly numberKeys: Secret;
  /** The same, for the addresses of families. */
  readonly contactKeys: Secret;
  /** Made by Cognito, for the staff's pages and for the families'. */
  readonly oidcClientSecret: string;
  readonly familyClientSecret: string;
}

/**
 * The two secrets that functions read: `{ nhsNumberKey, numberKeys, contactKeys, sessionKey, oidcClientSecret, familyKey }` for the staff's, and for the
 * families' `{ contactKeys, sessionKey, oidcClientSecret, familyKey }` of their own, with nothing by which a person is found. CloudFormation
 * puts them together from what was generated, so nobody types a secret and none is in a template.
 */
export class ServiceSecrets extends Construct {
  readonly secret: Secret;
  readonly familySecret: Secret;

  constructor(scope: Construct, id: string, props: ServiceSecretsProps) {
    super(scope, id);
    const { encryptionKey } = props;
    const generated = (name: string, description: string) =>
      new Secret(this, name, {
        description,
        encryptionKey,
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
        removalPolicy: RemovalPolicy.DESTROY,
      }).secretValue.unsafeUnwrap();
    const together = (
      name: string,
      description: string,
      texts: Readonly<Record<string, string>>,
      documents: Readonly<Record<string, string>> = {},
    ) =>
      new Secret(this, name, {
        description,
        encryptionKey,
        secretStringValue: SecretValue.unsafePlainText(
          Fn.join('', [
            '{',
            ...Object.entries(documents).flatMap(([key, json]) => [`"${key}":`, json, ',']),
            ...Object.entries(texts).flatMap(([key, text], at) => [`${at > 0 ? ',' : ''}"${key}":"`, text, '"']),
            '}',
          ]),
        ),
        removalPolicy: RemovalPolicy.DESTROY,
      });
    const familyKey = generated('FamilyKey', 'Key of the codes in letters to families: a new one voids those not used');
    const contactKeys = props.contactKeys.secretValue.unsafeUnwrap();
    const texts = {
      nhsNumberKey: props.nhsNumberKey.secretValue.unsafeUnwrap(),
      sessionKey: generated('SessionKey', 'Signs session cookies: a new one signs everybody out'),
      oidcClientSecret: props.oidcClientSecret,
      familyKey,
    };
    this.secret = together('Secret', 'What the functions must know and nobody else', texts, {
      numberKeys: props.numberKeys.secretValue.unsafeUnwrap(),
      contactKeys,
    });
    const familyTexts = {
      sessionKey: generated('FamilySessionKey', 'Signs the cookies of families: a new one signs all of them out'),
      oidcClientSecret: props.familyClientSecret,
      familyKey,
    };
    const familyMeaning = 'What the functions for families must know and nobody else';
    this.familySecret = together('FamilySecret', familyMeaning, familyTexts, { contactKeys });
  }
}
