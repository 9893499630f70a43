import { Duration, RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  ProviderAttribute,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

/** Identifier of the families' API as a resource server. */
export const FAMILY_RESOURCE_SERVER = 'family';
/** Where the families' pages are, under the site's own address. */
export const FAMILY_BASE_PATH = '/family';

/**
 * Who of a family may sign in: a pool of their own, apart from the staff's, so that no account is ever of both. With NHS login
 * configured it is the way in; without it families make an account here, which opens nothing until a code is used.
 */
export class FamilyIdentity extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly apiScopes: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    props: { readonly configuration: Configuration; readonly publicUrl: string },
  ) {
    super(scope, id);
    const { configuration } = props;
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: configuration.familyIdentityProviders.length === 0,
      signInAliases: { email: true },
      autoVerify: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${configuration.signInPrefix}-family` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const read = new ResourceServerScope({ scopeName: 'children', scopeDescription: 'See your own children' });
    const server = this.pool.addResourceServer('Api', { identifier: FAMILY_RESOURCE_SERVER, scopes: [read] });
    const providers = configuration.familyIdentityProviders.map(
      ({ name, issuer, clientId, clientSecretId, scopes, claims }) =>
        new UserPoolIdentityProviderOidc(this, name, {
          ...{ userPool: this.pool, name, clientId, scopes, issuerUrl: issuer },
          // A reference that CloudFormation resolves: the secret itself never enters the template.
          clientSecret: SecretValue.secretsManager(clientSecretId).unsafeUnwrap(),
          attributeMapping: claims.email ? { email: ProviderAttribute.other(claims.email) } : {},
        }),
    );
    this.client = this.pool.addClient('Pages', {
      generateSecret: true,
      authFlows: {},
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(server, read)],
        callbackUrls: [`${props.publicUrl}${FAMILY_BASE_PATH}/sign-in/callback`],
        logoutUrls: [`${props.publicUrl}${FAMILY_BASE_PATH}/signed-out`],
      },
      supportedIdentityProviders:
        providers.length > 0
          ? providers.map(({ providerName }) => UserPoolClientIdentityProvider.custom(providerName))
          : [UserPoolClientIdentityProvider.COGNITO],
    });
    this.client.node.addDependency(...providers);
    this.issuer = this.pool.userPoolProviderUrl;
    this.audience = [this.client.userPoolClientId];
    this.apiScopes = [`${FAMILY_RESOURCE_SERVER}/${read.scopeName}`];
  }

  /** The client's secret, as a value that only CloudFormation can resolve. */
  get clientSecret(): string {
    const client = this.client.node.defaultChild;
    if (!(client instanceof CfnUserPoolClient)) throw new Error('The client of the pages is not a Cognito client');
    return client.attrClientSecret;
  }
}
