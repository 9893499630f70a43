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
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

/** Path of the site that sign-in comes back to. */
export const SIGN_IN_CALLBACK = '/sign-in/callback';
/** Path of the site that sign-out comes back to. */
export const SIGNED_OUT = '/signed-out';
/** Identifier of the API as a resource server: each scope of a token is this, a slash and the scope's name. */
export const RESOURCE_SERVER = 'waiting-lists';

/** Settings of the user pool. */
export interface IdentityProps {
  readonly configuration: Configuration;
  /** Origin of the site, without a trailing slash. */
  readonly publicUrl: string;
}

/**
 * Who may sign in: a pool without self sign-up that trusts the configured national services (NHS login, CIS2), a client for
 * the site (authorization code with PKCE), one for machines and one for the council's case system (client credentials), each with the API's scopes.
 */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly webClient: UserPoolClient;
  readonly machineClient: UserPoolClient;
  /** The case system of the council: a client of its own, whose membership lets it ask for EHC assessments and no more. */
  readonly councilClient: UserPoolClient;
  /** Issuer of the pool's tokens. */
  readonly issuer: string;
  /** Client ids whose tokens the API takes. */
  readonly audience: readonly string[];
  /** Scopes of the API: a token needs one of them to be let in at all; each route then asks for its own. */
  readonly apiScopes: readonly string[];

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // For accounts of the pool itself; whoever comes from NHS login or CIS2 has proved a second factor there.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
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
      cognitoDomain: { domainPrefix: props.configuration.signInPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const scopes = [
      new ResourceServerScope({ scopeName: 'records.read', scopeDescription: 'Read people, referrals and queues' }),
      new ResourceServerScope({ scopeName: 'records.write', scopeDescription: 'Record events and import files' }),
    ];
    const server: UserPoolResourceServer = this.pool.addResourceServer('Api', {
      identifier: RESOURCE_SERVER,
      scopes,
    });
    const apiScopes = scopes.map((each) => OAuthScope.resourceServer(server, each));
    const providers = props.configuration.identityProviders.map(
      (provider) =>
        new UserPoolIdentityProviderOidc(this, provider.name, {
          userPool: this.pool,
          name: provider.name,
          issuerUrl: provider.issuer,
          clientId: provider.clientId,
          // A reference that CloudFormation resolves: the secret itself never enters the template.
          clientSecret: SecretValue.secretsManager(provider.clientSecretId).unsafeUnwrap(),
          scopes: provider.scopes,
          attributeMapping: {
            ...(provider.claims.email ? { email: ProviderAttribute.other(provider.claims.email) } : {}),
            ...(provider.claims.fullname ? { fullname: ProviderAttribute.other(provider.claims.fullname) } : {}),
          },
        }),
    );
    this.webClient = this.pool.addClient('Web', {
      ...sharedClient,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL, ...apiScopes],
        callbackUrls: [`${props.publicUrl}${SIGN_IN_CALLBACK}`],
        logoutUrls: [`${props.publicUrl}${SIGNED_OUT}`],
      },
      supportedIdentityProviders:
        providers.length > 0
          ? providers.map(({ providerName }) => UserPoolClientIdentityProvider.custom(providerName))
          : [UserPoolClientIdentityProvider.COGNITO],
      refreshTokenValidity: Duration.hours(12),
    });
    this.webClient.node.addDependency(...providers);
    this.machineClient = this.pool.addClient('Machine', {
      ...sharedClient,
      oAuth: { flows: { clientCredentials: true }, scopes: apiScopes },
    });
    this.councilClient = this.pool.addClient('Council', {
      ...sharedClient,
      oAuth: { flows: { clientCredentials: true }, scopes: apiScopes },
    });
    this.issuer = this.pool.userPoolProviderUrl;
    this.audience = [this.webClient, this.machineClient, this.councilClient].map(
      ({ userPoolClientId }) => userPoolClientId,
    );
    this.apiScopes = scopes.map(({ scopeName }) => `${RESOURCE_SERVER}/${scopeName}`);
  }

  /** The site's client secret, as a value that only CloudFormation can resolve. */
  get webClientSecret(): string {
    const client = this.webClient.node.defaultChild;
    if (!(client instanceof CfnUserPoolClient)) throw new Error('The client of the site is not a Cognito client');
    return client.attrClientSecret;
  }
}

const sharedClient = {
  generateSecret: true,
  authFlows: {},
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  accessTokenValidity: Duration.minutes(15),
  idTokenValidity: Duration.minutes(15),
} as const;
