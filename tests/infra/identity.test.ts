import { describe, expect, it } from 'vitest';
import { builtTemplates, resourcesOf } from './built-templates.ts';

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
const federated = builtTemplates({
  changes: { identityProviders: [CIS2], familyIdentityProviders: [NHS_LOGIN] },
}).serviceTemplate;

describe('the two user pools', () => {
  it('are one for staff and one for families, with clients, scopes and sign-in pages of their own', () => {
    const pools = resourcesOf(serviceTemplate, 'AWS::Cognito::UserPool').map(({ id }) => id);
    expect(pools).toEqual([expect.stringMatching(/^IdentityPool/), expect.stringMatching(/^FamilyIdentityPool/)]);
    const domains = resourcesOf(serviceTemplate, 'AWS::Cognito::UserPoolDomain').map(
      ({ Properties }) => Properties['Domain'],
    );
    expect(domains).toEqual(['send-waiting-lists-test', 'send-waiting-lists-test-family']);
  });
});

describe.each(['IdentityPool', 'FamilyIdentityPool'])('the user pool %s', (name) => {
  const pool = resourcesOf(serviceTemplate, 'AWS::Cognito::UserPool').find(({ id }) => id.startsWith(name));
  if (pool === undefined) throw new Error('There is no such pool');

  it('is kept, and protected from deletion', () => {
    expect(pool.DeletionPolicy).toBe('Retain');
    expect(pool.Properties['DeletionProtection']).toBe('ACTIVE');
  });

  it('lets only families make an account, and asks every account for a second factor that is no text message', () => {
    expect(pool.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: name === 'IdentityPool' },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
  });
});

describe('the clients', () => {
  const clients = resourcesOf(serviceTemplate, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties);

  it('are the two sites, by authorization code, and machines, by client credentials: no password passes through any', () => {
    expect(clients.map((client) => client['AllowedOAuthFlows'])).toEqual([
      ['code'],
      ['client_credentials'],
      ['client_credentials'],
      ['code'],
    ]);
    expect(clients.map((client) => client['ExplicitAuthFlows'] ?? [])).toEqual([[], [], [], []]);
  });

  it('come back to the site’s own address', () => {
    expect(clients[0]).toMatchObject({
      CallbackURLs: ['https://test.waiting-lists.example/sign-in/callback'],
      LogoutURLs: ['https://test.waiting-lists.example/signed-out'],
    });
    expect(clients[3]).toMatchObject({
      CallbackURLs: ['https://test.waiting-lists.example/family/sign-in/callback'],
      LogoutURLs: ['https://test.waiting-lists.example/family/signed-out'],
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

  it('are then the only way to sign in, CIS2 for staff and NHS login for families', () => {
    const [staff, , , families] = resourcesOf(federated, 'AWS::Cognito::UserPoolClient').map(({ Properties }) =>
      JSON.stringify(Properties['SupportedIdentityProviders']),
    );
    expect(staff).toMatch(/^\[{"Ref":"IdentityCIS2\w+"}\]$/);
    expect(families).toMatch(/^\[{"Ref":"FamilyIdentityNHSlogin\w+"}\]$/);
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
  it('is put together by CloudFormation from what was generated, with the parts that functions read', () => {
    const text = JSON.stringify(
      resourcesOf(serviceTemplate, 'AWS::SecretsManager::Secret').map(({ Properties }) => Properties['SecretString']),
    );
    for (const part of ['nhsNumberKey', 'numberKeys', 'contactKeys', 'sessionKey', 'oidcClientSecret', 'familyKey'])
      expect(text).toContain(part);
    expect(text.match(/\{\{resolve:secretsmanager:/g)).toHaveLength(8);
    expect(text).toContain('ClientSecret');
  });

  it('of the families’ functions holds nothing by which a person is found', () => {
    const own = resourcesOf(serviceTemplate, 'AWS::SecretsManager::Secret')
      .filter(({ id }) => id.startsWith('SecretsFamilySecret'))
      .map(({ Properties }) => JSON.stringify(Properties['SecretString']));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('familyKey');
    expect(own[0]).not.toMatch(/nhsNumberKey|NhsNumberKey|numberKeys/);
  });
});
