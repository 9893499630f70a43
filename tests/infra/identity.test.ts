import { describe, expect, it } from 'vitest';
import { builtTemplates, onlyResourceOf, resourcesOf } from './built-templates.ts';

const CIS2 = {
  name: 'CIS2',
  issuer: 'https://am.nhsidentity.example/openam/oauth2/realms/root/realms/NHSIdentity',
  clientId: 'waiting-lists-client',
  clientSecretId: 'waiting-lists/cis2',
  scopes: ['openid', 'profile', 'nhsperson', 'nationalrbacaccess'],
  claims: { fullname: 'name' },
};
const NHS_LOGIN = {
  name: 'NHSlogin',
  issuer: 'https://auth.login.nhs.example',
  clientId: 'waiting-lists-families',
  clientSecretId: 'waiting-lists/nhs-login',
  scopes: ['openid', 'profile', 'email'],
  claims: { email: 'email' },
};

const { serviceTemplate } = builtTemplates();
const federated = builtTemplates({ changes: { identityProviders: [CIS2, NHS_LOGIN] } }).serviceTemplate;

describe('the user pool', () => {
  const pool = onlyResourceOf(serviceTemplate, 'AWS::Cognito::UserPool');

  it('is kept, and protected from deletion', () => {
    expect(pool.DeletionPolicy).toBe('Retain');
    expect(pool.Properties['DeletionProtection']).toBe('ACTIVE');
  });

  it('lets nobody make an account for themselves, and asks every account for a second factor that is no text message', () => {
    expect(pool.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
  });
});

describe('the clients', () => {
  const clients = resourcesOf(serviceTemplate, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);

  it('are the site, by authorization code, and machines, by client credentials: no password passes through either', () => {
    expect(clients.map((client) => client['AllowedOAuthFlows'])).toEqual([['code'], ['client_credentials']]);
    expect(clients.map((client) => client['ExplicitAuthFlows'] ?? [])).toEqual([[], []]);
  });

  it('come back to the site’s own address', () => {
    expect(clients[0]).toMatchObject({
      CallbackURLs: ['https://test.waiting-lists.example/sign-in/callback'],
      LogoutURLs: ['https://test.waiting-lists.example/signed-out'],
    });
  });

  it('hold a secret and tokens of a quarter of an hour that can be revoked', () => {
    for (const client of clients) {
      expect(client).toMatchObject({ GenerateSecret: true, EnableTokenRevocation: true, AccessTokenValidity: 15 });
    }
  });
});

describe('NHS login and CIS2', () => {
  it('are trusted where they are configured, and nowhere else', () => {
    serviceTemplate.resourceCountIs('AWS::Cognito::UserPoolIdentityProvider', 0);
    expect(
      resourcesOf(federated, 'AWS::Cognito::UserPoolIdentityProvider').map(({ Properties }) => Properties),
    ).toMatchObject([
      { ProviderType: 'OIDC', ProviderName: 'CIS2', ProviderDetails: { oidc_issuer: CIS2.issuer } },
      { ProviderType: 'OIDC', ProviderName: 'NHSlogin', ProviderDetails: { oidc_issuer: NHS_LOGIN.issuer } },
    ]);
  });

  it('are then the only ways to sign in to the site', () => {
    const [site] = resourcesOf(federated, 'AWS::Cognito::UserPoolClient');
    expect(JSON.stringify(site?.Properties['SupportedIdentityProviders'])).not.toContain('COGNITO');
    expect(site?.Properties['SupportedIdentityProviders']).toHaveLength(2);
  });

  it('keep their client secrets out of the template', () => {
    const details = resourcesOf(federated, 'AWS::Cognito::UserPoolIdentityProvider').map(
      ({ Properties }) => (Properties['ProviderDetails'] as { client_secret: string }).client_secret,
    );
    expect(details).toEqual([
      '{{resolve:secretsmanager:waiting-lists/cis2:SecretString:::}}',
      '{{resolve:secretsmanager:waiting-lists/nhs-login:SecretString:::}}',
    ]);
  });
});

describe('the secret of the functions', () => {
  it('is put together by CloudFormation from what was generated, with the three parts that functions read', () => {
    const text = JSON.stringify(
      resourcesOf(serviceTemplate, 'AWS::SecretsManager::Secret').map(({ Properties }) => Properties['SecretString']),
    );
    for (const part of ['nhsNumberKey', 'sessionKey', 'oidcClientSecret']) expect(text).toContain(part);
    expect(text.match(/\{\{resolve:secretsmanager:/g)).toHaveLength(2);
    expect(text).toContain('ClientSecret');
  });
});
