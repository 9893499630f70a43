import * as z from 'zod';
import { noEffect, readProperties, wholeNumber } from './properties.ts';
import type { ResolvedResource } from './resolver.ts';

const apiSchema = z.strictObject({
  Name: noEffect,
  Description: noEffect,
  DisableExecuteApiEndpoint: noEffect,
  ProtocolType: z.literal('HTTP'),
  Tags: noEffect,
});
const stageSchema = z.strictObject({
  ApiId: z.string(),
  StageName: z.string(),
  AutoDeploy: noEffect,
  AccessLogSettings: noEffect,
  DefaultRouteSettings: noEffect,
  RouteSettings: noEffect,
  Description: noEffect,
  Tags: noEffect,
});
const integrationSchema = z.strictObject({
  ApiId: z.string(),
  Description: noEffect,
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: wholeNumber.min(50).max(30_000).default(30_000),
});
const routeSchema = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string().regex(/^integrations\/./),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  OperationName: noEffect,
});
const authorizerSchema = z.strictObject({
  ApiId: z.string(),
  Name: noEffect,
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.array(z.string().regex(/^\$request\.(header|querystring)\.[\w-]+$/)).length(1),
  JwtConfiguration: z.strictObject({ Audience: z.array(z.string()).default([]), Issuer: z.url() }),
});

/** Who may call a route: the bearer of a token of this issuer. */
export interface LocalAuthorizer {
  readonly issuer: string;
  /** The token's `aud` (or, where it has none, its `client_id`) must be one of these. */
  readonly audience: readonly string[];
  /** Where the token is looked for. */
  readonly source: { readonly in: 'header' | 'querystring'; readonly name: string };
}

/** One route of an API. */
export interface LocalRoute {
  /** `GET /v1/people/{id}`, `ANY /v1/{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  /** Milliseconds that the function has to answer in. */
  readonly timeout: number;
  readonly authorizer: LocalAuthorizer | undefined;
  /** The token must hold one of these, if there are any. */
  readonly scopes: readonly string[];
}

/** An HTTP API with its one stage. */
export interface LocalHttpApi {
  readonly id: string;
  readonly stage: string;
  readonly routes: readonly LocalRoute[];
}

/** Reads every HTTP API with its routes, integrations and authorizers. */
export function readHttpApis(resources: readonly ResolvedResource[]): readonly LocalHttpApi[] {
  const ofType = <Schema extends z.ZodType>(type: string, schema: Schema) =>
    resources
      .filter((resource) => resource.type === `AWS::ApiGatewayV2::${type}`)
      .map((resource) => ({ id: resource.identity.ref, properties: readProperties(resource, schema) }));
  const stages = ofType('Stage', stageSchema);
  const integrations = new Map(ofType('Integration', integrationSchema).map(({ id, properties }) => [id, properties]));
  const authorizers = new Map(ofType('Authorizer', authorizerSchema).map(({ id, properties }) => [id, properties]));
  const routes = ofType('Route', routeSchema);

  const authorizerOf = (id: string | undefined): LocalAuthorizer => {
    const authorizer = authorizers.get(id ?? '');
    if (!authorizer) throw new Error(`A route asks for an authorizer that is not there: ${id}`);
    const [, place = 'header', name = 'Authorization'] = (authorizer.IdentitySource[0] ?? '').split('.');
    return {
      issuer: authorizer.JwtConfiguration.Issuer,
      audience: authorizer.JwtConfiguration.Audience,
      source: { in: place === 'querystring' ? 'querystring' : 'header', name },
    };
  };

  return ofType('Api', apiSchema).map(({ id }) => {
    const own = stages.filter(({ properties }) => properties.ApiId === id);
    const [stage] = own;
    if (!stage || own.length > 1) throw new Error(`The API ${id} must have one stage and has ${own.length}`);
    return {
      id,
      stage: stage.properties.StageName,
      routes: routes
        .filter(({ properties }) => properties.ApiId === id)
        .map(({ properties }) => {
          const integration = integrations.get(properties.Target.slice('integrations/'.length));
          if (!integration) throw new Error(`The route ${properties.RouteKey} has no integration`);
          return {
            key: properties.RouteKey,
            functionArn: integration.IntegrationUri,
            timeout: integration.TimeoutInMillis,
            authorizer: properties.AuthorizationType === 'JWT' ? authorizerOf(properties.AuthorizerId) : undefined,
            scopes: properties.AuthorizationScopes,
          };
        }),
    };
  });
}
