import { describe, expect, it } from 'vitest';
import { FUNCTION_METADATA } from '../../infra/constructs/service-function.ts';
import { builtTemplates, onlyResourceOf, resourcesOf, targetOf } from './built-templates.ts';

const { serviceTemplate } = builtTemplates();
const routes = resourcesOf(serviceTemplate, 'AWS::ApiGatewayV2::Route');

/** Which function answers a route, found the way the gateway does: route, integration, function. */
function answering(routeKey: string): unknown {
  const route = routes.find(({ Properties }) => Properties['RouteKey'] === routeKey);
  const integration = resourcesOf(serviceTemplate, 'AWS::ApiGatewayV2::Integration').find(({ id }) =>
    JSON.stringify(route?.Properties['Target']).includes(`"${id}"`),
  );
  expect(integration?.Properties['PayloadFormatVersion']).toBe('2.0');
  const id = targetOf(integration?.Properties['IntegrationUri']);
  return resourcesOf(serviceTemplate, 'AWS::Lambda::Function').find((each) => each.id === id)?.Metadata[
    FUNCTION_METADATA
  ];
}

function authorizersOf(type: string) {
  return resourcesOf(serviceTemplate, 'AWS::ApiGatewayV2::Authorizer').filter(
    ({ Properties }) => Properties['AuthorizerType'] === type,
  );
}

describe('the gateway', () => {
  it.each([
    ['ANY /v1/{proxy+}', 'api'],
    ['GET /v1/openapi.json', 'api'],
    ['GET /v1/docs', 'api'],
    ['GET /v1/docs/{proxy+}', 'api'],
    ['GET /health', 'api'],
    ['GET /v1/indicators/openapi.json', 'indicators-api'],
    ['GET /v1/indicators/docs', 'indicators-api'],
    ['GET /v1/family/openapi.json', 'family-api'],
    ['GET /v1/family/docs', 'family-api'],
    ['ANY /v1/indicators', 'indicators-api'],
    ['ANY /v1/indicators/{proxy+}', 'indicators-api'],
    ['ANY /indicators', 'indicators-web'],
    ['ANY /indicators/{proxy+}', 'indicators-web'],
    ['ANY /v1/family', 'family-api'],
    ['ANY /v1/family/{proxy+}', 'family-api'],
    ['ANY /family', 'family-web'],
    ['ANY /family/{proxy+}', 'family-web'],
    ['$default', 'web'],
  ])('sends %s to %s', (routeKey, name) => {
    expect(answering(routeKey)).toBe(name);
  });

  it('asks for a token of the pool, with a scope of the API, for everything else under /v1', () => {
    const guarded = routes.filter(
      ({ Properties }) =>
        Properties['AuthorizationType'] === 'JWT' && !String(Properties['RouteKey']).includes('/family'),
    );
    expect(guarded.map(({ Properties }) => Properties['RouteKey'])).toEqual(['ANY /v1/{proxy+}']);
    expect(guarded[0]?.Properties).toMatchObject({
      AuthorizationType: 'JWT',
      AuthorizationScopes: ['waiting-lists/records.read', 'waiting-lists/records.write'],
    });
  });

  it('takes for each of its two APIs the tokens of that API’s own pool, and no other', () => {
    const authorizers = authorizersOf('JWT').map(({ Properties }) => {
      const { Audience, Issuer } = Properties['JwtConfiguration'] as { Audience: unknown[]; Issuer: unknown };
      return { audience: Audience.map(targetOf).toSorted(), issuer: targetOf(Issuer) };
    });
    const clientsOf = (pool: string) =>
      resourcesOf(serviceTemplate, 'AWS::Cognito::UserPoolClient')
        .filter(({ Properties }) => targetOf(Properties['UserPoolId']) === pool)
        .map(({ id }) => id)
        .toSorted();
    expect(authorizers).toHaveLength(2);
    for (const { audience, issuer } of authorizers) expect(audience).toEqual(clientsOf(issuer));
    expect(authorizers[0]?.issuer).not.toBe(authorizers[1]?.issuer);
    for (const { Properties } of routes.filter((each) =>
      String(each.Properties['RouteKey']).startsWith('ANY /v1/family'),
    ))
      expect(Properties).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['family/children'] });
  });

  it('has a function say who asks for figures, anew each time, and never keeps what it said', () => {
    const asked = routes.filter(({ Properties }) => Properties['AuthorizationType'] === 'CUSTOM');
    expect(asked.map(({ Properties }) => String(Properties['RouteKey'])).toSorted()).toEqual([
      'ANY /indicators',
      'ANY /indicators/{proxy+}',
      'ANY /v1/indicators',
      'ANY /v1/indicators/{proxy+}',
    ]);
    const authorizers = authorizersOf('REQUEST');
    expect(authorizers).toHaveLength(2);
    for (const { Properties } of authorizers) {
      expect(Properties).toMatchObject({
        AuthorizerPayloadFormatVersion: '2.0',
        AuthorizerResultTtlInSeconds: 0,
        EnableSimpleResponses: true,
      });
      const said = resourcesOf(serviceTemplate, 'AWS::Lambda::Function').find(
        ({ Metadata }) => Metadata[FUNCTION_METADATA] === 'authorize-session',
      );
      expect(JSON.stringify(Properties['AuthorizerUri'])).toContain(`"${said?.id}"`);
    }
  });

  it('has no public route but those twelve', () => {
    const open = routes.filter(({ Properties }) => Properties['AuthorizationType'] === 'NONE');
    expect(open.map(({ Properties }) => String(Properties['RouteKey'])).toSorted()).toEqual([
      '$default',
      'ANY /family',
      'ANY /family/{proxy+}',
      'GET /assets/{proxy+}',
      'GET /health',
      'GET /v1/docs',
      'GET /v1/docs/{proxy+}',
      'GET /v1/family/docs',
      'GET /v1/family/openapi.json',
      'GET /v1/indicators/docs',
      'GET /v1/indicators/openapi.json',
      'GET /v1/openapi.json',
    ]);
  });

  it('is reached by its own name over TLS 1.2 and not by the address AWS gives it', () => {
    const { Properties } = onlyResourceOf(serviceTemplate, 'AWS::ApiGatewayV2::Api');
    expect(Properties['DisableExecuteApiEndpoint']).toBe(true);
    expect(onlyResourceOf(serviceTemplate, 'AWS::ApiGatewayV2::DomainName').Properties).toMatchObject({
      DomainName: 'origin.test.waiting-lists.example',
      DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2', EndpointType: 'REGIONAL' }],
    });
  });

  it('lets through no more than it is configured to', () => {
    expect(onlyResourceOf(serviceTemplate, 'AWS::ApiGatewayV2::Stage').Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 },
    });
  });

  it('logs which route was asked and how it ended, and neither path, query, address nor who asked', () => {
    const stage = onlyResourceOf(serviceTemplate, 'AWS::ApiGatewayV2::Stage');
    const { Format } = stage.Properties['AccessLogSettings'] as { Format: string };
    const variables = Object.values(JSON.parse(Format) as Record<string, string>);
    expect(variables).toEqual(
      expect.arrayContaining([
        '$context.routeKey',
        '$context.status',
        '$context.responseLatency',
        '$context.requestId',
      ]),
    );
    const telling = /path|querystring|identity|claims|domainName|protocol|customDomain|sourceIp|userAgent/i;
    expect(variables.filter((variable) => telling.test(variable))).toEqual([]);
  });
});
